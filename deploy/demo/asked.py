"""Whom the holder of the demo asked: one answered, one opened its link and asked on, one mail reached the wrong person, one was taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from deploy.demo.chain import suppliers
from portal.use_cases.answering import Given, answer, send
from portal.use_cases.asking import AskedOn, Wanted, ask_on, ask_suppliers, revoke
from schemas.calendar import working_day_from
from schemas.clock import now, today
from schemas.questions import usual_for
from schemas.report.chain import Supplier
from schemas.report.code_lists import ChainRole
from schemas.store import Answer, Ask, AskLink, facts_of
from schemas.texts import Language
from schemas.words import AnswerKind

Key = Callable[[str], UUID]


@dataclass(frozen=True)
class Contact:
    """Where a supplier of the demo is asked."""

    email: str
    language: Language


CONTACTS: Final = {
    "L1": Contact("kantoor@voorbeeldtaxi.example", Language.NL),
    "L2": Contact("klanten@denkstroom.example", Language.NL),
    "L3": Contact("esg@verzonnenbus.example", Language.EN),
    "L4": Contact("sustainability@proefcel.example", Language.EN),
    "L6": Contact("werkplaats@modelgarage.example", Language.NL),
}
ANSWERED, OPENED, WRONG_PERSON, TAKEN_BACK = "L1", "L3", "L2", "L6"
SPLIT: Final = "Gereden voor deze concessie, volgens onze ritadministratie."
ANSWERS: Final = {
    "Q-SUP-01": Given(kind=AnswerKind.GIVEN, value=Decimal(45)),
    "Q-SUP-02": Given(kind=AnswerKind.GIVEN, value=True),
    "Q-SUP-03": Given(kind=AnswerKind.REFUSED),
    "Q-GHG-01": Given(kind=AnswerKind.GIVEN, value=Decimal(182_400), split=SPLIT),
    "Q-ENE-01": Given(kind=AnswerKind.GIVEN, value=Decimal(12_300), split=SPLIT),
    "Q-WRK-01": Given(kind=AnswerKind.GIVEN, value=Decimal(12), split=SPLIT),
    "Q-WRK-07": Given(kind=AnswerKind.GIVEN, value=Decimal(0), split=SPLIT),
    "Q-WRK-12": Given(kind=AnswerKind.GIVEN, value=True),
}


def ask_the_chain(session: Session, report: UUID, *, year: int, by: UUID, key: Key) -> None:
    """Ask five suppliers of the sheet, and let some of them react."""
    wanted = [
        wanted_of(row, email=contact.email, language=contact.language)
        for row in suppliers(year)
        if (contact := CONTACTS.get(row.supplier_id))
    ]
    due = max(facts_of(session, report).dates.suppliers_answer_by, working_day_from(today() + timedelta(days=14)))
    ask_suppliers(session, report, wanted, due=due, key=key("asking"), by=by)
    session.flush()
    asks = {one.supplier_id: one for one in session.scalars(select(Ask).where(Ask.report == report))}
    session.execute(update(AskLink).where(AskLink.ask == asks[OPENED].id).values(opened_at=now()))
    ask_on(session, asks[OPENED], _asked_on(key))
    session.add_all(_not_me(asks[WRONG_PERSON]))
    _answer_all(session, asks[ANSWERED])
    revoke(session, asks[TAKEN_BACK], by=by)


def ask_one(session: Session, report: UUID, *, supplier: str, email: str, by: UUID, key: Key, year: int) -> None:
    """Ask one supplier of the sheet what is usual for its role."""
    [row] = [one for one in suppliers(year) if one.supplier_id == supplier]
    due = max(facts_of(session, report).dates.suppliers_answer_by, working_day_from(today() + timedelta(days=14)))
    ask_suppliers(
        session, report, [wanted_of(row, email=email, language=Language.NL)], due=due, key=key("other"), by=by
    )


def wanted_of(row: Supplier, *, email: str, language: Language) -> Wanted:
    """What one asks of a supplier of the demo: what is usual for its role."""
    return Wanted(
        supplier_id=row.supplier_id,
        name=row.name,
        role=row.role,
        tier=row.tier,
        employees=row.employees,
        registration=row.registration,
        email=email,
        language=language,
        questions=tuple(one.id for one in usual_for(row.role)),
    )


def _asked_on(key: Key) -> AskedOn:
    return AskedOn(
        key=key("asking on"),
        name="Bedachte Bekabeling",
        role=ChainRole.OTHER,
        email="hallo@bedachtebekabeling.example",
        language=Language.EN,
        questions=tuple(one.id for one in usual_for(ChainRole.OTHER)),
    )


def _answer_all(session: Session, ask: Ask) -> None:
    """What it knows it gives; of the rest it says that it does not know."""
    session.execute(update(AskLink).where(AskLink.ask == ask.id).values(opened_at=now()))
    for one in ask.questions:
        answer(session, ask.id, one, ANSWERS.get(one, Given(kind=AnswerKind.UNKNOWN)))
    session.flush()
    send(session, ask.id)


def _not_me(ask: Ask) -> list[Answer]:
    at = now() + timedelta(seconds=1)
    return [Answer(ask=ask.id, question=one, kind=AnswerKind.WRONG_PERSON, answered_at=at) for one in ask.questions]
