"""What the frame of every page needs: who is signed in, where they can go, and what a refused form said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flask import Flask, current_app, g, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from werkzeug.datastructures import ImmutableMultiDict

from portal.access import access_of
from portal.language import language
from portal.style import address as style_address
from portal.style import modules
from portal.visitor import SignedIn, visitor
from schemas.words import Role

HOLDER: Final = frozenset({Role.REPORTER, Role.CONTRIBUTOR, Role.SIGNATORY})
AUTHORITY: Final = frozenset({Role.MANAGER, Role.SECOND_READER})
ROLE_WORDS: Final[dict[Role, LazyString]] = {
    Role.REPORTER: lazy_gettext("rapporteur"),
    Role.CONTRIBUTOR: lazy_gettext("medewerker"),
    Role.SIGNATORY: lazy_gettext("ondertekenaar"),
    Role.MANAGER: lazy_gettext("concessiebeheerder"),
    Role.SECOND_READER: lazy_gettext("tweede lezer"),
    Role.FUNCTIONAL_MANAGER: lazy_gettext("functioneel beheerder"),
    Role.PUBLICATION_OFFICER: lazy_gettext("publicatiefunctionaris"),
    Role.SUPPLIER: lazy_gettext("leverancier"),
}


@dataclass(frozen=True)
class Link:
    """A link in the frame."""

    href: str
    label: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Shell:
    """What the frame shows of who is signed in."""

    home: str
    here: str
    sign_out: str
    set_language: str
    nav: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    person: str = ""
    organisation: str = ""
    role: str = ""


@dataclass(frozen=True)
class Place:
    """A page that stands in the main menu, for whom its route admits."""

    endpoint: str
    label: LazyString


MENU: Final = (
    Place("holder.home", lazy_gettext("Mijn concessies")),
    Place("manager.desk", lazy_gettext("Mijn bureau")),
    Place("office.start", lazy_gettext("Beheer")),
    Place("publishing.desk", lazy_gettext("Openbaar maken")),
    Place("members.people", lazy_gettext("Mensen")),
    Place("answering.asks_page", lazy_gettext("Vragen aan mij")),
    Place("accounts.account", lazy_gettext("Mijn account")),
)
FOOTER: Final = (
    Place("openness.concessions", lazy_gettext("Openbare gegevens")),
    Place("pages.accessibility", lazy_gettext("Toegankelijkheid")),
    Place("pages.glossary", lazy_gettext("Begrippen")),
    Place("rules.catalogue", lazy_gettext("Regels")),
    Place("dictionary.sheets", lazy_gettext("Gegevenswoordenboek")),
    Place("checking.check_page", lazy_gettext("Document controleren")),
)


def frame(app: Flask) -> None:
    """Give every template ``language``, ``shell``, and of a refused form ``errors`` and ``typed``."""
    app.context_processor(
        lambda: {
            "language": str(language()),
            "shell": shell(),
            "errors": g.get("errors", {}),
            "typed": g.get("typed", ImmutableMultiDict()),
            "me": visitor(),
            "style": style_address(),
            "modules": modules(),
        }
    )


def shell() -> Shell:
    """The frame for who is asking."""
    person = visitor()
    return Shell(
        home=url_for("pages.start"),
        here=_here(),
        sign_out=url_for("accounts.sign_out"),
        set_language=url_for("accounts.set_language"),
        nav=tuple(_link(place) for place in MENU if person and _is_for(place, person)),
        footer=tuple(_link(place) for place in FOOTER if place.endpoint in current_app.view_functions),
        person=person.name if person else "",
        organisation=person.organisation_name if person else "",
        role=role_words(person.roles) if person else "",
    )


def _here() -> str:
    """The address of the page that is shown; a refused form is shown at the page that it stands on."""
    asked = request.full_path.rstrip("?") if request.method == "GET" else url_for("pages.start")
    return str(g.get("shown_at", asked))


def home_of(person: SignedIn) -> str:
    """The page where a person's work begins: the first of the menu."""
    return url_for(next(place.endpoint for place in MENU if _is_for(place, person)))


def role_words(roles: frozenset[Role]) -> str:
    """Roles as people call them."""
    return str(_(" en ")).join(str(ROLE_WORDS[role]) for role in Role if role in roles)


def _is_for(place: Place, person: SignedIn) -> bool:
    if place.endpoint not in current_app.view_functions:
        return False
    access = access_of(place.endpoint)
    return access is not None and (access.roles == frozenset(Role) or person.has(*access.roles))


def _link(place: Place) -> Link:
    return Link(url_for(place.endpoint), str(place.label), current=request.endpoint == place.endpoint)
