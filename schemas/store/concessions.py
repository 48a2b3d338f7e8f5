"""Tables of concessions: who grants them, who holds them, on which terms. Written by the portal."""

from datetime import date, datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, SHA256, JsonObject, Table, Writer, to, written_by

BY_PORTAL = written_by(Writer.PORTAL)
# The first day of what holds since a concession is known.
BEGINNING: Final = date.min


class Concession(Table):
    """A concession, known by its code such as ``VB-OOST``, held by one organisation."""

    __tablename__ = "concessions"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    code: Mapped[str] = mapped_column(CODE, unique=True)
    name: Mapped[str]
    holder: Mapped[UUID] = mapped_column(to("organisations.id"), index=True)
    starts: Mapped[date]
    ends: Mapped[date]


class ConcessionAuthority(Table):
    """An authority that grants the concession; the one that leads decides, the others read, comment and second.

    It does so from ``first_day`` and until ``last_day``, both included, where there is one. Who does on a day is told
    by ``schemas.store.granting`` alone.
    """

    __tablename__ = "concession_authorities"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    concession: Mapped[UUID] = mapped_column(to("concessions.id"), primary_key=True)
    organisation: Mapped[UUID] = mapped_column(to("organisations.id"), primary_key=True, index=True)
    first_day: Mapped[date] = mapped_column(primary_key=True, default=BEGINNING, server_default=BEGINNING.isoformat())
    last_day: Mapped[date | None]
    leads: Mapped[bool] = mapped_column(default=False)


class Terms(Table):
    """One edition of a concession's terms, as it was given; ``sha256`` is of its canonical JSON.

    A duty that opens takes the newest edition that is meant for its year: of ``from_year`` and later (none: of any).
    """

    __tablename__ = "terms"
    __table_args__ = (UniqueConstraint("concession", "sha256"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    concession: Mapped[UUID] = mapped_column(to("concessions.id"), index=True)
    sha256: Mapped[str] = mapped_column(SHA256)
    body: Mapped[JsonObject]
    imported_at: Mapped[datetime]
    imported_by: Mapped[UUID | None] = mapped_column(to("people.id"))
    from_year: Mapped[int | None]
