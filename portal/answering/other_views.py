"""For who answers several holders: what else waits at the same address, and a link to it by mail, to that address alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from portal.access import for_everyone
from portal.answering.blueprint import answering
from portal.answering.visits import mail_link, visiting
from portal.asked_of_supplier import answers_may_change, asked
from portal.refusals import NotYours
from schemas.store import (
    Answer,
    AnswersSent,
    Ask,
    Concession,
    Organisation,
    Report,
    all_facts,
    reading,
    sessions,
)
from schemas.web.holder import NothingSchema

MOST_SHOWN: Final = 20


@dataclass(frozen=True, kw_only=True)
class OtherAsk:
    """An ask at the same address and name that still can be answered."""

    id: UUID
    asker: str
    concession: str
    year: int
    due: date
    sent: bool


@answering.get("/antwoord/andere")
@for_everyone
def others_page() -> ResponseReturnValue:
    visit = visiting()
    with reading() as session:
        known = asked(session, visit.ask)
        return render_template("answering/others.html", known=known, others=other_asks(session, known.ask))


@answering.get("/antwoord/andere/<uuid:ask>")
@for_everyone
def other_page(ask: UUID) -> ResponseReturnValue:
    """Where a refusal is shown: with all of them."""
    del ask
    return others_page()


@answering.post("/antwoord/andere/<uuid:ask>")
@for_everyone
def mail_other(ask: UUID) -> ResponseReturnValue:
    """Mail the link of another ask to the address that both went to."""
    NothingSchema().load(request.form)
    visit = visiting()
    with sessions().begin() as session:
        own = session.get_one(Ask, visit.ask)
        if ask not in {one.id for one in other_asks(session, own)}:
            raise NotYours(f"ask/{ask}")
        mail_link(session, ask)
    flash(_("De link komt op het mailadres waar ook deze vraag heen ging."), "meets")
    return redirect(url_for(".others_page"), 303)


def other_asks(session: Session, own: Ask) -> list[OtherAsk]:
    """The asks of the same firm that are open, the one that is due first first; in a fixed number of queries."""
    above = aliased(Ask)
    same_name = func.lower(Ask.supplier_name) == own.supplier_name.lower()
    query = (
        select(Ask, Report, Concession.name, func.coalesce(above.supplier_name, Organisation.name))
        .join(Report, Report.id == Ask.report)
        .join(Concession, Concession.id == Report.concession)
        .join(Organisation, Organisation.id == Concession.holder)
        .outerjoin(above, above.id == Ask.asked_under)
        .where(Ask.id != own.id, Ask.email == own.email, same_name, Ask.revoked_at.is_(None))
    )
    found = session.execute(query.order_by(Ask.due, Ask.id).limit(MOST_SHOWN)).all()
    facts = all_facts(session, list({report.id: report for _, report, _, _ in found}.values()))
    done = _done(session, [ask.id for ask, _, _, _ in found])
    return [
        OtherAsk(
            id=ask.id,
            asker=asker,
            concession=concession,
            year=report.report_year,
            due=ask.due,
            sent=ask.id in done,
        )
        for ask, report, concession, asker in found
        if answers_may_change(facts[report.id])
    ]


def _done(session: Session, asks: Sequence[UUID]) -> frozenset[UUID]:
    """The asks whose answers were sent, and of which nothing was answered since."""
    sent = select(AnswersSent.ask, func.max(AnswersSent.sent_at)).where(AnswersSent.ask.in_(asks))
    answered = select(Answer.ask, func.max(Answer.answered_at)).where(Answer.ask.in_(asks))
    sent_at = dict[UUID, datetime](session.execute(sent.group_by(AnswersSent.ask).order_by(AnswersSent.ask)).all())
    last = dict[UUID, datetime](session.execute(answered.group_by(Answer.ask).order_by(Answer.ask)).all())
    return frozenset(ask for ask, at in sent_at.items() if last.get(ask, at) <= at)
