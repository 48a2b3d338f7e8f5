"""What a correction may change: the sheets that were sent back, and those that the authority opened on request since."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from schemas.store.reports import Confirmation, Decision, Version
from schemas.store.shapes import Table, Writer, to, written_by
from schemas.words import DecisionOutcome

BY_PORTAL = written_by(Writer.PORTAL)


class ReopeningRequest(Table):
    """A request to open more sheets of what ``decision`` sent back; never changed."""

    __tablename__ = "reopening_requests"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    decision: Mapped[UUID] = mapped_column(to("decisions.id"))
    sheets: Mapped[list[str]]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)


class ReopeningAnswer(Table):
    """The answer to a request: which of its sheets are open from then on, none where it was refused; never changed."""

    __tablename__ = "reopening_answers"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    request: Mapped[UUID] = mapped_column(to("reopening_requests.id"), primary_key=True)
    sheets: Mapped[list[str]]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


@dataclass(frozen=True)
class Reopened:
    """A correction of some sheets: the version that was sent back, by which decision, and what may change."""

    version: UUID
    decision: UUID
    sheets: frozenset[str]


def reopened(session: Session, report: UUID, *, seen_from: Version | None = None) -> Reopened | None:
    """What may change now, or when a version was made; none where everything may: nothing, or all, was sent back."""
    query = (
        select(Decision)
        .join(Version, Version.id == Decision.version)
        .outerjoin(Confirmation, Confirmation.decision == Decision.id)
        .where(Version.report == report)
        .where((Decision.outcome != DecisionOutcome.SENT_BACK) | Confirmation.confirmed.is_(True))
        .order_by(Decision.at.desc(), Decision.id)
        .limit(1)
    )
    if seen_from is not None:
        query = query.where(Version.number < seen_from.number)
    decision = session.scalars(query).first()
    if decision is None or decision.outcome is not DecisionOutcome.SENT_BACK or not decision.sheets:
        return None
    more = _opened_since(session, decision.id, until=seen_from.created_at if seen_from else None)
    return Reopened(version=decision.version, decision=decision.id, sheets=frozenset(decision.sheets) | more)


def _opened_since(session: Session, decision: UUID, *, until: datetime | None) -> frozenset[str]:
    query = (
        select(ReopeningAnswer.sheets)
        .join(ReopeningRequest, ReopeningRequest.id == ReopeningAnswer.request)
        .where(ReopeningRequest.decision == decision)
        .order_by(ReopeningAnswer.at, ReopeningAnswer.request)
    )
    if until is not None:
        query = query.where(ReopeningAnswer.at <= until)
    return frozenset(sheet for sheets in session.scalars(query) for sheet in sheets)
