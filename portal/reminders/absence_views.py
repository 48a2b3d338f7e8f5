"""Saying until when one is away, on the own account."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_signed_in
from portal.errors import shown_on
from portal.filters import date_long
from portal.reminders.blueprint import reminders
from portal.use_cases.reminding import tell_absence
from portal.visitor import me
from schemas.store import sessions
from schemas.web.reminders import AbsenceSchema


@reminders.post("/account/afwezig")
@for_signed_in
@shown_on("accounts.account")
def away() -> ResponseReturnValue:
    form = AbsenceSchema().load(request.form)
    with sessions().begin() as session:
        tell_absence(session, me().id, until=form["until"], replaced_by=form["replaced_by"])
    until = form["until"]
    told = _("Tot en met %(day)s krijgt u geen herinneringen.", day=date_long(until)) if until else ""
    flash(told or _("U krijgt weer herinneringen."), "meets")
    return redirect(url_for("accounts.account"), 303)
