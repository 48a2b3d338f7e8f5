"""What only served to check an answer is forgotten: figures of a supplier's workbook, once its answers were sent."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store import AnswerBook, AnswerBookRead, last_sent
from schemas.texts import Bilingual

FORGOTTEN: Final = Bilingual(
    nl="U hebt uw antwoorden verstuurd. De andere cijfers uit dit werkboek hebben wij vergeten.",
    en="You sent your answers. We have forgotten the other figures of this workbook.",
)


def forget_books(session: Session) -> int:
    """Forget what was read in workbooks that were offered before their answers were sent; tells of how many."""
    last = last_sent()
    query = (
        select(AnswerBookRead)
        .join(AnswerBook, AnswerBook.id == AnswerBookRead.book)
        .join(last, last.c.ask == AnswerBook.ask)
        .where(AnswerBook.offered_at <= last.c.sent_at, AnswerBookRead.refused.is_(False))
        .order_by(AnswerBookRead.book)
    )
    known = [one for one in session.scalars(query) if one.found or one.entity]
    for one in known:
        one.found, one.said = {}, {"texts": [FORGOTTEN.model_dump()]}
        one.entity = one.starts = one.ends = None
    return len(known)
