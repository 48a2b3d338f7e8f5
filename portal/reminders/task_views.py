"""Settling a task that a reminder left, and sending a mail again."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.language import in_language
from portal.refusals import NotYours, Refused
from portal.reminders.blueprint import reminders
from portal.reminders.lost import own_mail
from portal.reminders.tasks import is_task_of
from portal.use_cases.reminding import send_again, settle_task
from portal.visitor import me
from schemas.store import ReminderTaskSettled, sessions
from schemas.web.holder import NothingSchema
from schemas.words import Role


@reminders.post("/herinneringen/<uuid:mail>/afgehandeld")
@for_role(Role.REPORTER, Role.SIGNATORY, Role.FUNCTIONAL_MANAGER)
def settle(mail: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        if session.get(ReminderTaskSettled, mail) is None:
            if not is_task_of(session, me(), mail):
                raise NotYours(f"mail/{mail}")
            settle_task(session, mail, by=me().id)
    flash(_("Afgehandeld."), "meets")
    return redirect(_back(), 303)


@reminders.post("/mails/<uuid:mail>/opnieuw")
@for_role(Role.REPORTER, Role.SIGNATORY, Role.FUNCTIONAL_MANAGER)
def again(mail: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    try:
        flash(_("De mail aan %(address)s gaat opnieuw.", address=_sent_again(mail)), "meets")
    except Refused as refused:
        # The button stands on several pages, so that none of them is the page of this form.
        flash(in_language(refused.reason), "attention")
    return redirect(_back(), 303)


def _sent_again(mail: UUID) -> str:
    """Have it sent again; gives to whom."""
    with sessions().begin() as session:
        known = own_mail(session, me(), mail)
        send_again(session, known, by=me().id)
        return known.recipient


def _back() -> str:
    return url_for("office.start" if me().has(Role.FUNCTIONAL_MANAGER) else "holder.home")
