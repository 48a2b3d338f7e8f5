"""The form of asking as it was sent: whom it asks what, and what of it goes along from page to page."""

from __future__ import annotations

from typing import Any, Final

from flask import request
from sqlalchemy.orm import Session

from portal.asking.firms import Firm, firms_of
from portal.holder.about import About
from portal.refusals import Refused
from portal.use_cases.asking import Wanted
from schemas.clock import today
from schemas.questions import questions_for
from schemas.web import Said
from schemas.web.asking import AS_ROLE, DEVIATES, asking_form, own_questions

NOBODY_LEFT: Final = Said(
    "Kies op de lijst ten minste één leverancier die nog niet is gevraagd.",
    "Choose at least one supplier from the list that was not asked yet.",
)
NOT_CARRIED: Final = frozenset({"csrf_token", AS_ROLE})


def form_of(session: Session, known: About) -> tuple[dict[str, Any], list[Wanted], tuple[Firm, ...]]:
    """The form as it was filled in, with whom it asks what; the firms stand in the order of its fields."""
    who = list(dict.fromkeys(request.form.getlist("wie")))
    sent: dict[str, Any] = asking_form(len(who)).load(request.form)
    form = sent | {"deviates": [place for place in sent["deviates"] if place != sent["as_role"]]}
    firms = {firm.id: firm for firm in firms_of(session, known.report, today()) or ()}
    if not set(who) <= set(firms):
        raise Refused(NOBODY_LEFT, field="wie", status=409)
    chosen = tuple(firms[one] for one in who)
    return form, [_wanted(firm, form, place) for place, firm in enumerate(chosen)], chosen


def chosen_questions(firm: Firm, form: dict[str, Any], place: int) -> tuple[str, ...]:
    """What one firm is asked, in the order of the catalogue: its own questions, or those of its role."""
    own = str(place) in form["deviates"]
    chosen = set(form[f"questions_of_{place}" if own else f"questions_{firm.role.value}"])
    return tuple(one.id for one in questions_for(firm.role) if one.id in chosen)


def carried(form: dict[str, Any]) -> list[tuple[str, str]]:
    """All that was filled in, for a page that goes on with it; of a firm that deviates no longer, nothing of that."""
    back = form["as_role"]
    dropped = {(DEVIATES, back)}
    return [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in NOT_CARRIED and (name, value) not in dropped and (not back or name != own_questions(back))
    ]


def own_choice(place: int) -> tuple[str, ...] | None:
    """The questions of a firm on a form that is shown again; none where it is asked what its role is asked."""
    sent = request.form
    return tuple(sent.getlist(own_questions(place))) if str(place) in sent.getlist(DEVIATES) else None


def _wanted(firm: Firm, form: dict[str, Any], place: int) -> Wanted:
    return Wanted(
        supplier_id=firm.id,
        name=firm.name,
        role=firm.role,
        tier=firm.tier,
        employees=firm.employees,
        registration=firm.registration,
        email=form[f"email_{place}"],
        language=form[f"language_{place}"],
        questions=chosen_questions(firm, form, place),
    )
