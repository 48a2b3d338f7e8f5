"""The pages of the texts of mails: the list, and one that is read, tried, changed and put back."""

from __future__ import annotations

from typing import Final

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.errors import shown_on
from portal.office.blueprint import office
from portal.office.letters import (
    editions,
    letter_lines,
    not_arrived,
    on_the_form,
    places_shown,
    read_as_example,
    text_now,
)
from portal.refusals import NotYours
from portal.use_cases.rewording import ask_proof, put_back, reword
from portal.visitor import me
from schemas.letters.texts import LetterText
from schemas.letters.words import WORDINGS
from schemas.store import reading, sessions
from schemas.store.again import waiting_again
from schemas.web.letters import Deed, LetterTextSchema, PutBackSchema
from schemas.words import Role

SHOWN: Final = 50


@office.get("/beheer/brieven")
@for_role(Role.FUNCTIONAL_MANAGER)
def letters() -> ResponseReturnValue:
    with reading() as session:
        lost = not_arrived(session, me())[:SHOWN]
        again = waiting_again(session, [one.mail for one in lost])
        return render_template("office/letters.html", lines=letter_lines(session), not_arrived=lost, again=again)


@office.get("/beheer/brieven/<template>")
@for_role(Role.FUNCTIONAL_MANAGER)
def letter(template: str) -> ResponseReturnValue:
    return _page(_known(template))


@office.post("/beheer/brieven/<template>")
@for_role(Role.FUNCTIONAL_MANAGER)
def change_letter(template: str) -> ResponseReturnValue:
    form = LetterTextSchema(_known(template)).load(request.form)
    if form["deed"] is Deed.KEEP:
        with sessions().begin() as session:
            reword(session, template, form["text"], reason=form["reason"], by=me().id)
        flash(_("De tekst is bewaard. Nieuwe mails krijgen haar."), "meets")
        return redirect(url_for(".letter", template=template), 303)
    if form["deed"] is Deed.PROOF:
        with sessions().begin() as session:
            ask_proof(session, template, form["text"], by=me().id)
    # What was typed stays in the form: nothing is kept yet.
    g.typed = request.form
    return _page(template, tried=form["text"], mailed=form["deed"] is Deed.PROOF)


@office.post("/beheer/brieven/<template>/terug")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.letter")
def put_letter_back(template: str) -> ResponseReturnValue:
    form = PutBackSchema().load(request.form)
    with sessions().begin() as session:
        put_back(session, _known(template), form["number"], reason=form["reason"], by=me().id)
    flash(_("De eerdere tekst geldt weer."), "meets")
    return redirect(url_for(".letter", template=template), 303)


def _known(template: str) -> str:
    if template not in WORDINGS:
        raise NotYours(f"letter/{template}")
    return template


def _page(template: str, *, tried: LetterText | None = None, mailed: bool = False) -> ResponseReturnValue:
    with reading() as session:
        now = text_now(session, template)
        return render_template(
            "office/letter.html",
            template=template,
            form=on_the_form(now),
            read=read_as_example(template, tried or now),
            tried=tried is not None,
            mailed=mailed,
            places=places_shown(template),
            editions=editions(session, template),
        )
