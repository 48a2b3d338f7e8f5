"""CTX once more: what was run, how many travelled, and what was paid for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.plain_reckoning.answers import TOTAL, Answer, Parts, known, shares, summed
from tests.plain_reckoning.report import Plain, Row, amount

Chosen = Callable[[Row], bool]


def timetable(plain: Plain) -> Parts:
    """CTX-01: sum activity.km_timetable, bus classes and trains apart."""
    plain.needs("activity", "vehicles")
    yield TOTAL, _run(plain, plain.by_bus, "km_timetable")
    yield from _operators(plain, "km_timetable")
    yield from _trains(plain, "km_timetable")


def run(plain: Plain) -> Parts:
    """CTX-02: sum activity.km_total of bus classes, per drivetrain and class; train apart."""
    plain.needs("activity", "vehicles")
    yield TOTAL, _run(plain, plain.by_bus, "km_total")
    yield from _operators(plain, "km_total")
    for row in plain.rows("activity", plain.by_bus):
        yield from _of_kind(plain, plain.vehicle(row), ("drivetrain",), ("bus_class",), ("drivetrain", "bus_class"))
    yield from _trains(plain, "km_total")


def _of_kind(plain: Plain, like: Row, *dimensions: tuple[str, ...]) -> Parts:
    """All buses that have a drivetrain or class in common with one of them."""
    for names in dimensions:
        wanted = {name: like[name] for name in names}
        part = ",".join(f"{name}={code}" for name, code in wanted.items())
        yield part, _run(plain, partial(_is, plain, wanted), "km_total")


def _is(plain: Plain, wanted: Row, row: Row) -> bool:
    vehicle = plain.vehicle(row)
    return plain.by_bus(row) and all(vehicle[name] == code for name, code in wanted.items())


def _run(plain: Plain, chosen: Chosen, column: str) -> Answer:
    km = plain.km(chosen, column)
    return known(km, coverage=shares(measured=km))


def _operators(plain: Plain, column: str) -> Parts:
    yield "operator=holder", _run(plain, lambda row: plain.by_bus(row) and plain.own(row), column)
    yield "operator=subcontractors", _run(plain, lambda row: plain.by_bus(row) and not plain.own(row), column)


def _trains(plain: Plain, column: str) -> Parts:
    if plain.rows("activity", plain.by_train):
        yield "mode=train", _run(plain, plain.by_train, column)


def travelled(plain: Plain) -> Parts:
    """CTX-03: sum ridership.passenger_km per mode; total over the modes."""
    plain.needs("ridership")
    rows = plain.rows("ridership")
    yield TOTAL, known(summed(amount(row["passenger_km"]) for row in rows))
    for mode in {row["mode"] for row in rows}:
        yield f"mode={mode}", known(summed(amount(row["passenger_km"]) for row in rows if row["mode"] == mode))


def revenue(plain: Plain) -> Parts:
    """CTX-04: report.concession_revenue_eur."""
    yield TOTAL, known(plain.number("concession_revenue_eur"))


INDICATORS = {"CTX-01": timetable, "CTX-02": run, "CTX-03": travelled, "CTX-04": revenue}
