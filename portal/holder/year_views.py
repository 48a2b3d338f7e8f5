"""The page of a duty's whole year, from opening to decision; it prints as it is."""

from __future__ import annotations

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.extensions import extensions_of
from portal.hearings import hearings_of
from portal.holder.about import about
from portal.holder.blueprint import READERS, holder
from portal.holder.duty_year import duty_year
from portal.holder.sentences import sentence
from portal.holder.year import year_line
from portal.visitor import me
from schemas.store import reading


@holder.get("/rapportages/<uuid:report>/jaar")
@for_role(*READERS)
def year_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        extension = next(iter(extensions_of(session, [report])), None)
        steps = duty_year(known, hearings_of(session, [report]), extension)
        return render_template(
            "holder/year.html", about=known, steps=steps, sentence=sentence(known, me()), year=year_line(known)
        )
