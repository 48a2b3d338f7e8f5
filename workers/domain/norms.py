"""The verdicts: each norm that the terms ask, held against its indicator, with the reason in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from schemas.calendar import working_day_from
from schemas.indicators import INDICATOR
from schemas.judgement import Indicator, Outcome, Status, Verdict
from schemas.norms import NORM, NORMS, NormDefinition
from schemas.terms import NormTerms, Terms
from schemas.texts import Bilingual, Language
from workers.domain import rendering
from workers.domain.indicators.figures import TOTAL, both, filled, joined, with_unit

# Figures are compared unrounded, with this relative slack.
SLACK = Fraction(1, 10**9)
LADDER = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*/\s*(\d+)\s*$")
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


@dataclass(frozen=True)
class Duty:
    """One norm as the terms ask it for the year of the report."""

    norm: NormDefinition
    asked: NormTerms
    threshold: Decimal | str | None


@dataclass(frozen=True)
class Ladder:
    """A certificate of the CO2 Performance Ladder: version and level (3.1) or step (4.0)."""

    version: str
    level: int

    @staticmethod
    def read(text: str | None) -> Ladder | None:
        """What ``3.1/4`` says; None where it is not of that form."""
        found = LADDER.match(text or "")
        return Ladder(found[1], int(found[2])) if found else None


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


def verdicts(terms: Terms | None, facts: Facts) -> tuple[Verdict, ...]:
    """A verdict for every norm that the terms ask, in the order of the contract; none without terms."""
    if terms is None:
        return ()
    asked = {known.id: terms.norm(known.id, facts.year) for known in NORMS}
    return tuple(_verdict(known, asks, facts) for known in NORMS if (asks := asked[known.id]))


def _verdict(norm: NormDefinition, asked: NormTerms, facts: Facts) -> Verdict:
    if facts.year is None:
        return _open(norm, None, NO_YEAR)
    if asked.ended(facts.year):
        return _open(norm, None, _ended(asked))
    duty = Duty(norm, asked, asked.threshold(facts.year))
    if duty.threshold is None:
        return _open(norm, None, _not_yet(asked))
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


def _open(
    norm: NormDefinition, threshold: Decimal | str | None, reason: Bilingual, value: Decimal | str | None = None
) -> Verdict:
    return Verdict(norm=norm.id, verdict=Outcome.NOT_ASSESSABLE, value=value, threshold=threshold, reason=reason)


def _by_indicator(duty: Duty, facts: Facts) -> Verdict:
    """A number held against a number; a norm reads the total unless its terms name a part."""
    norm, threshold = duty.norm, duty.threshold
    if not isinstance(threshold, Decimal):
        return _open(norm, threshold, _no_number(duty))
    figure = facts.figure(norm.indicator or "", duty.asked.part or TOTAL)
    if figure is None or figure.status is Status.NOT_ASSESSABLE or figure.value is None:
        return _open(norm, threshold, _no_figure(norm, figure))
    meets = holds(figure.value, norm.comparison, threshold)
    reason = _in_words(duty, figure, threshold, meets=meets)
    return Verdict(norm=norm.id, verdict=_outcome(meets), value=figure.value, threshold=threshold, reason=reason)


def _outcome(meets: bool) -> Outcome:
    return Outcome.MEETS if meets else Outcome.DOES_NOT_MEET


def holds(value: Decimal, comparison: str, threshold: Decimal) -> bool:
    """Whether a figure is at least, or at most, its threshold; exactly on it it is."""
    bound = Fraction(threshold)
    slack = abs(bound) * SLACK
    return Fraction(value) >= bound - slack if comparison == ">=" else Fraction(value) <= bound + slack


def _no_number(duty: Duty) -> Bilingual:
    return filled(
        "Niet te beoordelen: de grens {threshold} in de voorwaarden is geen getal.",
        "Not assessable: the threshold {threshold} in the terms is no number.",
        threshold=str(duty.threshold),
    )


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
        outcome=_said(meets),
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


def _said(meets: bool) -> Bilingual:
    return both("Voldoet.", "Meets.") if meets else both("Voldoet niet.", "Does not meet.")


def _ladder(duty: Duty, facts: Facts) -> Verdict:
    """Compared inside one version of the ladder only; a certificate that has lapsed at the end of the period does not count."""
    norm, asked = duty.norm, str(duty.threshold)
    held, bound = facts.certificate, Ladder.read(asked)
    has = Ladder.read(held.ladder)
    if has is None or bound is None or held.valid_to is None or held.on is None:
        return _open(norm, asked, NO_CERTIFICATE, held.ladder)
    if has.version != bound.version:
        return _open(norm, asked, _other_version(has, bound), held.ladder)
    meets = has.level >= bound.level and held.valid_to >= held.on
    reason = _certificate_in_words(duty, held, held.valid_to, meets=meets)
    return Verdict(norm=norm.id, verdict=_outcome(meets), value=held.ladder, threshold=asked, reason=reason)


NO_CERTIFICATE = both(
    "Niet te beoordelen: het certificaat van de CO2-Prestatieladder of de geldigheid ervan ontbreekt of is niet te lezen; verwacht wordt versie/niveau, zoals 3.1/4.",
    "Not assessable: the CO2 Performance Ladder certificate or its validity is missing or cannot be read; expected is version/level, such as 3.1/4.",
)


def _other_version(has: Ladder, bound: Ladder) -> Bilingual:
    return filled(
        "Niet te beoordelen: het certificaat is van versie {has}, de eis van versie {bound}; die zijn niet te vergelijken.",
        "Not assessable: the certificate is of version {has}, the requirement of version {bound}; these cannot be compared.",
        has=has.version,
        bound=bound.version,
    )


def _certificate_in_words(duty: Duty, held: Certificate, valid_to: date, *, meets: bool) -> Bilingual:
    return filled(
        "Het certificaat is {ladder}, geldig tot en met {to}; {article} vraagt ten minste {bound}. {outcome}",
        "The certificate is {ladder}, valid to {to}; {article} asks at least {bound}. {outcome}",
        ladder=held.ladder or "",
        to=_day(valid_to),
        article=duty.asked.article,
        bound=str(duty.threshold),
        outcome=_said(meets),
    )


def _day(day: date) -> Bilingual:
    return both(rendering.day(day, Language.NL), rendering.day(day, Language.EN))


def _timely(duty: Duty, facts: Facts) -> Verdict:
    """Handed in on the last day of the term at the latest; offline nobody hands in."""
    norm = duty.norm
    agreed = _last_day(duty, facts.year or 0)
    if agreed is None:
        return _open(norm, str(duty.threshold), _no_number(duty))
    last = max(agreed, facts.extended or agreed)
    if facts.handed_in is None:
        return _open(norm, last.isoformat(), NOT_HANDED_IN)
    meets = facts.handed_in <= last
    reason = filled(
        "Ingediend op {day}; {article} vraagt uiterlijk {agreed}{granted}. {outcome}",
        "Handed in on {day}; {article} asks {agreed} at the latest{granted}. {outcome}",
        day=_day(facts.handed_in),
        article=duty.asked.article,
        agreed=_day(agreed),
        granted=_granted(last) if last > agreed else both("", ""),
        outcome=_said(meets),
    )
    handed_in = facts.handed_in.isoformat()
    return Verdict(norm=norm.id, verdict=_outcome(meets), value=handed_in, threshold=last.isoformat(), reason=reason)


def _granted(last: date) -> Bilingual:
    return filled(", met uitstel tot en met {last}", ", with more time until {last}", last=_day(last))


def _last_day(duty: Duty, year: int) -> date | None:
    """The month-day in the year after the report year; a weekend or holiday moves it unless the terms say otherwise."""
    try:
        last = date.fromisoformat(f"{year + 1}-{duty.threshold}")
    except ValueError:
        return None
    return working_day_from(last) if duty.asked.moves_to_working_day else last


NOT_HANDED_IN = both(
    "Niet te beoordelen: het rapport is nog niet ingediend.", "Not assessable: the report has not been handed in yet."
)

SPECIAL: Mapping[str, Judge] = {"N-LADDER": _ladder, "N-TIMELY": _timely}
