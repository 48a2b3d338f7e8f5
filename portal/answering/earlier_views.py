"""Answering once: what the firm answered before is shown to it, and taken over by one confirmation."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from portal.access import for_everyone
from portal.answering.blueprint import answering
from portal.answering.question_shown import answer_in_words
from portal.answering.visits import visiting, wrote
from portal.asked_of_supplier import asked
from portal.earlier_answers import earlier_answers
from portal.language import in_language
from portal.refusals import Refused
from portal.use_cases.answering import Given, answer
from schemas.answered import value_of
from schemas.store import reading, sessions
from schemas.web import Said
from schemas.web.answering import ReusedSchema

NOTHING_CHOSEN = Said("Kies ten minste één antwoord.", "Choose at least one answer.")


@answering.get("/antwoord/eerder")
@for_everyone
def earlier_page() -> ResponseReturnValue:
    visit = visiting()
    with reading() as session:
        known = asked(session, visit.ask)
        found = earlier_answers(session, known)
        options = [
            (
                one.question.id,
                in_language(one.question.text),
                answer_in_words(one.question, one.answer),
                one.holder,
                one.year,
            )
            for one in found
        ]
        return render_template("answering/earlier.html", known=known, options=options)


@answering.post("/antwoord/eerder")
@for_everyone
def reuse() -> ResponseReturnValue:
    chosen = set(ReusedSchema().load(request.form)["questions"])
    visit = visiting()
    with sessions().begin() as session:
        found = [one for one in earlier_answers(session, asked(session, visit.ask)) if one.question.id in chosen]
        if not found:
            raise Refused(NOTHING_CHOSEN, field="vragen")
        for one in found:
            given = Given(
                kind=one.answer.kind,
                value=value_of(one.answer.value),
                confidential=one.answer.confidential,
                reused_from=one.answer.id,
            )
            answer(session, visit.ask, one.question.id, given)
        wrote(session, visit)
    flash(ngettext("%(num)s antwoord overgenomen.", "%(num)s antwoorden overgenomen.", len(found)), "meets")
    return redirect(url_for(".start"), 303)
