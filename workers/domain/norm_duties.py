"""A norm as the terms ask it, what it is held against, and what verdicts of every kind are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from schemas.judgement import Indicator, Outcome, Verdict
from schemas.norms import NormDefinition
from schemas.terms import NormTerms
from schemas.texts import Bilingual
from workers.domain.indicators.figures import both, filled


@dataclass(frozen=True)
class Duty:
    """One norm as the terms ask it for the year of the report."""

    norm: NormDefinition
    asked: NormTerms
    threshold: Decimal | str | None


@dataclass(frozen=True)
class Certificate:
    """The holder's certificate as reported, and the day on which it has to be valid."""

    ladder: str | None
    valid_to: date | None
    on: date | None


@dataclass(frozen=True)
class Facts:
    """What the norms are held against. ``handed_in`` is None offline; ``extended`` is until when more time was granted."""

    year: int | None
    indicators: Sequence[Indicator]
    certificate: Certificate
    handed_in: date | None = None
    extended: date | None = None

    def figure(self, indicator: str, part: str) -> Indicator | None:
        """The figure of one part; the order of its pairs does not matter."""
        wanted = set(part.split(","))
        return next((f for f in self.indicators if f.indicator == indicator and set(f.part.split(",")) == wanted), None)


Judge = Callable[[Duty, Facts], Verdict]


def not_assessable(
    norm: NormDefinition, threshold: Decimal | str | None, reason: Bilingual, value: Decimal | str | None = None
) -> Verdict:
    """The verdict on a norm that cannot be judged, with why."""
    return Verdict(norm=norm.id, verdict=Outcome.NOT_ASSESSABLE, value=value, threshold=threshold, reason=reason)


def outcome_of(meets: bool) -> Outcome:
    """Of a norm that could be judged."""
    return Outcome.MEETS if meets else Outcome.DOES_NOT_MEET


def no_number(duty: Duty) -> Bilingual:
    """That the threshold in the terms is not what the norm needs."""
    return filled(
        "Niet te beoordelen: de grens {threshold} in de voorwaarden is geen getal.",
        "Not assessable: the threshold {threshold} in the terms is no number.",
        threshold=str(duty.threshold),
    )


def said(meets: bool) -> Bilingual:
    """The outcome in words."""
    return both("Voldoet.", "Meets.") if meets else both("Voldoet niet.", "Does not meet.")
