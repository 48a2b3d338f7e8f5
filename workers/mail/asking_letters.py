"""The letters that ask a supplier and let it make an account; the link is filled in when it is posted, so that no secret is ever at rest."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.events import SupplierAccountAsked, SupplierAsked
from schemas.letters.asking_facts import Asking, asking_facts
from schemas.letters.wording import both, counted
from schemas.questions import QUESTION
from schemas.store import (
    AccountOffer,
    Ask,
    AskLink,
    Concession,
    Organisation,
    Person,
    Report,
    newest_answers,
    remarks_on,
)
from schemas.texts import Language
from workers.mail.addressing import Addressed, Desk, Facts, written
from workers.mail.facts import Reader

PAGE = "/antwoord/"
ACCOUNT_PAGE = "/leverancier/account/"
SIGN_IN_PAGE = "/inloggen"


def supplier_asked(event: SupplierAsked, desk: Desk) -> tuple[Addressed, ...]:
    """The questions, or what the holder came back on, go to the address that was given; nobody is mailed a link that was revoked."""
    ask, link = desk.session.get_one(Ask, event.ask), desk.session.get_one(AskLink, event.link)
    if ask.revoked_at or link.revoked_at:
        return ()
    facts, remarks = (
        asking_facts(_asking(desk.session, ask)),
        remarks_on(desk.session, newest_answers(desk.session, ask.id)),
    )
    template = "supplier_questioned" if remarks else "supplier_asked"
    letter = written(template, {**facts, **_questioned(remarks)}, f"{desk.base_url}{PAGE}", ask.language)
    reader = Reader(person=None, name=ask.supplier_name, email=ask.email, language=ask.language, ask=ask.id)
    return (Addressed(reader=reader, letter=letter, token=link.id),)


def supplier_account_asked(event: SupplierAccountAsked, desk: Desk) -> tuple[Addressed, ...]:
    """The link goes to the address that was asked; where somebody has an account at it, that is said there, and nowhere else."""
    offer = desk.session.get_one(AccountOffer, event.offer)
    ask = desk.session.get_one(Ask, offer.ask)
    reader = Reader(person=None, name=ask.supplier_name, email=offer.email, language=ask.language, ask=ask.id)
    facts: Facts = {"supplier": ask.supplier_name, "expires": offer.expires_at}
    if desk.session.scalars(select(Person.id).where(Person.email == offer.email)).first():
        known = written("supplier_account_known", facts, f"{desk.base_url}{SIGN_IN_PAGE}", ask.language)
        return (Addressed(reader=reader, letter=known),)
    letter = written("supplier_account", facts, f"{desk.base_url}{ACCOUNT_PAGE}", ask.language)
    return (Addressed(reader=reader, letter=letter, token=offer.id),)


def _questioned(remarks: Mapping[str, str]) -> Facts:
    """The questions on which the holder came back, with what it wrote; none where nothing was questioned."""
    asked = [(QUESTION[one].text, remark) for one, remark in remarks.items() if one in QUESTION]
    nl, en = ("  ".join(f"• {text.in_(one)} – “{remark}”" for text, remark in asked) for one in Language)
    return {
        "remarks": both(nl, en),
        "answers": counted(len(remarks), both("antwoord", "answer"), both("antwoorden", "answers")),
    }


def _asking(session: Session, ask: Ask) -> Asking:
    report = session.get_one(Report, ask.report)
    concession = session.get_one(Concession, report.concession)
    holder = session.get_one(Organisation, concession.holder).name
    above = session.get_one(Ask, ask.asked_under) if ask.asked_under else None
    person = session.get_one(Person, ask.asked_by) if ask.asked_by else None
    return Asking(
        asker=above.supplier_name if above else holder,
        holder=holder,
        concession=concession.name,
        year=report.report_year,
        supplier=ask.supplier_name,
        employees=ask.employees,
        questions=tuple(ask.questions),
        due=ask.due,
        contact=f"{person.name}, {person.email}" if person else above.email if above else "",
    )


LETTERS = (supplier_asked, supplier_account_asked)
