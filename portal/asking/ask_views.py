"""One ask: what was asked, how it stands, asking again by a new link, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.asking.asking_page import may_ask_for, refuse_who_may_not_ask
from portal.asking.blueprint import asking
from portal.asking.words import ANSWER_WORDS, STAND_TONES, STAND_WORDS, standing_words
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.holder.blueprint import READERS, WRITERS
from portal.language import in_language
from portal.refusals import NotYours
from portal.tenancy import own_report
from portal.use_cases.asking import ask_again, ask_of, revoke
from portal.visitor import me
from schemas.asking import AskFacts, AskStand, late, stand_of
from schemas.clock import today
from schemas.questions import QUESTION
from schemas.store import Ask, Person, Undelivered, asks_of, reading, sessions, undelivered_about
from schemas.store.again import waiting_again
from schemas.web.asking import AskAgainSchema
from schemas.web.holder import NothingSchema


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something that happened to an ask."""

    when: datetime
    text: str


@asking.get("/rapportages/<uuid:report>/uitvraag/<uuid:ask>")
@for_role(*READERS)
def ask_page(report: UUID, ask: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        return render_template("asking/ask.html", about=known, **_shown(session, known, ask))


@asking.post("/rapportages/<uuid:report>/uitvraag/<uuid:ask>/opnieuw")
@for_role(*WRITERS)
@shown_on("asking.ask_page")
def again(report: UUID, ask: UUID) -> ResponseReturnValue:
    form = AskAgainSchema().load(request.form)
    with sessions().begin() as session:
        one = _own(session, report, ask)
        ask_again(session, one, email=form["email"], due=form["due"], by=me().id)
        name = one.supplier_name
    flash(_("%(name)s krijgt een nieuwe mail.", name=name), "meets")
    return redirect(url_for(".ask_page", report=report, ask=ask), 303)


@asking.post("/rapportages/<uuid:report>/uitvraag/<uuid:ask>/intrekken")
@for_role(*WRITERS)
@shown_on("asking.ask_page")
def take_back(report: UUID, ask: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        one = _own(session, report, ask)
        revoke(session, one, by=me().id)
        name = one.supplier_name
    flash(_("Het verzoek aan %(name)s is ingetrokken. De link werkt niet meer.", name=name), "info")
    return redirect(url_for(".ask_page", report=report, ask=ask), 303)


def _own(session: Session, report: UUID, ask: UUID) -> Ask:
    own = own_report(session, me(), report)
    refuse_who_may_not_ask(session, own)
    return ask_of(session, own.id, ask)


def _shown(session: Session, known: About, ask_id: UUID) -> dict[str, Any]:
    asks = {one.id: one for one in asks_of(session, [known.report.id])}
    ask = asks.get(ask_id)
    if ask is None:
        raise NotYours(f"ask/{ask_id}")
    above = asks.get(ask.asked_under) if ask.asked_under else None
    person = session.get_one(Person, ask.asked_by).name if ask.asked_by else ""
    stand = stand_of(ask, today())
    lost = _lost(session, ask)
    return {
        "ask": ask,
        "role": in_language(ask.role.label),
        "stand": str(STAND_WORDS[stand]),
        "tone": STAND_TONES.get(stand, "info"),
        "late": late(ask, today()),
        "revoked": stand is AskStand.REVOKED,
        "asker": above.supplier_name if above else person,
        "below": [one for one in asks.values() if one.asked_under == ask.id],
        "questions": [_question(ask, one) for one in ask.questions if one in QUESTION],
        "steps": sorted([*_steps(ask), *_returned(lost)], key=lambda step: step.when, reverse=True),
        "lost": lost,
        "sent_again": waiting_again(session, [one.mail for one in lost]),
        "may_ask": may_ask_for(session, known),
    }


def _lost(session: Session, ask: AskFacts) -> list[Undelivered]:
    """The mails to this address that did not arrive."""
    lost = undelivered_about(session, ask.report)
    return [one for one in lost if one.person is None and one.recipient == ask.email]


def _returned(lost: list[Undelivered]) -> list[Step]:
    """What the server said of them."""
    return [
        Step(when=one.written_at, text=str(_("De mail kwam niet aan: %(reason)s", reason=one.reason))) for one in lost
    ]


def _question(ask: AskFacts, question: str) -> tuple[str, str, str]:
    kind = ask.answers.get(question)
    known = QUESTION[question]
    return (
        in_language(known.text),
        standing_words(known, ask.employees),
        str(ANSWER_WORDS[kind]) if kind else str(_("nog geen antwoord")),
    )


def _steps(ask: AskFacts) -> list[Step]:
    """What happened, from the rows that tell it."""
    steps = [Step(when=link.made_at, text=str(_("Mail met een link gevraagd."))) for link in ask.links]
    steps += [Step(when=link.opened_at, text=str(_("Link geopend."))) for link in ask.links if link.opened_at]
    if ask.sent_at:
        steps.append(Step(when=ask.sent_at, text=str(_("Antwoorden verstuurd."))))
    if ask.wrong_person_at:
        steps.append(Step(when=ask.wrong_person_at, text=str(_("De lezer is niet de juiste persoon."))))
    if ask.revoked_at:
        steps.append(Step(when=ask.revoked_at, text=str(_("Verzoek ingetrokken."))))
    return steps
