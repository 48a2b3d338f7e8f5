"""The pages of an account."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from portal.access import for_everyone, for_signed_in
from portal.accounts import profile, signing_in, tokens
from portal.accounts.devices import device
from portal.errors import shown_on
from portal.language import language_cookie
from portal.origin import local_path
from portal.reminders.absence import away_of
from portal.shell import home_of, role_words
from portal.visitor import give_cookie, is_https, me, take_cookie, visitor
from schemas.settings import settings
from schemas.store import reading
from schemas.texts import Language
from schemas.web.accounts import (
    LanguageSchema,
    NewPasswordSchema,
    PasswordChangeSchema,
    ProfileSchema,
    ResetAskedSchema,
    SignInSchema,
)
from schemas.words import TokenKind

YEAR_SECONDS = 31_536_000

accounts = Blueprint("accounts", __name__)


@accounts.get("/inloggen")
@for_everyone
def sign_in_page() -> ResponseReturnValue:
    person = visitor()
    if person:
        return redirect(home_of(person), 303)
    return render_template("accounts/sign_in.html", next=request.values.get("next", ""))


@accounts.post("/inloggen")
@for_everyone
def sign_in() -> ResponseReturnValue:
    form = SignInSchema().load(request.form)
    secret = signing_in.sign_in(email=form["email"], password=form["password"], present=visitor())
    session.clear()
    response = redirect(local_path(form["next"]) or url_for("pages.start"), 303)
    give_cookie(response, secret)
    return response


@accounts.post("/uitloggen")
@for_signed_in
def sign_out() -> ResponseReturnValue:
    signing_in.sign_out(me())
    session.clear()
    flash(_("U bent uitgelogd."), "info")
    response = redirect(url_for("accounts.sign_in_page"), 303)
    take_cookie(response)
    return response


@accounts.get("/wachtwoord-vergeten")
@for_everyone
def forgotten_page() -> ResponseReturnValue:
    return render_template("accounts/forgotten.html")


@accounts.post("/wachtwoord-vergeten")
@for_everyone
def forgotten() -> ResponseReturnValue:
    tokens.ask_reset(ResetAskedSchema().load(request.form)["email"])
    return render_template("accounts/forgotten_asked.html", minutes=settings().reset_minutes)


@accounts.get("/wachtwoord/<secret>")
@for_everyone
def reset_page(secret: str) -> ResponseReturnValue:
    return _password_page(secret, TokenKind.RESET)


@accounts.post("/wachtwoord/<secret>")
@for_everyone
def reset(secret: str) -> ResponseReturnValue:
    return _set_password(secret, TokenKind.RESET)


@accounts.get("/uitnodiging/<secret>")
@for_everyone
def invitation_page(secret: str) -> ResponseReturnValue:
    return _password_page(secret, TokenKind.INVITE)


@accounts.post("/uitnodiging/<secret>")
@for_everyone
def invitation(secret: str) -> ResponseReturnValue:
    return _set_password(secret, TokenKind.INVITE)


@accounts.get("/account")
@for_signed_in
def account() -> ResponseReturnValue:
    person = me()
    with reading() as session:
        away = away_of(session, person)
    return render_template(
        "accounts/account.html",
        away=away,
        email=profile.email_of(person),
        roles=role_words(person.roles),
        sessions=profile.sessions_of(person),
        device=device,
    )


@accounts.post("/account")
@for_signed_in
def change_profile() -> ResponseReturnValue:
    form = ProfileSchema().load(request.form)
    profile.change_profile(me(), name=form["name"], language=form["language"])
    flash(_("Opgeslagen."), "meets")
    return redirect(url_for(".account"), 303)


@accounts.post("/account/wachtwoord")
@for_signed_in
@shown_on("accounts.account")
def change_password() -> ResponseReturnValue:
    form = PasswordChangeSchema().load(request.form)
    secret = profile.change_password(me(), present=form["present"], password=form["password"])
    return _staying(secret, _("Uw wachtwoord is gewijzigd. Andere sessies zijn beëindigd."))


@accounts.post("/account/sessies")
@for_signed_in
@shown_on("accounts.account")
def end_other_sessions() -> ResponseReturnValue:
    return _staying(profile.end_other_sessions(me()), _("Uw andere sessies zijn beëindigd."))


@accounts.post("/taal")
@for_everyone
@shown_on("pages.start")
def set_language() -> ResponseReturnValue:
    form = LanguageSchema().load(request.form)
    person = visitor()
    if person:
        profile.change_language(person, form["language"])
    response = redirect(local_path(form["next"]) or url_for("pages.start"), 303)
    remember_language(response, form["language"])
    return response


def _password_page(secret: str, kind: TokenKind) -> ResponseReturnValue:
    person = tokens.holder_of(secret, kind)
    if person is None:
        return render_template("accounts/link_spent.html", kind=kind), 404
    return render_template("accounts/new_password.html", kind=kind, email=person.email)


def _set_password(secret: str, kind: TokenKind) -> ResponseReturnValue:
    form = NewPasswordSchema().load(request.form)
    tokens.use(secret, kind, form["password"])
    session.clear()
    flash(_("Uw wachtwoord is ingesteld. U kunt nu inloggen."), "meets")
    response = redirect(url_for("accounts.sign_in_page"), 303)
    take_cookie(response)
    return response


def _staying(secret: str, said: str) -> Response:
    flash(said, "meets")
    response = redirect(url_for("accounts.account"), 303)
    give_cookie(response, secret)
    return response


def remember_language(response: Response, language: Language) -> None:
    """Let the browser of a visitor keep the language that was chosen."""
    response.set_cookie(
        language_cookie(),
        language,
        max_age=YEAR_SECONDS,
        secure=is_https(settings()),
        httponly=True,
        samesite="Lax",
        path="/",
    )
