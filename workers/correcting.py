"""A correction held against what was sent back: what of the newest file was taken, left out, or changed all the same."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.report.sheets import SHEETS
from workers.domain.frames import ROW
from workers.domain.report import Report

FRONT = "report"
WRITTEN_ON = "prepared_on"


@dataclass(frozen=True)
class Corrected:
    """The sheets of the newest file that a correction took, those that it left out, and those that changed unasked."""

    taken_over: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def corrected(before: Report, after: Report, offered: Report | None, *, opened: frozenset[str]) -> Corrected:
    """A correction beside what was sent back; ``offered`` is all that its newest file holds, also what may not change."""
    changed = changed_beside(before, after, opened)
    if offered is None:
        return Corrected(changed=changed)
    there = [model.sheet for model in SHEETS if _holds(offered, model.sheet)]
    return Corrected(
        taken_over=tuple(sheet for sheet in there if sheet in opened),
        left_out=tuple(sheet for sheet in changed_beside(before, offered, opened) if sheet in there),
        changed=changed,
    )


def changed_beside(before: Report, after: Report, opened: frozenset[str]) -> tuple[str, ...]:
    """The sheets that hold something else than before though nobody asked for it; where a row stands does not matter."""
    return tuple(
        model.sheet for model in SHEETS if model.sheet not in opened and not _is_same(before, after, model.sheet)
    )


def _holds(report: Report, sheet: str) -> bool:
    return bool(report.fields.rows) if sheet == FRONT else report.table(sheet).present


def _is_same(before: Report, after: Report, sheet: str) -> bool:
    if sheet == FRONT:
        return _fields(before) == _fields(after)
    return before.table(sheet).frame.drop(ROW).equals(after.table(sheet).frame.drop(ROW))


def _fields(report: Report) -> dict[str, object]:
    """What stands on the sheet Report, apart from the day of writing, which every version has of its own."""
    return {name: value for name, value in report.fields.values.items() if name != WRITTEN_ON}
