"""Deciding on a report, and the second reading of what is negative."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.errors import shown_on
from portal.holder.about import about
from portal.language import in_language
from portal.manager.blueprint import manager
from portal.manager.review_views import summary
from portal.tenancy import own_report
from portal.use_cases.deciding import Deciding, decide, second
from portal.use_cases.hearing import announce
from portal.visitor import me
from schemas.report.sheets import SHEETS
from schemas.store import reading, sessions
from schemas.web.hearings import IntentionSchema
from schemas.web.manager import DecideSchema, SecondSchema
from schemas.words import DecisionOutcome, Role


@manager.get("/beoordelingen/<uuid:report>/besluit")
@for_role(Role.MANAGER)
def decision_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        shown = summary(session, known)
        if not shown["may_establish"]:
            flash(_("Over dit rapport valt nu niets te besluiten. Hieronder staat hoe het ervoor staat."), "attention")
            return redirect(url_for(".report_page", report=report), 303)
        sheets = [(model.sheet, in_language(model.label)) for model in SHEETS]
        return render_template("manager/decision.html", **shown, key=uuid4(), intention_key=uuid4(), sheets=sheets)


@manager.post("/beoordelingen/<uuid:report>/besluit")
@for_role(Role.MANAGER)
def decide_report(report: UUID) -> ResponseReturnValue:
    form = DecideSchema().load(request.form)
    back = form["outcome"] is DecisionOutcome.SENT_BACK
    deciding = Deciding(
        outcome=form["outcome"],
        reason=form["reason"],
        key=form["key"],
        term=form["term"] if back else None,
        sheets=tuple(form["sheets"]) if back else (),
        unheard=form["unheard"] if back else "",
    )
    with sessions().begin() as session:
        decide(session, own_report(session, me(), report).id, deciding, by=me().id)
    if deciding.outcome is DecisionOutcome.SENT_BACK:
        flash(_("Uw voorstel ligt bij de tweede lezer."), "info")
    else:
        flash(_("Het besluit is genomen. De houder krijgt bericht."), "meets")
    return redirect(url_for(".report_page", report=report), 303)


@manager.post("/beoordelingen/<uuid:report>/voornemen")
@for_role(Role.MANAGER)
@shown_on("manager.decision_page")
def announce_intention(report: UUID) -> ResponseReturnValue:
    form = IntentionSchema().load(request.form)
    with sessions().begin() as session:
        announce(session, own_report(session, me(), report).id, key=form["key"], reason=form["reason"], by=me().id)
    flash(_("Uw voornemen is aangekondigd. De houder krijgt bericht en heeft twee weken voor een zienswijze."), "info")
    return redirect(url_for(".report_page", report=report), 303)


@manager.post("/beoordelingen/<uuid:report>/tweede-lezing")
@for_role(Role.SECOND_READER)
@shown_on("manager.report_page")
def second_reading(report: UUID) -> ResponseReturnValue:
    form = SecondSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        second(session, own, confirmed=form["confirmed"], reason=form["reason"], by=me().id)
    said = (
        _("Bevestigd. De houder krijgt bericht.")
        if form["confirmed"]
        else _("Niet bevestigd. De manager krijgt het terug.")
    )
    flash(said, "info")
    return redirect(url_for(".report_page", report=report), 303)
