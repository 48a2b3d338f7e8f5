"""Tables of the improvement plan: measures, what was proposed of them, what was answered, and how far they are.

Nothing in them is ever changed: where a measure stands follows from its newest rows. Written by the portal.
"""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, SHA256, Table, Writer, to, written_by
from schemas.words import MeasureAnswerKind, MeasureOrigin, Progress

BY_PORTAL = written_by(Writer.PORTAL)


class Measure(Table):
    """A measure of a concession, from what it came, and the norm that it is to bring nearer where there is one."""

    __tablename__ = "measures"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    concession: Mapped[UUID] = mapped_column(to("concessions.id"), index=True)
    origin: Mapped[MeasureOrigin]
    norm: Mapped[str | None] = mapped_column(CODE)
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class MeasureProposal(Table):
    """What a measure is to be: the first proposal, or a later one that changes it or drops it, with the reason why.

    ``effect`` is how much the norm's figure is expected to change, in its unit, from ``effect_from`` on.
    """

    __tablename__ = "measure_proposals"
    __table_args__ = (UniqueConstraint("measure", "number"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    measure: Mapped[UUID] = mapped_column(to("measures.id"))
    number: Mapped[int]
    title: Mapped[str]
    owner: Mapped[str]
    due: Mapped[date]
    effect: Mapped[Decimal | None]
    effect_from: Mapped[date | None]
    effect_words: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    drops: Mapped[bool] = mapped_column(default=False)
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)


class MeasureAnswer(Table):
    """What the authority that leads says of a proposal."""

    __tablename__ = "measure_answers"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    proposal: Mapped[UUID] = mapped_column(to("measure_proposals.id"), primary_key=True)
    answer: Mapped[MeasureAnswerKind]
    reason: Mapped[str] = mapped_column(default="")
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class MeasureNote(Table):
    """How far a measure is on a day, as the holder tells it, with a file that shows it where there is one."""

    __tablename__ = "measure_notes"
    __table_args__ = (UniqueConstraint("measure", "number"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    measure: Mapped[UUID] = mapped_column(to("measures.id"))
    number: Mapped[int]
    progress: Mapped[Progress]
    percentage: Mapped[int | None]
    text: Mapped[str]
    file_name: Mapped[str | None]
    sha256: Mapped[str | None] = mapped_column(SHA256, index=True)
    size: Mapped[int | None]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)
