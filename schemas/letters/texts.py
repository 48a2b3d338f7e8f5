"""The text of a letter as somebody can change it: per language, with the facts of the event in its places."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from schemas.letters.wording import Wording
from schemas.letters.words import WORDINGS
from schemas.said import Said
from schemas.texts import Language

PLACE: Final = re.compile(r"\{([^{}]*)\}")
PLACE_AND_STOP: Final = re.compile(r"\{([^{}]*)\}(\.?)")
logger = logging.getLogger(__name__)


class LetterWords(Said):
    """The text in one language; ``lines`` are the paragraphs below the first line."""

    subject: str
    first_line: str
    lines: tuple[str, ...]
    button: str
    why: str

    @property
    def whole(self) -> str:
        """Everything that is read, for who looks what is in it."""
        return "\n".join((self.subject, self.first_line, *self.lines))


class LetterText(Said):
    """The text of one kind of letter in both languages."""

    nl: LetterWords
    en: LetterWords

    def in_(self, language: Language) -> LetterWords:
        """The text in the language of the reader."""
        return self.nl if language is Language.NL else self.en


# The texts that count instead of the usual ones, by the kind of letter.
Texts = Mapping[str, LetterText]


@cache
def usual_text(template: str) -> LetterText:
    """The text that comes with the product."""
    wording = WORDINGS[template]
    return LetterText(nl=_words(wording, Language.NL), en=_words(wording, Language.EN))


def filled_in(template: str, facts: Mapping[str, str], language: Language, texts: Texts) -> LetterWords:
    """A letter's text with its facts; where the words that somebody gave do not fit any more, the usual ones."""
    try:
        given = texts.get(template)
        if given:
            return filled_words(given.in_(language), facts)
    except KeyError as unknown:
        logger.warning("A changed text does not fit its letter.", extra={"letter": template, "at": str(unknown)})
    return filled_words(usual_text(template).in_(language), facts)


def filled_words(words: LetterWords, facts: Mapping[str, str]) -> LetterWords:
    """The text with the facts in their places; a paragraph that is empty then is left out. Raises KeyError."""

    def fill(text: str) -> str:
        return PLACE_AND_STOP.sub(lambda place: _ended(facts[place.group(1)], place.group(2)), text)

    return LetterWords(
        subject=fill(words.subject),
        first_line=fill(words.first_line),
        lines=tuple(line for line in map(fill, words.lines) if line),
        button=fill(words.button),
        why=fill(words.why),
    )


def _ended(fact: str, stop: str) -> str:
    """A fact with the full stop behind it; one that ends with its own, as B.V. does, gets no second."""
    return fact if fact.endswith(".") else fact + stop


def places(text: str) -> frozenset[str]:
    """The names that stand between braces in a text."""
    return frozenset(PLACE.findall(text))


def _words(wording: Wording, language: Language) -> LetterWords:
    return LetterWords(
        subject=wording.subject.in_(language),
        first_line=wording.first_line.in_(language),
        lines=tuple(line.in_(language) for line in wording.lines),
        button=wording.button.in_(language),
        why=wording.why.in_(language),
    )
