"""The page of what happened to a report, for both sides."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.holder.about import about
from portal.holder.conversations import conversations_about
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES
from portal.timeline.steps import steps_of
from portal.visitor import me
from schemas.store import reading

timeline = Blueprint("timeline", __name__)


@timeline.get("/rapportages/<uuid:report>/verloop")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        conversations = conversations_about(session, me(), [report])[report]
        steps = steps_of(session, known, conversations, me())
        return render_template("timeline/page.html", about=known, steps=steps)
