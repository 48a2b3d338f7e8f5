"""SOC-08 to SOC-11: social return, PSO, social safety and accessible vehicles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator, Input
from schemas.report.code_lists import IncidentCategory, RegistrationSystem
from schemas.texts import Bilingual
from workers.domain.fleet import in_service_on
from workers.domain.frames import ROW
from workers.domain.indicators.figures import TOTAL, Figures, both, filled, ratio, taken, told, with_unit
from workers.domain.indicators.fleet import IN_SERVICE, fleet_obstacle, known_period, period_obstacle
from workers.domain.indicators.hanging import Uses, field_obstacle, obstacle
from workers.domain.indicators.rows import added, at, field_at, rows_of, share_figure
from workers.domain.indicators.supply import BY_BUS, BY_TRAIN, NO_PASSENGERS, together, travelled
from workers.domain.ledger import Ledger
from workers.domain.places import Places

PER_MILLION = 1_000_000
SOCIAL_SAFETY = (IncidentCategory.SOCIAL_SAFETY_A, IncidentCategory.SOCIAL_SAFETY_B, IncidentCategory.SOCIAL_SAFETY_C)
STEP = re.compile(r"\d+")


def social_return(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-08: the effort for social return in per cent of its base, with the value in euro beside it."""
    figures = Figures(
        "SOC-08",
        both("Inspanningswaarde / grondslag social return × 100.", "Effort value / base for social return × 100."),
        unit="%",
    )
    beside = "beside=value"
    if reason := obstacle(ledger, Uses("social_return", ("item_id", "value_eur"), needed=True)):
        return (figures.unknown(reason), figures.unknown(reason, part=beside, unit="EUR"))
    rows = rows_of(ledger, "social_return")
    value = added(rows, "value_eur")
    inputs = [taken("social_return", "value_eur", at=at(rows), amount=value, unit="EUR")]
    effort = figures.known(value, part=beside, unit="EUR", worked=with_unit(value, "EUR"), inputs=inputs)
    return (_of_the_base(ledger, figures, value, inputs), effort)


def _of_the_base(ledger: Ledger, figures: Figures, value: Fraction, effort: list[Input]) -> Indicator:
    reason = field_obstacle(ledger, "sroi_base_eur")
    base = ledger.report.front.sroi_base_eur
    if reason or not base:
        return figures.unknown(reason or NO_BASE)
    share = value / Fraction(base) * 100
    return figures.known(
        share,
        worked=ratio(with_unit(value, "EUR"), with_unit(base, "EUR"), with_unit(share, "%"), times=100),
        inputs=[
            *effort,
            taken("report", "sroi_base_eur", at=field_at(ledger, "sroi_base_eur"), amount=base, unit="EUR"),
        ],
    )


NO_BASE = both("Niet te beoordelen: de grondslag is nul.", "Not assessable: the base is zero.")


