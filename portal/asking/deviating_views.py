"""The questions of one supplier apart from those of its role, between the mails and the mails."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.asking.asking_page import refuse_who_may_not_ask
from portal.asking.asking_sent import NOBODY_LEFT, carried, chosen_questions, form_of
from portal.asking.blueprint import asking
from portal.asking.words import role_word, standing_words
from portal.errors import shown_on
from portal.holder.about import about
from portal.holder.blueprint import WRITERS
from portal.language import in_language
from portal.refusals import Refused
from portal.visitor import me
from schemas.questions import questions_for
from schemas.store import reading
from schemas.web.asking import DEVIATES, own_questions

PLACE: Final = "voor"


@asking.post("/rapportages/<uuid:report>/uitvraag/vragen")
@for_role(*WRITERS)
@shown_on("asking.choose_page")
def own_questions_page(report: UUID) -> ResponseReturnValue:
    """The questions that one of the chosen suppliers can be asked; all that was filled in goes along."""
    place = request.args.get(PLACE, "")
    with reading() as session:
        known = about(session, me(), report)
        refuse_who_may_not_ask(session, known.report)
        form, _wanted, firms = form_of(session, known)
    if not place.isdecimal() or int(place) >= len(firms):
        raise Refused(NOBODY_LEFT, status=409)
    firm, field = firms[int(place)], own_questions(int(place))
    return render_template(
        "asking/own_questions.html",
        about=known,
        firm=firm,
        role=role_word(firm),
        place=place,
        field=field,
        questions=[
            (one.id, in_language(one.text), standing_words(one, firm.employees)) for one in questions_for(firm.role)
        ],
        ticked=chosen_questions(firm, form, int(place)),
        deviates=place in form["deviates"],
        sent=[(name, value) for name, value in carried(form) if name != field and (name, value) != (DEVIATES, place)],
    )
