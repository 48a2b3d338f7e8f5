"""SOC-08 to SOC-11 once more: social return, PSO, social safety and accessible vehicles."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from tests.plain_reckoning.answers import TOTAL, Answer, Parts, attempted, known, percentage, summed, unknown
from tests.plain_reckoning.fleet import at_the_end
from tests.plain_reckoning.report import Plain, Row, amount

SAFETY = ("social_safety_a", "social_safety_b", "social_safety_c")
MILLION = 1_000_000


def social_return(plain: Plain) -> Parts:
    """SOC-08: sum social_return.value_eur / report.sroi_base_eur."""
    given = bool(plain.rows("social_return"))
    value = summed(amount(row["value_eur"]) for row in plain.rows("social_return"))
    yield TOTAL, attempted(lambda: known(percentage(value, plain.number("sroi_base_eur")))) if given else unknown()
    yield "beside=value", known(value) if given else unknown()


def pso(plain: Plain) -> Parts:
    """SOC-09: report.pso_step and suppliers.pso_step with their validity."""
    yield TOTAL, attempted(lambda: _holders_step(plain))
    if "suppliers" not in plain.sheets:
        yield "organisation=suppliers", unknown()
    for firm in plain.rows("suppliers", lambda firm: firm["pso_step"] is not None):
        yield f"supplier={firm['supplier_id']}", _step(firm["pso_step"])


def _holders_step(plain: Plain) -> Answer:
    plain.field("pso_valid_to")
    return _step(plain.field("pso_step"))


def _step(text: object) -> Answer:
    """The number in it, where it has one."""
    digits = "".join(sign if sign.isdigit() else " " for sign in str(text)).split()
    return known(int(digits[0]) if digits else None)


def social_safety(plain: Plain) -> Parts:
    """SOC-10: incidents A B C per month, per million passenger-km, per registration system; systems are never added up."""
    plain.needs("incidents")
    rows = plain.rows("incidents", lambda row: row["category"] in SAFETY)
    systems = {row["registration_system"] for row in rows}
    yield TOTAL, _counted(rows) if len(systems) == 1 else unknown()
    for system in systems:
        of_system = [row for row in rows if row["registration_system"] == system]
        yield from _categories(f"registration_system={system}", of_system)
        rate = partial(_per_million, plain, of_system)
        yield f"registration_system={system},beside=rate", attempted(rate)


def _counted(rows: Sequence[Row]) -> Answer:
    return known(_number(rows))


def _number(rows: Sequence[Row]) -> Fraction:
    return summed(amount(row["count"]) for row in rows)


def _categories(name: str, rows: Sequence[Row]) -> Parts:
    for category in {row["category"] for row in rows}:
        some = [row for row in rows if row["category"] == category]
        part = f"{name},category={category}"
        yield part, _counted(some)
        for month in {row["period"] for row in some}:
            yield f"{part},month={month}", _counted([row for row in some if row["period"] == month])


def _per_million(plain: Plain, rows: Sequence[Row]) -> Answer:
    travelled = summed(amount(row["passenger_km"]) for row in plain.rows("ridership"))
    return known(percentage(_number(rows), travelled) / 100 * MILLION)


def accessible(plain: Plain) -> Parts:
    """SOC-11: wheelchair_accessible / vehicles in service on the last day; buses and trains beside it."""
    there = at_the_end(plain)
    buses = [v for v in there if v["bus_class"] != "train"]
    yield TOTAL, attempted(partial(_reachable, there))
    for mode, some in (("bus", buses), ("train", [v for v in there if v["bus_class"] == "train"])):
        if some:
            yield f"mode={mode}", _reachable(some)


def _reachable(vehicles: Sequence[Row]) -> Answer:
    return known(percentage(len([v for v in vehicles if v["wheelchair_accessible"]]), len(vehicles)))


INDICATORS = {"SOC-08": social_return, "SOC-09": pso, "SOC-10": social_safety, "SOC-11": accessible}
