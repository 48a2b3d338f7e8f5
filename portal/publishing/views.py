"""The pages of the publication officer: the reports, and the items of one."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.publishing.desk import desk_of
from portal.publishing.sentences import stand_of
from portal.publishing.shown import grounds, themes_of, turns_of
from portal.refusals import NotYours
from portal.tenancy import leads, own_report
from portal.use_cases.publishing import Choosing, announce_publication, choose, release, withdraw_publication
from portal.visitor import me
from schemas.clock import today
from schemas.publication.grounds import Ground
from schemas.store import reading, sessions
from schemas.store.publishable import items_of
from schemas.store.published import EditionFacts, Stage, editions_of, live_of
from schemas.web.publications import ChoicesSchema, NothingSchema, TakeBackSchema, ThemeSchema
from schemas.words import Role

publishing = Blueprint("publishing", __name__)


@publishing.get("/openbaarmaken")
@for_role(Role.PUBLICATION_OFFICER)
def desk() -> ResponseReturnValue:
    with reading() as session:
        known = desk_of(session, me(), year=request.args.get("jaar", type=int))
        return render_template("publishing/desk.html", desk=known)


@publishing.get("/openbaarmaken/<uuid:report>")
@for_role(Role.PUBLICATION_OFFICER)
def report_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        version = _in_force(known)
        editions = editions_of(session, [report])
        work = _at_work(editions, version)
        earlier = editions[0].publication if editions else None
        themes = themes_of(session, work, version, earlier)
        return render_template(
            "publishing/report.html",
            about=known,
            stand=stand_of(work or next(iter(editions), None)),
            edition=work,
            live=live_of(editions),
            told=work is not None and work.stage is Stage.TOLD,
            ready=work is not None and work.may_be_released(today()),
            themes=themes,
            chosen=next((one for one in themes if one.code == request.args.get("thema")), themes[0]),
            grounds=grounds(),
            turns=turns_of(session, work.publication.id) if work else [],
            leading=leads(session, me(), known.concession.id),
        )


@publishing.post("/openbaarmaken/<uuid:report>/onderdelen")
@for_role(Role.PUBLICATION_OFFICER)
@shown_on("publishing.report_page")
def choose_items(report: UUID) -> ResponseReturnValue:
    form = ChoicesSchema().load(request.form)
    public = set(form["public"])
    choices = [
        Choosing(item=item, public=item in public, ground=Ground(ground) if ground else None, remark=remark)
        for item, ground, remark in zip(form["items"], form["grounds"], form["remarks"], strict=True)
    ]
    with sessions().begin() as session:
        choose(session, own_report(session, me(), report).id, choices, by=me().id)
    flash(_("Bewaard."), "meets")
    return _back(report)


@publishing.post("/openbaarmaken/<uuid:report>/thema")
@for_role(Role.PUBLICATION_OFFICER)
@shown_on("publishing.report_page")
def choose_theme(report: UUID) -> ResponseReturnValue:
    form = ThemeSchema().load(request.form)
    with sessions().begin() as session:
        known = about(session, me(), report)
        items = [one for one in items_of(session, _in_force(known)) if one.theme == form["theme"]]
        ground = None if form["public"] else Ground(form["ground"])
        choices = [Choosing(item=one.id, public=form["public"], ground=ground) for one in items]
        choose(session, report, choices, by=me().id)
    flash(_("Bewaard voor het hele thema."), "meets")
    return _back(report)


@publishing.post("/openbaarmaken/<uuid:report>/bericht")
@for_role(Role.PUBLICATION_OFFICER)
@shown_on("publishing.report_page")
def tell_holder(report: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        announce_publication(session, own_report(session, me(), report).id, by=me().id)
    flash(_("De houder krijgt bericht en kan een zienswijze geven."), "meets")
    return _back(report)


@publishing.post("/openbaarmaken/<uuid:report>/publiceren")
@for_role(Role.PUBLICATION_OFFICER)
@shown_on("publishing.report_page")
def publish(report: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        release(session, own_report(session, me(), report).id, by=me().id)
    flash(_("Openbaar gemaakt. De bestanden staan er meestal binnen een minuut."), "meets")
    return _back(report)


@publishing.post("/openbaarmaken/<uuid:report>/intrekken")
@for_role(Role.PUBLICATION_OFFICER)
@shown_on("publishing.report_page")
def withdraw(report: UUID) -> ResponseReturnValue:
    form = TakeBackSchema().load(request.form)
    with sessions().begin() as session:
        withdraw_publication(session, own_report(session, me(), report).id, reason=form["reason"], by=me().id)
    flash(_("Ingetrokken. Op de openbare pagina staat dat, met uw reden."), "meets")
    return _back(report)


def _back(report: UUID) -> ResponseReturnValue:
    return redirect(url_for(".report_page", report=report, thema=request.args.get("thema")), 303)


def _at_work(editions: list[EditionFacts], version: UUID) -> EditionFacts | None:
    """The edition that is not out yet, of the version in force."""
    newest = next(iter(editions), None)
    return newest if newest and newest.release is None and newest.publication.version == version else None


def _in_force(known: About) -> UUID:
    if known.state.in_force is None:
        raise NotYours(f"report/{known.report.id}/publication")
    return known.state.in_force
