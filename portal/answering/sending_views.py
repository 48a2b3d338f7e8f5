"""All answers on one page, sending them, and the receipt; and telling that somebody else is the one to ask."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import for_everyone
from portal.answering.blueprint import answering
from portal.answering.question_shown import answer_in_words
from portal.answering.visits import visiting, wrote
from portal.asked_of_supplier import Asked, asked
from portal.errors import shown_on
from portal.language import in_language
from portal.use_cases.answering import Given, answer, send
from schemas.store import reading, sessions
from schemas.web.answering import WrongPersonSchema
from schemas.web.holder import NothingSchema
from schemas.words import AnswerKind


@answering.get("/antwoord/overzicht")
@for_everyone
def overview() -> ResponseReturnValue:
    visit = visiting()
    with reading() as session:
        known = asked(session, visit.ask)
        return render_template("answering/overview.html", known=known, lines=lines(known))


@answering.post("/antwoord/versturen")
@for_everyone
@shown_on("answering.overview")
def send_answers() -> ResponseReturnValue:
    NothingSchema().load(request.form)
    visit = visiting()
    with sessions().begin() as session:
        send(session, visit.ask)
        wrote(session, visit)
    return redirect(url_for(".done"), 303)


@answering.get("/antwoord/klaar")
@for_everyone
def done() -> ResponseReturnValue:
    visit = visiting()
    with reading() as session:
        known = asked(session, visit.ask)
        return render_template("answering/done.html", known=known, lines=lines(known))


@answering.post("/antwoord/verkeerd")
@for_everyone
@shown_on("answering.start")
def wrong_person() -> ResponseReturnValue:
    name = WrongPersonSchema().load(request.form)["name"]
    visit = visiting()
    given = Given(kind=AnswerKind.WRONG_PERSON, value={"name": name} if name else None)
    with sessions().begin() as session:
        for question in asked(session, visit.ask).unanswered:
            answer(session, visit.ask, question.id, given)
        send(session, visit.ask)
        wrote(session, visit)
    return redirect(url_for(".done"), 303)


def lines(known: Asked) -> list[tuple[str, str, str, str]]:
    """Every question with its answer in words, and how the figure was divided."""
    return [
        (
            one.id,
            in_language(one.text),
            answer_in_words(one, known.answers[one.id]) if one.id in known.answers else "",
            known.answers[one.id].split if one.id in known.answers else "",
        )
        for one in known.questions
    ]
