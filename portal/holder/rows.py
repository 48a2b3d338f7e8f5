"""A row of the report as the user wrote it, with the faulty cell marked: which columns to show, and what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from schemas.report.columns import columns_of
from schemas.report.sheets import BY_NAME, key_of
from schemas.store import Finding

MOST_COLUMNS: Final = 6
FRONT: Final = "report"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell with the text that stands there; ``wrong`` where the finding is about it."""

    column: str
    text: str
    wrong: bool


def columns_to_show(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The key, the faulty columns, and what else of the row there is room for, in the order of the sheet."""
    if not findings or not any(finding.raw for finding in findings):
        return ()
    sheet = findings[0].sheet
    if sheet == FRONT or sheet not in BY_NAME:
        return tuple(findings[0].raw)[:MOST_COLUMNS]
    present = {column for finding in findings for column in finding.raw}
    faulty = {finding.column for finding in findings if finding.column}
    known = [column.name for column in columns_of(BY_NAME[sheet]) if column.name in present | faulty]
    first = [name for name in known if name in key_of(BY_NAME[sheet]) or name in faulty]
    more = [name for name in known if name not in first]
    chosen = {*first, *more[: max(0, MOST_COLUMNS - len(first))]}
    return tuple(name for name in known if name in chosen)


def written(finding: Finding, columns: Sequence[str]) -> tuple[Cell, ...]:
    """The cells of a finding's row under these columns."""
    return tuple(
        Cell(column=column, text=_text(finding, column), wrong=_is_wrong(finding, column)) for column in columns
    )


def _text(finding: Finding, column: str) -> str:
    found = finding.raw.get(column)
    if found is None:
        return (finding.value or "") if column == finding.column else ""
    return str(found)


def _is_wrong(finding: Finding, column: str) -> bool:
    # On the sheet Report a row is a field and its value, so the value is what is wrong.
    return column == ("value" if finding.sheet == FRONT else finding.column)
