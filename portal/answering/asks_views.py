"""The page of a supplier with an account: every ask at its address, and opening one without a link."""

from __future__ import annotations

from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.answering.blueprint import answering
from portal.answering.opened import at_address_of, remember_opened
from portal.answering.visits import take_cookie
from portal.asks_at_address import asks_at
from portal.visitor import me
from schemas.store import reading
from schemas.web.holder import NothingSchema
from schemas.words import Role


@answering.get("/leverancier")
@for_role(Role.SUPPLIER)
def asks_page() -> ResponseReturnValue:
    with reading() as session:
        asks = asks_at(session, at_address_of(me()))
    return render_template(
        "answering/asks.html",
        todo=[one for one in asks if one.may_answer and one.stand != "sent"],
        sent=[one for one in asks if one.stand == "sent"],
        over=[one for one in reversed(asks) if not one.may_answer],
    )


@answering.get("/leverancier/vraag/<uuid:ask>")
@for_role(Role.SUPPLIER)
def ask_page(ask: UUID) -> ResponseReturnValue:
    """Where a refusal is shown: with all of them."""
    del ask
    return asks_page()


@answering.post("/leverancier/vraag/<uuid:ask>")
@for_role(Role.SUPPLIER)
def open_ask(ask: UUID) -> ResponseReturnValue:
    """Open one of the asks at the own address, in the place of what was open in this browser."""
    NothingSchema().load(request.form)
    remember_opened(me(), ask)
    response = redirect(url_for(".start"), 303)
    take_cookie(response)
    return response
