"""The pages of the improvement plan: all measures, proposing one, and one with its history and what can be done."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.errors import shown_on
from portal.language import in_language, language
from portal.plan.history import changed, history
from portal.plan.missed import missed
from portal.plan.shown import measures_shown, origin_word, progress_word, shown_as, unit_of
from portal.sizes import takes_files
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES, leads, own_concession
from portal.use_cases.planning import (
    Proposing,
    Telling,
    answer_proposal,
    change_measure,
    drop_measure,
    measure_of,
    propose_measure,
    tell_progress,
)
from portal.use_cases.taking import Taken, take_evidence
from portal.visitor import me
from schemas.norms import NORM, NORMS
from schemas.store import reading, sessions
from schemas.texts import Language
from schemas.web.plans import AnswerProposalSchema, DropSchema, NewMeasureSchema, ProgressSchema, ProposalSchema
from schemas.words import MeasureOrigin, Progress, Role

plan = Blueprint("plan", __name__)
PROPOSERS: Final = (Role.REPORTER, Role.SIGNATORY)


@plan.get("/concessies/<uuid:concession>/plan")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        around = _around(session, concession)
        return render_template("plan/page.html", measures=measures_shown(session, concession), **around)


@plan.get("/concessies/<uuid:concession>/plan/nieuw")
@for_role(*PROPOSERS)
def new_page(concession: UUID) -> ResponseReturnValue:
    asked = request.values.get("norm", "")
    origin = MeasureOrigin.NORM if asked in NORM else MeasureOrigin.FREE
    with reading() as session:
        around = _around(session, concession)
        given = request.values.get("vanwege") or origin.value
        return render_template(
            "plan/new.html",
            norm=asked,
            origin=given,
            norms=_norms(),
            missed=missed(session, concession, asked),
            unit=unit_of(asked),
            key=uuid4(),
            **around,
        )


@plan.post("/concessies/<uuid:concession>/plan/nieuw")
@for_role(*PROPOSERS)
def propose(concession: UUID) -> ResponseReturnValue:
    form = NewMeasureSchema().load(request.form)
    with sessions().begin() as session:
        own = own_concession(session, me(), concession).id
        norm, origin = form["norm"] or None, form["origin"]
        made = propose_measure(session, own, _proposing(form), origin=origin, norm=norm, by=me().id)
    flash(_("Uw voorstel ligt bij de provincie. Zij krijgt bericht."), "meets")
    return redirect(url_for(".measure_page", concession=concession, measure=made), 303)


@plan.get("/concessies/<uuid:concession>/plan/<uuid:measure>")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def measure_page(concession: UUID, measure: UUID) -> ResponseReturnValue:
    with reading() as session:
        around = _around(session, concession)
        known = measure_of(session, concession, measure)
        return render_template(
            "plan/measure.html",
            one=shown_as(known),
            changed=changed,
            steps=history(known),
            number=_plain,
            keys=[uuid4() for _key in range(3)],
            **around,
        )


@plan.post("/concessies/<uuid:concession>/plan/<uuid:measure>/voorstel")
@for_role(*PROPOSERS)
@shown_on("plan.measure_page")
def change(concession: UUID, measure: UUID) -> ResponseReturnValue:
    form = ProposalSchema().load(request.form)
    with sessions().begin() as session:
        own = own_concession(session, me(), concession).id
        change_measure(session, own, measure, _proposing(form), by=me().id)
    flash(_("Uw voorstel ligt bij de provincie. Zij krijgt bericht."), "meets")
    return redirect(url_for(".measure_page", concession=concession, measure=measure), 303)


@plan.post("/concessies/<uuid:concession>/plan/<uuid:measure>/vervallen")
@for_role(*PROPOSERS)
@shown_on("plan.measure_page")
def drop(concession: UUID, measure: UUID) -> ResponseReturnValue:
    form = DropSchema().load(request.form)
    with sessions().begin() as session:
        own = own_concession(session, me(), concession).id
        drop_measure(session, own, measure, key=form["key"], reason=form["reason"], by=me().id)
    flash(_("Uw voorstel ligt bij de provincie. Zij krijgt bericht."), "meets")
    return redirect(url_for(".measure_page", concession=concession, measure=measure), 303)


@plan.post("/concessies/<uuid:concession>/plan/<uuid:measure>/antwoord")
@for_role(Role.MANAGER)
@shown_on("plan.measure_page")
def answer(concession: UUID, measure: UUID) -> ResponseReturnValue:
    form = AnswerProposalSchema().load(request.form)
    with sessions().begin() as session:
        own = own_concession(session, me(), concession).id
        answer_proposal(session, own, measure, form["proposal"], form["answer"], reason=form["reason"], by=me().id)
    flash(_("Uw antwoord is verstuurd. De houder krijgt bericht."), "meets")
    return redirect(url_for(".measure_page", concession=concession, measure=measure), 303)


@plan.post("/concessies/<uuid:concession>/plan/<uuid:measure>/voortgang")
@for_role(*HOLDER_ROLES)
@takes_files("evidence_limit_bytes")
@shown_on("plan.measure_page")
def progress(concession: UUID, measure: UUID) -> ResponseReturnValue:
    form = ProgressSchema().load(request.form)
    with reading() as session:
        own_concession(session, me(), concession)
        measure_of(session, concession, measure)
    telling = Telling(
        key=form["key"], progress=form["progress"], percentage=form["percentage"], text=form["text"], file=_file()
    )
    with sessions().begin() as session:
        tell_progress(session, own_concession(session, me(), concession).id, measure, telling, by=me().id)
    flash(_("De voortgang is bewaard."), "meets")
    return redirect(url_for(".measure_page", concession=concession, measure=measure), 303)


def _around(session: Session, concession: UUID) -> dict[str, Any]:
    """What every page of the plan needs of its concession and its reader."""
    own = own_concession(session, me(), concession)
    return {
        "concession": own,
        "may_propose": me().has(*PROPOSERS),
        "may_tell": me().has(*HOLDER_ROLES),
        "may_answer": me().has(Role.MANAGER) and leads(session, me(), concession),
        "origin_word": origin_word,
        "progress_word": progress_word,
        "stands": [(one.value, progress_word(one)) for one in (Progress.PLANNED, Progress.BUSY, Progress.DONE)],
    }


def _norms() -> list[tuple[str, str]]:
    return [(one.id, in_language(one.name)) for one in NORMS]


def _plain(value: Decimal | None) -> str:
    """A number as it is typed in a field."""
    written = "" if value is None else format(value.normalize(), "f")
    return written.replace(".", ",") if language() is Language.NL else written


def _proposing(form: dict[str, Any]) -> Proposing:
    names = ("key", "title", "owner", "due", "effect", "effect_from", "effect_words", "reason")
    return Proposing(**{name: form[name] for name in names})


def _file() -> Taken | None:
    file = request.files.get("bewijs")
    return take_evidence(file.stream, name=file.filename) if file and file.filename else None
