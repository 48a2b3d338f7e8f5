"""The page with what suppliers answered: the holder reads it at once, the province once the report was handed in."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.answering.blueprint import answering
from portal.answering.given import answers_sent, questions_for_the_holder, questions_for_the_province
from portal.holder.about import about
from portal.supplier_files import files_for
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES
from portal.visitor import me
from schemas.state import Standing
from schemas.store import reading
from schemas.words import OrganisationKind

# Before that a report is its holder's alone.
WITH_THE_PROVINCE: Final = frozenset({Standing.HANDED_IN, Standing.IN_REVIEW, Standing.DECIDED})


@answering.get("/rapportages/<uuid:report>/leveranciersantwoorden")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def answers_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        theirs = me().kind is OrganisationKind.AUTHORITY
        there = not theirs or known.state.standing in WITH_THE_PROVINCE
        found = answers_sent(session, report) if there else []
        return render_template(
            "answering/given.html",
            about=known,
            theirs=theirs,
            waits=not there,
            questions=questions_for_the_province(found) if theirs else questions_for_the_holder(session, report, found),
            files=files_for(session, me(), report) if there else (),
        )
