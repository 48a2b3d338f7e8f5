"""The two norms that no figure answers: the certificate of the CO2 Performance Ladder, and the day of handing in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from schemas.calendar import working_day_from
from schemas.judgement import Verdict
from schemas.texts import Bilingual, Language
from workers.domain import rendering
from workers.domain.indicators.figures import both, filled
from workers.domain.norm_duties import Certificate, Duty, Facts, no_number, not_assessable, outcome_of, said

LADDER = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*/\s*(\d+)\s*$")


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


def by_certificate(duty: Duty, facts: Facts) -> Verdict:
    """Compared inside one version of the ladder only; a certificate that has lapsed at the end of the period does not count."""
    norm, asked = duty.norm, str(duty.threshold)
    held, bound = facts.certificate, Ladder.read(asked)
    has = Ladder.read(held.ladder)
    if has is None or bound is None or held.valid_to is None or held.on is None:
        return not_assessable(norm, asked, NO_CERTIFICATE, held.ladder)
    if has.version != bound.version:
        return not_assessable(norm, asked, _other_version(has, bound), held.ladder)
    meets = has.level >= bound.level and held.valid_to >= held.on
    reason = _certificate_in_words(duty, held, held.valid_to, meets=meets)
    return Verdict(norm=norm.id, verdict=outcome_of(meets), value=held.ladder, threshold=asked, reason=reason)


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
        outcome=said(meets),
    )


def _day(day: date) -> Bilingual:
    return both(rendering.day(day, Language.NL), rendering.day(day, Language.EN))


def by_day(duty: Duty, facts: Facts) -> Verdict:
    """Handed in on the last day of the term at the latest; offline nobody hands in."""
    norm = duty.norm
    agreed = _last_day(duty, facts.year or 0)
    if agreed is None:
        return not_assessable(norm, str(duty.threshold), no_number(duty))
    last = max(agreed, facts.extended or agreed)
    if facts.handed_in is None:
        return not_assessable(norm, last.isoformat(), NOT_HANDED_IN)
    meets = facts.handed_in <= last
    reason = filled(
        "Ingediend op {day}; {article} vraagt uiterlijk {agreed}{granted}. {outcome}",
        "Handed in on {day}; {article} asks {agreed} at the latest{granted}. {outcome}",
        day=_day(facts.handed_in),
        article=duty.asked.article,
        agreed=_day(agreed),
        granted=_granted(last) if last > agreed else both("", ""),
        outcome=said(meets),
    )
    handed_in = facts.handed_in.isoformat()
    return Verdict(norm=norm.id, verdict=outcome_of(meets), value=handed_in, threshold=last.isoformat(), reason=reason)


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
