"""Amounts as people read them: few decimals, the reader's separators and units, and never rounded across a threshold."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final

from schemas.texts import Bilingual, Language

MOST_DECIMALS: Final = 6
SPACE: Final = "\u00a0"
NONE: Final = "–"
YES_NO: Final = ("ja/nee", "yes/no")
EURO: Final = "EUR"
UNSAID: Final = ("aantal", *YES_NO)
YES: Final = Bilingual(nl="ja", en="yes")
NO: Final = Bilingual(nl="nee", en="no")
UNITS_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "liter": "litres",
        "stuks": "pieces",
        "rkm": "passenger-km",
        "g/rkm": "g/passenger-km",
        "voertuigdagen": "vehicle-days",
        "personen": "people",
        "uur": "hours",
        "punten": "points",
        "per 200.000 uur": "per 200,000 hours",
        "per mln rkm": "per million passenger-km",
        "trede": "step",
        "niveau": "level",
        "tekst": "text",
        "ja/nee; aantal": "yes/no; number",
        "aantal; EUR": "number; EUR",
        "A-E / datum audit": "A-E / date of audit",
    }
)


def amount(value: Decimal, language: Language, *, against: Decimal | None = None) -> str:
    """18.900 or 83,9; with so many decimals that what differs from the threshold also looks different."""
    decimals = usual_decimals(value)
    while against is not None and value != against and decimals < MOST_DECIMALS and _same(value, against, decimals):
        decimals += 1
    return written(value, decimals, language)


def written(value: Decimal, decimals: int, language: Language) -> str:
    """An amount with so many decimals at most, rounded half up."""
    shown = fixed(value, decimals, language)
    mark = "." if language is Language.EN else ","
    return shown.rstrip("0").rstrip(mark) if decimals and mark in shown else shown


def fixed(value: Decimal, decimals: int, language: Language) -> str:
    """An amount with exactly so many decimals; nothing is never below zero."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    plain = f"{abs(rounded) if rounded == 0 else rounded:,f}".replace("-", "\u2212")
    return plain if language is Language.EN else plain.translate(str.maketrans(",.", ".,"))


def unit(name: str, language: Language) -> str:
    """A unit in the reader's language; a yes or no and a bare count have none."""
    if name in UNSAID:
        return ""
    return UNITS_EN.get(name, name) if language is Language.EN else name


def with_unit(value: Decimal, name: str, language: Language, *, against: Decimal | None = None) -> str:
    """An amount with its unit, on one line."""
    words = amount(value, language, against=against)
    words = to_the_cent(words, language) if name == EURO else words
    return f"{words}{SPACE}{unit(name, language)}".strip(SPACE)


def told(value: Decimal | None, name: str, language: Language) -> str:
    """A figure as it is told: a dash where there is none, yes or no, or the amount with its unit."""
    if value is None:
        return NONE
    return yes_or_no(value, language) if name in YES_NO else with_unit(value, name, language)


def to_the_cent(words: str, language: Language) -> str:
    """Money as it is written: € 13,50 and never € 13,5; whole euros stay whole."""
    _euros, _mark, cents = words.partition("." if language is Language.EN else ",")
    return f"{words}0" if len(cents) == 1 else words


def yes_or_no(value: Decimal, language: Language) -> str:
    """What a one and a zero stand for."""
    return (YES if value else NO).in_(language)


def usual_decimals(value: Decimal) -> int:
    """How many decimals an amount of this size takes."""
    size = abs(value)
    return 0 if size >= 100 else 1 if size >= 10 else 2


def _same(value: Decimal, other: Decimal, decimals: int) -> bool:
    step = Decimal(1).scaleb(-decimals)
    return value.quantize(step, ROUND_HALF_UP) == other.quantize(step, ROUND_HALF_UP)
