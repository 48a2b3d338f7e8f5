"""What more suppliers of the demo answered: two gave figures, one refused, one did not know, and one the holder declares as missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from deploy.demo.asked import wanted_of
from deploy.demo.chain import suppliers
from portal.use_cases.asking import ask_suppliers
from portal.use_cases.judging_answers import declare_gap
from schemas.clock import now
from schemas.store import Answer, AnswersSent, Ask, facts_of
from schemas.texts import Language
from schemas.words import AnswerKind

Key = Callable[[str], UUID]
# It has an account, and is asked by the other holder too.
TWO_HOLDERS: Final = "L7"
CONTACTS: Final = {
    "L5": "data@fabelmijn.example",
    "L7": "info@bedachtebanden.example",
    "L9": "kantoor@schijnenglans.example",
    "L10": "office@schijnkathode.example",
    "L16": "beheer@nergenshuizen.example",
}
# One answer says something else than the report, so that the holder has to choose.
EMPLOYEES: Final = {"L7": "71", "L16": "12"}
REFUSES, DOES_NOT_KNOW, STAYS_AWAY = "L9", "L10", "L5"
WHY: Final = "De mijn antwoordt niet; Proefcel Batterijen vraagt het na en vult volgend jaar aan."
EMPLOYEES_ASKED: Final = "Q-SUP-01"


def ask_and_answer(session: Session, report: UUID, *, year: int, by: UUID, key: Key) -> None:
    """Ask five more suppliers, let four of them react, and declare what stays away."""
    due = facts_of(session, report).dates.suppliers_answer_by
    wanted = [
        wanted_of(row, email=email, language=Language.NL if row.country == "NL" else Language.EN)
        for row in suppliers(year)
        if (email := CONTACTS.get(row.supplier_id))
    ]
    ask_suppliers(session, report, wanted, due=max(due, now().date() + timedelta(days=15)), key=key("more"), by=by)
    session.flush()
    asks = session.scalars(select(Ask).where(Ask.report == report, Ask.supplier_id.in_(set(CONTACTS) - {STAYS_AWAY})))
    for ask in asks.all():
        session.add_all(_answers(ask))
        session.add(AnswersSent(ask=ask.id, sent_at=now() + timedelta(seconds=2), sha256="0" * 64))
    session.flush()
    declare_gap(session, report, STAYS_AWAY, WHY, by=by)


def _answers(ask: Ask) -> Iterator[Answer]:
    """An answer to every question; what is not given the supplier does not know."""
    kind = AnswerKind.REFUSED if ask.supplier_id == REFUSES else AnswerKind.UNKNOWN
    for question in ask.questions:
        value = EMPLOYEES.get(ask.supplier_id) if question == EMPLOYEES_ASKED else None
        given = AnswerKind.GIVEN if value else kind
        at = now() + timedelta(seconds=1)
        yield Answer(ask=ask.id, question=question, kind=given, value=value, answered_at=at)
