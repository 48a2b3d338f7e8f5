"""The beginning, and the pages that explain: accessibility and words."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from portal.access import for_everyone
from portal.pages.words import WORDS
from portal.shell import home_of
from portal.visitor import visitor
from schemas.settings import settings

# The day on which the statement was last held against what runs; it is held again every year.
STATED_ON: Final = date(2026, 11, 26)

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
    given = settings()
    return render_template(
        "pages/accessibility.html", contact=given.mail_from, site=given.base_url, stated_on=STATED_ON
    )


@pages.get("/begrippen")
@for_everyone
def glossary() -> ResponseReturnValue:
    return render_template("pages/glossary.html", words=WORDS)
