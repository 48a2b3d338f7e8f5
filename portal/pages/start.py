"""The beginning, and the pages that explain: accessibility and words."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from portal.access import for_everyone
from portal.pages.words import WORDS
from portal.shell import home_of
from portal.visitor import visitor
from schemas.settings import settings

pages = Blueprint("pages", __name__)


@pages.get("/")
@for_everyone
def start() -> ResponseReturnValue:
    person = visitor()
    if person:
        return redirect(home_of(person), 303)
    return render_template("pages/start.html", shows_mails=settings().shows_mails)


@pages.get("/toegankelijkheid")
@for_everyone
def accessibility() -> ResponseReturnValue:
    return render_template("pages/accessibility.html", contact=settings().mail_from)


@pages.get("/begrippen")
@for_everyone
def glossary() -> ResponseReturnValue:
    return render_template("pages/glossary.html", words=WORDS)
