"""FLT: how many buses there are, how many are zero-emission, and which run contrary to the concession."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator, Input
from schemas.report.code_lists import BusClass, Drivetrain, EuroClass
from schemas.texts import Bilingual
from workers.domain.case import Period
from workers.domain.fleet import BUS, SHARED_BUS, ZERO, in_service_on
from workers.domain.frames import ROW
from workers.domain.indicators.figures import TOTAL, Figures, both, ratio, taken, told, with_unit
from workers.domain.indicators.hanging import Uses, field_obstacle, obstacle
from workers.domain.indicators.supply import kilometres_in
from workers.domain.kinds import BUSES_ABOVE_8, CLEAN_BUSES
from workers.domain.ledger import Ledger
from workers.domain.places import Places
from workers.domain.service import new_buses

IN_SERVICE = ("vehicle_id", "in_service_from", "in_service_to")
APART = (BusClass.BUS_8P, BusClass.TRAIN)


@dataclass(frozen=True)
class Kind:
    """Vehicles in service on the last day, of one kind."""

    drivetrain: str | None
    bus_class: str | None
    euro_class: str | None
    rows: tuple[int, ...]

    @property
    def clean_bus(self) -> bool:
        """Whether it counts in the zero-emission share of the bus fleet."""
        return self.drivetrain in CLEAN_BUSES


def period_obstacle(ledger: Ledger) -> Bilingual | None:
    """Why the reported period cannot be used."""
    return field_obstacle(ledger, "report_year", "period_start", "period_end")


def fleet_obstacle(ledger: Ledger, *columns: str, rows: pl.Expr | None = None) -> Bilingual | None:
    """Why the fleet on the last day of the period cannot be told."""
    return period_obstacle(ledger) or obstacle(
        ledger, Uses("vehicles", (*IN_SERVICE, *columns), rows=rows, needed=True)
    )


def known_period(ledger: Ledger) -> Period:
    """The period, after ``period_obstacle`` found none."""
    assert ledger.period is not None
    return ledger.period


def last_day_fleet(ledger: Ledger) -> tuple[Kind, ...]:
    """The vehicles in service on the last day of the period, by kind, in the order of the code lists."""
    kinds = ["drivetrain", "bus_class", "euro_class"]
    there = ledger.report.vehicles.filter(in_service_on(known_period(ledger).end))
    counted = there.group_by(kinds).agg(pl.col(ROW)).collect()
    order = [list(codes) for codes in (Drivetrain, BusClass, EuroClass)]
    found = [Kind(**{name: row[name] for name in kinds}, rows=tuple(row[ROW])) for row in counted.iter_rows(named=True)]
    return tuple(
        sorted(found, key=lambda kind: [_place(order[i], getattr(kind, name)) for i, name in enumerate(kinds)])
    )


def _place(codes: Sequence[str], code: str | None) -> int:
    return codes.index(code) if code in codes else len(codes)


def count(kinds: tuple[Kind, ...]) -> int:
    """How many vehicles some kinds are together."""
    return sum(len(kind.rows) for kind in kinds)


def buses_at_the_end(ledger: Ledger) -> tuple[Indicator, ...]:
    """FLT-01: buses in service on the last day of the period by drivetrain, class and Euro class (MIPOV, fleet)."""
    figures = Figures(
        "FLT-01",
        both(
            "Het aantal bussen dat op de laatste dag van de periode in dienst is; 8-persoonsbussen en treinen staan apart.",
            "The number of buses in service on the last day of the period; 8-passenger buses and trains apart.",
        ),
    )
    if reason := fleet_obstacle(ledger, "bus_class", "drivetrain", "euro_class"):
        return (figures.unknown(reason),)
    fleet = last_day_fleet(ledger)
    return tuple(_counted(figures, part, kinds) for part, kinds in _parts(fleet))


def _counted(figures: Figures, part: str, kinds: tuple[Kind, ...]) -> Indicator:
    number = count(kinds)
    return figures.known(
        number, part=part, worked=with_unit(number, figures.usual_unit), inputs=[of_kinds(kinds, "in_service_to")]
    )


def _parts(fleet: tuple[Kind, ...]) -> Iterator[tuple[str, tuple[Kind, ...]]]:
    """The total, then every dimension and combination of which there is any, then what stands apart."""
    shared = tuple(kind for kind in fleet if kind.bus_class in BUSES_ABOVE_8)
    yield TOTAL, shared
    dimensions = (
        ("drivetrain",),
        ("bus_class",),
        ("euro_class",),
        ("drivetrain", "bus_class"),
        ("drivetrain", "bus_class", "euro_class"),
    )
    for names in dimensions:
        yield from _grouped(shared, names)
    for code in APART:
        if apart := tuple(kind for kind in fleet if kind.bus_class == code):
            yield f"bus_class={code}", apart
            yield from _grouped(apart, ("drivetrain", "bus_class"))


def _grouped(kinds: tuple[Kind, ...], names: tuple[str, ...]) -> Iterator[tuple[str, tuple[Kind, ...]]]:
    parts = {kind: ",".join(f"{name}={getattr(kind, name)}" for name in names) for kind in kinds}
    for part in dict.fromkeys(parts.values()):
        yield part, tuple(kind for kind in kinds if parts[kind] == part)


def vehicles_in(at: Places, column: str) -> Input:
    """Vehicles as what went in."""
    return taken("vehicles", column, at=at, amount=at.count, unit="stuks")


def of_kinds(kinds: tuple[Kind, ...], column: str) -> Input:
    """The vehicles of some kinds as what went in."""
    return vehicles_in(Places.of(row for kind in kinds for row in kind.rows), column)


def _share(figures: Figures, part: str, some: int, whole: int, inputs: list[Input], none: Bilingual) -> Indicator:
    """A share of vehicles in per cent; where there are no vehicles there is no share."""
    if not whole:
        return figures.unknown(none, part=part, inputs=inputs)
    share = Fraction(some, whole) * 100
    return figures.known(
        share, part=part, worked=ratio(told(some), told(whole), with_unit(share, "%"), times=100), inputs=inputs
    )


NO_BUSES = both(
    "Niet te beoordelen: op de laatste dag van de periode is er geen bus in dienst.",
    "Not assessable: no bus is in service on the last day of the period.",
)


def zero_emission_fleet(ledger: Ledger) -> tuple[Indicator, ...]:
    """FLT-02: the share of zero-emission buses on the last day; 8-passenger buses apart (BAZEB)."""
    figures = Figures(
        "FLT-02",
        both(
            "Zero-emissiebussen / alle bussen × 100, op de laatste dag van de periode, zonder 8-persoonsbussen.",
            "Zero-emission buses / all buses × 100, on the last day of the period, without 8-passenger buses.",
        ),
    )
    if reason := fleet_obstacle(ledger, "bus_class", "drivetrain", "euro_class", rows=BUS):
        return (figures.unknown(reason),)
    fleet = last_day_fleet(ledger)
    total = _zero_share(figures, TOTAL, tuple(kind for kind in fleet if kind.bus_class in BUSES_ABOVE_8))
    small = tuple(kind for kind in fleet if kind.bus_class == BusClass.BUS_8P)
    return (total, _zero_share(figures, f"bus_class={BusClass.BUS_8P}", small)) if small else (total,)


def _zero_share(figures: Figures, part: str, kinds: tuple[Kind, ...]) -> Indicator:
    clean, whole = count(tuple(kind for kind in kinds if kind.clean_bus)), count(kinds)
    return _share(figures, part, clean, whole, [of_kinds(kinds, "drivetrain")], NO_BUSES)


NONE_ENTERED = both(
    "Niet te beoordelen: in dit jaar is geen nieuwe bus ingestroomd.",
    "Not assessable: no new bus entered in this year.",
)


def zero_emission_entrants(ledger: Ledger) -> tuple[Indicator, ...]:
    """FLT-03: the share of zero-emission among the buses that are new in the year (BAZEB goal 1)."""
    figures = Figures(
        "FLT-03",
        both(
            "Nieuwe zero-emissiebussen / alle nieuwe bussen × 100. Nieuw: in het verslagjaar in dienst gekomen en hoogstens 180 dagen daarvoor toegelaten.",
            "New zero-emission buses / all new buses × 100. New: entered service in the report year and admitted at most 180 days before.",
        ),
    )
    used = ("vehicle_id", "licence_plate", "bus_class", "drivetrain", "first_admission", "in_service_from")
    reason = period_obstacle(ledger) or obstacle(ledger, Uses("vehicles", used, rows=SHARED_BUS, needed=True))
    if reason:
        return (figures.unknown(reason),)
    year = known_period(ledger).year
    new = new_buses(ledger.case, year).select(ROW, ZERO.alias("clean")).collect()
    new = new if year >= ledger.case.ranges.zero_emission_from_year else new.clear()
    inputs = [vehicles_in(Places.of(new[ROW]), "first_admission")]
    return (_share(figures, TOTAL, int(new["clean"].sum()), new.height, inputs, NONE_ENTERED),)


NO_KILOMETRES = both(
    "Niet te beoordelen: er zijn geen kilometers van bussen opgegeven.",
    "Not assessable: no kilometres of buses are given.",
)


def zero_emission_kilometres(ledger: Ledger) -> tuple[Indicator, ...]:
    """FLT-04: the share of bus kilometres run by zero-emission vehicles, without 8-passenger buses (CROW)."""
    figures = Figures(
        "FLT-04",
        both(
            "Kilometers van zero-emissiebussen / kilometers van alle bussen × 100, zonder 8-persoonsbussen.",
            "Kilometres of zero-emission buses / kilometres of all buses × 100, without 8-passenger buses.",
        ),
    )
    reason = obstacle(
        ledger,
        Uses("activity", ("vehicle_id", "period", "km_total"), rows=SHARED_BUS, needed=True),
        Uses("vehicles", ("vehicle_id", "bus_class", "drivetrain"), rows=SHARED_BUS),
    )
    if reason:
        return (figures.unknown(reason),)
    shared = ledger.mileage.where(lambda run: run.bus_class in BUSES_ABOVE_8)
    clean, whole = shared.where(lambda run: run.zero_emission).km_total, shared.km_total
    inputs = [kilometres_in(ledger, shared)]
    if not whole:
        return (figures.unknown(NO_KILOMETRES, inputs=inputs),)
    share = clean / whole * 100
    worked = ratio(with_unit(clean, "km"), with_unit(whole, "km"), with_unit(share, "%"), times=100)
    return (figures.known(share, worked=worked, inputs=inputs),)


INDICATORS = (buses_at_the_end, zero_emission_fleet, zero_emission_entrants, zero_emission_kilometres)
