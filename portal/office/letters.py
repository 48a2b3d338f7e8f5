"""The texts of mails as a functional manager sees them: which kinds there are, what may stand in them, and how one reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from portal.language import in_language, language
from portal.tenancy import their_organisations
from portal.visitor import SignedIn
from schemas.letters.places import example_facts, known_places, meaning_of, needed_places
from schemas.letters.reminding_words import OF_REMINDING
from schemas.letters.texts import LetterText, LetterWords, filled_words, usual_text
from schemas.letters.wording import SIGNED
from schemas.letters.words import WORDINGS
from schemas.store import (
    LetterTextSet,
    Person,
    Undelivered,
    newest_texts,
    text_from,
    texts_of,
    undelivered_to,
)
from schemas.texts import Language
from schemas.web.letters import NAMED, PARTS


@dataclass(frozen=True, kw_only=True)
class LetterLine:
    """One kind of mail in the list: its subject, and who gave it another text when."""

    template: str
    subject: str
    changed: bool
    at: datetime | None
    by: str

    @property
    def reminds(self) -> bool:
        """Whether it is a text of reminders."""
        return self.template in OF_REMINDING


@dataclass(frozen=True, kw_only=True)
class PlaceShown:
    """One name that a text can hold."""

    name: str
    meaning: str
    example: str
    needed: bool


@dataclass(frozen=True, kw_only=True)
class Read:
    """A text as its reader gets it, filled with an example."""

    language: Language
    words: LetterWords
    signed: str


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A text that was given once: when, by whom, why, and how it reads."""

    number: int
    at: datetime
    by: str
    reason: str
    usual: bool
    counts: bool


def letter_lines(session: Session) -> tuple[LetterLine, ...]:
    """Every kind of mail, the changed ones first."""
    newest = newest_texts(session)
    lines = [_line(session, template, newest.get(template)) for template in WORDINGS]
    return tuple(sorted(lines, key=lambda one: not one.changed))


def text_now(session: Session, template: str) -> LetterText:
    """The text that counts."""
    row = newest_texts(session).get(template)
    return text_from(row.body) if row and row.body is not None else usual_text(template)


def editions(session: Session, template: str) -> tuple[Edition, ...]:
    """Every text that was given to this kind of mail, newest first."""
    rows = texts_of(session, template)
    return tuple(
        Edition(
            number=row.number,
            at=row.at,
            by=session.get_one(Person, row.by).name,
            reason=row.reason,
            usual=row.body is None,
            counts=row is rows[0],
        )
        for row in rows
    )


def on_the_form(text: LetterText) -> Mapping[str, str]:
    """A text as the form shows it, by the names of its fields."""
    return {f"{NAMED[part]}-{one.value}": _written(getattr(text.in_(one), part)) for one in Language for part in PARTS}


def read_as_example(template: str, text: LetterText) -> tuple[Read, ...]:
    """The text in both languages, filled with an example."""
    return tuple(
        Read(
            language=one,
            words=filled_words(text.in_(one), example_facts(template, one)),
            signed=SIGNED[one],
        )
        for one in Language
    )


def places_shown(template: str) -> tuple[PlaceShown, ...]:
    """The names that a text of this kind can hold, those that it needs first."""
    needed, facts = needed_places(template), example_facts(template, language())
    shown = [
        PlaceShown(name=name, meaning=in_language(meaning_of(name)), example=facts[name], needed=name in needed)
        for name in known_places(template)
    ]
    return tuple(sorted(shown, key=lambda one: not one.needed))


def not_arrived(session: Session, manager: SignedIn) -> tuple[Undelivered, ...]:
    """The mails to people whom a functional manager looks after that did not arrive, newest first."""
    return undelivered_to(session, their_organisations(manager))


def _line(session: Session, template: str, row: LetterTextSet | None) -> LetterLine:
    text = text_from(row.body) if row and row.body is not None else usual_text(template)
    return LetterLine(
        template=template,
        subject=_with_names(text.in_(language()).subject),
        changed=bool(row and row.body is not None),
        at=row.at if row else None,
        by=session.get_one(Person, row.by).name if row else "",
    )


def _with_names(subject: str) -> str:
    """Rapport ‹het verslagjaar› voor ‹de naam van de concessie›."""
    return re.sub(r"\{(\w+)\}", lambda place: f"‹{in_language(meaning_of(place.group(1)))}›", subject)


def _written(part: str | tuple[str, ...]) -> str:
    return part if isinstance(part, str) else "\n\n".join(part)
