"""Suppliers on the stage: one that was just asked, one half way, one that is done, and one whose request was taken back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy import select

from portal.use_cases.answering import Given, answer, send
from portal.use_cases.asking import Wanted, ask_suppliers, revoke
from portal.use_cases.giving_files import add_file, offer_book
from portal.use_cases.supplier_accounts import ask_account
from portal.use_cases.taking import take_evidence, take_voluntary_book
from schemas.clock import now, today
from schemas.report.code_lists import ChainRole
from schemas.settings import settings
from schemas.store import AccountOffer, Answer, AnswerJudged, Ask, AskLink, sessions
from schemas.texts import Language
from schemas.tokens import secret_of
from schemas.words import AnswerKind
from tests.unit.workers.intake.voluntary_books import a_voluntary_book

QUESTIONS = ("Q-SUP-01", "Q-GHG-01", "Q-SUP-03", "Q-SUP-05", "Q-CON-05", "Q-CON-02", "Q-EVI-01")
FRESH, HALF, DONE, REVOKED = "Taxi Nieuw", "Taxi Halverwege", "Taxi Klaar", "Taxi Ingetrokken"
AGAIN = "Taxi Klaar, nog een keer"
ACCOUNT = "account"
SPLIT = "Een derde van onze kilometers"
GIVEN = (
    ("Q-SUP-01", Given(kind=AnswerKind.GIVEN, value=Decimal(45))),
    ("Q-GHG-01", Given(kind=AnswerKind.GIVEN, value=Decimal(182_400), split=SPLIT, confidential=True)),
    ("Q-SUP-03", Given(kind=AnswerKind.REFUSED)),
)


def play_suppliers(report: UUID, other: UUID, *, by: UUID) -> dict[str, str]:
    """Ask and answer; gives the address of each supplier's link."""
    asks = {name: _ask(report, number, name, by) for number, name in enumerate((FRESH, HALF, DONE, REVOKED), start=1)}
    asks[AGAIN] = _ask(other, 3, DONE, by)
    _half_way(asks[HALF], by)
    _all_done(asks[DONE])
    with sessions().begin() as session:
        revoke(session, session.get_one(Ask, asks[REVOKED]), by=by)
        query = select(AskLink.ask, AskLink.id).order_by(AskLink.made_at)
        links = dict(session.execute(query).tuples().all())
    addresses = {name: f"/antwoord/{secret_of(links[ask], settings().secret)}" for name, ask in asks.items()}
    return addresses | {ACCOUNT: _offered(asks[HALF])}


def _offered(ask: UUID) -> str:
    """The address of the link to make an account, as its mail holds it."""
    with sessions().begin() as session:
        ask_account(session, ask)
        offer = session.scalars(select(AccountOffer.id).where(AccountOffer.ask == ask)).one()
    return f"/leverancier/account/{secret_of(offer, settings().secret)}"


def _ask(report: UUID, number: int, name: str, by: UUID) -> UUID:
    wanted = Wanted(
        supplier_id=f"T{number}",
        name=name,
        role=ChainRole.SUBCONTRACTOR,
        tier=1,
        employees=45,
        email=f"taxi{number}@voorbeeld.example",
        language=Language.NL,
        questions=QUESTIONS,
    )
    with sessions().begin() as session:
        [ask] = ask_suppliers(session, report, [wanted], due=today() + timedelta(days=12), key=uuid4(), by=by)
    return ask


def _half_way(ask: UUID, by: UUID) -> None:
    _give(ask, GIVEN)
    with sessions().begin() as session:
        add_file(session, ask, take_evidence(io.BytesIO(b"%PDF-1.7 a declaration"), name="verklaring.pdf"))
        one = session.scalars(select(Answer).where(Answer.ask == ask, Answer.question == "Q-SUP-01")).one()
        session.add(AnswerJudged(answer=one.id, accepted=False, remark="Zijn dit er niet 54?", by=by, at=now()))
    for content in (a_voluntary_book({"NumberOfEmployees": 45}), b"PK\x03\x04 half a workbook"):
        with sessions().begin() as session:
            offer_book(session, ask, take_voluntary_book(io.BytesIO(content), name="vsme.xlsx"))


def _all_done(ask: UUID) -> None:
    _give(ask, [*GIVEN, *((one, Given(kind=AnswerKind.UNKNOWN)) for one in QUESTIONS[len(GIVEN) :])])
    with sessions().begin() as session:
        send(session, ask)


def _give(ask: UUID, given: Sequence[tuple[str, Given]]) -> None:
    for question, one in given:
        with sessions().begin() as session:
            answer(session, ask, question, one)
