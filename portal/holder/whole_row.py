"""The whole row that a finding is about, as the user wrote it, with every faulty cell marked and what is kept around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.labels import column_label, sheet_label
from portal.holder.rows import FRONT, Cell, columns_to_show, written
from portal.language import in_language
from schemas.judgement import Severity
from schemas.report.columns import columns_of
from schemas.report.sheets import BY_NAME
from schemas.store import Finding
from schemas.texts import Bilingual

AROUND: Final = 3


@dataclass(frozen=True, kw_only=True)
class Written:
    """A cell of the row under its heading; ``wrong`` where any finding is about it."""

    label: str
    text: str
    wrong: bool


@dataclass(frozen=True, kw_only=True)
class Other:
    """Another finding on the same row."""

    position: int
    rule: str
    severity: Severity
    message: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row around it of which something is kept; ``here`` is the row itself."""

    row: int
    cells: tuple[Cell, ...]
    here: bool


@dataclass(frozen=True, kw_only=True)
class WholeRow:
    """A row as it was written, which columns were left empty, what else was found on it, and what is kept around it."""

    sheet: str
    row: int | None
    cells: tuple[Written, ...]
    empty: tuple[str, ...]
    others: tuple[Other, ...]
    columns: tuple[str, ...]
    around: tuple[Line, ...]


def whole_row(session: Session, finding: Finding) -> WholeRow:
    """The row of a finding; of one that is about no single row, its sheet alone."""
    near = _near(session, finding)
    same = [one for one in near if one.row == finding.row] or [finding]
    columns = columns_to_show([finding, *near])
    return WholeRow(
        sheet=sheet_label(finding.sheet),
        row=finding.row,
        cells=_cells(finding, same),
        empty=_empty(finding, same),
        others=tuple(_other(one) for one in same if one.position != finding.position),
        columns=tuple(column_label(finding.sheet, column) for column in columns),
        around=_around(finding, near, columns),
    )


def _near(session: Session, finding: Finding) -> Sequence[Finding]:
    """What was found on the row and on the few before and after it, in the order of the file."""
    if finding.row is None:
        return ()
    query = (
        select(Finding)
        .where(Finding.version == finding.version, Finding.sheet == finding.sheet, Finding.source == finding.source)
        .where(Finding.row.between(finding.row - AROUND, finding.row + AROUND))
        .order_by(Finding.row, Finding.position)
    )
    return session.scalars(query).all()


def _cells(finding: Finding, same: Iterable[Finding]) -> tuple[Written, ...]:
    if finding.sheet == FRONT:
        return tuple(
            Written(label=_front_label(column), text=str(text), wrong=column == "value")
            for column, text in finding.raw.items()
        )
    faulty = {one.column for one in same}
    return tuple(
        Written(label=column_label(finding.sheet, name), text=str(finding.raw.get(name, "")), wrong=name in faulty)
        for name in _columns(finding)
        if name in finding.raw or name in faulty
    )


def _empty(finding: Finding, same: Iterable[Finding]) -> tuple[str, ...]:
    """The headings under which nothing was written, without those that are shown as faulty."""
    if finding.sheet == FRONT or not finding.raw:
        return ()
    shown = {*finding.raw, *(one.column for one in same)}
    return tuple(column_label(finding.sheet, name) for name in _columns(finding) if name not in shown)


def _columns(finding: Finding) -> tuple[str, ...]:
    if finding.sheet not in BY_NAME or not finding.raw:
        return tuple(finding.raw)
    return tuple(column.name for column in columns_of(BY_NAME[finding.sheet]))


def _around(finding: Finding, near: Sequence[Finding], columns: Sequence[str]) -> tuple[Line, ...]:
    """One line for each row that is kept; nothing where only the row itself is."""
    by_row = {one.row: one for one in reversed(near) if one.row is not None} | {finding.row: finding}
    if len(by_row) < 2:
        return ()
    return tuple(
        Line(row=row, cells=written(one, columns), here=row == finding.row)
        for row, one in sorted(by_row.items(), key=lambda pair: pair[0] or 0)
        if row is not None
    )


def _other(one: Finding) -> Other:
    message = in_language(Bilingual(nl=one.message_nl, en=one.message_en))
    return Other(position=one.position, rule=one.rule, severity=one.severity, message=message)


def _front_label(column: str) -> str:
    return str({"field": _("Veld"), "value": _("Waarde")}.get(column, column))
