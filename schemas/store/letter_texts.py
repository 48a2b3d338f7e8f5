"""Tables of the texts of letters: every text that somebody gave a letter, and the proofs that were asked of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import JSON, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from schemas.letters.texts import LetterText
from schemas.store.shapes import CODE, JsonObject, Table, Writer, to, written_by


class LetterTextSet(Table):
    """A text that was given to a kind of letter; none puts the usual text back. The highest number counts, and none is changed."""

    __tablename__ = "letter_texts"
    __table_args__ = {"info": written_by(Writer.PORTAL)}  # noqa: RUF012

    template: Mapped[str] = mapped_column(CODE, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[JsonObject | None] = mapped_column(JSON(none_as_null=True))
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class LetterProof(Table):
    """Somebody asked to get a text by mail, filled with an example, before or after it counts."""

    __tablename__ = "letter_proofs"
    __table_args__ = {"info": written_by(Writer.PORTAL)}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    template: Mapped[str] = mapped_column(CODE)
    body: Mapped[JsonObject]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


def text_from(body: JsonObject) -> LetterText:
    """A text as it lies in a row."""
    return LetterText.model_validate(body, strict=False)


def texts_of(session: Session, template: str) -> list[LetterTextSet]:
    """Every text that was given to a kind of letter, newest first."""
    query = select(LetterTextSet).where(LetterTextSet.template == template)
    return list(session.scalars(query.order_by(LetterTextSet.number.desc())))


def newest_texts(session: Session) -> Mapping[str, LetterTextSet]:
    """Of each kind of letter that was ever changed, the row that counts."""
    rows = session.scalars(select(LetterTextSet).order_by(LetterTextSet.template, LetterTextSet.number))
    return {row.template: row for row in rows}


def changed_texts(session: Session) -> Mapping[str, LetterText]:
    """The texts that count instead of the usual ones."""
    return {name: text_from(row.body) for name, row in newest_texts(session).items() if row.body is not None}
