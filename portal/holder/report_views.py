"""The page of one report: state and next step, template, uploading, versions, evidence and documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage

from portal.access import for_role
from portal.chain.asked import waiting_for
from portal.decisions import decision_shown
from portal.errors import shown_on
from portal.extensions import extensions_of
from portal.hearings import hearings_of
from portal.holder.about import About, about
from portal.holder.blueprint import READERS, WRITERS, holder
from portal.holder.changed_figures import ChangedFigures, changed_figures
from portal.holder.comparing import Changes, changes
from portal.holder.conversations import conversations_about
from portal.holder.evidence import evidence_state
from portal.holder.other_years import other_years, reports_beside
from portal.holder.papers import papers
from portal.holder.sentences import next_step, sentence
from portal.holder.versions import VersionLine, version_lines
from portal.holder.year import year_line
from portal.own_sheets import sheets_to_take
from portal.refusals import Refused
from portal.reopenings import open_parts, reopenings_of
from portal.signatories import alarms_of
from portal.sizes import takes_files
from portal.tenancy import AUTHORITY_ROLES, own_report
from portal.use_cases import (
    Taken,
    Upload,
    add_evidence,
    check_again,
    remove_evidence,
    take_evidence,
    take_report_file,
    upload_version,
)
from portal.use_cases.extending import may_ask
from portal.use_cases.manifests import built_on
from portal.use_cases.taking import NO_FILE
from portal.use_cases.uploading import what_stays
from portal.visitor import me
from schemas.settings import MEBIBYTE, settings
from schemas.store import WHOLE_FILE, Organisation, reading, sessions
from schemas.store.published import editions_of
from schemas.terms import Terms
from schemas.web import Said
from schemas.web.holder import NothingSchema, Start, UploadSchema
from schemas.words import DocumentKind, OrganisationKind

NOTHING_ADDED = Said("Er is niets toegevoegd.", "Nothing was added.")
FOR_ALL_VERSIONS = (
    DocumentKind.DECISION_LETTER,
    DocumentKind.RECEIPT,
    DocumentKind.COMPLIANCE_REPORT,
    DocumentKind.DATA,
)


@dataclass(frozen=True)
class Compared:
    """Two versions that the reader put beside each other."""

    before: VersionLine
    after: VersionLine
    changes: Changes
    figures: ChangedFigures


@holder.get("/rapportages/<uuid:report>")
@for_role(*READERS, *AUTHORITY_ROLES)
def report_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        if me().kind is OrganisationKind.AUTHORITY:
            return redirect(url_for("manager.report_page", report=report), 303)
        return render_template("holder/report.html", **_shown(session, known))


@holder.post("/rapportages/<uuid:report>/versies")
@for_role(*WRITERS)
@takes_files("upload_limit_bytes")
@shown_on("holder.report_page")
def upload(report: UUID) -> ResponseReturnValue:
    form = UploadSchema().load(request.form)
    sheets = _own_sheets(report)
    wanted = Upload(
        taken=_taken(report),
        clean=form["start"] is Start.CLEAN and sheets is None,
        key=form["key"],
        note=form["note"],
        sheets=sheets or (WHOLE_FILE,),
    )
    with sessions().begin() as session:
        version = upload_version(session, own_report(session, me(), report).id, wanted, by=me().id)
    return redirect(url_for(".check_page", report=report, number=version.number), 303)


@holder.post("/rapportages/<uuid:report>/bewijs")
@for_role(*WRITERS)
@takes_files("upload_limit_bytes")
@shown_on("holder.report_page")
def upload_evidence(report: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    _own(report)
    chosen = [file for file in request.files.getlist("bewijs") if file.filename]
    if not chosen:
        raise Refused(NO_FILE, field="bewijs")
    try:
        pieces = [take_evidence(file.stream, name=file.filename or "") for file in chosen]
    except Refused as refused:
        raise refused.adding(NOTHING_ADDED) from refused
    with sessions().begin() as session:
        add_evidence(session, own_report(session, me(), report).id, pieces, by=me().id)
    flash(ngettext("%(num)s bestand ontvangen.", "%(num)s bestanden ontvangen.", len(pieces)), "meets")
    return redirect(url_for(".report_page", report=report, _anchor="bewijs"), 303)


@holder.post("/rapportages/<uuid:report>/bewijs/<uuid:evidence>/weg")
@for_role(*WRITERS)
@shown_on("holder.evidence_page")
def take_evidence_away(report: UUID, evidence: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        remove_evidence(session, own_report(session, me(), report).id, evidence, by=me().id)
    flash(_("Het bestand hoort niet meer bij dit rapport."), "info")
    return redirect(url_for(".report_page", report=report, _anchor="bewijs"), 303)


@holder.get("/rapportages/<uuid:report>/bewijs/<uuid:evidence>/weg")
@for_role(*WRITERS)
def evidence_page(report: UUID, evidence: UUID) -> ResponseReturnValue:
    """Where a refused removal is shown: the page of the report."""
    del evidence
    return report_page(report)


@holder.post("/rapportages/<uuid:report>/opnieuw")
@for_role(*WRITERS)
@shown_on("holder.report_page")
def check_once_more(report: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        version = check_again(session, own_report(session, me(), report).id, by=me().id)
    return redirect(url_for(".check_page", report=report, number=version.number), 303)


def _taken(report: UUID) -> Taken:
    """The file of the form in the store; a refusal says which version stays as it was."""
    file = request.files.get("bestand", FileStorage())
    try:
        return take_report_file(file.stream, name=file.filename or "")
    except Refused as refused:
        with reading() as session:
            raise refused.adding(what_stays(session, report)) from refused


def _own_sheets(report: UUID) -> tuple[str, ...] | None:
    """Ask before a file is kept whether the report is one's own; of somebody who looks after some sheets, which."""
    with reading() as session:
        return sheets_to_take(session, me(), own_report(session, me(), report).concession)


