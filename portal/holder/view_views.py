"""The page at which the holder gives its view on what the province intends."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.hearings import Hearing, hearings_of
from portal.holder.about import about
from portal.holder.blueprint import READERS, holder
from portal.refusals import NotYours
from portal.sizes import takes_files
from portal.tenancy import own_report
from portal.use_cases.hearing import give_view
from portal.use_cases.taking import Taken, take_evidence
from portal.visitor import me
from schemas.store import ViewAddition, reading, sessions
from schemas.web.hearings import ViewSchema


@holder.get("/rapportages/<uuid:report>/zienswijze")
@for_role(*READERS)
def view_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        return render_template(
            "holder/view.html", about=known, hearing=_newest(hearings_of(session, [report]), report), key=uuid4()
        )


@holder.post("/rapportages/<uuid:report>/zienswijze")
@for_role(*READERS)
@takes_files("upload_limit_bytes")
def send_view(report: UUID) -> ResponseReturnValue:
    form = ViewSchema().load(request.form)
    with reading() as session:
        own_report(session, me(), report)
        intention = _newest(hearings_of(session, [report]), report).intention
    file = _file()
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        given = give_view(session, own, intention, key=form["key"], text=form["text"], file=file, by=me().id)
        beside = isinstance(given, ViewAddition)
    if beside:
        flash(_("Een collega gaf al een zienswijze. De uwe is ernaast bewaard; de provincie krijgt bericht."), "meets")
    else:
        flash(_("Uw zienswijze is verstuurd en blijft bij het rapport bewaard. De provincie krijgt bericht."), "meets")
    return redirect(url_for(".view_page", report=report), 303)


def _newest(hearings: list[Hearing], report: UUID) -> Hearing:
    """What was intended last; where nothing was, there is no page."""
    if not hearings:
        raise NotYours(f"intention/{report}")
    return hearings[0]


def _file() -> Taken | None:
    """The file that was chosen; without one the view is its words."""
    chosen = request.files.get("bewijs")
    return take_evidence(chosen.stream, name=chosen.filename) if chosen and chosen.filename else None
