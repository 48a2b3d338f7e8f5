"""The page of the draft: every sheet with its source, a file for some of them, and having it all checked."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID, uuid4

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage

from portal.access import for_role
from portal.chain.asked import waiting_for
from portal.drafting.blueprint import drafting
from portal.drafting.lines import sheet_lines
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.holder.blueprint import READERS, WRITERS
from portal.holder.labels import sheet_label
from portal.own_sheets import ALL, open_sheets, own_sheets, refuse_other_sheet, sheets_to_take
from portal.refusals import Refused
from portal.reopenings import open_parts
from portal.sizes import takes_files
from portal.tenancy import own_report
from portal.use_cases import Upload, take_report_file, upload_version
from portal.use_cases.correcting import refuse_closed
from portal.use_cases.drafting import check_draft, rehearse
from portal.use_cases.drafts import Draft, draft_of
from portal.use_cases.taking import is_csv
from portal.visitor import me
from schemas.report.sheets import BY_NAME, SHEETS
from schemas.settings import MEBIBYTE, settings
from schemas.store import WHOLE_FILE, Report, SheetSource, reading, sessions
from schemas.web import Said
from schemas.web.drafting import CheckDraftSchema, Forms, PartSchema
from schemas.words import Role

WHICH_SHEET: Final = Said(
    "Een csv-bestand is één blad. Kies welk blad het is.", "A CSV file is one sheet. Choose which sheet it is."
)


@drafting.get("/rapportages/<uuid:report>/onderdelen")
@for_role(*READERS)
def page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        return render_template("drafting/draft.html", about=known, **_shown(session, known))


@drafting.post("/rapportages/<uuid:report>/onderdelen/bestand")
@for_role(*WRITERS)
@takes_files("upload_limit_bytes")
@shown_on("drafting.page")
def upload(report: UUID) -> ResponseReturnValue:
    form = PartSchema().load(request.form)
    file = request.files.get("bestand", FileStorage())
    with reading() as session:
        sheets = _sheets(session, own_report(session, me(), report), form["sheet"], file.filename or "")
    taken = take_report_file(file.stream, name=file.filename or "", one_sheet=bool(form["sheet"]))
    stay = form["forms"] is Forms.STAY and not form["sheet"]
    wanted = Upload(taken=taken, clean=False, key=form["key"], sheets=sheets, forms_stay=stay)
    with sessions().begin() as session:
        version = upload_version(session, own_report(session, me(), report).id, wanted, by=me().id)
    return redirect(url_for("holder.check_page", report=report, number=version.number), 303)


@drafting.post("/rapportages/<uuid:report>/onderdelen/controle")
@for_role(*WRITERS)
@shown_on("drafting.page")
def check(report: UUID) -> ResponseReturnValue:
    form = CheckDraftSchema().load(request.form)
    with sessions().begin() as session:
        version = check_draft(session, own_report(session, me(), report).id, key=form["key"], by=me().id)
    return redirect(url_for("holder.check_page", report=report, number=version.number), 303)


@drafting.post("/rapportages/<uuid:report>/onderdelen/proef")
@for_role(*WRITERS)
@shown_on("drafting.page")
def rehearsal(report: UUID) -> ResponseReturnValue:
    form = CheckDraftSchema().load(request.form)
    with sessions().begin() as session:
        version = rehearse(session, own_report(session, me(), report).id, key=form["key"], by=me().id)
    return redirect(url_for("holder.check_page", report=report, number=version.number), 303)


def _sheets(session: Session, report: Report, sheet: str, name: str) -> tuple[str, ...]:
    """The sheets that are taken from a file: the one that was chosen, else all that one may change."""
    if sheet in BY_NAME:
        refuse_other_sheet(session, me(), report, sheet)
        refuse_closed(session, report.id, sheet)
        return (sheet,)
    if is_csv(name):
        raise Refused(WHICH_SHEET, field="blad")
    return sheets_to_take(session, me(), report.concession) or (WHOLE_FILE,)


def _shown(session: Session, known: About) -> dict[str, Any]:
    own = own_sheets(session, me(), known.concession.id)
    draft = draft_of(session, known.report)
    version = next((one for one in known.facts.versions if draft.version and one.id == draft.version.id), None)
    opened = open_sheets(session, me(), known.report)
    lines = sheet_lines(session, draft, opened)
    return {
        "lines": lines,
        "version": version,
        "waits": draft.waits,
        "waiting": waiting_for(session, [known.report.id]).get(known.report.id) if known.open_for_work else None,
        "own": own != ALL and me().has(*WRITERS),
        "may_write": me().has(*WRITERS) and known.state.may_upload,
        "gives_sheets": me().has(Role.REPORTER),
        "rehearsed": known.facts.rehearsals[-1] if known.facts.rehearsals else None,
        "open_parts": open_parts(session, known.report.id) if known.state.may_upload else None,
        "to_check": [line.label for line in lines if line.filled_in_at and not line.closed],
        "not_taken": [line for line in lines if line.filled_in_at and line.closed],
        "by_form_now": [line.label for line in lines if line.source and not line.name],
        "passed_over": passed_over(draft),
        "sheets": [("", ""), *((model.sheet, sheet_label(model.sheet)) for model in SHEETS if model.sheet in opened)],
        "megabytes": settings().upload_limit_bytes // MEBIBYTE,
        "key": uuid4(),
        "rehearsal_key": uuid4(),
    }


def passed_over(draft: Draft) -> list[str]:
    """The sheets in the newest file that stayed as they were: others fill them in, or they come from a form."""
    if not draft.parts:
        return []
    newest = max(part.uploaded_at for part in draft.parts)
    places = {one.position for one in draft.parts if one.uploaded_at == newest}
    here = [one for one in draft.held if one.position in places]
    used = {one.sheet for one in here if one.used}
    return [sheet_label(sheet) for sheet in _in_order(here) if sheet not in used]


def _in_order(held: list[SheetSource]) -> list[str]:
    there = {one.sheet for one in held if one.rows}
    return [model.sheet for model in SHEETS if model.sheet in there]
