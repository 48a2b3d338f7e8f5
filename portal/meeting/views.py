"""The printable page of a concession for a contract meeting, for both sides."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.holder.about import abouts_of
from portal.meeting.shown import main_figures, norms_ahead, open_measures, open_questions, running_terms, verdicts_said
from portal.over_years.known import known_years
from portal.shortfalls.cases import cases_of
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES, own_concession
from portal.versions import version_to_show
from portal.visitor import me
from schemas.clock import today
from schemas.store import Organisation, reading

meeting = Blueprint("meeting", __name__)


@meeting.get("/concessies/<uuid:concession>/overleg")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        own = own_concession(session, me(), concession)
        abouts = abouts_of(session, me(), concession)
        handed_in = [(one, version) for one in abouts if (version := version_to_show(one))]
        last, version = handed_in[-1] if handed_in else (None, None)
        verdicts = verdicts_said(session, last, version.id) if last and version else []
        seen = {one.report.id for one, _version in handed_in}
        known = [one for one in known_years(session, me(), abouts) if one.about.report.id in seen and not one.draft]
        years, ahead = norms_ahead(verdicts, after=last.report.report_year) if last else ([], [])
        measures = open_measures(session, concession)
        questions = open_questions(session, me(), abouts)
        running = [one.facts for one in measures if one.facts.running]
        return render_template(
            "meeting/page.html",
            concession=own,
            holder_name=session.get_one(Organisation, own.holder).name,
            last=last,
            verdicts=verdicts,
            figures=main_figures(known),
            years=years,
            ahead=ahead,
            measures=measures,
            questions=questions,
            terms=running_terms(
                session,
                abouts,
                questions=questions,
                measures=running,
                cases=cases_of(session, me(), [one.report for one in abouts]),
            ),
            today=today(),
        )
