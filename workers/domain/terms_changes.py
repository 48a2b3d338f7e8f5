"""Two editions of a concession's terms held against each other, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from schemas.norms import NORM
from schemas.terms import Calendar, Exemption, NormTerms, Terms
from schemas.texts import Bilingual, Language
from workers.domain import rendering
from workers.domain.indicators.figures import both, filled

Key = tuple[str, int]
MOMENTS: Mapping[str, Bilingual] = {
    "opens": both("de opening", "the opening"),
    "suppliers_answer_by": both("het antwoord van leveranciers", "the answer of suppliers"),
    "hand_in_by": both("het indienen", "handing in"),
    "completeness_by": both("de toets op volledigheid", "the check on completeness"),
    "feedback_by": both("het besluit", "the decision"),
}


def changes(before: Terms, after: Terms) -> tuple[Bilingual, ...]:
    """Norms first, then exemptions, the calendar, and what else became otherwise."""
    return (
        *_norms(before, after),
        *_exemptions(before, after),
        *_calendar(before.calendar, after.calendar),
        *_others(before, after),
    )


def _norms(before: Terms, after: Terms) -> Iterator[Bilingual]:
    old, new = ({(asked.norm, asked.first_year): asked for asked in terms.norms} for terms in (before, after))
    for key in sorted(old.keys() | new.keys(), key=_place):
        was, becomes = old.get(key), new.get(key)
        if was is None and becomes is not None:
            yield filled("Nieuw: {norm}.", "New: {norm}.", norm=_asked(becomes))
        elif becomes is None and was is not None:
            yield filled("Vervalt: {norm}.", "Goes: {norm}.", norm=_asked(was))
        elif was is not None and becomes is not None and was != becomes:
            yield filled("{was} wordt {becomes}.", "{was} becomes {becomes}.", was=_asked(was), becomes=_terms(becomes))


def _place(key: Key) -> tuple[int, int]:
    return list(NORM).index(key[0]), key[1]


def _asked(asked: NormTerms) -> Bilingual:
    """Wagenpark zero-emissie (art. 5.2: vanaf 2026 75, vanaf 2028 90)."""
    return filled("{name} ({terms})", "{name} ({terms})", name=NORM[asked.norm].name, terms=_terms(asked))


def _terms(asked: NormTerms) -> Bilingual:
    steps = [(year, _plain(value)) for year, value in sorted(asked.path.items())]
    dutch = ", ".join(f"vanaf {year} {value.nl}" for year, value in steps)
    english = ", ".join(f"from {year} {value.en}" for year, value in steps)
    ends = (
        f", t/m {asked.last_year}" if asked.last_year else "",
        f", up to {asked.last_year}" if asked.last_year else "",
    )
    part = f", {asked.part}" if asked.part else ""
    follows = NORM[asked.successor].name if asked.successor else None
    then = (f", daarna {follows.nl}", f", then {follows.en}") if follows else ("", "")
    return both(
        f"{asked.article}: {dutch}{ends[0]}{then[0]}{part}", f"{asked.article}: {english}{ends[1]}{then[1]}{part}"
    )


def _plain(value: Decimal | str) -> Bilingual:
    if isinstance(value, str):
        return both(value, value)
    return both(rendering.number(value, Language.NL), rendering.number(value, Language.EN))


def _exemptions(before: Terms, after: Terms) -> Iterator[Bilingual]:
    for one in after.exemptions:
        if one not in before.exemptions:
            yield filled("Nieuwe vrijstelling: {one}.", "New exemption: {one}.", one=_exempt(one))
    for one in before.exemptions:
        if one not in after.exemptions:
            yield filled("Vrijstelling vervalt: {one}.", "Exemption goes: {one}.", one=_exempt(one))


def _exempt(one: Exemption) -> Bilingual:
    name = NORM[one.norm].name if one.norm in NORM else both(one.norm, one.norm)
    days = [tuple(rendering.day(day, language) for day in (one.from_, one.to)) for language in Language]
    return both(
        f"{name.nl}, {days[0][0]} t/m {days[0][1]}, besluit {one.decision}",
        f"{name.en}, {days[1][0]} to {days[1][1]}, decision {one.decision}",
    )


def _calendar(before: Calendar, after: Calendar) -> Iterator[Bilingual]:
    for name, moment in MOMENTS.items():
        was, becomes = getattr(before, name), getattr(after, name)
        if was != becomes:
            yield filled(
                "De dag (maand-dag) voor {moment} gaat van {was} naar {becomes}.",
                "The day (month-day) for {moment} goes from {was} to {becomes}.",
                moment=moment,
                was=was,
                becomes=becomes,
            )


def _others(before: Terms, after: Terms) -> Iterator[Bilingual]:
    told = {
        "name": both("De naam", "The name"),
        "authorities": both("De lijst van concessieverleners", "The list of granting authorities"),
        "lead_authority": both("Wie de leiding heeft", "Who leads"),
        "holder_kvk": both("Het KvK-nummer van de houder", "The trade register number of the holder"),
        "starts": both("De begindatum", "The first day"),
        "ends": both("De einddatum", "The last day"),
        "asks_sick_leave": both("Of naar verzuim wordt gevraagd", "Whether sickness absence is asked"),
        "hears_before_sending_back": both(
            "Of de houder wordt gehoord voor terugsturen", "Whether the holder is heard before sending back"
        ),
        "tells_plan_before_handing_in": both(
            "Of de stand van maatregelen voor indienen moet zijn verteld",
            "Whether the state of measures has to be told before handing in",
        ),
        "statutory_hourly_wage_eur": both("Het minimumloon", "The minimum wage"),
        "building_blocks_eur": both("De tabel van bouwblokken", "The table of building blocks"),
        "environmental_scores": both("De tabel van milieuscores", "The table of environmental scores"),
        "reminders": both("Wanneer en aan wie wordt herinnerd", "When and to whom reminders go"),
    }
    for name, what in told.items():
        if getattr(before, name) != getattr(after, name):
            yield filled("{what} verandert.", "{what} changes.", what=what)
