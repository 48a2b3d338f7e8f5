"""What a forecast comes to: from when a norm is met and stays so, or where it fails, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from schemas.forecasts import TARGET_YEAR, YearValue
from schemas.norms import NormDefinition
from schemas.terms import NormTerms
from schemas.texts import Bilingual
from workers.domain.indicators.figures import both, filled
from workers.domain.norms import amount, holds


def outcome(
    norm: NormDefinition, asked: Sequence[NormTerms], values: Sequence[YearValue]
) -> tuple[int | None, Bilingual]:
    """The first year from which the norm is met in every year to come that asks it, and the sentence that says so.

    ``values`` begin with the report year and are one a year.
    """
    judged = [(point, bound) for point in values if (bound := threshold(asked, point.year)) is not None]
    if not judged:
        return None, NO_DUTY
    meets = [holds(point.value, norm.comparison, bound) for point, bound in judged]
    last, bound = judged[-1]
    if last.year < TARGET_YEAR and threshold(asked, last.year + 1) is not None:
        return None, filled(UNTIL.nl, UNTIL.en, year=last.year)
    if not meets[-1]:
        return None, _missed(norm, last, bound, since=_first_miss(judged, meets))
    since = len(meets) - next((place for place, met in enumerate(reversed(meets)) if not met), len(meets))
    first = judged[since][0].year
    if since == 0:
        return first, filled(ALWAYS.nl, ALWAYS.en, year=last.year)
    return first, filled(FROM.nl, FROM.en, year=first)


def threshold(asked: Sequence[NormTerms], year: int) -> Decimal | None:
    """What is asked in a year, where that is a number."""
    bounds = (entry.threshold(year) for entry in asked)
    return next((bound for bound in bounds if isinstance(bound, Decimal)), None)


def _first_miss(judged: Sequence[tuple[YearValue, Decimal]], meets: Sequence[bool]) -> tuple[YearValue, Decimal] | None:
    """Where the misses that last begin, if there was a year before them that met."""
    hits = [place for place, met in enumerate(meets) if met]
    return judged[hits[-1] + 1] if hits else None


def _missed(
    norm: NormDefinition, last: YearValue, bound: Decimal, *, since: tuple[YearValue, Decimal] | None
) -> Bilingual:
    point, asks = since or (last, bound)
    words = LATER if since else NOT
    return filled(
        words.nl, words.en, year=point.year, value=amount(point.value, norm.unit), bound=amount(asks, norm.unit)
    )


ALWAYS = both(
    "Met wat nu bekend is, wordt de norm tot en met {year} elk jaar gehaald.",
    "With what is known now, the norm is met in every year up to and including {year}.",
)
FROM = both(
    "Met wat nu bekend is, wordt de norm gehaald vanaf {year}.",
    "With what is known now, the norm is met from {year} on.",
)
LATER = both(
    "Met wat nu bekend is, wordt de norm vanaf {year} niet meer gehaald: dan {value}, gevraagd {bound}.",
    "With what is known now, the norm is no longer met from {year} on: {value} then, asked {bound}.",
)
NOT = both(
    "Met wat nu bekend is, wordt de norm ook in {year} niet gehaald: dan {value}, gevraagd {bound}.",
    "With what is known now, the norm is not met in {year} either: {value} then, asked {bound}.",
)
UNTIL = both(
    "Verder dan {year} is dit niet te zeggen: van wat daarna rijdt, is nog niets bekend.",
    "Beyond {year} this cannot be said: nothing is known yet of what runs then.",
)
NO_DUTY = both(f"Tot en met {TARGET_YEAR} is hier geen eis.", f"There is no duty here up to {TARGET_YEAR}.")
