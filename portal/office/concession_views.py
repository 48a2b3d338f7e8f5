"""The pages of concessions: the list, adding one, and one with who grants it, its years and its history."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.errors import shown_on
from portal.filters import date_long
from portal.history import history_of
from portal.office.blueprint import office
from portal.office.concessions import choices, concession_shown, concessions_shown
from portal.tenancy import their_concession
from portal.use_cases import granting
from portal.use_cases.granting import Described, Granting
from portal.visitor import me
from schemas.clock import today
from schemas.store import Concession, reading, sessions
from schemas.store.granting import to_come
from schemas.web.office import ConcessionSchema, GrantingSchema, GrantingTakenBackSchema, NewConcessionSchema
from schemas.words import OrganisationKind, Role


@office.get("/beheer/concessies")
@for_role(Role.FUNCTIONAL_MANAGER)
def concessions() -> ResponseReturnValue:
    with reading() as session:
        return render_template("office/concessions.html", lines=concessions_shown(session, me()))


@office.get("/beheer/concessies/nieuw")
@for_role(Role.FUNCTIONAL_MANAGER)
def new_concession() -> ResponseReturnValue:
    with reading() as session:
        return render_template(
            "office/new_concession.html",
            holders=choices(session, OrganisationKind.HOLDER),
            authorities=choices(session, OrganisationKind.AUTHORITY),
            own=str(me().organisation),
        )


@office.post("/beheer/concessies/nieuw")
@for_role(Role.FUNCTIONAL_MANAGER)
def add_concession() -> ResponseReturnValue:
    form = NewConcessionSchema().load(request.form)
    with sessions().begin() as session:
        added = granting.add_concession(
            session,
            code=form["code"],
            described=_described(form),
            granting=_granting(form),
            reason=form["reason"],
            by=me().id,
        ).id
    flash(_("De concessie is toegevoegd. Zij heeft nog geen voorwaarden."), "meets")
    return redirect(url_for(".concession", concession=added), 303)


@office.get("/beheer/concessies/<uuid:concession>")
@for_role(Role.FUNCTIONAL_MANAGER)
def concession(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = their_concession(session, me(), concession)
        shown = concession_shown(session, me(), known)
        authorities = [one.id for one in (*([shown.lead] if shown.lead else []), *shown.others)]
        return render_template(
            "office/concession.html",
            shown=shown,
            holders=choices(session, OrganisationKind.HOLDER, now=known.holder),
            authorities=choices(session, OrganisationKind.AUTHORITY),
            granting=[str(one) for one in authorities],
            today=today(),
            coming=to_come(session, known.id, after=today()),
            steps=history_of(session, f"concession/{known.id}", f"concession/{known.code}", known.code),
        )


@office.post("/beheer/concessies/<uuid:concession>")
@for_role(Role.FUNCTIONAL_MANAGER)
def change_concession(concession: UUID) -> ResponseReturnValue:
    form = ConcessionSchema().load(request.form)
    with sessions().begin() as session:
        known: Concession = their_concession(session, me(), concession)
        granting.change_concession(session, known, _described(form), reason=form["reason"], by=me().id)
    flash(_("De gegevens zijn gewijzigd."), "meets")
    return redirect(url_for(".concession", concession=concession), 303)


@office.post("/beheer/concessies/<uuid:concession>/verleners")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.concession")
def change_granting(concession: UUID) -> ResponseReturnValue:
    form = GrantingSchema().load(request.form)
    with sessions().begin() as session:
        known: Concession = their_concession(session, me(), concession)
        granting.change_granting(
            session, known, _granting(form), since=form["since"], reason=form["reason"], by=me().id
        )
    flash(_granting_said(form["since"]), "meets")
    return redirect(url_for(".concession", concession=concession), 303)


@office.post("/beheer/concessies/<uuid:concession>/verleners/terugnemen")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.concession")
def take_granting_back(concession: UUID) -> ResponseReturnValue:
    form = GrantingTakenBackSchema().load(request.form)
    with sessions().begin() as session:
        known: Concession = their_concession(session, me(), concession)
        granting.take_granting_back(session, known, since=form["since"], reason=form["reason"], by=me().id)
    flash(_("De wijziging is teruggenomen. De concessieverleners blijven zoals zij zijn."), "meets")
    return redirect(url_for(".concession", concession=concession), 303)


def _granting_said(since: date) -> str:
    if since > today():
        return str(_("De wijziging is vastgelegd. Zij gaat vanzelf in op %(day)s.", day=date_long(since)))
    return str(_("De concessieverleners zijn gewijzigd."))


def _described(form: dict[str, Any]) -> Described:
    return Described(name=form["name"], holder=form["holder"], starts=form["starts"], ends=form["ends"])


def _granting(form: dict[str, Any]) -> Granting:
    return Granting(authorities=frozenset(form["authorities"]), lead=form["lead"])
