"""GHG and GOV-03 once more, as far as they come from vehicles made, suppliers and travel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from tests.plain_reckoning.answers import (
    TOTAL,
    ZERO,
    Answer,
    NotAssessable,
    Parts,
    Shares,
    attempted,
    known,
    percentage,
    shares,
    summed,
)
from tests.plain_reckoning.balance import Balance, estimated, moved, weighed
from tests.plain_reckoning.climate import BASES, leaked
from tests.plain_reckoning.report import Plain, Row, amount, day

SPEND, HALF = "spend", Fraction(1, 2)


def allocated(row: Row) -> Fraction:
    """Kilograms CO2e that the concession bears."""
    return amount(row["kg_co2e"]) * amount(row["allocation_pct"]) / 100


def vehicles_made(plain: Plain) -> Parts:
    """GHG-07: embodied emissions of vehicles that entered in the year; without a supplier's declaration an estimate."""
    plain.needs("vehicles")
    entered = plain.rows("vehicles", lambda v: day(v["in_service_from"]).year == plain.number("report_year"))
    given = [v for v in entered if v["embodied_kg_co2e"] is not None]
    declared = [v for v in given if v["embodied_basis"] == "primary"]
    counts = (len(declared), len(given) - len(declared), len(entered) - len(given))
    coverage = shares(*(Fraction(count) for count in counts))
    if not given:
        raise NotAssessable(coverage)
    kg = summed(amount(v["embodied_kg_co2e"]) for v in given)
    yield TOTAL, known(kg / 1000, estimated=len(declared) < len(given), coverage=coverage)


def batteries_made(plain: Plain) -> Parts:
    """GHG-08: chain_emissions of suppliers with role battery, allocated; kg CO2e per kWh beside it."""
    rows = _of_role(plain, "battery")
    yield TOTAL, _tonnes(rows)
    yield "beside=per_kwh", attempted(lambda: _per_kwh(rows))


def _of_role(plain: Plain, role: str) -> list[Row]:
    firms = {firm["supplier_id"] for firm in plain.rows("suppliers") if firm["role"] == role}
    return plain.rows("chain_emissions", lambda row: row["supplier_id"] in firms)


def _tonnes(rows: Sequence[Row]) -> Answer:
    """Nothing given is not zero; what was reckoned from money spent is an estimate."""
    if not rows:
        raise NotAssessable
    coverage = _by_method(rows)
    kg = summed(allocated(row) for row in rows)
    return known(kg / 1000, estimated=bool(_guessed(rows)), coverage=coverage)


def _guessed(rows: Sequence[Row]) -> Fraction:
    return summed(allocated(row) for row in rows if row["method"] == SPEND)


def _by_method(rows: Sequence[Row]) -> Shares | None:
    guessed = _guessed(rows)
    return shares(measured=summed(allocated(row) for row in rows) - guessed, estimated=guessed)


def _per_kwh(rows: Sequence[Row]) -> Answer:
    sized = [row for row in rows if str(row["quantity_unit"]).lower() == "kwh" and row["quantity"] is not None]
    kwh = summed(amount(row["quantity"]) for row in sized)
    if not kwh:
        raise NotAssessable
    guessed = any(row["method"] == SPEND and amount(row["kg_co2e"]) for row in sized)
    return known(summed(amount(row["kg_co2e"]) for row in sized) / kwh, estimated=guessed)


def subcontracted(plain: Plain) -> Parts:
    """GHG-09: GHG-04 of vehicles with an operator_id, plus chain emissions of subcontractors without vehicles in the report."""
    for part, basis in BASES.items():
        yield part, attempted(partial(_subcontracted, plain, basis))


def _subcontracted(plain: Plain, basis: str) -> Answer:
    plain.needs("energy", "vehicles")
    plain.there("suppliers")
    outside = _outside_the_report(plain)
    kg = partial(Balance(plain).kg, column="wtw", basis=basis)
    inside = plain.rows("energy", lambda row: moved(row) and not plain.own(row))
    measured, guessed = _parts_of(weighed(inside, kg), summed(kg(row) for row in inside))
    whole = summed(kg(row) for row in inside) + summed(allocated(row) for row in outside)
    by_money = _guessed(outside)
    coverage = shares(
        measured=measured + summed(allocated(row) for row in outside) - by_money, estimated=guessed + by_money
    )
    return known(whole / 1000, estimated=estimated(inside) or bool(by_money), coverage=coverage)


def _parts_of(coverage: Shares | None, whole: Fraction) -> tuple[Fraction, Fraction]:
    return (coverage[0] * whole / 100, coverage[1] * whole / 100) if coverage else (ZERO, ZERO)


def _outside_the_report(plain: Plain) -> list[Row]:
    """Emissions of subcontractors without vehicles; one that gives nothing stops the figure, unless it refused."""
    running = {vehicle["operator_id"] for vehicle in plain.rows("vehicles")}
    found: list[Row] = []
    for firm in plain.rows("suppliers", lambda firm: firm["role"] == "subcontractor"):
        name = firm["supplier_id"]
        if name in running:
            continue
        given = [row for row in plain.rows("chain_emissions") if row["supplier_id"] == name]
        if not given and not firm["refused"]:
            raise NotAssessable
        found += given
    return found


def refrigerants(plain: Plain) -> Parts:
    """GHG-10: materials out, refrigerant, treatment loss, x GWP."""
    plain.needs("materials")
    lost = leaked(plain)
    yield TOTAL, known(summed(lost.values()))
    for material, kg in lost.items():
        yield f"material={material}", known(kg)


def travel(plain: Plain) -> Parts:
    """GHG-12: chain_emissions categories 6 and 7 of the holder."""
    yield TOTAL, _tonnes(_of_the_holder(plain, lambda row: row["scope3_category"] in (6, 7)))


def _of_the_holder(plain: Plain, chosen: Callable[[Row], bool]) -> list[Row]:
    return plain.rows("chain_emissions", lambda row: row["supplier_id"] is None and chosen(row))


def primary_data(plain: Plain) -> Parts:
    """GOV-03: kg CO2e (allocated) with method supplier_specific / all; hybrid counts half."""
    rows = plain.rows("chain_emissions")
    weight = {"supplier_specific": Fraction(1), "hybrid": HALF}
    primary = summed(allocated(row) * weight.get(str(row["method"]), ZERO) for row in rows)
    yield TOTAL, known(percentage(primary, summed(allocated(row) for row in rows)))


INDICATORS = {
    "GHG-07": vehicles_made,
    "GHG-08": batteries_made,
    "GHG-09": subcontracted,
    "GHG-10": refrigerants,
    "GHG-12": travel,
    "GOV-03": primary_data,
}
