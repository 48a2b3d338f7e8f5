"""Tables of publishing a decided report: choices per item, the notice to the holder, its view, the release. Written by the portal."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.publication.grounds import Ground
from schemas.store.shapes import Table, Writer, to, written_by

BY_PORTAL = written_by(Writer.PORTAL)


class Publication(Table):
    """An edition of what is public of a report: begun by the officer; ``number`` counts from 1 within the report."""

    __tablename__ = "publications"
    __table_args__ = (UniqueConstraint("report", "number"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    version: Mapped[UUID] = mapped_column(to("versions.id"))
    number: Mapped[int]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class PublicationChoice(Table):
    """What was decided on one item, with its ground; never changed: of an item the highest ``turn`` counts."""

    __tablename__ = "publication_choices"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    publication: Mapped[UUID] = mapped_column(to("publications.id"), primary_key=True)
    item: Mapped[str] = mapped_column(String(260), primary_key=True)
    turn: Mapped[int] = mapped_column(primary_key=True)
    public: Mapped[bool]
    ground: Mapped[Ground | None]
    remark: Mapped[str] = mapped_column(default="")
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class PublicationNotice(Table):
    """The holder was told what becomes public, as it was decided up to ``turn``, and has until a day to give its view."""

    __tablename__ = "publication_notices"
    __table_args__ = (UniqueConstraint("publication", "turn"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    publication: Mapped[UUID] = mapped_column(to("publications.id"))
    turn: Mapped[int]
    view_by: Mapped[date]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class PublicationView(Table):
    """The holder's view on what becomes public; never changed."""

    __tablename__ = "publication_views"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    notice: Mapped[UUID] = mapped_column(to("publication_notices.id"), primary_key=True)
    text: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class PublicationRelease(Table):
    """The moment of publishing; ``event`` is the one for which the worker made the files."""

    __tablename__ = "publication_releases"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    publication: Mapped[UUID] = mapped_column(to("publications.id"), primary_key=True)
    event: Mapped[UUID] = mapped_column(unique=True)
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class PublicationWithdrawal(Table):
    """A publication that was taken back, and why; the reason stands on the public page."""

    __tablename__ = "publication_withdrawals"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    publication: Mapped[UUID] = mapped_column(to("publications.id"), primary_key=True)
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
