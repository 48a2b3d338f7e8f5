"""The form of a sheet: showing it, keeping what is typed, and both sides where two people changed it at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.drafting.blueprint import drafting
from portal.drafting.draft_views import page
from portal.drafting.form_shown import asks_indicator, explained, form_shown
from portal.drafting.lines import people_named, source_words
from portal.drafting.typed import Typed, typed
from portal.errors import shown_on
from portal.filters import clock_time
from portal.holder.about import About, about
from portal.holder.blueprint import READERS, WRITERS
from portal.holder.labels import sheet_label
from portal.language import in_language
from portal.own_sheets import open_sheets, own_sheets, refuse_other_sheet
from portal.refusals import NotYours, Refused
from portal.reopenings import open_parts
from portal.tenancy import own_report
from portal.use_cases.drafts import Draft, Origin, Start, draft_of, start_of, start_of_version
from portal.use_cases.filling_in import Filled, Overtaken, save_form, throw_away
from portal.visitor import me
from schemas.indicators import INDICATOR
from schemas.report.sheet_text import Cells, by_form, most_rows
from schemas.report.sheets import BY_NAME
from schemas.store import reading, sessions
from schemas.web.holder import NothingSchema


@drafting.get("/rapportages/<uuid:report>/onderdelen/<sheet>")
@for_role(*READERS)
def form_page(report: UUID, sheet: str) -> ResponseReturnValue:
    _known(sheet)
    with reading() as session:
        known = about(session, me(), report)
        draft = draft_of(session, known.report)
        start = start_of(session, draft, sheet)
        sent = _sent_before(sheet)
        rows, stamp = (sent.rows, sent.stamp) if sent else (start.rows, start.sha256)
        return render_template(
            "drafting/form.html",
            form=form_shown(sheet, rows, more=_more(sent)),
            stamp=stamp,
            beside=None,
            **_shown(session, known, draft, start),
        )


@drafting.post("/rapportages/<uuid:report>/onderdelen/<sheet>")
@for_role(*WRITERS)
def save(report: UUID, sheet: str) -> ResponseReturnValue:
    _known(sheet)
    sent = typed(sheet, request.form)
    try:
        _keep(report, sent)
    except Overtaken:
        return _both(report, sent), 409
    looked_at = None if sent.more else 1
    return redirect(
        url_for(".form_page", report=report, sheet=sheet, nagekeken=looked_at, erbij=sent.more or None), 303
    )


@drafting.post("/rapportages/<uuid:report>/onderdelen/<sheet>/vanzelf")
@for_role(*WRITERS)
def autosave(report: UUID, sheet: str) -> ResponseReturnValue:
    """Keep what is typed while it is typed; the answer is the sentence for the live region, and what the next builds on."""
    _known(sheet)
    sent = typed(sheet, request.form)
    try:
        at = _keep(report, sent)
    except Overtaken:
        said = _("Een collega heeft dit blad ook veranderd. Kies ‘Bewaren’ om beide te zien.")
        return jsonify(said=said, overtaken=True), 409
    except Refused as refused:
        return jsonify(said=in_language(refused.reason)), refused.status
    with reading() as session:
        own = own_report(session, me(), report)
        stamp = start_of(session, draft_of(session, own), sheet).sha256
    return jsonify(said=_("Opgeslagen om %(time)s.", time=clock_time(at).removesuffix(" uur")), stempel=stamp)


@drafting.post("/rapportages/<uuid:report>/onderdelen/<sheet>/weg")
@for_role(*WRITERS)
@shown_on("drafting.discard_page")
def discard(report: UUID, sheet: str) -> ResponseReturnValue:
    _is_a_sheet(sheet)
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report)
        refuse_other_sheet(session, me(), own, sheet)
        throw_away(session, own.id, sheet, by=me().id)
    flash(_("Wat op het formulier stond, is weggegooid."), "info")
    return redirect(url_for(".page", report=report), 303)


@drafting.get("/rapportages/<uuid:report>/onderdelen/<sheet>/weg")
@for_role(*WRITERS)
def discard_page(report: UUID, sheet: str) -> ResponseReturnValue:
    """Where a refusal to throw away is shown: the form of the sheet, or all sheets where it has none."""
    _is_a_sheet(sheet)
    return form_page(report, sheet) if by_form(sheet) else page(report)


def _is_a_sheet(sheet: str) -> None:
    if sheet not in BY_NAME:
        raise NotYours(f"sheet/{sheet[:80]}")


def _known(sheet: str) -> None:
    if not by_form(sheet):
        raise NotYours(f"sheet/{sheet[:80]}")


def _keep(report: UUID, sent: Typed) -> datetime:
    filled = Filled(sheet=sent.sheet, rows=sent.rows, builds_on=sent.stamp, left_empty=sent.left_empty)
    with sessions().begin() as session:
        own = own_report(session, me(), report)
        refuse_other_sheet(session, me(), own, sent.sheet)
        return save_form(session, own.id, filled, by=me().id)


def _sent_before(sheet: str) -> Typed | None:
    """What was typed in a form that was refused, so that it is not lost."""
    if request.method == "GET" or "stempel" not in request.form:
        return None
    try:
        return typed(sheet, request.form)
    except Refused:
        return None


def _more(sent: Typed | None) -> int:
    return sent.more if sent else int(request.args.get("erbij") == "1")


def _both(report: UUID, sent: Typed) -> str:
    """The form with what one typed, beside it what is the newest; saving it now builds on that."""
    with reading() as session:
        known = about(session, me(), report)
        draft = draft_of(session, known.report)
        newest = start_of(session, draft, sent.sheet)
        shown = _shown(session, known, draft, newest)
        return render_template(
            "drafting/form.html",
            form=form_shown(sent.sheet, sent.rows, theirs=newest.rows),
            stamp=newest.sha256,
            beside=shown["filled_by"] or shown["uploaded_by"],
            **shown,
        )


def _shown(session: Session, known: About, draft: Draft, start: Start) -> dict[str, Any]:
    saving, part = start.saving, draft.part_of(start.sheet)
    names = people_named(session, [one for one in (saving and saving.by, part and part.uploaded_by) if one])
    own, opened = own_sheets(session, me(), known.concession.id), open_sheets(session, me(), known.report)
    return {
        "about": known,
        "sheet": start.sheet,
        "label": sheet_label(start.sheet),
        "holds": in_language(BY_NAME[start.sheet].holds),
        "origin": start.origin.value,
        "filled_by": names.get(saving.by, "") if saving else "",
        "filled_at": saving.at if saving else None,
        "source": source_words(part),
        "uploaded_by": names.get(part.uploaded_by, "") if part else "",
        "source_name": part.source_name if part else "",
        "source_at": part.uploaded_at if part else None,
        "overtaken": _overtaking(draft, start.sheet),
        "may_change": start.sheet in opened and known.state.may_upload and start.origin in CHANGEABLE,
        "not_open": open_parts(session, known.report.id) if start.sheet in own - opened else None,
        "not_mine": me().has(*WRITERS) and start.sheet not in own,
        "explained": explained(start.sheet),
        "indicators": [(one.id, in_language(one.name)) for one in INDICATOR.values()]
        if asks_indicator(start.sheet)
        else [],
        "most_rows": most_rows(start.sheet),
    }


CHANGEABLE = frozenset({Origin.SAVED, Origin.VERSION, Origin.BEFOREHAND})


def _overtaking(draft: Draft, sheet: str) -> Sequence[Cells] | None:
    """The rows of a version that came after what is on the form."""
    start = start_of_version(draft, sheet) if draft.overtaken(sheet) else None
    return start.rows if start and start.origin is Origin.VERSION else None
