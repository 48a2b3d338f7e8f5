"""Tables of more time: what the holder asked, and what the authority answered; and the terms that moved by it."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from schemas.store.among import among
from schemas.store.shapes import Table, Writer, to, written_by

BY_PORTAL = written_by(Writer.PORTAL)


class ExtensionRequest(Table):
    """A request for more time, from the day ``term`` until another; never changed.

    With ``decision`` it is about the term of the correction that this decision asked for, without it about handing in.
    """

    __tablename__ = "extension_requests"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    decision: Mapped[UUID | None] = mapped_column(to("decisions.id"))
    term: Mapped[date]
    until: Mapped[date]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)


class ExtensionAnswer(Table):
    """The answer to a request: until when, or none where it was refused; never changed."""

    __tablename__ = "extension_answers"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    request: Mapped[UUID] = mapped_column(to("extension_requests.id"), primary_key=True)
    until: Mapped[date | None]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


def extended(session: Session, reports: Iterable[UUID]) -> dict[tuple[UUID, UUID | None], date]:
    """The terms that moved, by report and by the decision that set them (none: handing in); the newest answer counts."""
    query = (
        select(ExtensionRequest.report, ExtensionRequest.decision, ExtensionAnswer.until)
        .join(ExtensionAnswer, ExtensionAnswer.request == ExtensionRequest.id)
        .where(among(ExtensionRequest.report, reports), ExtensionAnswer.until.is_not(None))
        .order_by(ExtensionAnswer.at, ExtensionAnswer.request)
    )
    return {(report, decision): until for report, decision, until in session.execute(query) if until is not None}
