"""Coming in by a link and going out: the secret leaves the address at once, and never comes back into it."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import for_everyone
from portal.accounts.views import remember_language
from portal.answering.blueprint import answering
from portal.answering.other_views import other_asks
from portal.answering.visits import NOBODY, NoVisit, come_in, give_cookies, leave, mail_anew, take_cookie, visiting
from portal.asked_of_supplier import asked, contact_of
from portal.earlier_answers import earlier_answers
from portal.language import language_cookie
from portal.visitor import visitor
from schemas.letters.asking_facts import minutes_for
from schemas.store import reading
from schemas.web.holder import NothingSchema
from schemas.words import Role


@answering.get("/antwoord/<secret>")
@for_everyone
def link_page(secret: str) -> ResponseReturnValue:
    came = come_in(secret)
    response = redirect(url_for(".start"), 303)
    give_cookies(response, came)
    if not request.cookies.get(language_cookie()):
        remember_language(response, came.ask.language)
    return response


@answering.post("/antwoord/<secret>")
@for_everyone
def ask_anew(secret: str) -> ResponseReturnValue:
    """Mail a new link to the address of the ask; whether one is under way already is told to nobody."""
    NothingSchema().load(request.form)
    mail_anew(secret)
    return redirect(url_for(".mailed"), 303)


@answering.get("/antwoord/nieuwe-link")
@for_everyone
def mailed() -> ResponseReturnValue:
    return render_template("answering/mailed.html")


@answering.get("/antwoord")
@for_everyone
def start() -> ResponseReturnValue:
    visit = visiting()
    with reading() as session:
        known = asked(session, visit.ask)
        return render_template(
            "answering/start.html",
            known=known,
            minutes=minutes_for(len(known.unanswered)),
            contact=contact_of(session, known.ask),
            earlier=len(earlier_answers(session, known)),
            others=0 if visit.by_account else len(other_asks(session, known.ask)),
        )


@answering.post("/antwoord/sluiten")
@for_everyone
def close() -> ResponseReturnValue:
    NothingSchema().load(request.form)
    visit = visiting()
    leave(visit)
    response = redirect(url_for(".asks_page" if visit.by_account else ".closed"), 303)
    take_cookie(response)
    return response


@answering.get("/antwoord/gesloten")
@for_everyone
def closed() -> ResponseReturnValue:
    return render_template("answering/closed.html")


@answering.app_errorhandler(NoVisit)
def no_visit(error: NoVisit) -> ResponseReturnValue:
    """Why nobody comes in, in words; who has an account chooses anew what to answer."""
    person = visitor()
    if error.reason is NOBODY and person and person.has(Role.SUPPLIER):
        return redirect(url_for("answering.asks_page"), 303)
    response = render_template("answering/no_visit.html", reason=error.reason, may_ask_anew=error.may_ask_anew)
    return response, error.code or 404
