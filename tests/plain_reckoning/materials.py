"""CIR and DD-06 once more: batteries, materials, waste and water."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from tests.plain_reckoning.answers import (
    TOTAL,
    Answer,
    NotAssessable,
    Parts,
    attempted,
    known,
    percentage,
    shares,
    summed,
)
from tests.plain_reckoning.report import Plain, Row, amount


def mean(rows: Sequence[Row], column: str, weight: Callable[[Row], Fraction]) -> Answer:
    """A weighted mean of what is given; what is not given is missing, never zero."""
    given = [row for row in rows if row[column] is not None]
    whole, missing = summed(weight(row) for row in given), summed(weight(r) for r in rows if r[column] is None)
    coverage = shares(measured=whole, missing=missing)
    if not whole:
        raise NotAssessable(coverage)
    return known(summed(amount(row[column]) * weight(row) for row in given) / whole, coverage=coverage)


def batteries(plain: Plain) -> Parts:
    """CIR-01: table of battery_kwh and chemistry per class."""
    plain.needs("vehicles")
    with_capacity = plain.rows("vehicles", lambda v: v["battery_kwh"] is not None)
    yield TOTAL, attempted(partial(mean, with_capacity, "battery_kwh", _one))
    for code in {v["bus_class"] for v in with_capacity}:
        some = [v for v in with_capacity if v["bus_class"] == code]
        yield f"bus_class={code}", mean(some, "battery_kwh", _one)
    kinds = [(v["bus_class"], v["battery_chemistry"]) for v in plain.rows("vehicles") if v["battery_chemistry"]]
    for code, chemistry in set(kinds):
        yield f"bus_class={code},chemistry={chemistry}", known(kinds.count((code, chemistry)))


def _one(row: Row) -> Fraction:
    return Fraction(1)


def _quantity(row: Row) -> Fraction:
    return amount(row["quantity"])


def _flows(plain: Plain, direction: str, *materials: str) -> list[Row]:
    plain.needs("materials")
    return plain.rows("materials", lambda row: row["material"] in materials and row["direction"] == direction)


def _together(rows: Sequence[Row], unit: str) -> Fraction:
    """Quantities of one unit; those of different units are never added up."""
    if any(row["unit"] != unit for row in rows):
        raise NotAssessable
    return summed(_quantity(row) for row in rows)


def replaced(plain: Plain) -> Parts:
    """CIR-02: battery packs out by treatment."""
    packs = _flows(plain, "out", "battery_pack")
    whole = _together(packs, "pieces")
    yield TOTAL, known(whole)
    for treatment in {row["treatment"] for row in packs if row["treatment"]}:
        some = summed(_quantity(row) for row in packs if row["treatment"] == treatment)
        yield f"treatment={treatment}", known(some)
        yield f"treatment={treatment},beside=share", attempted(lambda s=some: known(percentage(s, whole)))  # type: ignore[misc]


def _weighted(materials: tuple[str, ...], column: str, plain: Plain) -> Parts:
    """A percentage of what came in, weighted by quantity, together and per material."""
    rows = _flows(plain, "in", *materials)
    _together(rows, "kg")
    yield TOTAL, attempted(lambda: mean(rows, column, _quantity))
    for material in {row["material"] for row in rows}:
        some = [row for row in rows if row["material"] == material]
        yield f"material={material}", attempted(partial(mean, some, column, _quantity))


# CIR-03: recycled_pct of cobalt lithium nickel. DD-06: origin_known_pct of the same and graphite.
recycled_content = partial(_weighted, ("cobalt", "lithium", "nickel"), "recycled_pct")
traced = partial(_weighted, ("cobalt", "lithium", "nickel", "graphite"), "origin_known_pct")


def waste(plain: Plain) -> Parts:
    """CIR-04: waste_general and waste_hazardous out, share recycled."""
    rows = _flows(plain, "out", "waste_general", "waste_hazardous")
    if not rows:
        raise NotAssessable
    whole = _together(rows, "kg")
    yield TOTAL, known(whole)
    for material in {row["material"] for row in rows}:
        yield f"material={material}", known(summed(_quantity(r) for r in rows if r["material"] == material))
    recycled = summed(_quantity(row) for row in rows if row["treatment"] == "recycling")
    yield "beside=recycled", attempted(lambda: known(percentage(recycled, whole)))


def water(plain: Plain) -> Parts:
    """CIR-05: water in, m3."""
    rows = _flows(plain, "in", "water")
    if not rows:
        raise NotAssessable
    yield TOTAL, known(_together(rows, "m3"))


INDICATORS = {
    "CIR-01": batteries,
    "CIR-02": replaced,
    "CIR-03": recycled_content,
    "CIR-04": waste,
    "CIR-05": water,
    "DD-06": traced,
}
