"""Tables of the chain of a report: what a check saw of it, which gaps its holder declares, and which answers went into the draft."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, JsonObject, Table, Writer, to, written_by

BY_PORTAL = written_by(Writer.PORTAL)


class ChainView(Table):
    """What the other sheets of a version say of its chain; ``seen`` is a :class:`schemas.chain.ChainSeen`."""

    __tablename__ = "chain_views"
    __table_args__ = {"info": written_by(Writer.WORKERS)}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    seen: Mapped[JsonObject]


class DeclaredGap(Table):
    """What a supplier was asked and will not be in the report, with the holder's reason; withdrawn, never deleted."""

    __tablename__ = "declared_gaps"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    supplier_id: Mapped[str]
    supplier_name: Mapped[str]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class AnswerTaken(Table):
    """A supplier's answer that went into the draft: on which sheet, in which cell of which row (by its keys), as what."""

    __tablename__ = "answers_taken"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    answer: Mapped[UUID] = mapped_column(to("ask_answers.id"), primary_key=True)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    sheet: Mapped[str] = mapped_column(CODE)
    row: Mapped[str]
    column: Mapped[str] = mapped_column(CODE)
    value: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
