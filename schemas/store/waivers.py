"""Table of waivers: what an authority does not hold a concession to for some time, by a decision. Written by the portal."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, Table, Writer, to, written_by


class Waiver(Table):
    """A norm, or the questions of a rule, waived from one day to another, both included; withdrawn, never deleted.

    ``entities`` narrows a rule to some vehicles or suppliers, by the keys of their rows; empty is the whole rule.
    """

    __tablename__ = "waivers"
    __table_args__ = (
        CheckConstraint("(norm IS NULL) <> (rule IS NULL)", "one_scope"),
        {"info": written_by(Writer.PORTAL)},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    concession: Mapped[UUID] = mapped_column(to("concessions.id"), index=True)
    decision_number: Mapped[str]
    reason: Mapped[str]
    norm: Mapped[str | None] = mapped_column(CODE)
    rule: Mapped[str | None] = mapped_column(CODE)
    entities: Mapped[list[str]] = mapped_column(default=list)
    starts: Mapped[date]
    ends: Mapped[date]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[UUID | None] = mapped_column(to("people.id"))
    withdrawn_reason: Mapped[str] = mapped_column(default="")
