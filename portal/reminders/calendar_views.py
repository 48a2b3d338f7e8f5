"""The page with the reminders of a report, for both sides."""

from __future__ import annotations

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.holder.about import about
from portal.reminders.blueprint import reminders
from portal.reminders.calendar import calendar_of
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES
from portal.visitor import me
from schemas.store import reading


@reminders.get("/rapportages/<uuid:report>/herinneringen")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        calendar = calendar_of(session, known.report)
        return render_template("reminders/page.html", about=known, calendar=calendar)
