"""Amounts as they are read on paper: few decimals, the reader's separators, and never rounded across a threshold."""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from schemas.clock import DUTCH_TIME
from schemas.texts import Bilingual, Language
from workers.domain.indicators.figures import UNITS_EN
from workers.domain.rendering import WORDS, day

MOST_DECIMALS = 6
SPACE = "\u00a0"
NONE = "–"
YES_NO = ("ja/nee", "yes/no")
MORE_UNITS_EN = {
    "per 200.000 uur": "per 200,000 hours",
    "trede": "step",
    "niveau": "level",
    "tekst": "text",
    "ja/nee; aantal": "yes/no; number",
    "aantal; EUR": "number; EUR",
    "A-E / datum audit": "A-E / date of audit",
}


def amount(value: Decimal, language: Language, *, against: Decimal | None = None) -> str:
    """18.900 or 83,9; with so many decimals that what differs from the threshold also looks different."""
    decimals = _usual_decimals(value)
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


def beside(now: Decimal | None, before: Decimal | None, name: str, language: Language) -> tuple[str, str]:
    """Two amounts that stand beside each other, with the same decimals; a dash where there is none."""
    if name in YES_NO:
        return _yes_or_no(now, language), _yes_or_no(before, language)
    known = [value for value in (now, before) if value is not None]
    whole = all(value == value.to_integral_value() for value in known)
    decimals = 0 if whole or not known else min(_usual_decimals(value) for value in known)
    texts = [NONE if value is None else fixed(value, decimals, language) for value in (now, before)]
    return texts[0], texts[1]


def _yes_or_no(value: Decimal | None, language: Language) -> str:
    return NONE if value is None else WORDS["yes" if value else "no"].in_(language)


def unit(name: str, language: Language) -> str:
    """A unit in the reader's language; a yes or no and a bare count have none."""
    if name == "aantal" or name in YES_NO:
        return ""
    return {**UNITS_EN, **MORE_UNITS_EN}.get(name, name) if language is Language.EN else name


def with_unit(value: Decimal, name: str, language: Language, *, against: Decimal | None = None) -> str:
    """An amount with its unit, on one line."""
    return f"{amount(value, language, against=against)}{SPACE}{unit(name, language)}".strip(SPACE)


def change(now: Decimal | None, before: Decimal | None, name: str, language: Language) -> str:
    """What changed since the earlier year: shares in points, amounts in per cent."""
    if now is None or before is None or name in YES_NO:
        return NONE
    difference = now - before
    if name == "%":
        points = Bilingual(nl="pp", en="pp").in_(language)
        return f"{_signed(difference, language)}{SPACE}{points}"
    return f"{_signed(difference / before * 100, language)}{SPACE}%" if before else NONE


def _signed(value: Decimal, language: Language) -> str:
    shown = written(value, 1, language)
    return f"+{shown}" if value > 0 and shown != "0" else shown


def moment(value: datetime, language: Language) -> str:
    """28 april 2027, 16.42 uur; always in Dutch time."""
    local = value.astimezone(DUTCH_TIME)
    clock = f"{local:%H.%M} uur" if language is Language.NL else f"{local:%H:%M} (Dutch time)"
    return f"{day(local.date(), language)}, {clock}"


def _usual_decimals(value: Decimal) -> int:
    size = abs(value)
    return 0 if size >= 100 else 1 if size >= 10 else 2


def _same(value: Decimal, other: Decimal, decimals: int) -> bool:
    step = Decimal(1).scaleb(-decimals)
    return value.quantize(step, ROUND_HALF_UP) == other.quantize(step, ROUND_HALF_UP)
