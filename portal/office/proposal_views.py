"""The pages of proposed terms: what they would change, and the decision on them."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.errors import shown_on
from portal.office.beside import outcome
from portal.office.blueprint import office
from portal.office.trials import TrialShown, newest_trial_shown
from portal.refusals import NotYours
from portal.tenancy import leads, their_concession
from portal.use_cases.proposing import adopt_terms, put_aside
from portal.use_cases.trying import ask_trial
from portal.visitor import me
from schemas.clock import today
from schemas.store import Concession, Person, TermsProposal, files, reading, sessions
from schemas.terms_preview import TermsPreview
from schemas.web.office import AdoptTermsSchema, NothingSchema, ReasonSchema
from schemas.words import Role, TrialKind


@office.get("/beheer/voorstellen/<uuid:proposal>")
@for_role(Role.FUNCTIONAL_MANAGER)
def proposal(proposal: UUID) -> ResponseReturnValue:
    with reading() as session:
        found, known = _proposal(session, proposal)
        trial = newest_trial_shown(session, TrialKind.TERMS, str(proposal))
        preview = _preview(trial)
        return render_template(
            "office/proposal.html",
            proposal=found,
            by=session.get_one(Person, found.by).name,
            decided_by=session.get_one(Person, found.decided_by).name if found.decided_by else "",
            concession=known,
            trial=trial,
            preview=preview,
            outcome=outcome(preview.reports, preview.untried) if preview else None,
            leading=leads(session, me(), known.id),
            year=today().year,
        )


@office.get("/beheer/voorstellen/<uuid:proposal>/stand")
@for_role(Role.FUNCTIONAL_MANAGER)
def proposal_state(proposal: UUID) -> ResponseReturnValue:
    with reading() as session:
        _proposal(session, proposal)
        trial = newest_trial_shown(session, TrialKind.TERMS, str(proposal))
    return render_template("office/_trial.html", trial=trial, here=url_for(".proposal", proposal=proposal))


@office.post("/beheer/voorstellen/<uuid:proposal>/proef")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.proposal")
def try_proposal(proposal: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        _proposal(session, proposal)
        ask_trial(session, TrialKind.TERMS, str(proposal), by=me().id)
    return redirect(url_for(".proposal", proposal=proposal), 303)


@office.post("/beheer/voorstellen/<uuid:proposal>/besluit")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.proposal")
def adopt_proposal(proposal: UUID) -> ResponseReturnValue:
    form = AdoptTermsSchema().load(request.form)
    with sessions().begin() as session:
        found, known = _proposal(session, proposal)
        adopt_terms(session, found, from_year=form["from_year"], reason=form["reason"], by=me().id)
        address = url_for(".terms", concession=known.id)
    flash(_("De voorwaarden zijn aangenomen. Plichten die hierna openen, krijgen ze."), "meets")
    return redirect(address, 303)


@office.post("/beheer/voorstellen/<uuid:proposal>/terzijde")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.proposal")
def put_proposal_aside(proposal: UUID) -> ResponseReturnValue:
    form = ReasonSchema().load(request.form)
    with sessions().begin() as session:
        found, known = _proposal(session, proposal)
        put_aside(session, found, reason=form["reason"], by=me().id)
        address = url_for(".terms", concession=known.id)
    flash(_("Het voorstel is terzijde gelegd. Er is niets gewijzigd."), "info")
    return redirect(address, 303)


def _proposal(session: Session, proposal: UUID) -> tuple[TermsProposal, Concession]:
    found = session.get(TermsProposal, proposal)
    if found is None:
        raise NotYours(f"proposal/{proposal}")
    return found, their_concession(session, me(), found.concession)


def _preview(trial: TrialShown | None) -> TermsPreview | None:
    if trial is None or trial.result_sha256 is None:
        return None
    return TermsPreview.model_validate_json(files().read(trial.result_sha256))
