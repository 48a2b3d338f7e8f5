"""The page of a concession's waivers and exemptions: everybody of the concession reads it, the leading manager records."""

from __future__ import annotations

import re
from typing import Any, Final
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.errors import shown_on
from portal.language import in_language
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES, leads, own_concession
from portal.use_cases.waiving import Waiving, record_waiver, rules_that_ask, withdraw_waiver
from portal.visitor import me
from portal.waivers.shown import in_one_list
from schemas.norms import NORMS
from schemas.store import Concession, reading, sessions
from schemas.web.waivers import WaiverSchema, WithdrawSchema
from schemas.words import Role

waivers = Blueprint("waivers", __name__)

BETWEEN: Final = re.compile(r"[,;\n]")


@waivers.get("/concessies/<uuid:concession>/ontheffingen")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        own = own_concession(session, me(), concession)
        may_record = me().has(Role.MANAGER) and leads(session, me(), concession)
        return render_template(
            "waivers/page.html",
            concession=own,
            lines=in_one_list(session, own),
            may_record=may_record,
            **(_form(session) if may_record else {}),
        )


@waivers.post("/concessies/<uuid:concession>/ontheffingen")
@for_role(Role.MANAGER)
def record(concession: UUID) -> ResponseReturnValue:
    form = WaiverSchema().load(request.form)
    with sessions().begin() as session:
        own: Concession = own_concession(session, me(), concession)
        record_waiver(session, own.id, _waiving(form), by=me().id)
    flash(_("De ontheffing is vastgelegd. De houder krijgt bericht."), "meets")
    return redirect(url_for(".page", concession=concession), 303)


@waivers.post("/concessies/<uuid:concession>/ontheffingen/<uuid:waiver>/intrekken")
@for_role(Role.MANAGER)
@shown_on("waivers.withdrawal_page")
def withdraw(concession: UUID, waiver: UUID) -> ResponseReturnValue:
    form = WithdrawSchema().load(request.form)
    with sessions().begin() as session:
        own: Concession = own_concession(session, me(), concession)
        withdraw_waiver(session, own.id, waiver, reason=form["reason"], by=me().id)
    flash(_("De ontheffing is ingetrokken. Zij blijft in de lijst staan en de houder krijgt bericht."), "info")
    return redirect(url_for(".page", concession=concession), 303)


@waivers.get("/concessies/<uuid:concession>/ontheffingen/<uuid:waiver>/intrekken")
@for_role(Role.MANAGER)
def withdrawal_page(concession: UUID, waiver: UUID) -> ResponseReturnValue:
    """Where a refused withdrawal is shown: the page of all."""
    del waiver
    return page(concession)


def _form(session: Session) -> dict[str, Any]:
    norms = [(f"norm:{one.id}", _("Norm: %(name)s", name=in_language(one.name))) for one in NORMS]
    rules = [
        (f"rule:{one.rule}", _("Regel %(rule)s: %(what)s", rule=one.rule, what=in_language(one.obligation)))
        for one in sorted(rules_that_ask(session), key=lambda one: one.rule)
    ]
    return {"scopes": [*norms, *rules], "key": uuid4()}


def _waiving(form: dict[str, Any]) -> Waiving:
    kind, _colon, code = str(form["scope"]).partition(":")
    return Waiving(
        key=form["key"],
        decision_number=form["decision_number"],
        norm=code if kind == "norm" else None,
        rule=code if kind == "rule" else None,
        entities=tuple(dict.fromkeys(name for part in BETWEEN.split(form["entities"]) if (name := part.strip()))),
        starts=form["starts"],
        ends=form["ends"],
        reason=form["reason"],
    )
