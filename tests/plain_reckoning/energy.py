"""ENE once more: how much of each energy was used, and how much of it was renewable with evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from tests.plain_reckoning.answers import TOTAL, Answer, Parts, attempted, known, percentage, summed
from tests.plain_reckoning.balance import Balance, electric, estimated, moved, told, weighed
from tests.plain_reckoning.report import Plain, Row, day


def diesel(plain: Plain) -> Parts:
    """ENE-01: litres of diesel_b0 and diesel_b7, use traction or heating, per class."""
    plain.needs("energy", "vehicles")
    litres = Balance(plain).used(lambda row: row["carrier"] in ("diesel_b0", "diesel_b7") and moved(row))
    yield from _fuel(plain, litres, litres)
    yield from _classes(plain, litres)


def _fuel(plain: Plain, counted: Sequence[Row], apart: Sequence[Row]) -> Parts:
    """The total and whose it is, with every carrier apart."""
    balance = Balance(plain)
    yield TOTAL, told(counted, balance.quantity)
    yield from _operators(plain, counted)
    for carrier in {row["carrier"] for row in apart}:
        yield f"carrier={carrier}", told([row for row in apart if row["carrier"] == carrier], balance.quantity)


def _operators(plain: Plain, rows: Sequence[Row]) -> Parts:
    quantity = Balance(plain).quantity
    yield "operator=holder", told([row for row in rows if plain.own(row)], quantity)
    yield "operator=subcontractors", told([row for row in rows if not plain.own(row)], quantity)


def _classes(plain: Plain, rows: Sequence[Row]) -> Parts:
    for code in {plain.vehicle(row)["bus_class"] for row in rows}:
        some = [row for row in rows if plain.vehicle(row)["bus_class"] == code]
        yield f"bus_class={code}", told(some, Balance(plain).quantity)


def hvo(plain: Plain) -> Parts:
    """ENE-02: litres of hvo100 (hvo30 apart)."""
    plain.needs("energy", "vehicles")
    rows = Balance(plain).used(lambda row: row["carrier"] in ("hvo100", "hvo30"))
    yield from _fuel(plain, [row for row in rows if row["carrier"] == "hvo100"], rows)


def _kilograms(first: str, second: str, plain: Plain) -> Parts:
    plain.needs("energy", "vehicles")
    rows = Balance(plain).used(lambda row: row["carrier"] in (first, second))
    yield from _fuel(plain, rows, rows)


# ENE-03: kg of cng and of bio_cng, apart. ENE-05: kg hydrogen by grey and green.
gas = partial(_kilograms, "cng", "bio_cng")
hydrogen = partial(_kilograms, "hydrogen_grey", "hydrogen_green")


def traction_electricity(plain: Plain) -> Parts:
    """ENE-04: kWh electricity, use traction; share measured at the charger beside it."""
    rows = Balance(plain).used(lambda row: electric(row) and row["use"] == "traction")
    total = attempted(lambda: _kilowatt_hours(plain, rows))
    yield TOTAL, total
    if total.value is not None:
        yield from _operators(plain, rows)
        yield from _classes(plain, rows)
    yield "meter=charger", attempted(lambda: _at_the_charger(plain, rows))


def _kilowatt_hours(plain: Plain, rows: Sequence[Row]) -> Answer:
    plain.needs("energy", "vehicles")
    return told(rows, Balance(plain).quantity)


def _at_the_charger(plain: Plain, rows: Sequence[Row]) -> Answer:
    plain.needs("energy", "vehicles")
    kwh = Balance(plain).quantity
    charged = summed(kwh(row) for row in rows if row["meter"] == "charger")
    return known(percentage(charged, summed(kwh(row) for row in rows)), estimated=estimated(rows))


def buildings(plain: Plain) -> Parts:
    """ENE-06: energy with use building, per carrier; together in gigajoules."""
    plain.needs("energy")
    balance = Balance(plain)
    rows = balance.used(lambda row: row["use"] == "building")
    yield TOTAL, attempted(lambda: told(rows, lambda row: balance.mj(row) / 1000))
    for carrier in {row["carrier"] for row in rows}:
        some = [row for row in rows if row["carrier"] == carrier]
        yield f"carrier={carrier}", attempted(partial(told, some, balance.quantity))


def renewable(plain: Plain) -> Parts:
    """ENE-07: MJ of evidenced renewable traction energy / MJ of traction energy; part new since 2025."""
    yield from _evidenced(plain, bool)
    yield "beside=traction_energy", attempted(lambda: _traction(plain))


def nearby(plain: Plain) -> Parts:
    """ENE-08: ENE-07 restricted to contracts generated in the Netherlands or the region."""
    yield from _evidenced(plain, Balance(plain).nearby)


def _evidenced(plain: Plain, counts: Callable[[Row], bool]) -> Parts:
    traction = Balance(plain).used(lambda row: row["use"] == "traction")
    new = [row for row in traction if _entered_recently(plain.vehicle(row))]
    yield TOTAL, attempted(lambda: _share(plain, traction, traction, counts))
    yield "new", attempted(lambda: _share(plain, traction, new, counts))


def _entered_recently(vehicle: Row) -> bool:
    return bool(vehicle) and day(vehicle["in_service_from"]) >= date(2025, 1, 1)


def _share(plain: Plain, traction: Sequence[Row], rows: Sequence[Row], counts: Callable[[Row], bool]) -> Answer:
    """A share of some traction energy; what cannot be weighed of the whole leaves its parts unknown too."""
    plain.needs("energy", "vehicles")
    balance = Balance(plain)
    evidenced = {id(row): balance.evidenced(row) for row in traction}
    whole = {id(row): balance.mj(row) for row in traction}
    clean = summed(evidenced[id(row)] for row in rows if counts(row))
    share = percentage(clean, summed(whole[id(row)] for row in rows))
    return known(share, estimated=estimated(rows), coverage=weighed(rows, balance.mj))


def _traction(plain: Plain) -> Answer:
    plain.needs("energy", "vehicles")
    balance = Balance(plain)
    return told(balance.used(lambda row: row["use"] == "traction"), lambda row: balance.mj(row) / 1000)


def own_generation(plain: Plain) -> Parts:
    """ENE-09: kWh booked on contracts with origin own_solar."""
    plain.needs("energy")
    balance = Balance(plain)
    yield TOTAL, told(balance.used(lambda row: balance.origin(row) == "own_solar"), balance.quantity)


INDICATORS = {
    "ENE-01": diesel,
    "ENE-02": hvo,
    "ENE-03": gas,
    "ENE-04": traction_electricity,
    "ENE-05": hydrogen,
    "ENE-06": buildings,
    "ENE-07": renewable,
    "ENE-08": nearby,
    "ENE-09": own_generation,
}
