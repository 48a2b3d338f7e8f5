"""The part of an indicator in words: ``drivetrain=bev,bus_class=bus_12m`` as a person would say it."""

from __future__ import annotations

from schemas.indicators.parts import MONTH, pair_words
from schemas.indicators.parts import TOTAL as TOTAL
from schemas.texts import Language
from workers.domain.rendering import period


def part_label(part: str, language: Language) -> str:
    """The part in words; what is not known stays as it was written."""
    return ", ".join(_pair(pair, language) for pair in part.split(","))


def dimensions(part: str) -> tuple[str, ...]:
    """The dimensions that a part is cut by; the total has none."""
    return () if part == TOTAL else tuple(pair.split("=")[0] for pair in part.split(","))


def code(part: str) -> str:
    """The code of a part of one dimension."""
    return part.split("=")[-1]


def _pair(pair: str, language: Language) -> str:
    dimension, _, name = pair.partition("=")
    return period(name, language) if dimension == MONTH else pair_words(pair).in_(language)
