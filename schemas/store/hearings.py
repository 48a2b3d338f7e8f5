"""Tables of hearing the holder before a negative decision: the intention, and the holder's view. Written by the portal."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import SHA256, Table, Writer, to, written_by

BY_PORTAL = written_by(Writer.PORTAL)


class Intention(Table):
    """What an authority intends to decide on a version, and until which day the holder may give its view; never changed."""

    __tablename__ = "intentions"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    version: Mapped[UUID] = mapped_column(to("versions.id"), unique=True)
    reason: Mapped[str]
    view_by: Mapped[date]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)


class HolderView(Table):
    """The holder's view on an intention, with a file beside it where there is one; never changed."""

    __tablename__ = "holder_views"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    intention: Mapped[UUID] = mapped_column(to("intentions.id"), primary_key=True)
    text: Mapped[str]
    file_name: Mapped[str | None]
    sha256: Mapped[str | None] = mapped_column(SHA256, index=True)
    size: Mapped[int | None]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)


class ViewAddition(Table):
    """What a colleague wrote who sent a view after one was given: it counts beside it, and is never changed."""

    __tablename__ = "view_additions"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    intention: Mapped[UUID] = mapped_column(to("intentions.id"), index=True)
    text: Mapped[str]
    file_name: Mapped[str | None]
    sha256: Mapped[str | None] = mapped_column(SHA256, index=True)
    size: Mapped[int | None]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)
