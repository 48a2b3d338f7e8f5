"""The table of marks: what somebody found in a check that a colleague should look at. Written by the portal."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, Table, Writer, to, written_by

BY_PORTAL = written_by(Writer.PORTAL)


class Mark(Table):
    """A finding, or all that a rule found, marked for a colleague of the same holder.

    It sticks to (rule, entity, column), whatever the value becomes; a ``whole`` mark sticks to the rule. It lapses by
    itself once the newest version has no such finding. ``version`` is where it was marked.
    """

    __tablename__ = "marks"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    version: Mapped[UUID] = mapped_column(to("versions.id"))
    rule: Mapped[str] = mapped_column(CODE)
    whole: Mapped[bool]
    entity: Mapped[str | None]
    column: Mapped[str | None] = mapped_column(CODE)
    for_person: Mapped[UUID] = mapped_column(to("people.id"), index=True)
    note: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)
    done_at: Mapped[datetime | None]
    done_by: Mapped[UUID | None] = mapped_column(to("people.id"))
