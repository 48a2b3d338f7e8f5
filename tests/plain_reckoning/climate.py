"""GHG once more, as far as it comes from energy: the scopes, well to wheel, and per kilometre."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from functools import partial

from tests.plain_reckoning.answers import (
    TOTAL,
    ZERO,
    Answer,
    NotAssessable,
    Parts,
    attempted,
    known,
    summed,
    unknown,
)
from tests.plain_reckoning.balance import COUNTERPART, Balance, electric, estimated, moved, told, weighed
from tests.plain_reckoning.report import Plain, Row, amount

BASES = {TOTAL: "market", "basis=market": "market", "basis=location": "location"}
BOUGHT = ("electricity", "district_heat")
REFRIGERANTS = ("refrigerant_r134a", "refrigerant_r744", "refrigerant_r407c", "refrigerant_r1234yf")
GRAMS_PER_KG = 1000


def scope_1(plain: Plain) -> Parts:
    """GHG-01: all carriers but electricity and district heat, of sites and own vehicles; refrigerant losses; AdBlue."""
    plain.needs("energy", "vehicles")
    balance = Balance(plain)
    burnt = balance.used(lambda row: plain.own(row) and row["carrier"] not in BOUGHT)
    kg = partial(balance.kg, column="ttw")
    escaped = summed(leaked(plain).values()) + _adblue(plain)
    of_energy = told(burnt, kg, divided_by=1000)
    total = summed(kg(row) for row in burnt) + escaped
    yield TOTAL, known(total / 1000, estimated=estimated(burnt), coverage=of_energy.coverage)
    yield from _apart(burnt, kg)


def leaked(plain: Plain) -> dict[str, Fraction]:
    """Refrigerant that was lost, out of the system, at its warming potential in kg CO2e."""
    lost: dict[str, Fraction] = {}
    for row in plain.rows("materials"):
        if row["material"] in REFRIGERANTS and (row["direction"], row["treatment"]) == ("out", "loss"):
            name = str(row["material"])
            lost[name] = lost.get(name, ZERO) + _flow(plain, row, "gwp", "wtw", unit="kg")
    return lost


def _adblue(plain: Plain) -> Fraction:
    used = plain.rows("materials", lambda row: (row["material"], row["direction"]) == ("adblue", "in"))
    return summed(_flow(plain, row, "material", "ttw", unit="l") for row in used)


def _flow(plain: Plain, row: Row, kind: str, column: str, *, unit: str) -> Fraction:
    factor = plain.factor(kind, str(row["material"]), column)
    if row["unit"] != unit:
        raise NotAssessable
    return amount(row["quantity"]) * factor


def _apart(rows: Sequence[Row], kg: Callable[[Row], Fraction]) -> Parts:
    """By carrier, and of buildings and vehicles apart."""
    for part in {part for row in rows for part in _names(row)}:
        yield part, told([row for row in rows if part in _names(row)], kg, divided_by=1000)


def _names(row: Row) -> tuple[str, str]:
    return f"carrier={row['carrier']}", "place=building" if row["vehicle_id"] is None else "place=vehicles"


def scope_2(plain: Plain) -> Parts:
    """GHG-02: electricity and district heat of sites and own vehicles, ttw, market and location."""
    yield from _own(plain, "ttw", lambda row: row["carrier"] in BOUGHT)


def upstream(plain: Plain) -> Parts:
    """GHG-03: as GHG-01 and GHG-02 with the wtt column, market and location apart."""
    yield from _own(plain, "wtt", bool)


def _own(plain: Plain, column: str, counts: Callable[[Row], bool]) -> Parts:
    balance = Balance(plain)
    rows = balance.used(lambda row: plain.own(row) and counts(row))
    for part, basis in BASES.items():
        kg = partial(balance.kg, column=column, basis=basis)
        yield part, attempted(partial(_emitted, plain, rows, kg))
    if attempted(partial(_emitted, plain, rows, partial(balance.kg, column=column))).value is not None:
        yield from _apart(rows, partial(balance.kg, column=column))


def _emitted(plain: Plain, rows: Sequence[Row], kg: Callable[[Row], Fraction]) -> Answer:
    plain.needs("energy", "vehicles")
    return told(rows, kg, divided_by=1000)


def transport(plain: Plain) -> Parts:
    """GHG-04: traction and heating of all vehicles well to wheel; parts operator, basis, mode, carrier; two figures beside it."""
    balance = Balance(plain)
    rows = balance.used(moved)
    for part, basis in BASES.items():
        yield part, attempted(partial(_wtw, plain, rows, basis))
    for mode, of_mode in (("bus", lambda row: not plain.by_train(row)), ("train", plain.by_train)):
        if some := [row for row in rows if of_mode(row)]:
            yield f"mode={mode}", attempted(partial(_wtw, plain, some, "market"))
            yield f"basis=location,mode={mode}", attempted(partial(_wtw, plain, some, "location"))
    yield from _market_parts(plain, rows)
    yield "beside=fossil_counterpart", attempted(lambda: _beside_fossil(plain, rows))
    current = [row for row in rows if electric(row)]
    yield (
        "beside=infrastructure",
        attempted(lambda: _emitted(plain, current, partial(balance.kg, column="infrastructure"))),
    )


def _wtw(plain: Plain, rows: Sequence[Row], basis: str) -> Answer:
    return _emitted(plain, rows, partial(Balance(plain).kg, column="wtw", basis=basis))


def _market_parts(plain: Plain, rows: Sequence[Row]) -> Parts:
    """Whose and which energy; where the whole is not known, neither are they."""
    parts = {
        "operator=holder": [row for row in rows if plain.own(row)],
        "operator=subcontractors": [row for row in rows if not plain.own(row)],
        **{f"carrier={c}": [row for row in rows if row["carrier"] == c] for c in {row["carrier"] for row in rows}},
    }
    whole = attempted(partial(_wtw, plain, rows, "market"))
    for part, some in parts.items():
        yield part, unknown() if whole.value is None else _wtw(plain, some, "market")


def _beside_fossil(plain: Plain, rows: Sequence[Row]) -> Answer:
    """With the fossil counterpart for what no certificate covers."""
    for row in rows:
        if row["carrier"] in COUNTERPART:
            plain.factor("carrier", COUNTERPART[str(row["carrier"])], "wtw")
    return _emitted(plain, rows, Balance(plain).kg_beside_fossil)


def per_passenger_km(plain: Plain) -> Parts:
    """GHG-05: GHG-04 of bus classes / CTX-03 of mode bus, in g; trains apart; only where ridership covers the period."""
    for part, basis in BASES.items():
        yield part, attempted(partial(_per_passenger, plain, "bus", plain.by_bus, basis))
    if plain.rows("activity", plain.by_train) or plain.rows("energy", plain.by_train):
        yield "mode=train", attempted(partial(_per_passenger, plain, "train", plain.by_train, "market"))
        yield (
            "basis=location,mode=train",
            attempted(partial(_per_passenger, plain, "train", plain.by_train, "location")),
        )


def _per_passenger(plain: Plain, mode: str, of_mode: Callable[[Row], bool], basis: str) -> Answer:
    plain.needs("ridership")
    travelled = plain.rows("ridership", lambda row: row["mode"] == mode)
    if not _months(plain) <= {str(row["period"]) for row in travelled}:
        raise NotAssessable
    return _grams(plain, of_mode, basis, summed(amount(row["passenger_km"]) for row in travelled))


def _months(plain: Plain) -> set[str]:
    first, last = plain.first_day, plain.last_day
    return {
        f"{year}-{month:02}"
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if date(first.year, first.month, 1) <= date(year, month, 1) <= last
    }


def _grams(plain: Plain, chosen: Callable[[Row], bool], basis: str, per: Fraction) -> Answer:
    plain.needs("energy", "vehicles")
    rows = plain.rows("energy", lambda row: moved(row) and chosen(row))
    kg = partial(Balance(plain).kg, column="wtw", basis=basis)
    whole = summed(kg(row) for row in rows) * GRAMS_PER_KG
    if not per:
        raise NotAssessable
    return known(whole / per, estimated=estimated(rows), coverage=weighed(rows, kg))


def per_vehicle_km(plain: Plain) -> Parts:
    """GHG-06: GHG-04 of bus classes / CTX-02 of bus classes, in g."""
    for part, basis in BASES.items():
        yield part, attempted(partial(_per_km, plain, plain.by_bus, basis))
    for part, own in (("operator=holder", True), ("operator=subcontractors", False)):
        chosen = partial(_bus_of, plain, own)
        yield part, attempted(partial(_per_km, plain, chosen, "market"))


def _bus_of(plain: Plain, own: bool, row: Row) -> bool:
    return plain.by_bus(row) and plain.own(row) is own


def _per_km(plain: Plain, chosen: Callable[[Row], bool], basis: str) -> Answer:
    plain.needs("activity")
    # What the whole hangs on, its parts hang on too.
    for row in plain.rows("energy", lambda row: moved(row) and plain.by_bus(row)):
        Balance(plain).kg(row, "wtw", basis)
    return _grams(plain, chosen, basis, plain.km(chosen))


def biogenic(plain: Plain) -> Parts:
    """GHG-11: sum quantity x biogenic factor; blank is none."""
    plain.needs("energy", "vehicles")
    balance = Balance(plain)
    fuels = balance.used(lambda row: not electric(row))
    kg = partial(balance.kg, column="biogenic")
    emitting = [row for row in fuels if plain.factor("carrier", str(row["carrier"]), "biogenic")]
    yield TOTAL, told(emitting, kg, divided_by=1000)
    yield "operator=holder", told([row for row in emitting if plain.own(row)], kg, divided_by=1000)
    yield "operator=subcontractors", told([row for row in emitting if not plain.own(row)], kg, divided_by=1000)
    for carrier in {row["carrier"] for row in emitting}:
        some = [row for row in emitting if row["carrier"] == carrier]
        yield f"carrier={carrier}", told(some, kg, divided_by=1000)


INDICATORS = {
    "GHG-01": scope_1,
    "GHG-02": scope_2,
    "GHG-03": upstream,
    "GHG-04": transport,
    "GHG-05": per_passenger_km,
    "GHG-06": per_vehicle_km,
    "GHG-11": biogenic,
}
