"""The page at which the holder asks for more time."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.extensions import extensions_of
from portal.holder.about import about
from portal.holder.blueprint import READERS, holder
from portal.tenancy import own_report
from portal.use_cases.extending import ask_extension, may_ask
from portal.visitor import me
from schemas.store import reading, sessions
from schemas.web.extensions import AskExtensionSchema


@holder.get("/rapportages/<uuid:report>/uitstel")
@for_role(*READERS)
def extension_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        asked = extensions_of(session, [report])
        may = may_ask(known.facts, known.state) and not any(one.answer is None for one in asked)
        return render_template("holder/extension.html", about=known, extensions=asked, may_ask=may, key=uuid4())


@holder.post("/rapportages/<uuid:report>/uitstel")
@for_role(*READERS)
def request_extension(report: UUID) -> ResponseReturnValue:
    form = AskExtensionSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        ask_extension(session, own, key=form["key"], until=form["until"], reason=form["reason"], by=me().id)
    flash(_("Uw verzoek om uitstel is verstuurd. De provincie krijgt bericht."), "meets")
    return redirect(url_for(".extension_page", report=report), 303)
