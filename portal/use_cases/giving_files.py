"""Giving a file instead of typing: a declaration or certificate with the answers, or a workbook to take figures from."""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.answering import open_ask
from portal.use_cases.taking import Taken
from schemas.clock import now
from schemas.events import AnswerBookOffered
from schemas.store import AnswerBook, AnswerFile, tell
from schemas.web import Said

MOST_FILES: Final = 20
TOO_MANY: Final = Said(
    "Er horen al {most} bestanden bij deze vragen. Haal er eerst een weg.",
    "There are {most} files with these questions already. Take one away first.",
)


def add_file(session: Session, ask: UUID, piece: Taken, *, confidential: bool = False) -> None:
    """Put a declaration or certificate with the answers; one of the same name takes the place of what was there.

    A ``confidential`` one is for the province alone.
    """
    known = open_ask(session, ask)
    if len(known.files) >= MOST_FILES:
        raise Refused(TOO_MANY.format(most=MOST_FILES), field="bewijs")
    same = (piece.name, piece.sha256, confidential)
    if any((one.file_name, one.sha256, one.confidential) == same for one in known.files):
        return
    for one in known.files:
        if one.file_name.casefold() == piece.name.casefold():
            one.removed_at = now()
    session.add(
        AnswerFile(
            ask=ask,
            file_name=piece.name,
            sha256=piece.sha256,
            size=piece.size,
            confidential=confidential,
            added_at=now(),
        )
    )
    noted(session, Action.ANSWER_FILE_ADDED, f"ask/{ask}", details={"file": piece.sha256})


def remove_file(session: Session, ask: UUID, file: UUID) -> None:
    """Take a file away; twice is once."""
    open_ask(session, ask)
    piece = session.get(AnswerFile, file)
    if piece is None or piece.ask != ask:
        raise NotYours(f"answer_file/{file}")
    if piece.removed_at is None:
        piece.removed_at = now()
        noted(session, Action.ANSWER_FILE_REMOVED, f"ask/{ask}", details={"file": piece.sha256})


def offer_book(session: Session, ask: UUID, taken: Taken) -> AnswerBook:
    """Have a workbook of the voluntary standard read by a worker; its bytes are swept after a day."""
    known = open_ask(session, ask)
    _refuse_too_many_books(session, ask)
    book = AnswerBook(id=uuid4(), ask=ask, file_name=taken.name, sha256=taken.sha256, offered_at=now())
    session.add(book)
    tell(session, AnswerBookOffered(report=known.ask.report, ask=ask, book=book.id))
    noted(session, Action.ANSWER_BOOK_OFFERED, f"ask/{ask}", details={"file": taken.sha256})
    return book


def _refuse_too_many_books(session: Session, ask: UUID) -> None:
    offered = session.scalar(select(func.count()).select_from(AnswerBook).where(AnswerBook.ask == ask))
    if (offered or 0) >= MOST_FILES:
        raise Refused(TOO_MANY.format(most=MOST_FILES), field="bestand")
