"""The page of the verdicts and figures of a version, each with its why."""

from __future__ import annotations

from uuid import UUID

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.holder.about import about
from portal.holder.blueprint import READERS, holder
from portal.holder.conversations import conversations_about
from portal.holder.indicators import figures_shown, status_word
from portal.holder.verdicts import verdict_lines
from portal.holder.waived import waived_norms
from portal.over_years.charts import over_the_years, years_until
from portal.visitor import me
from schemas.store import Check, FactorSet, declared_gaps, reading


@holder.get("/rapportages/<uuid:report>/versies/<int:number>/oordeel")
@for_role(*READERS)
def judgement_page(report: UUID, number: int) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        version = known.version(number)
        check = session.get(Check, version.id)
        if check is None or check.unreadable_nl is not None:
            return redirect(url_for(".check_page", report=report, number=number), 303)
        verdicts = verdict_lines(session, known, version.id)
        return render_template(
            "holder/judgement.html",
            about=known,
            version=version,
            check=check,
            factors=session.get(FactorSet, check.factor_set) if check.factor_set else None,
            verdicts=verdicts,
            declared=declared_gaps(session, [report])[report],
            waived_norms=waived_norms(session, known.report),
            conversations=conversations_about(session, me(), [report])[report],
            shown=figures_shown(
                session,
                version.id,
                page=url_for(".judgement_page", report=report, number=number),
                of_norms=[(one.indicator, one.part) for one in verdicts],
            ),
            status_word=status_word,
            drawn=over_the_years(years_until(session, me(), known, version.id)),
        )
