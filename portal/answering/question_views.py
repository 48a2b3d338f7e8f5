"""One question on a screen: every button saves it, and what is typed keeps itself meanwhile."""

from __future__ import annotations

from collections.abc import Mapping

from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_everyone
from portal.answering.blueprint import answering
from portal.answering.books import newest_figure
from portal.answering.question_shown import question_shown
from portal.answering.typed import given_by
from portal.answering.visits import visiting, wrote
from portal.asked_of_supplier import Asked, asked
from portal.filters import clock_time
from portal.language import in_language, language
from portal.refusals import Refused
from portal.use_cases.answering import answer, forget_draft, keep_draft
from portal.use_cases.passing_on import OwnSupplier, pass_on
from schemas.clock import now
from schemas.questions import Question
from schemas.store import AnswerDraft, reading, sessions
from schemas.web.answering import QuestionSchema
from schemas.words import AnswerKind

STAMP = "concept"


@answering.get("/antwoord/vraag/<question>")
@for_everyone
def question_page(question: str) -> ResponseReturnValue:
    visit = visiting()
    with reading() as session:
        known = asked(session, visit.ask)
        block = known.question(question)
        return render_template(
            "answering/question.html" if known.open else "answering/question_read.html",
            known=known,
            shown=question_shown(known, block, _draft(session, known, block)),
            before=known.before(block),
            figure=newest_figure(session, known, block),
            stamp=STAMP,
            back=_back(),
        )


@answering.post("/antwoord/vraag/<question>")
@for_everyone
def save(question: str) -> ResponseReturnValue:
    visit = visiting()
    with sessions().begin() as session:
        known = asked(session, visit.ask)
        block = known.question(question)
        given = given_by(request.form, known, block)
        if given.kind is AnswerKind.ASKED_ON and isinstance(given.value, Mapping):
            pass_on(session, visit.ask, block, OwnSupplier(**given.value, language=language()))
        else:
            answer(session, visit.ask, question, given)
        wrote(session, visit)
    with reading() as session:
        return redirect(_onward(asked(session, visit.ask), block), 303)


@answering.post("/antwoord/vraag/<question>/vanzelf")
@for_everyone
def autosave(question: str) -> ResponseReturnValue:
    """Keep what is typed while it is typed; nothing of it counts until it is sent with a button."""
    visit, at = visiting(), now()
    typed = QuestionSchema().load(request.form)
    # A confidential figure is kept by a button alone, as a draft would be shown back.
    if typed["confidential"]:
        with sessions().begin() as session:
            forget_draft(session, visit.ask, question)
        return jsonify(said=_("Een vertrouwelijk cijfer bewaren wij pas bij ‘Volgende’."), stempel=STAMP)
    try:
        with sessions().begin() as session:
            keep_draft(session, visit.ask, question, {"antwoord": typed["value"], "verdeling": typed["split"]})
            wrote(session, visit)
    except Refused as refused:
        return jsonify(said=in_language(refused.reason)), refused.status
    return jsonify(said=_("Opgeslagen om %(time)s.", time=clock_time(at).removesuffix(" uur")), stempel=STAMP)


def _draft(session: Session, known: Asked, question: Question) -> dict[str, object] | None:
    draft = session.get(AnswerDraft, (known.ask.id, question.id))
    return draft.typed if draft else None


def _back() -> bool:
    """Whether the supplier came from the list of its answers, and goes back there."""
    return request.args.get("terug") == "1"


def _onward(known: Asked, question: Question) -> str:
    following = None if _back() else known.after(question)
    return url_for(".question_page", question=following.id) if following else url_for(".overview")
