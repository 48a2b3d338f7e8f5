"""Whom the holder of the demo asked for last year's report: one answered, one refused what it may, one sent nothing back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from deploy.demo.asked import wanted_of
from deploy.demo.chain import suppliers
from portal.asked_of_supplier import Asked, asked
from portal.use_cases.answering import Given, answer, send
from portal.use_cases.asking import ask_again, ask_suppliers
from portal.use_cases.judging_answers import declare_gap
from schemas.questions import Question
from schemas.store import Ask
from schemas.texts import Language
from schemas.words import AnswerKind

Key = Callable[[str], UUID]
CONTACTS: Final = {
    "L15": ("sustainability@kwasistaal.example", Language.EN),
    "L17": ("info@sluitkringloop.example", Language.NL),
    "L18": ("sales@wensdroomgrafiet.example", Language.EN),
}
REFUSES, ANSWERS, STAYS_AWAY = "L18", "L17", "L15"
DUE: Final = date(2026, 4, 3)
AGAIN: Final = date(2026, 4, 20)
EMPLOYEES: Final = "Q-SUP-01"
WHY: Final = (
    "De staalfabriek antwoordt niet, ook niet na een tweede verzoek. De busfabriek vraagt het volgend jaar voor ons."
)


def ask_for_last_year(session: Session, report: UUID, *, year: int, by: UUID, key: Key) -> None:
    """Ask three suppliers of the sheet."""
    rows = [row for row in suppliers(year) if row.supplier_id in CONTACTS]
    wanted = [
        wanted_of(row, email=email, language=language)
        for row in rows
        for email, language in [CONTACTS[row.supplier_id]]
    ]
    ask_suppliers(session, report, wanted, due=DUE, key=key("asking last year"), by=by)


def react(session: Session, report: UUID) -> None:
    """One tells what it knows, and one refuses what it may."""
    asks = {one.supplier_id: one.id for one in session.scalars(select(Ask).where(Ask.report == report))}
    for supplier in (ANSWERS, REFUSES):
        known = asked(session, asks[supplier])
        for question in known.questions:
            answer(session, known.ask.id, question.id, _given(known, question, refuses=supplier == REFUSES))
        session.flush()
        send(session, known.ask.id)


def ask_who_stays_away_again(session: Session, report: UUID, *, by: UUID) -> None:
    """The third gets a new link and two weeks more."""
    query = select(Ask).where(Ask.report == report, Ask.supplier_id == STAYS_AWAY)
    ask = session.scalars(query).one()
    ask_again(session, ask, email=ask.email, due=AGAIN, by=by)


def declare_who_stays_away(session: Session, report: UUID, *, by: UUID) -> None:
    """The holder hands in without the third, and says why."""
    declare_gap(session, report, STAYS_AWAY, WHY, by=by)


def _given(known: Asked, question: Question, *, refuses: bool) -> Given:
    if refuses and known.asked_as(question).may_refuse:
        return Given(kind=AnswerKind.REFUSED)
    if question.id == EMPLOYEES:
        return Given(kind=AnswerKind.GIVEN, value=Decimal(known.ask.employees or 0))
    return Given(kind=AnswerKind.UNKNOWN)
