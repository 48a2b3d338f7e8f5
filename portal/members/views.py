"""The pages of the functional manager: the people, inviting one, and one person's roles and access."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_role
from portal.accounts import confirm_password
from portal.errors import shown_on
from portal.history import history_of
from portal.members import people as members_use
from portal.members.days import Days
from portal.members.days import give_role as give_from_a_day
from portal.members.days import take_days_back as take_back
from portal.shell import ROLE_WORDS, role_words
from portal.signatories import alarms_of
from portal.visitor import me
from schemas.store import reading
from schemas.web.members import AccessSchema, InviteSchema, RoleDaysSchema, RolesSchema, WithdrawRoleSchema
from schemas.words import OrganisationKind, Role

members = Blueprint("members", __name__)


@members.get("/mensen")
@for_role(Role.FUNCTIONAL_MANAGER)
def people() -> ResponseReturnValue:
    holders = [
        one
        for one in members_use.organisations_of(me())
        if one.kind is OrganisationKind.HOLDER and one.ended_at is None
    ]
    with reading() as session:
        alarms = alarms_of(session, holders)
    members = members_use.members_of(me())
    return render_template("members/people.html", members=members, alarms=alarms, role_words=role_words)


@members.get("/mensen/uitnodigen")
@for_role(Role.FUNCTIONAL_MANAGER)
def invite_page() -> ResponseReturnValue:
    organisations = members_use.organisations_of(me())
    offered = frozenset[Role]().union(*(members_use.ROLES_OF[one.kind] for one in organisations))
    return render_template("members/invite.html", organisations=organisations, roles=_options(offered))


@members.post("/mensen/uitnodigen")
@for_role(Role.FUNCTIONAL_MANAGER)
def invite() -> ResponseReturnValue:
    form = InviteSchema().load(request.form)
    members_use.invite_member(
        me(),
        name=form["name"],
        email=form["email"],
        organisation=form["organisation"],
        roles=form["roles"],
        language=form["language"],
        starts=form["starts"],
    )
    flash(_("Als dit adres nog geen account heeft, is de uitnodiging onderweg."), "info")
    return redirect(url_for(".people"), 303)


@members.get("/mensen/<uuid:person>")
@for_role(Role.FUNCTIONAL_MANAGER)
def member_page(person: UUID) -> ResponseReturnValue:
    with reading() as session:
        found = members_use.member(session, me(), person)
        steps = history_of(session, f"person/{person}")
    options = _options(members_use.ROLES_OF[found.organisation.kind])
    return render_template(
        "members/member.html", member=found, roles=options, own=person == me().id, steps=steps, role_words=role_words
    )


@members.post("/mensen/<uuid:person>/rollen")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("members.member_page")
def change_roles(person: UUID) -> ResponseReturnValue:
    form = RolesSchema().load(request.form)
    confirm_password(me(), form["password"])
    members_use.change_roles(me(), person, form["roles"])
    flash(_("De rollen zijn gewijzigd. De persoon moet opnieuw inloggen."), "meets")
    return redirect(url_for(".member_page", person=person), 303)


@members.post("/mensen/<uuid:person>/rollen/dagen")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("members.member_page")
def give_role(person: UUID) -> ResponseReturnValue:
    form = RoleDaysSchema().load(request.form)
    confirm_password(me(), form["password"])
    give_from_a_day(me(), person, form["role"], Days(starts=form["starts"], ends=form["ends"]))
    flash(_("De rol is vastgelegd, met haar dagen."), "meets")
    return redirect(url_for(".member_page", person=person), 303)


@members.post("/mensen/<uuid:person>/rollen/dagen/intrekken")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("members.member_page")
def take_days_back(person: UUID) -> ResponseReturnValue:
    take_back(me(), person, WithdrawRoleSchema().load(request.form)["role"])
    flash(_("Ingetrokken."), "meets")
    return redirect(url_for(".member_page", person=person), 303)


@members.post("/mensen/<uuid:person>/toegang")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("members.member_page")
def change_access(person: UUID) -> ResponseReturnValue:
    active = AccessSchema().load(request.form)["active"]
    members_use.change_access(me(), person, active=active)
    flash(_("De toegang is geopend.") if active else _("De toegang is gesloten."), "meets")
    return redirect(url_for(".member_page", person=person), 303)


@members.post("/mensen/<uuid:person>/uitnodiging")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("members.member_page")
def invite_again(person: UUID) -> ResponseReturnValue:
    members_use.invite_again(me(), person)
    flash(_("Een nieuwe uitnodiging is onderweg."), "meets")
    return redirect(url_for(".member_page", person=person), 303)


def _options(roles: frozenset[Role]) -> list[tuple[str, str]]:
    return [(role.value, str(ROLE_WORDS[role])) for role in Role if role in roles]
