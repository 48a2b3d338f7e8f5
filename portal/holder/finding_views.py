"""The page of one finding: its row as the user wrote it, how to mend or explain it, and marking it for a colleague."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.holder.answering import answers_shown
from portal.holder.blueprint import READERS, WRITERS, holder
from portal.holder.findings import Filter, alone
from portal.holder.marks import marks_of
from portal.holder.rule_titles import rule_titles
from portal.holder.whole_row import whole_row
from portal.refusals import NotYours
from portal.tenancy import own_report
from portal.use_cases.marking import Marking, colleagues, mark, settle
from portal.visitor import me
from schemas.state import VersionFacts
from schemas.store import Check, Finding, Version, answers_of, reading, sessions
from schemas.web.holder import MarkSchema, SettleSchema


@holder.get("/rapportages/<uuid:report>/versies/<int:number>/bevindingen/<int:position>")
@for_role(*READERS)
def finding_page(report: UUID, number: int, position: int) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        version = known.version(number)
        finding = session.get(Finding, (version.id, position)) if position < 2**31 else None
        if finding is None:
            raise NotYours(f"version/{version.id}/finding/{position}")
        return render_template("holder/finding.html", **_shown(session, known, version, finding))


@holder.post("/rapportages/<uuid:report>/versies/<int:number>/bevindingen/<int:position>/markering")
@for_role(*READERS)
@shown_on("holder.finding_page")
def mark_finding(report: UUID, number: int, position: int) -> ResponseReturnValue:
    _mark(report, number, position)
    return redirect(
        url_for(".finding_page", report=report, number=number, position=position, _anchor="markeringen"), 303
    )


@holder.post("/rapportages/<uuid:report>/versies/<int:number>/markeringen")
@for_role(*READERS)
@shown_on("holder.check_page")
def mark_rule(report: UUID, number: int) -> ResponseReturnValue:
    rule = _mark(report, number, None)
    return redirect(url_for(".check_page", report=report, number=number, regel=rule, _anchor=rule), 303)


@holder.post("/rapportages/<uuid:report>/markeringen/<uuid:mark_id>/klaar")
@for_role(*READERS)
@shown_on("holder.settling_page")
def settle_mark(report: UUID, mark_id: UUID) -> ResponseReturnValue:
    done = SettleSchema().load(request.form)["done"]
    with sessions().begin() as session:
        settle(session, own_report(session, me(), report).id, mark_id, done=done, by=me().id)
    flash(_("Klaar. Uw collega's zien dat ook.") if done else _("De markering staat weer open."), "meets")
    return _back_to(report, mark_id)


@holder.get("/rapportages/<uuid:report>/markeringen/<uuid:mark_id>/klaar")
@for_role(*READERS)
def settling_page(report: UUID, mark_id: UUID) -> ResponseReturnValue:
    """Where a refused settling is shown, and where a mark is: the page of what was marked."""
    return _back_to(report, mark_id)


def _back_to(report: UUID, mark_id: UUID) -> ResponseReturnValue:
    with reading() as session:
        marks = marks_of(session, [about(session, me(), report)])[report]
    found = next((one.href for one in marks.lines if one.id == mark_id), None)
    return redirect(found or url_for(".report_page", report=report), 303)


def _mark(report: UUID, number: int, position: int | None) -> str:
    """Mark what the form names for the colleague that was chosen; gives the rule."""
    form = MarkSchema().load(request.form)
    with sessions().begin() as session:
        own_report(session, me(), report)
        version = about(session, me(), report).version(number).id
        marking = Marking(
            key=form["key"], rule=form["rule"], position=position, colleague=form["colleague"], note=form["note"]
        )
        mark(session, report, version, marking, by=me().id)
        name = colleagues(session, me().id)[form["colleague"]]
    flash(_("Gemarkeerd voor %(name)s, die krijgt een mail.", name=name), "meets")
    return marking.rule


def _shown(session: Session, known: About, version: VersionFacts, finding: Finding) -> dict[str, Any]:
    given = answers_of(session, known.report, session.get_one(Version, version.id))
    group = alone(session, finding, given)
    return {
        "about": known,
        "version": version,
        "check": session.get_one(Check, version.id),
        "finding": finding,
        "group": group,
        "one": group.rows[0],
        "row": whole_row(session, finding),
        "wanted": Filter(rule=finding.rule),
        "answers": answers_shown(given, rule_titles(session, version.id)),
        "marks": marks_of(session, [known])[known.report.id],
        "colleagues": list(colleagues(session, me().id).items()),
        "key": uuid4(),
        "may_explain": me().has(*WRITERS) and known.open_for_work and known.newest == version,
        "may_mark": known.open_for_work and known.newest == version,
    }
