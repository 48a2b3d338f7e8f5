"""The reader's language, Dutch unless chosen otherwise, and the catalogue of English texts behind the Dutch ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, g, has_app_context, request
from flask_babel import Babel, get_locale, gettext, refresh
from markupsafe import Markup

from portal.visitor import cookie_name, visitor
from schemas.settings import settings
from schemas.texts import Bilingual, Language
from schemas.web import Said

ENGLISH: Final = Path(__file__).parent / "translations" / "en" / "LC_MESSAGES"
COMPILED: Final = ENGLISH / "messages.mo"
COOKIE: Final = "ketenspiegel-taal"
CHOICES: Final = tuple(Language)


class TemplateTexts:
    """The ``_`` of templates: a page asks for two thousand texts, most of them as they stand, so each is made once."""

    def __init__(self) -> None:
        self._as_they_stand: dict[tuple[str, str], Markup] = {}

    def __call__(self, message: str, **variables: object) -> Markup:
        """A text in the language of who is asking, with its variables escaped."""
        if variables:
            return Markup(gettext(message)) % variables  # noqa: S704 - the catalogue's own text
        known = (language(), message)
        if known not in self._as_they_stand:
            self._as_they_stand[known] = Markup(gettext(message)) % {}  # noqa: S704 - the same
        return self._as_they_stand[known]


def speak(app: Flask) -> None:
    """Give every page the language of its reader; texts stand in the code in Dutch."""
    compile_catalogue()
    Babel(
        app,
        default_locale=Language.NL,
        default_timezone="Europe/Amsterdam",
        locale_selector=_chosen,
        default_translation_directories=str(ENGLISH.parents[1]),
    )
    app.jinja_env.globals["_"] = TemplateTexts()


def language() -> Language:
    """The language of who is asking; asked thousands of times per page, so found out once."""
    if not has_app_context():
        return Language.NL
    if "spoken" not in g:
        locale = get_locale()
        g.spoken = Language(locale.language) if locale else Language.NL
    spoken: Language = g.spoken
    return spoken


def in_language(text: Bilingual | Said | str) -> str:
    """A text in the language of who is asking."""
    if isinstance(text, Bilingual):
        return text.in_(language())
    return text.en if isinstance(text, Said) and language() is Language.EN else str(text)


def speak_as_the_mail(written: Language) -> None:
    """Show this page in the language of the mail that led to it; who is signed in or chose a language keeps that one."""
    g.written = written
    g.pop("spoken", None)
    refresh()


def language_cookie() -> str:
    """The name of the cookie that remembers a visitor's language."""
    return cookie_name(settings(), COOKIE)


def compile_catalogue() -> None:
    """Make one compiled catalogue of all .po files, unless it is newer than each of them."""
    sources = sorted(ENGLISH.glob("*.po"))
    newest = max((source.stat().st_mtime for source in sources), default=0.0)
    if COMPILED.exists() and COMPILED.stat().st_mtime >= newest:
        return
    draft = COMPILED.with_suffix(f".{os.getpid()}")
    with draft.open("wb") as file:
        write_mo(file, english(sources))
    draft.replace(COMPILED)


def english(sources: list[Path]) -> Catalog:
    """The English texts of some .po files together."""
    together = Catalog(locale="en")
    for source in sources:
        with source.open("rb") as file:
            for message in read_po(file, locale="en"):
                if message.id:
                    together[message.id] = message
    return together


def _chosen() -> str:
    person = visitor()
    remembered = request.cookies.get(language_cookie())
    if person:
        return person.language
    if remembered in CHOICES:
        return remembered
    if "written" in g:
        return str(g.written)
    return request.accept_languages.best_match(CHOICES, default=Language.NL) or Language.NL
