"""The page on which a step is taken: the same for every kind, with the fields that belong to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.holder.about import about
from portal.language import in_language
from portal.refusals import NotYours
from portal.shortfalls.blueprint import READERS, shortfalls
from portal.shortfalls.cases import CaseShown, own_case
from portal.shortfalls.words import CLOSINGS, RULINGS, TO_TAKE
from portal.sizes import takes_files
from portal.tenancy import HOLDER_ROLES, leads
from portal.use_cases.shortfall_steps import Stepping, take_step
from portal.use_cases.taking import Taken, take_evidence
from portal.visitor import SignedIn, me
from schemas.calendar import working_day_from
from schemas.clock import today
from schemas.shortfalls import BURDENSOME, BY_HOLDER, LEGAL_REMEDIES, StepKind
from schemas.store import reading, sessions
from schemas.web.shortfalls import StepSchema
from schemas.words import OrganisationKind, Role

KINDS: Final = {kind.value: kind for kind in StepKind}


@shortfalls.get("/tekortkomingen/<uuid:shortfall>/stap/<kind>")
@for_role(*READERS)
def step_page(shortfall: UUID, kind: str) -> ResponseReturnValue:
    with reading() as session:
        shown = own_case(session, me(), shortfall)
        known = about(session, me(), shown.case.report)
        asked = _kind(kind, me(), leading=leads(session, me(), known.concession.id))
        return render_template("shortfalls/step.html", about=known, shown=shown, **_form(shown, asked))


@shortfalls.post("/tekortkomingen/<uuid:shortfall>/stap/<kind>")
@for_role(*READERS)
@takes_files("upload_limit_bytes")
def send_step(shortfall: UUID, kind: str) -> ResponseReturnValue:
    form = StepSchema().load(request.form)
    with reading() as session:
        shown = own_case(session, me(), shortfall)
        leading = leads(session, me(), about(session, me(), shown.case.report).concession.id)
        asked = _kind(kind, me(), leading=leading)
    given = Stepping(kind=asked, file=_file(), **form | {"consequence": form["consequence"] or None})
    holder = me().kind is OrganisationKind.HOLDER
    with sessions().begin() as session:
        take_step(session, own_case(session, me(), shortfall).case.id, given, by=me().id, holder=holder)
    flash(_sent(asked, holder=holder), "info")
    return redirect(url_for(".case_page", shortfall=shortfall), 303)


def _kind(name: str, person: SignedIn, *, leading: bool) -> StepKind:
    """The kind of step in the address, if this person takes such steps; an objection or appeal needs who may bind the holder."""
    kind = KINDS.get(name)
    if kind is None:
        raise NotYours(f"step/{name}")
    if person.kind is OrganisationKind.HOLDER:
        allowed = kind in BY_HOLDER and person.has(*((Role.SIGNATORY,) if kind in LEGAL_REMEDIES else HOLDER_ROLES))
    else:
        allowed = kind is not StepKind.VIEW and person.has(Role.MANAGER) and leading
    if not allowed:
        raise NotYours(f"step/{name}")
    return kind


def _form(shown: CaseShown, kind: StepKind) -> dict[str, Any]:
    terms = shown.track.terms
    return {
        "kind": kind.value,
        "title": TO_TAKE[kind],
        "burdensome": kind in BURDENSOME,
        "by_holder": me().kind is OrganisationKind.HOLDER,
        "consequences": [(one.code, f"{in_language(one.name)} ({one.article})") for one in terms.consequences],
        "rulings": [(one.value, word) for one, word in RULINGS.items()],
        "closings": [(one.value, word) for one, word in CLOSINGS.items()],
        "term": _usual_term(shown, kind),
        "known": shown.track.amount,
        "key": uuid4(),
    }


def _usual_term(shown: CaseShown, kind: StepKind) -> date | None:
    """The last day as the terms of the concession usually give it."""
    terms = shown.track.terms
    days = {StepKind.WARNING: terms.warning_days, StepKind.PLAN: terms.plan_days}.get(kind)
    return working_day_from(today() + timedelta(days=days)) if days else None


def _sent(kind: StepKind, *, holder: bool) -> str:
    if holder:
        return str(_("Verstuurd. De provincie krijgt bericht."))
    if kind in BURDENSOME:
        return str(_("Uw voorstel ligt bij de tweede lezer. De houder weet er nog niet van."))
    return str(_("Vastgelegd. De houder krijgt bericht."))


def _file() -> Taken | None:
    chosen = request.files.get("bewijs")
    return take_evidence(chosen.stream, name=chosen.filename) if chosen and chosen.filename else None
