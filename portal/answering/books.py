"""The workbooks that a supplier gave, with what was read in them, as its pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.answer_words import value_in_words
from portal.asked_of_supplier import Asked, is_divided
from portal.language import in_language
from portal.refusals import NotYours
from schemas.questions import Question
from schemas.store import AnswerBook, AnswerBookRead
from schemas.texts import Bilingual


@dataclass(frozen=True, kw_only=True)
class FigureRead:
    """A figure of a workbook that answers a question: its value as it is kept, in words, and its cell."""

    question: Question
    label: str
    value: str
    told: str
    place: str
    divided: bool


@dataclass(frozen=True, kw_only=True)
class BookShown:
    """A workbook and what it says; ``read`` is none while it waits for its reader."""

    book: AnswerBook
    read: AnswerBookRead | None
    figures: tuple[FigureRead, ...]
    said: tuple[str, ...]


def book_shown(session: Session, known: Asked, book_id: UUID) -> BookShown:
    """One workbook of this ask; raises :class:`NotYours` (404) for one of another."""
    book = session.get(AnswerBook, book_id)
    if book is None or book.ask != known.ask.id:
        raise NotYours(f"answer_book/{book_id}")
    read = session.get(AnswerBookRead, book_id)
    return BookShown(book=book, read=read, figures=_figures(known, read), said=_said(read))


def newest_figure(session: Session, known: Asked, question: Question) -> FigureRead | None:
    """What the newest workbook says of a question."""
    query = select(AnswerBookRead).join(AnswerBook, AnswerBook.id == AnswerBookRead.book)
    newest = session.scalars(
        query.where(AnswerBook.ask == known.ask.id).order_by(AnswerBook.offered_at.desc(), AnswerBook.id)
    ).first()
    return next((one for one in _figures(known, newest) if one.question is question), None)


def _figures(known: Asked, read: AnswerBookRead | None) -> tuple[FigureRead, ...]:
    found: Mapping[str, Mapping[str, str]] = read.found if read else {}
    return tuple(
        FigureRead(
            question=one,
            label=in_language(one.text),
            value=found[one.id]["value"],
            told=value_in_words(one, found[one.id]["value"]),
            place=found[one.id]["place"],
            divided=is_divided(one),
        )
        for one in known.questions
        if one.id in found
    )


def _said(read: AnswerBookRead | None) -> tuple[str, ...]:
    return tuple(in_language(Bilingual.model_validate(one)) for one in (read.said["texts"] if read else ()))
