"""Choosing the questions, addresses and day for some suppliers, reading the mails, and sending them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.asking.asking_page import refuse_who_may_not_ask, usual_due
from portal.asking.asking_sent import NOBODY_LEFT, carried, chosen_questions, form_of, own_choice
from portal.asking.blueprint import asking
from portal.asking.firms import Firm, chosen_firms, firms_of, known_before, usual_language
from portal.asking.preview import MailShown, mail_shown
from portal.asking.words import role_word, standing_for
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.holder.blueprint import WRITERS
from portal.language import in_language
from portal.tenancy import own_report
from portal.use_cases.asking import ask_suppliers, refuse_asking
from portal.visitor import me
from schemas.clock import today
from schemas.questions import questions_for, usual_for
from schemas.report.code_lists import ChainRole
from schemas.store import Person, changed_texts, reading, sessions
from schemas.texts import Language

LANGUAGES: Final = ((Language.NL.value, "Nederlands"), (Language.EN.value, "English"))


@dataclass(frozen=True, kw_only=True)
class FirmAsked:
    """A chosen supplier on the form, with where it was mailed before; ``own`` are its questions where it deviates."""

    place: int
    firm: Firm
    email: str
    language: str
    own: tuple[str, ...] | None


@dataclass(frozen=True, kw_only=True)
class RoleAsked:
    """The questions that the chosen suppliers of one role can be asked: (id, text, how it is put to them)."""

    role: ChainRole
    label: str
    firms: tuple[Firm, ...]
    questions: tuple[tuple[str, str, str], ...]
    usual: tuple[str, ...]


@asking.get("/rapportages/<uuid:report>/uitvraag/nieuw")
@for_role(*WRITERS)
def choose_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        firms = _chosen(session, known)
        if not firms:
            flash(in_language(NOBODY_LEFT), "attention")
            return redirect(url_for(".list_page", report=report), 303)
        return render_template("asking/choose.html", about=known, **_shown(session, known, firms))


@asking.post("/rapportages/<uuid:report>/uitvraag/nieuw")
@for_role(*WRITERS)
def adjust(report: UUID) -> ResponseReturnValue:
    """Back from the mails to the form, with all that was typed."""
    return choose_page(report)


@asking.post("/rapportages/<uuid:report>/uitvraag/voorbeeld")
@for_role(*WRITERS)
@shown_on("asking.choose_page")
def preview(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        refuse_who_may_not_ask(session, known.report)
        form, wanted, firms = form_of(session, known)
        refuse_asking(session, known.report, wanted, due=form["due"])
        mails = _mails(session, known, firms, form)
    return render_template("asking/preview.html", about=known, mails=mails, due=form["due"], sent=carried(form))


@asking.post("/rapportages/<uuid:report>/uitvraag/versturen")
@for_role(*WRITERS)
@shown_on("asking.choose_page")
def send(report: UUID) -> ResponseReturnValue:
    with sessions().begin() as session:
        own = own_report(session, me(), report)
        refuse_who_may_not_ask(session, own)
        known = about(session, me(), report)
        form, wanted, _chosen_firms = form_of(session, known)
        asked = ask_suppliers(session, own.id, wanted, due=form["due"], key=form["key"], by=me().id)
    flash(
        ngettext("%(num)s leverancier krijgt een mail.", "%(num)s leveranciers krijgen een mail.", len(asked)), "meets"
    )
    return redirect(url_for(".list_page", report=report), 303)


def _chosen(session: Session, known: About) -> tuple[Firm, ...]:
    firms = firms_of(session, known.report, today()) or ()
    return chosen_firms(firms, request.values.getlist("wie"))


def _mails(session: Session, known: About, firms: tuple[Firm, ...], form: dict[str, Any]) -> list[MailShown]:
    person, due, texts = session.get_one(Person, me().id), form["due"], changed_texts(session)
    return [
        mail_shown(
            known,
            firm,
            to=form[f"email_{place}"],
            language=form[f"language_{place}"],
            questions=chosen_questions(firm, form, place),
            due=due,
            contact=f"{person.name}, {person.email}",
            place=place,
            own=str(place) in form["deviates"],
            texts=texts,
        )
        for place, firm in enumerate(firms)
    ]


def _shown(session: Session, known: About, firms: tuple[Firm, ...]) -> dict[str, Any]:
    return {
        "firms": _firms(session, known, firms),
        "by_role": _by_role(firms),
        "due": _day(usual_due(known)),
        "languages": LANGUAGES,
        "role_word": role_word,
        "key": uuid4(),
        "again": request.method == "POST",
    }


def _firms(session: Session, known: About, firms: tuple[Firm, ...]) -> list[FirmAsked]:
    before = known_before(session, known.report)
    return [
        FirmAsked(
            place=place,
            firm=firm,
            email=before[firm.id].email if firm.id in before else "",
            language=(before[firm.id].language if firm.id in before else usual_language(firm)).value,
            own=own_choice(place),
        )
        for place, firm in enumerate(firms)
    ]


def _by_role(firms: tuple[Firm, ...]) -> list[RoleAsked]:
    of = {role: tuple(firm for firm in firms if firm.role is role) for role in ChainRole}
    return [
        RoleAsked(
            role=role,
            label=in_language(role.label),
            firms=inside,
            questions=tuple((one.id, in_language(one.text), standing_for(one, inside)) for one in questions_for(role)),
            usual=tuple(one.id for one in usual_for(role)),
        )
        for role, inside in of.items()
        if inside
    ]


def _day(day: date) -> str:
    return day.isoformat()
