"""Settling a task that a reminder left."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.refusals import NotYours
from portal.reminders.blueprint import reminders
from portal.reminders.tasks import is_task_of
from portal.use_cases.reminding import settle_task
from portal.visitor import me
from schemas.store import ReminderTaskSettled, sessions
from schemas.web.holder import NothingSchema
from schemas.words import Role


@reminders.post("/herinneringen/<uuid:mail>/afgehandeld")
@for_role(Role.REPORTER, Role.SIGNATORY)
def settle(mail: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        if session.get(ReminderTaskSettled, mail) is None:
            if not is_task_of(session, me().organisation, mail):
                raise NotYours(f"mail/{mail}")
            settle_task(session, mail, by=me().id)
    flash(_("Afgehandeld."), "meets")
    return redirect(url_for("holder.home"), 303)
