"""All that a letter of the authority to the holder tells, in one frozen value: from it each language is made."""

from __future__ import annotations

from datetime import date
from typing import Literal

from schemas.judgement import Said
from schemas.texts import Bilingual
from schemas.words import Edition
from workers.publish.content import HearingTold, NormRow
from workers.publish.letter_words import DECIDED_BY


class LetterSection(Said):
    """A heading with what stands under it; ``quoted`` is what a person wrote, in that person's own language."""

    heading: Bilingual
    lines: tuple[Bilingual, ...] = ()
    quoted: str = ""


class StandsOn(Said):
    """Something that a letter stands on, by its name and the sha256 of its bytes."""

    name: Bilingual
    sha256: str


class LetterContent(Said):
    """One letter. Dates are those of the event, never of the making; a concept was neither decided nor sent.

    ``by_whom`` says what ``by`` did: a letter before a decision was drawn up, and nothing was decided in it.
    ``check_at`` is the address where anybody sees whether it is authentic; a concept has none.
    """

    edition: Literal[Edition.NONE, Edition.CONCEPT]
    authority: str
    addressee: str
    concession: str
    concession_name: str
    year: int
    reference: str
    dated: date
    title: Bilingual
    opening: tuple[Bilingual, ...]
    sections: tuple[LetterSection, ...] = ()
    norms: tuple[NormRow, ...] = ()
    hearing: HearingTold | None = None
    redress: Bilingual | None = None
    by: str
    by_whom: Bilingual = DECIDED_BY
    confirmed_by: str | None = None
    stands_on: tuple[StandsOn, ...] = ()
    check_at: str | None = None
