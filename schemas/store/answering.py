"""Tables of a supplier at work on its answers: its visits, what it is typing, the files that it gives, and the account that it may ask for.

Of a workbook of the voluntary standard only what was asked is kept: no row keeps its bytes from being swept after a day.
"""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, SHA256, JsonObject, Table, Writer, to, written_by

BY_PORTAL = written_by(Writer.PORTAL)
BY_WORKERS = written_by(Writer.WORKERS)


class AnswerVisit(Table):
    """A browser that came in by a link, for that one ask and a short time; ``browser`` is the hash of what it keeps.

    A link in which a browser wrote (``wrote_at``) opens in no other: whoever got it passed on asks for one of its own.
    """

    __tablename__ = "answer_visits"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    token_hash: Mapped[str] = mapped_column(SHA256, primary_key=True)
    link: Mapped[UUID] = mapped_column(to("ask_links.id"), index=True)
    browser: Mapped[str] = mapped_column(SHA256)
    begun_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    wrote_at: Mapped[datetime | None]


class AccountOffer(Table):
    """A link to make an account, mailed to the address that was asked: single use, and only the hash of its secret is kept.

    Whoever holds the link of an ask can have one mailed; that the address is theirs is known when it is used, and only
    then there is somebody.
    """

    __tablename__ = "account_offers"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    ask: Mapped[UUID] = mapped_column(to("asks.id"), index=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    hash: Mapped[str] = mapped_column(SHA256, unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class AnswerDraft(Table):
    """What is being typed at one question, as it was typed; it goes when the question is answered."""

    __tablename__ = "answer_drafts"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    ask: Mapped[UUID] = mapped_column(to("asks.id"), primary_key=True)
    question: Mapped[str] = mapped_column(CODE, primary_key=True)
    typed: Mapped[JsonObject]
    at: Mapped[datetime]


class AnswerFile(Table):
    """A declaration or certificate that a supplier gives, at a question or at all of them; a ``confidential`` one is for
    the province alone.
    """

    __tablename__ = "answer_files"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    ask: Mapped[UUID] = mapped_column(to("asks.id"), index=True)
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    size: Mapped[int]
    confidential: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class AnswerBook(Table):
    """A workbook of the voluntary standard that a supplier gives instead of typing; its bytes are not kept."""

    __tablename__ = "answer_books"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    ask: Mapped[UUID] = mapped_column(to("asks.id"), index=True)
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(SHA256)
    offered_at: Mapped[datetime]


class AnswerBookRead(Table):
    """What such a workbook says of the questions: ``found`` has a text and its cell per question, ``said`` what is wrong."""

    __tablename__ = "answer_books_read"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    book: Mapped[UUID] = mapped_column(to("answer_books.id"), primary_key=True)
    at: Mapped[datetime]
    entity: Mapped[str | None]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    found: Mapped[JsonObject]
    said: Mapped[JsonObject]
    refused: Mapped[bool]
