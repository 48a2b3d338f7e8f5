"""Answering a holder that asks to open more of a report that was sent back in part."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.errors import shown_on
from portal.manager.blueprint import manager
from portal.manager.review_views import report_page
from portal.tenancy import own_report
from portal.use_cases.reopening import answer_reopening
from portal.visitor import me
from schemas.store import sessions
from schemas.web.reopenings import AnswerReopeningSchema
from schemas.words import Role


@manager.post("/beoordelingen/<uuid:report>/heropening/<uuid:reopening>")
@for_role(Role.MANAGER)
@shown_on("manager.reopening_page")
def answer_reopening_request(report: UUID, reopening: UUID) -> ResponseReturnValue:
    form = AnswerReopeningSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        answer_reopening(
            session,
            own,
            reopening,
            granted=form["granted"],
            sheets=tuple(form["sheets"]),
            reason=form["reason"],
            by=me().id,
        )
    flash(_("Uw antwoord op het verzoek om bladen te openen is verstuurd."), "info")
    return redirect(url_for(".report_page", report=report), 303)


@manager.get("/beoordelingen/<uuid:report>/heropening/<uuid:reopening>")
@for_role(Role.MANAGER)
def reopening_page(report: UUID, reopening: UUID) -> ResponseReturnValue:
    """Where a refused answer is shown: the page of the report."""
    del reopening
    return report_page(report)
