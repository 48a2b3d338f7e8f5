"""The verdicts: each norm that the terms ask, held against its indicator, with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from schemas.indicators import INDICATOR
from schemas.judgement import Indicator, Status, Verdict
from schemas.norms import NORM, NORMS, TIMELY, NormDefinition
from schemas.terms import NormTerms, Terms
from schemas.texts import Bilingual
from workers.domain.indicators.figures import TOTAL, both, filled, joined, with_unit
from workers.domain.norm_duties import Duty, Facts, Judge, no_number, not_assessable, outcome_of, said
from workers.domain.norms_without_figure import by_certificate, by_day

# Figures are compared unrounded, with this relative slack.
SLACK = Fraction(1, 10**9)
YES_NO = "yes/no"
DECIMALS, ALL_DECIMALS = 3, 9

UNITS_NL = {
    "g/pkm": "g/rkm",
    "vehicle-days": "voertuigdagen",
    "points": "punten",
    "count": "",
    YES_NO: "",
    "level": "",
}
UNITS_EN = {"g/pkm": "g/passenger-km", "count": "", YES_NO: "", "level": ""}


def verdicts(terms: Terms | None, facts: Facts) -> tuple[Verdict, ...]:
    """A verdict for every norm that the terms ask, in the order of the contract; none without terms."""
    if terms is None:
        return ()
    asked = {known.id: terms.norm(known.id, facts.year) for known in NORMS}
    return tuple(_verdict(known, asks, facts) for known in NORMS if (asks := asked[known.id]))


def _verdict(norm: NormDefinition, asked: NormTerms, facts: Facts) -> Verdict:
    if facts.year is None:
        return not_assessable(norm, None, NO_YEAR)
    if asked.ended(facts.year):
        return not_assessable(norm, None, _ended(asked))
    duty = Duty(norm, asked, asked.threshold(facts.year))
    if duty.threshold is None:
        return not_assessable(norm, None, _not_yet(asked))
    return SPECIAL.get(norm.id, _by_indicator)(duty, facts)


NO_YEAR = both(
    "Niet te beoordelen: het verslagjaar ontbreekt of is niet te lezen.",
    "Not assessable: the report year is missing or cannot be read.",
)


def _not_yet(asked: NormTerms) -> Bilingual:
    return filled(
        "Nog geen eis: {article} geldt vanaf {year}.",
        "No duty yet: {article} holds from {year}.",
        article=asked.article,
        year=asked.first_year,
    )


def _ended(asked: NormTerms) -> Bilingual:
    gone = filled(
        "Geen eis meer: {article} gold tot en met {year}.",
        "No duty any more: {article} held up to and including {year}.",
        article=asked.article,
        year=asked.last_year or "",
    )
    if asked.successor is None:
        return gone
    follows = filled("Daarna geldt: {name}.", "What holds after it: {name}.", name=NORM[asked.successor].name)
    return joined([gone, follows], " ")


def _by_indicator(duty: Duty, facts: Facts) -> Verdict:
    """A number held against a number; a norm reads the total unless its terms name a part."""
    norm, threshold = duty.norm, duty.threshold
    if not isinstance(threshold, Decimal):
        return not_assessable(norm, threshold, no_number(duty))
    figure = facts.figure(norm.indicator or "", duty.asked.part or TOTAL)
    if figure is None or figure.status is Status.NOT_ASSESSABLE or figure.value is None:
        return not_assessable(norm, threshold, _no_figure(norm, figure))
    meets = holds(figure.value, norm.comparison, threshold)
    reason = _in_words(duty, figure, threshold, meets=meets)
    return Verdict(norm=norm.id, verdict=outcome_of(meets), value=figure.value, threshold=threshold, reason=reason)


def holds(value: Decimal, comparison: str, threshold: Decimal) -> bool:
    """Whether a figure is at least, or at most, its threshold; exactly on it it is."""
    bound = Fraction(threshold)
    slack = abs(bound) * SLACK
    return Fraction(value) >= bound - slack if comparison == ">=" else Fraction(value) <= bound + slack


def _no_figure(norm: NormDefinition, figure: Indicator | None) -> Bilingual:
    """Why there is nothing to hold against the norm: the figure's own reason."""
    if figure is not None and figure.why.notes:
        return figure.why.notes[0]
    return filled(
        "Niet te beoordelen: er is geen cijfer voor {indicator}.",
        "Not assessable: there is no figure for {indicator}.",
        indicator=norm.indicator or norm.id,
    )


def _in_words(duty: Duty, figure: Indicator, threshold: Decimal, *, meets: bool) -> Bilingual:
    norm = duty.norm
    return filled(
        "{name} is {value}; {article} vraagt {bound}{threshold}. {outcome}",
        "{name} is {value}; {article} asks {bound}{threshold}. {outcome}",
        name=INDICATOR[norm.indicator or ""].name,
        value=amount(figure.value or Decimal(0), norm.unit, beside=threshold),
        article=duty.asked.article,
        bound=_bound(norm),
        threshold=amount(threshold, norm.unit),
        outcome=said(meets),
    )


def _bound(norm: NormDefinition) -> Bilingual:
    if norm.unit == YES_NO:
        return both("", "")
    return both("ten minste ", "at least ") if norm.comparison == ">=" else both("hoogstens ", "at most ")


def amount(value: Decimal, unit: str, *, beside: Decimal | None = None) -> Bilingual:
    """An amount with its unit; with all its decimals where rounding would make it look like the one ``beside`` it."""
    if unit == YES_NO:
        return both("ja", "yes") if value else both("nee", "no")
    decimals = ALL_DECIMALS if beside is not None and round(value, DECIMALS) == beside else DECIMALS
    dutch = with_unit(value, UNITS_NL.get(unit, unit), decimals=decimals)
    english = with_unit(value, UNITS_EN.get(unit, unit), decimals=decimals)
    return both(dutch.nl, english.en)


SPECIAL: Mapping[str, Judge] = {"N-LADDER": by_certificate, TIMELY: by_day}
