"""What of a correction is open, and requests to open more, as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from portal.holder.labels import sheet_label
from portal.use_cases.manifests import parts_of
from schemas.report.sheets import SHEETS
from schemas.store import Check, Organisation, Person, ReopeningAnswer, ReopeningRequest, Version, among, reopened


@dataclass(frozen=True, kw_only=True)
class OpenParts:
    """The sheets of a correction that may change, and those that stay as they were sent back; each with its label."""

    open: tuple[tuple[str, str], ...]
    closed: tuple[tuple[str, str], ...]

    @property
    def names(self) -> str:
        """The open sheets in words."""
        return ", ".join(label for _sheet, label in self.open)


@dataclass(frozen=True, kw_only=True)
class ReopeningAnswered:
    """What was answered; no sheets where it was refused."""

    sheets: tuple[str, ...]
    reason: str
    by: str
    organisation: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Reopening:
    """A request with its answer once it is there; ``sheets`` have their labels."""

    id: UUID
    report: UUID
    sheets: tuple[tuple[str, str], ...]
    reason: str
    by: str
    organisation: str
    at: datetime
    answer: ReopeningAnswered | None

    @property
    def names(self) -> str:
        """The sheets that were asked for in words."""
        return ", ".join(label for _sheet, label in self.sheets)


@dataclass(frozen=True, kw_only=True)
class HeldBack:
    """What of its newest file a correction of some sheets took, and what it left out."""

    taken_over: tuple[str, ...]
    left_out: tuple[str, ...]


def held_back(session: Session, version: Version, check: Check) -> HeldBack | None:
    """What the check of a version says of that; none where all was open, or where the version brought no file."""
    may_change = reopened(session, version.report, seen_from=version)
    if may_change is None or len(parts_of(session, version.id)) == len(parts_of(session, may_change.version)):
        return None
    return HeldBack(
        taken_over=tuple(sheet_label(sheet) for sheet in check.taken_over),
        left_out=tuple(sheet_label(sheet) for sheet in check.left_out),
    )


def open_parts(session: Session, report: UUID) -> OpenParts | None:
    """What may change of a correction; none where everything may."""
    may_change = reopened(session, report)
    if may_change is None:
        return None
    labelled = [(model.sheet, sheet_label(model.sheet)) for model in SHEETS]
    return OpenParts(
        open=tuple(one for one in labelled if one[0] in may_change.sheets),
        closed=tuple(one for one in labelled if one[0] not in may_change.sheets),
    )


def reopenings_of(session: Session, reports: Iterable[UUID]) -> list[Reopening]:
    """All that was ever asked to be opened of some reports, the newest first."""
    asker, holder = aliased(Person), aliased(Organisation)
    answerer, authority = aliased(Person), aliased(Organisation)
    query = (
        select(ReopeningRequest, asker.name, holder.name, ReopeningAnswer, answerer.name, authority.name)
        .join(asker, asker.id == ReopeningRequest.by)
        .join(holder, holder.id == asker.organisation)
        .outerjoin(ReopeningAnswer, ReopeningAnswer.request == ReopeningRequest.id)
        .outerjoin(answerer, answerer.id == ReopeningAnswer.by)
        .outerjoin(authority, authority.id == answerer.organisation)
        .where(among(ReopeningRequest.report, reports))
        .order_by(ReopeningRequest.at.desc(), ReopeningRequest.id)
    )
    return [
        Reopening(
            id=asked.id,
            report=asked.report,
            sheets=tuple((sheet, sheet_label(sheet)) for sheet in asked.sheets),
            reason=asked.reason,
            by=by,
            organisation=organisation,
            at=asked.at,
            answer=_answer(answer, who or "", theirs or "") if answer else None,
        )
        for asked, by, organisation, answer, who, theirs in session.execute(query)
    ]


def _answer(answer: ReopeningAnswer, by: str, organisation: str) -> ReopeningAnswered:
    sheets = tuple(sheet_label(sheet) for sheet in answer.sheets)
    return ReopeningAnswered(sheets=sheets, reason=answer.reason, by=by, organisation=organisation, at=answer.at)
