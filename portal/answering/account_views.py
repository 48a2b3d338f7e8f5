"""Making an account as a supplier, by a mail to the address that was asked, and closing it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_everyone, for_role
from portal.answering.blueprint import answering
from portal.answering.visits import visiting
from portal.asked_of_supplier import asked
from portal.language import language
from portal.use_cases.supplier_accounts import ask_account, close_account, make_account, offered
from portal.visitor import me, take_cookie
from schemas.store import reading, sessions
from schemas.web.accounts import AccountClosedSchema, SupplierAccountSchema
from schemas.web.holder import NothingSchema
from schemas.words import Role


@answering.get("/antwoord/account")
@for_everyone
def account_page() -> ResponseReturnValue:
    visit = visiting()
    if visit.by_account:
        return redirect(url_for(".asks_page"), 303)
    with reading() as session:
        return render_template("answering/account.html", known=asked(session, visit.ask))


@answering.post("/antwoord/account")
@for_everyone
def ask_for_account() -> ResponseReturnValue:
    """Mail a link to the address of the ask; whether there is an account is told there alone."""
    NothingSchema().load(request.form)
    visit = visiting()
    with sessions().begin() as session:
        ask_account(session, visit.ask)
    return redirect(url_for(".account_mailed"), 303)


@answering.get("/antwoord/account/gemaild")
@for_everyone
def account_mailed() -> ResponseReturnValue:
    return render_template("answering/account_mailed.html")


@answering.get("/leverancier/account/<secret>")
@for_everyone
def new_account_page(secret: str) -> ResponseReturnValue:
    found = offered(secret)
    if found is None:
        return render_template("answering/account_spent.html"), 404
    return render_template("answering/new_account.html", offered=found)


@answering.post("/leverancier/account/<secret>")
@for_everyone
def new_account(secret: str) -> ResponseReturnValue:
    form = SupplierAccountSchema().load(request.form)
    make_account(secret, name=form["name"], password=form["password"], language=language())
    flash(_("Uw account is gemaakt. U kunt nu inloggen."), "meets")
    return redirect(url_for("accounts.sign_in_page"), 303)


@answering.get("/leverancier/account-sluiten")
@for_role(Role.SUPPLIER)
def closing_page() -> ResponseReturnValue:
    return render_template("answering/close_account.html")


@answering.post("/leverancier/account-sluiten")
@for_role(Role.SUPPLIER)
def close_own_account() -> ResponseReturnValue:
    close_account(me(), AccountClosedSchema().load(request.form)["password"])
    session.clear()
    flash(_("Uw account is gesloten. De links in de mails blijven werken."), "info")
    response = redirect(url_for("accounts.sign_in_page"), 303)
    take_cookie(response)
    return response
