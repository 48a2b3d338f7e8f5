"""Tables of what is being filled in: what forms hold that is in no version yet, and whose sheet it is. Written by the portal."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, Table, Writer, to, written_by

BY_PORTAL = written_by(Writer.PORTAL)


class FormSaving(Table):
    """What somebody filled in on the form of a sheet; ``revision`` counts on within report and sheet.

    ``based_on`` is the version whose rows the form began with. The newest saving counts; it is done with once it is taken
    in a ``version`` or thrown away. Two people who save on one revision ask for the same next one, and one of them gets it.
    """

    __tablename__ = "form_savings"
    __table_args__ = (UniqueConstraint("report", "sheet", "revision"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"))
    sheet: Mapped[str] = mapped_column(CODE)
    revision: Mapped[int]
    rows: Mapped[str]
    based_on: Mapped[UUID | None] = mapped_column(to("versions.id"))
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    version: Mapped[UUID | None] = mapped_column(to("versions.id"))
    thrown_away_at: Mapped[datetime | None]


class SheetTask(Table):
    """A sheet of a concession's reports that somebody of the holder looks after."""

    __tablename__ = "sheet_tasks"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    concession: Mapped[UUID] = mapped_column(to("concessions.id"), primary_key=True)
    sheet: Mapped[str] = mapped_column(CODE, primary_key=True)
    person: Mapped[UUID] = mapped_column(to("people.id"), primary_key=True, index=True)
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
