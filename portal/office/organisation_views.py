"""The pages of organisations: the list, adding one, and one with its people and its history."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.called import KIND_WORDS
from portal.errors import shown_on
from portal.history import history_of
from portal.members.people import members_of
from portal.office.blueprint import office
from portal.office.organisations import organisations_shown
from portal.shell import role_words
from portal.tenancy import their_organisation
from portal.use_cases import organising
from portal.visitor import me
from schemas.store import reading, sessions
from schemas.web.office import ConfirmedSchema, Kind, NewOrganisationSchema, OrganisationSchema, ReasonSchema
from schemas.words import OrganisationKind, Role


@office.get("/beheer/organisaties")
@for_role(Role.FUNCTIONAL_MANAGER)
def organisations() -> ResponseReturnValue:
    with reading() as session:
        return render_template("office/organisations.html", lines=organisations_shown(session, me()), kinds=KIND_WORDS)


@office.get("/beheer/organisaties/nieuw")
@for_role(Role.FUNCTIONAL_MANAGER)
def new_organisation() -> ResponseReturnValue:
    offered = [(kind.value, str(KIND_WORDS[OrganisationKind(kind)]).capitalize()) for kind in Kind]
    return render_template("office/new_organisation.html", kinds=offered)


@office.post("/beheer/organisaties/nieuw")
@for_role(Role.FUNCTIONAL_MANAGER)
def add_organisation() -> ResponseReturnValue:
    form = NewOrganisationSchema().load(request.form)
    with sessions().begin() as session:
        added = organising.add_organisation(
            session,
            kind=OrganisationKind(form["kind"]),
            name=form["name"],
            kvk=form["kvk"] or None,
            reason=form["reason"],
            by=me().id,
        ).id
    flash(_("De organisatie is toegevoegd. Nodig nu haar mensen uit."), "meets")
    return redirect(url_for(".organisation", organisation=added), 303)


@office.get("/beheer/organisaties/<uuid:organisation>")
@for_role(Role.FUNCTIONAL_MANAGER)
def organisation(organisation: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = their_organisation(session, me(), organisation)
        [shown] = [one for one in organisations_shown(session, me()) if one.organisation.id == known.id]
        return render_template(
            "office/organisation.html",
            shown=shown,
            kind=KIND_WORDS[known.kind],
            members=[one for one in members_of(me()) if one.organisation.id == known.id],
            role_words=role_words,
            running=organising.running_concessions(session, known.id),
            own=known.id == me().organisation,
            steps=history_of(session, f"organisation/{known.id}"),
        )


@office.post("/beheer/organisaties/<uuid:organisation>")
@for_role(Role.FUNCTIONAL_MANAGER)
def change_organisation(organisation: UUID) -> ResponseReturnValue:
    form = OrganisationSchema().load(request.form)
    with sessions().begin() as session:
        known = their_organisation(session, me(), organisation)
        organising.change_organisation(
            session, known, name=form["name"], kvk=form["kvk"] or None, reason=form["reason"], by=me().id
        )
    flash(_("De gegevens zijn gewijzigd."), "meets")
    return redirect(url_for(".organisation", organisation=organisation), 303)


@office.post("/beheer/organisaties/<uuid:organisation>/einde")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.organisation")
def end_organisation(organisation: UUID) -> ResponseReturnValue:
    form = ConfirmedSchema().load(request.form)
    with sessions().begin() as session:
        known = their_organisation(session, me(), organisation)
        organising.end_organisation(session, known, reason=form["reason"], by=me().id)
    flash(_("De organisatie is beëindigd. Niemand van haar kan nog inloggen."), "info")
    return redirect(url_for(".organisation", organisation=organisation), 303)


@office.post("/beheer/organisaties/<uuid:organisation>/opening")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.organisation")
def open_organisation(organisation: UUID) -> ResponseReturnValue:
    form = ReasonSchema().load(request.form)
    with sessions().begin() as session:
        known = their_organisation(session, me(), organisation)
        organising.open_organisation_again(session, known, reason=form["reason"], by=me().id)
    flash(_("De organisatie is weer open. Open zelf de toegang van haar mensen."), "meets")
    return redirect(url_for(".organisation", organisation=organisation), 303)
