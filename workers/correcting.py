"""A correction held against what was sent back: which sheets changed that it was not about."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.report.sheets import SHEETS
from schemas.store import Confirmation, Decision, Version
from schemas.words import DecisionOutcome
from workers.domain.frames import ROW
from workers.domain.report import Report

FRONT = "report"
WRITTEN_ON = "prepared_on"


@dataclass(frozen=True)
class SentBack:
    """The version that a correction mends, and the sheets that the decision is about."""

    version: UUID
    sheets: frozenset[str]


def sent_back(session: Session, version: Version) -> SentBack | None:
    """What the newest decision before a version asks to mend; none where it is about the whole report."""
    query = (
        select(Decision)
        .join(Version, Version.id == Decision.version)
        .outerjoin(Confirmation, Confirmation.decision == Decision.id)
        .where(Version.report == version.report, Version.number < version.number)
        .where((Decision.outcome != DecisionOutcome.SENT_BACK) | Confirmation.confirmed.is_(True))
        .order_by(Decision.at.desc(), Decision.id)
        .limit(1)
    )
    decision = session.scalars(query).first()
    if decision is None or decision.outcome is not DecisionOutcome.SENT_BACK or not decision.sheets:
        return None
    return SentBack(version=decision.version, sheets=frozenset(decision.sheets))


def changed_beside(before: Report, after: Report, asked: frozenset[str]) -> tuple[str, ...]:
    """The sheets that hold something else than before though nobody asked for it; where a row stands does not matter."""
    return tuple(
        model.sheet for model in SHEETS if model.sheet not in asked and not _is_same(before, after, model.sheet)
    )


def _is_same(before: Report, after: Report, sheet: str) -> bool:
    if sheet == FRONT:
        return _fields(before) == _fields(after)
    return before.table(sheet).frame.drop(ROW).equals(after.table(sheet).frame.drop(ROW))


def _fields(report: Report) -> dict[str, object]:
    """What stands on the sheet Report, apart from the day of writing, which every version has of its own."""
    return {name: value for name, value in report.fields.values.items() if name != WRITTEN_ON}
