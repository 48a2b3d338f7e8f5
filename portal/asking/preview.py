"""The mail that a supplier will get, as the holder sees it before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from portal.asking.firms import Firm
from portal.asking.words import standing_words
from portal.holder.about import About
from portal.language import in_language
from portal.visitor import me
from schemas.letters.asking_facts import Asking, asking_facts
from schemas.letters.texts import LetterWords, Texts, filled_in
from schemas.questions import QUESTION
from schemas.texts import Bilingual, Language

TEMPLATE = "supplier_asked"


@dataclass(frozen=True, kw_only=True)
class MailShown:
    """A mail before it is sent, in the language of who gets it; ``questions`` with how each is put to that firm.

    ``place`` is that of the firm on the form, and ``own`` says that it is asked other questions than its role.
    """

    firm: Firm
    place: int
    own: bool
    to: str
    language: Language
    words: LetterWords
    questions: tuple[tuple[str, str], ...]


def mail_shown(
    known: About,
    firm: Firm,
    *,
    place: int,
    own: bool,
    to: str,
    language: Language,
    questions: tuple[str, ...],
    due: date,
    contact: str,
    texts: Texts,
) -> MailShown:
    """The mail to one firm, with the words that the worker will use."""
    holder = me().organisation_name
    asking = Asking(
        asker=holder,
        holder=holder,
        concession=known.concession.name,
        year=known.report.report_year,
        supplier=firm.name,
        employees=firm.employees,
        questions=questions,
        due=due,
        contact=contact,
    )
    said = {name: _said(value, language) for name, value in asking_facts(asking).items()}
    return MailShown(
        firm=firm,
        place=place,
        own=own,
        to=to,
        language=language,
        words=filled_in(TEMPLATE, said, language, texts),
        questions=tuple(
            (in_language(QUESTION[one].text), standing_words(QUESTION[one], firm.employees)) for one in questions
        ),
    )


def _said(value: str | date | Bilingual, language: Language) -> str:
    if isinstance(value, Bilingual):
        return value.in_(language)
    return format_date(value, "d MMMM y", locale=language.value) if isinstance(value, date) else value
