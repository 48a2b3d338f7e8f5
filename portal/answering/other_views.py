"""For who answers several holders: what else waits at the same address, and a link to it by mail, to that address alone."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_everyone
from portal.answering.blueprint import answering
from portal.answering.visits import mail_link, visiting
from portal.asked_of_supplier import asked
from portal.asks_at_address import AskAtAddress, asks_at
from portal.refusals import NotYours
from portal.same_firm import same_firm
from schemas.store import Ask, reading, sessions
from schemas.web.holder import NothingSchema

MOST_SHOWN: Final = 20


@answering.get("/antwoord/andere")
@for_everyone
def others_page() -> ResponseReturnValue:
    visit = visiting()
    if visit.by_account:
        return redirect(url_for(".asks_page"), 303)
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


def other_asks(session: Session, own: Ask) -> list[AskAtAddress]:
    """The asks of the same firm that can still be answered, the one that is due first first."""
    found = asks_at(session, Ask.id != own.id, same_firm(own), Ask.revoked_at.is_(None), most=MOST_SHOWN)
    return [one for one in found if one.may_answer]
