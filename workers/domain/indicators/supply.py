"""CTX: what was run and how many people travelled, the size against which everything else is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import polars as pl

from schemas.judgement import Indicator, Input
from schemas.report.code_lists import BusClass, Drivetrain, Mode
from schemas.texts import Bilingual
from workers.domain.frames import ROW
from workers.domain.indicators.figures import TOTAL, Figures, both, covered, over_rows, sum_of, taken, with_unit
from workers.domain.indicators.hanging import Uses, field_obstacle, obstacle
from workers.domain.indicators.rows import field_at
from workers.domain.ledger import Ledger
from workers.domain.mileage import Mileage
from workers.domain.places import Places

BY_BUS = pl.col("bus_class") != BusClass.TRAIN
BY_TRAIN = pl.col("bus_class") == BusClass.TRAIN
HOLDER, SUBCONTRACTORS, TRAINS = "operator=holder", "operator=subcontractors", "mode=train"

REVENUE = ("report", "concession_revenue_eur")

Measure = Callable[[Mileage], Fraction]


def run_by(column: str, which: pl.Expr = BY_BUS) -> tuple[Uses, ...]:
    """The cells behind kilometres of one mode."""
    return (
        Uses("activity", ("vehicle_id", "period", column), rows=which, needed=True),
        Uses("vehicles", ("vehicle_id", "operator_id", "bus_class"), rows=which, needed=True),
    )


def timetable_kilometres(ledger: Ledger) -> tuple[Indicator, ...]:
    """CTX-01: timetable kilometres of buses, with holder, subcontractors and trains apart (MIPOV, supply)."""
    figures = Figures(
        "CTX-01",
        both(
            "De som van de dienstregelingkilometers van alle bussen.",
            "The sum of the timetable kilometres of all buses.",
        ),
    )
    return tuple(_kilometres(ledger, figures, "km_timetable", lambda mileage: mileage.km_timetable, _operators))


def vehicle_kilometres(ledger: Ledger) -> tuple[Indicator, ...]:
    """CTX-02: all kilometres of buses, empty runs included, per operator, drivetrain and class; trains apart (ISO 14083)."""
    figures = Figures(
        "CTX-02",
        both(
            "De som van alle kilometers van bussen, materieelritten inbegrepen.",
            "The sum of all kilometres of buses, empty runs included.",
        ),
    )
    return tuple(_kilometres(ledger, figures, "km_total", lambda mileage: mileage.km_total, _kinds))


def _kilometres(
    ledger: Ledger,
    figures: Figures,
    column: str,
    measure: Measure,
    parts: Callable[[Mileage], Iterator[tuple[str, Mileage]]],
) -> Iterator[Indicator]:
    more = ("drivetrain",) if figures.id == "CTX-02" else ()
    if reason := obstacle(ledger, *run_by(column), Uses("vehicles", more, rows=BY_BUS)):
        yield figures.unknown(reason)
    else:
        yield _told(ledger, figures, column, TOTAL, ledger.mileage.buses, measure)
        for part, mileage in parts(ledger.mileage.buses):
            yield _told(ledger, figures, column, part, mileage, measure)
    yield from _trains(ledger, figures, column, measure)


def _trains(ledger: Ledger, figures: Figures, column: str, measure: Measure) -> Iterator[Indicator]:
    """Trains apart, where the fleet has any."""
    if not ledger.mileage.trains.runs:
        return
    if reason := obstacle(ledger, *run_by(column, BY_TRAIN)):
        yield figures.unknown(reason, part=TRAINS)
    else:
        yield _told(ledger, figures, column, TRAINS, ledger.mileage.trains, measure)


def _told(ledger: Ledger, figures: Figures, column: str, part: str, mileage: Mileage, measure: Measure) -> Indicator:
    value = measure(mileage)
    return figures.known(
        value,
        part=part,
        worked=over_rows(value, "km", mileage.rows),
        inputs=[taken("activity", column, at=ledger.mileage.places(mileage), amount=value, unit="km")],
        coverage=covered(measured=value),
    )


def _operators(mileage: Mileage) -> Iterator[tuple[str, Mileage]]:
    yield HOLDER, mileage.where(lambda run: not run.subcontracted)
    yield SUBCONTRACTORS, mileage.where(lambda run: run.subcontracted)


def _kinds(mileage: Mileage) -> Iterator[tuple[str, Mileage]]:
    yield from _operators(mileage)
    for drivetrain in Drivetrain:
        yield from _of_kind(mileage, f"drivetrain={drivetrain}", drivetrain=drivetrain)
    for bus_class in BusClass:
        yield from _of_kind(mileage, f"bus_class={bus_class}", bus_class=bus_class)
    for drivetrain, bus_class in product(Drivetrain, BusClass):
        part = f"drivetrain={drivetrain},bus_class={bus_class}"
        yield from _of_kind(mileage, part, drivetrain=drivetrain, bus_class=bus_class)


def _of_kind(
    mileage: Mileage, part: str, *, drivetrain: str | None = None, bus_class: str | None = None
) -> Iterator[tuple[str, Mileage]]:
    """A part, where there is any of it."""
    some = mileage.where(lambda run: drivetrain in (None, run.drivetrain) and bus_class in (None, run.bus_class))
    if some.runs:
        yield part, some


def passenger_kilometres(ledger: Ledger) -> tuple[Indicator, ...]:
    """CTX-03: passenger-kilometres over the modes, and per mode (MIPOV, usage)."""
    figures = Figures(
        "CTX-03",
        both(
            "De som van de reizigerskilometers, per modaliteit en samen.",
            "The sum of passenger-kilometres, per mode and together.",
        ),
    )
    reason = obstacle(ledger, Uses("ridership", ("period", "mode", "passenger_km"), needed=True))
    if reason:
        return (figures.unknown(reason),)
    by_mode = travelled(ledger)
    total = together(by_mode.values())
    return (
        figures.known(total.km, worked=sum_of([some.km for some in by_mode.values()], "rkm"), inputs=[total.put_in()]),
        *(
            figures.known(some.km, part=f"mode={mode}", worked=with_unit(some.km, "rkm"), inputs=[some.put_in()])
            for mode, some in by_mode.items()
        ),
    )


NO_PASSENGERS = both(
    "Niet te beoordelen: er zijn geen reizigerskilometers opgegeven.",
    "Not assessable: no passenger-kilometres are given.",
)


@dataclass(frozen=True)
class Travelled:
    """Passenger-kilometres, and the rows on which they stand."""

    rows: tuple[int, ...]
    km: Fraction

    def put_in(self) -> Input:
        """As what went in."""
        return taken("ridership", "passenger_km", at=Places.of(self.rows), amount=self.km, unit="rkm")


def travelled(ledger: Ledger) -> dict[str, Travelled]:
    """The passenger-kilometres of each mode that has any."""
    sums = ledger.report.ridership.group_by("mode").agg(pl.col(ROW), pl.col("passenger_km").sum()).collect()
    known = {mode: Travelled(tuple(rows), Fraction(km)) for mode, rows, km in sums.iter_rows()}
    return {mode: known[mode] for mode in Mode if mode in known}


def together(some: Iterable[Travelled]) -> Travelled:
    """The modes together."""
    modes = list(some)
    rows = tuple(row for one in modes for row in one.rows)
    return Travelled(rows, sum((one.km for one in modes), Fraction(0)))


def kilometres_in(ledger: Ledger, run: Mileage) -> Input:
    """All kilometres of some runs as what went in."""
    return taken("activity", "km_total", at=ledger.mileage.places(run), amount=run.km_total, unit="km")


def concession_revenue(ledger: Ledger) -> tuple[Indicator, ...]:
    """CTX-04: revenue and subsidy of the concession, as stated (Wp2000 art. 32(2)(e))."""
    figures = Figures(
        "CTX-04",
        both(
            "De omzet en bijdrage zoals opgegeven op het blad Rapport.",
            "Revenue and subsidy as stated on the sheet Report.",
        ),
    )
    reason: Bilingual | None = field_obstacle(ledger, REVENUE[1])
    stated = ledger.report.front.concession_revenue_eur
    if reason or stated is None:
        return (figures.unknown(*([reason] if reason else [])),)
    return (
        figures.known(
            stated,
            worked=with_unit(stated, "EUR"),
            inputs=[taken(*REVENUE, at=field_at(ledger, REVENUE[1]), amount=stated, unit="EUR")],
        ),
    )


INDICATORS = (timetable_kilometres, vehicle_kilometres, passenger_kilometres, concession_revenue)
