"""Answering a holder that asks for more time."""

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
from portal.use_cases.extending import answer_extension
from portal.visitor import me
from schemas.store import sessions
from schemas.web.extensions import AnswerExtensionSchema
from schemas.words import Role


@manager.post("/beoordelingen/<uuid:report>/uitstel/<uuid:extension>")
@for_role(Role.MANAGER)
@shown_on("manager.request_page")
def answer_request(report: UUID, extension: UUID) -> ResponseReturnValue:
    form = AnswerExtensionSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        answer_extension(
            session,
            own,
            extension,
            granted=form["granted"],
            until=form["until"],
            reason=form["reason"],
            by=me().id,
        )
    flash(_("Uw antwoord op het verzoek om uitstel is verstuurd."), "info")
    return redirect(url_for(".report_page", report=report), 303)


@manager.get("/beoordelingen/<uuid:report>/uitstel/<uuid:extension>")
@for_role(Role.MANAGER)
def request_page(report: UUID, extension: UUID) -> ResponseReturnValue:
    """Where a refused answer is shown: the page of the report."""
    del extension
    return report_page(report)
