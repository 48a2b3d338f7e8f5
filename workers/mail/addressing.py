"""A letter and its reader, and what all letters about a report tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.clock import DUTCH_TIME, dutch_day
from schemas.letters.texts import LetterWords, Texts, filled_in, filled_words, usual_text
from schemas.texts import Bilingual, Language
from workers.domain.rendering import day
from workers.mail.facts import Reader, ReportFacts
from workers.mail.letter import Button, Letter

Facts = Mapping[str, "str | date | datetime | Bilingual"]


@dataclass(frozen=True)
class Addressed:
    """A letter with its reader. ``token`` is the invitation, reset or link of an ask whose secret goes into the link when it is posted."""

    reader: Reader
    letter: Letter
    token: UUID | None = None


@dataclass(frozen=True)
class Desk:
    """What letters are written with: the session to read facts in, and the address of the portal."""

    session: Session
    base_url: str


def facts_about(about: ReportFacts) -> dict[str, str | date | datetime | Bilingual]:
    """What every letter about a report tells."""
    return {
        "year": str(about.year),
        "concession": about.concession,
        "holder": about.holder,
        "hand_in_by": about.dates.hand_in_by,
        "feedback_by": about.dates.feedback_by,
    }


def page_of(desk: Desk, report: UUID) -> str:
    """The address of a report."""
    return f"{desk.base_url}/rapportages/{report}"


def to_each(readers: Iterable[Reader], template: str, facts: Facts, url: str) -> tuple[Addressed, ...]:
    """The same letter to each reader, in the reader's language."""
    return tuple(Addressed(reader=one, letter=written(template, facts, url, one.language)) for one in readers)


def written(template: str, facts: Facts, url: str, language: Language) -> Letter:
    """A letter in the reader's language."""
    said = {name: _said(value, language) for name, value in facts.items()}
    return letter_of(template, usual_text(template).in_(language), said, url)


def letter_of(template: str, words: LetterWords, said: Mapping[str, str], url: str) -> Letter:
    """A letter with these words, filled with what it tells."""
    return _letter(template, filled_words(words, said), said, url)


def _letter(template: str, text: LetterWords, said: Mapping[str, str], url: str) -> Letter:
    return Letter(
        template=template,
        subject=text.subject,
        first_line=text.first_line,
        lines=text.lines,
        button=Button(label=text.button, url=url),
        why=text.why,
        said=said,
    )


def reworded(addressed: Addressed, texts: Texts) -> Addressed:
    """The letter in the words that somebody gave its kind; one that they no longer fit keeps the usual words."""
    letter = addressed.letter
    if letter.template not in texts or letter.button is None:
        return addressed
    words = filled_in(letter.template, letter.said, addressed.reader.language, texts)
    other = _letter(letter.template, words, letter.said, letter.button.url)
    lines = (*_listed(letter, addressed.reader.language), *other.lines)
    return replace(addressed, letter=replace(other, lines=lines, attachments=letter.attachments, aside=letter.aside))


def _listed(letter: Letter, language: Language) -> tuple[str, ...]:
    """What a letter lists before its text, such as a supplier's answers: no words take its place."""
    own = filled_words(usual_text(letter.template).in_(language), letter.said).lines
    return letter.lines[: len(letter.lines) - len(own)]


def _said(value: str | date | datetime | Bilingual, language: Language) -> str:
    if isinstance(value, Bilingual):
        return value.in_(language)
    if isinstance(value, datetime):
        local = value.astimezone(DUTCH_TIME)
        clock = local.strftime("%H.%M uur") if language is Language.NL else local.strftime("%H:%M")
        return f"{day(dutch_day(value), language)}, {clock}"
    return day(value, language) if isinstance(value, date) else value
