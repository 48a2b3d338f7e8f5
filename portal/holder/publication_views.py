"""What becomes public of a report, as its holder is told before it does, and the holder's view on that."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.holder.about import about
from portal.holder.blueprint import READERS, holder
from portal.publishing.shown import told_themes
from portal.refusals import NotYours
from portal.tenancy import own_report
from portal.use_cases.publishing import view_publication
from portal.visitor import me
from schemas.store import reading, sessions
from schemas.store.published import EditionFacts, editions_of
from schemas.web.publications import PublicationViewSchema


@holder.get("/rapportages/<uuid:report>/openbaarmaking")
@for_role(*READERS)
def publication_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        edition = _told(session, report)
        themes = told_themes(session, edition)
        return render_template("holder/publication.html", about=known, edition=edition, themes=themes)


@holder.post("/rapportages/<uuid:report>/openbaarmaking")
@for_role(*READERS)
def send_publication_view(report: UUID) -> ResponseReturnValue:
    form = PublicationViewSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        view_publication(session, own, form["notice"], text=form["text"], by=me().id)
    flash(_("Uw zienswijze is verstuurd. De provincie krijgt bericht."), "meets")
    return redirect(url_for(".publication_page", report=report), 303)


def _told(session: Session, report: UUID) -> EditionFacts:
    """The newest edition that the holder was told of; where there is none, there is no page."""
    found = next((one for one in editions_of(session, [report]) if one.notice), None)
    if found is None:
        raise NotYours(f"report/{report}/publication")
    return found