def pso(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-09: the PSO step of the holder, and of suppliers, with their validity at the end of the period."""
    figures = Figures(
        "SOC-09",
        both(
            "De opgegeven PSO-trede en of die aan het einde van de periode geldig is.",
            "The stated PSO step and whether it is valid at the end of the period.",
        ),
        unit="trede",
    )
    used = Uses("suppliers", ("supplier_id", "pso_step", "certificate_valid_to"))
    if reason := period_obstacle(ledger):
        return (figures.unknown(reason),)
    front = ledger.report.front
    missing = field_obstacle(ledger, "pso_step", "pso_valid_to")
    of_holder = taken("report", "pso_step", at=field_at(ledger, "pso_step"))
    said = _step(ledger, figures, TOTAL, of_holder, front.pso_step, front.pso_valid_to)
    holder = figures.unknown(missing) if missing else said
    if reason := obstacle(ledger, used):
        return (holder, figures.unknown(reason, part="organisation=suppliers"))
    with_step = rows_of(ledger, "suppliers", pl.col("pso_step").is_not_null())
    steps = with_step.select("supplier_id", ROW, "pso_step", "certificate_valid_to").iter_rows()
    return (
        holder,
        *(
            _step(ledger, figures, f"supplier={name}", taken("suppliers", "pso_step", at=Places.of([row])), step, until)
            for name, row, step, until in steps
        ),
    )


def _step(
    ledger: Ledger, figures: Figures, part: str, source: Input, step: str | None, until: date | None
) -> Indicator:
    """The number in the step where it has one; what has lapsed, or says no day, is told."""
    end = known_period(ledger).end
    valid = both("geldigheid onbekend", "validity not known") if until is None else _valid(until, end)
    number = STEP.search(step or "")
    return figures.known(
        int(number[0]) if number else None,
        part=part,
        worked=filled("{step}; {valid}", "{step}; {valid}", step=step or "-", valid=valid),
        inputs=[source],
    )


def _valid(until: date, end: date) -> Bilingual:
    words = (
        both("geldig tot en met {day}", "valid to {day}")
        if until >= end
        else both("verlopen op {day}", "lapsed on {day}")
    )
    return filled(words.nl, words.en, day=until)


def social_safety(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-10: incidents A, B and C per registration system, per month and per million passenger-km; systems are never added up."""
    figures = Figures(
        "SOC-10",
        both(
            "Het aantal incidenten A, B en C per registratiesysteem; daarnaast per miljoen reizigerskilometers.",
            "The number of incidents A, B and C per registration system; beside it per million passenger-km.",
        ),
        unit="aantal",
    )
    which, used = pl.col("category").is_in(SOCIAL_SAFETY), ("period", "category", "registration_system", "count")
    if reason := obstacle(ledger, Uses("incidents", used, rows=which, needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, "incidents", which)
    systems = [code for code in RegistrationSystem if code in set(rows["registration_system"])]
    total = (
        _incidents(figures, TOTAL, rows)
        if len(systems) == 1
        else figures.unknown(MANY_SYSTEMS if systems else NO_INCIDENTS)
    )
    return (total, *_per_system(figures, rows, systems), *_per_million(ledger, figures, rows, systems))


MANY_SYSTEMS = both(
    "Niet te beoordelen: cijfers van verschillende registratiesystemen worden nooit opgeteld.",
    "Not assessable: figures of different registration systems are never added up.",
)
NO_INCIDENTS = both(
    "Niet te beoordelen: er zijn geen cijfers over sociale veiligheid.",
    "Not assessable: there are no figures on social safety.",
)


def _incidents(figures: Figures, part: str, rows: pl.DataFrame) -> Indicator:
    number = added(rows, "count")
    return figures.known(
        number, part=part, worked=told(number), inputs=[taken("incidents", "count", at=at(rows), amount=number)]
    )


def _per_system(figures: Figures, rows: pl.DataFrame, systems: list[RegistrationSystem]) -> Iterator[Indicator]:
    for system, category in ((s, c) for s in systems for c in SOCIAL_SAFETY):
        some = rows.filter((pl.col("registration_system") == system) & (pl.col("category") == category))
        name = f"registration_system={system},category={category}"
        if some.height:
            yield _incidents(figures, name, some)
        for month in some["period"].unique().sort():
            yield _incidents(figures, f"{name},month={month}", some.filter(pl.col("period") == month))


def _per_million(
    ledger: Ledger, figures: Figures, rows: pl.DataFrame, systems: list[RegistrationSystem]
) -> Iterator[Indicator]:
    reason = obstacle(ledger, Uses("ridership", ("period", "mode", "passenger_km"), needed=True))
    passengers = together(travelled(ledger).values() if not reason else ())
    km = passengers.km
    unit = "per mln rkm"
    for system in systems:
        part = f"registration_system={system},beside=rate"
        of_system = rows.filter(pl.col("registration_system") == system)
        number = added(of_system, "count")
        if reason or not km:
            yield figures.unknown(reason or NO_PASSENGERS, part=part, unit=unit)
        else:
            rate = number / km * PER_MILLION
            worked = ratio(told(number), with_unit(km, "rkm"), told(rate), times=PER_MILLION)
            inputs = [taken("incidents", "count", at=at(of_system), amount=number), passengers.put_in()]
            yield figures.known(rate, part=part, unit=unit, worked=worked, inputs=inputs)


def accessible(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-11: the share of vehicles in service on the last day that are wheelchair accessible (Wp2000 art. 32)."""
    figures = Figures(
        "SOC-11",
        both(
            "Rolstoeltoegankelijke voertuigen / voertuigen in dienst op de laatste dag × 100.",
            "Wheelchair accessible vehicles / vehicles in service on the last day × 100.",
        ),
        unit="%",
    )
    if reason := fleet_obstacle(ledger, *IN_SERVICE, "wheelchair_accessible"):
        return (figures.unknown(reason),)
    there = rows_of(ledger, "vehicles", in_service_on(known_period(ledger).end))
    parts = {"mode=bus": there.filter(BY_BUS), "mode=train": there.filter(BY_TRAIN)}
    total = _reachable(figures, TOTAL, there)
    # Where the class of a vehicle cannot be read, it is not known in which of the parts it belongs.
    if reason := obstacle(ledger, Uses("vehicles", ("bus_class",))):
        return (total, *(figures.unknown(reason, part=part) for part in parts))
    return (total, *(_reachable(figures, part, some) for part, some in parts.items() if some.height))


def _reachable(figures: Figures, part: str, rows: pl.DataFrame) -> Indicator:
    number = int(rows["wheelchair_accessible"].sum() or 0)
    column = "wheelchair_accessible"
    return share_figure(figures, number, rows.height, sheet="vehicles", column=column, at=at(rows), part=part)


INDICATORS = (social_return, pso, social_safety, accessible)
