"""The page on which a manager opens a case."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.holder.about import about
from portal.language import in_language
from portal.shortfalls.blueprint import shortfalls
from portal.tenancy import own_report
from portal.use_cases.opening_shortfalls import busy_norms, missed_norms, open_shortfall
from portal.visitor import me
from schemas.clock import today
from schemas.norms import NORM, TIMELY
from schemas.shortfall_subjects import missing, uncorrected
from schemas.store import reading, sessions
from schemas.web.shortfalls import OpenShortfallSchema
from schemas.words import Role


@shortfalls.get("/rapportages/<uuid:report>/tekortkomingen/nieuw")
@for_role(Role.MANAGER)
def opening_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        lacks, back = missing(known.facts, on=today()), uncorrected(known.facts, on=today())
        missed = missed_norms(session, known.in_force.id) if known.in_force else [TIMELY] if lacks else []
        busy = busy_norms(session, report, sent_back=back.version if back else None)
        norms = [(one, in_language(NORM[one].name) if one in NORM else one) for one in missed if one not in busy]
        return render_template(
            "shortfalls/opening.html",
            about=known,
            norms=norms,
            missing=lacks,
            back=back,
            busy=bool(busy),
            key=uuid4(),
        )


@shortfalls.post("/rapportages/<uuid:report>/tekortkomingen/nieuw")
@for_role(Role.MANAGER)
def open_case(report: UUID) -> ResponseReturnValue:
    form = OpenShortfallSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        opened = open_shortfall(
            session, own, key=form["key"], norms=form["norms"], reason=form["reason"], by=me().id
        ).id
    flash(_("Het dossier is geopend. De houder weet er nog niet van."), "info")
    return redirect(url_for(".case_page", shortfall=opened), 303)