def _own(report: UUID) -> None:
    """Ask before a file is kept whether the report is one's own."""
    with reading() as session:
        own_report(session, me(), report)


def _shown(session: Session, known: About) -> dict[str, Any]:
    lines = version_lines(session, known)
    report = known.report.id
    return {
        "about": known,
        "alarms": alarms_of(session, [session.get_one(Organisation, known.concession.holder)]),
        "sentence": sentence(known, me()),
        "step": next_step(known, me()),
        "year": year_line(known),
        "decision": decision_shown(session, known),
        "extension": next(iter(extensions_of(session, [report])), None),
        "waiting": waiting_for(session, [known.report.id]).get(known.report.id) if known.open_for_work else None,
        "may_ask_time": may_ask(known.facts, known.state),
        "hearing": next(iter(hearings_of(session, [report])), None),
        "open_parts": open_parts(session, report) if known.state.may_upload else None,
        "reopening": next(iter(reopenings_of(session, [report])), None),
        "conversations": conversations_about(session, me(), [report])[report],
        "lines": lines,
        "base": built_on(session, report),
        "comparable": [(line.number, _("Versie %(number)s", number=line.number)) for line in lines if line.check],
        "compared": _compared(session, known.terms, lines),
        "evidence": evidence_state(session, known),
        "publication": next((one for one in editions_of(session, [report]) if one.notice), None),
        "templates": papers(session, report, kinds=[DocumentKind.TEMPLATE]),
        "documents": papers(session, report, kinds=FOR_ALL_VERSIONS),
        "key": uuid4(),
        "other_years": other_years(known.report, reports_beside(session, known.report)),
        "may_write": me().has(*WRITERS),
        "fills_in_some": sheets_to_take(session, me(), known.concession.id) is not None and me().has(*WRITERS),
        "megabytes": settings().upload_limit_bytes // MEBIBYTE,
    }


def _compared(session: Session, terms: Terms, lines: list[VersionLine]) -> Compared | None:
    by_number = {str(line.number): line for line in lines if line.check}
    before, after = by_number.get(request.args.get("van", "")), by_number.get(request.args.get("naar", ""))
    if before is None or after is None or before.number >= after.number:
        return None
    found = changes(session, before=before.id, after=after.id)
    figures = changed_figures(session, terms, before=before.id, after=after.id)
    return Compared(before, after, found, figures)
