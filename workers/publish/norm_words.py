"""A norm in words and figures: its name, what was found and what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from schemas.judgement import Outcome
from schemas.norms import NORM
from schemas.texts import Bilingual, Language
from workers.domain.rendering import WORDS, day
from workers.publish import words
from workers.publish.amounts import with_unit
from workers.publish.content import NormRow

YES_NO = "yes/no"
UNITS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "g/pkm": Bilingual(nl="g/rkm", en="g/pkm"),
        "vehicle-days": Bilingual(nl="dagen", en="days"),
        "points": Bilingual(nl="punten", en="points"),
        "count": Bilingual(nl="", en=""),
        "level": Bilingual(nl="", en=""),
    }
)


def name(row: NormRow, language: Language) -> str:
    """What a norm is called."""
    known = NORM.get(row.machine.norm)
    return known.name.in_(language) if known else row.machine.norm


def asked(row: NormRow, language: Language) -> str:
    """ten minste 75 %; empty before the first year of the norm."""
    threshold, known = row.machine.threshold, NORM.get(row.machine.norm)
    if threshold is None:
        return ""
    said = found(row, threshold, language)
    plain = known is None or known.unit == YES_NO
    return said if plain or known is None else f"{words.COMPARISON[known.comparison].in_(language)} {said}"


def in_figures(row: NormRow, language: Language) -> str:
    """85 % (norm: 75 %); where nothing was found, the norm alone; where a person departed, that."""
    value, threshold = row.machine.value, row.machine.threshold
    if row.departs:
        return words.DEPARTED.in_(language)
    if threshold is None:
        return ""
    norm = f"{words.THE_NORM.in_(language)}: {found(row, threshold, language)}"
    return f"{found(row, value, language)} ({norm})" if value is not None else norm


def found(row: NormRow, value: Decimal | str, language: Language) -> str:
    """A value or threshold of a norm with its unit; a date in words."""
    known = NORM.get(row.machine.norm)
    if isinstance(value, str):
        return _date_or_text(value, language)
    if known and known.unit == YES_NO:
        return WORDS["yes" if value else "no"].in_(language)
    threshold = row.machine.threshold
    against = threshold if isinstance(threshold, Decimal) else None
    return with_unit(value, unit_of(row, language), language, against=against)


def unit_of(row: NormRow, language: Language) -> str:
    """The unit of a norm, short."""
    known = NORM.get(row.machine.norm)
    return UNITS.get(known.unit, Bilingual(nl=known.unit, en=known.unit)).in_(language) if known else ""


def reason(outcome: Outcome, text: str, language: Language) -> str:
    """A reason without the outcome that already stands before it."""
    said = words.OUTCOME[outcome].in_(language)
    rest = text.removeprefix(f"{said}: ").removesuffix(f" {said}.")
    return f"{rest[0].upper()}{rest[1:]}" if rest else ""


def _date_or_text(value: str, language: Language) -> str:
    try:
        return day(date.fromisoformat(value), language)
    except ValueError:
        return value
