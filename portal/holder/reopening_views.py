"""The page at which the holder asks to open more of a report that was sent back in part."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.holder.about import about
from portal.holder.blueprint import READERS, holder
from portal.reopenings import open_parts, reopenings_of
from portal.tenancy import own_report
from portal.use_cases.reopening import ask_reopening
from portal.visitor import me
from schemas.store import reading, sessions
from schemas.web.reopenings import AskReopeningSchema


@holder.get("/rapportages/<uuid:report>/heropening")
@for_role(*READERS)
def reopening_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        asked = reopenings_of(session, [report])
        parts = open_parts(session, report) if known.state.may_upload else None
        may = parts is not None and bool(parts.closed) and not any(one.answer is None for one in asked)
        return render_template(
            "holder/reopening.html", about=known, reopenings=asked, parts=parts, may_ask=may, key=uuid4()
        )


@holder.post("/rapportages/<uuid:report>/heropening")
@for_role(*READERS)
def request_reopening(report: UUID) -> ResponseReturnValue:
    form = AskReopeningSchema().load(request.form)
    sheets = tuple(form["sheets"])
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        ask_reopening(session, own, key=form["key"], sheets=sheets, reason=form["reason"], by=me().id)
    flash(_("Uw verzoek is verstuurd. De provincie krijgt bericht."), "meets")
    return redirect(url_for(".reopening_page", report=report), 303)
