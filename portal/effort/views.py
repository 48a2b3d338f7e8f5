"""The page with the proof of effort of a report, for both sides."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.filters import date_long
from portal.holder.about import about
from portal.language import language
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES
from portal.visitor import me
from schemas.clock import now
from schemas.effort import EffortStep, named_questions, sentence, summary
from schemas.store import effort_of, reading
from schemas.texts import Language

NAMED: Final = 3

effort = Blueprint("effort", __name__)


@effort.get("/rapportages/<uuid:report>/inspanning")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        told = effort_of(session, report, at=now())
    return render_template(
        "effort/page.html",
        about=known,
        told=told,
        summary=summary(told, language()),
        said=_said,
        folded=_folded,
    )


def _said(step: EffortStep) -> str:
    return sentence(step, language(), day=_day, most=NAMED)


def _folded(step: EffortStep) -> list[str]:
    """The questions that the sentence only counts."""
    return named_questions(step, language()) if len(step.questions) > NAMED else []


def _day(day: date, _language: Language) -> str:
    return date_long(day)
