"""How a norm is expected to develop: the value of the years to come, when the norm is met, and what that assumes."""

from __future__ import annotations

from schemas.judgement import Number, Said
from schemas.texts import Bilingual

TARGET_YEAR = 2030


class YearValue(Said):
    """A value in a year."""

    year: int
    value: Number


class Announced(Said):
    """A measure that the holder has announced; ``counted`` where its effect is a number and is in the forecast."""

    measure: str
    description: str
    year: int
    effect: str | None
    counted: bool


class Forecast(Said):
    """One norm to the target year. ``meets_from`` is the year from which it is met and stays so; None: not by the target year."""

    norm: str
    points: tuple[YearValue, ...]
    meets_from: int | None
    says: Bilingual
    assumes: Bilingual
    announced: tuple[Announced, ...] = ()
