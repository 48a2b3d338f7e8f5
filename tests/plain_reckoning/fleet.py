"""FLT once more: how many buses there are, how many are zero-emission, and which ran contrary to the concession."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from tests.plain_reckoning.answers import TOTAL, Answer, NotAssessable, Parts, attempted, known, percentage, summed
from tests.plain_reckoning.report import Plain, Row, above_eight, amount, day, zero_emission

DIMENSIONS = (
    ("drivetrain",),
    ("bus_class",),
    ("euro_class",),
    ("drivetrain", "bus_class"),
    ("drivetrain", "bus_class", "euro_class"),
)
NEW_WITHIN_DAYS, NEW_FROM_YEAR = 180, 2025


def at_the_end(plain: Plain) -> list[Row]:
    """The vehicles in service on the last day of the period."""
    plain.needs("vehicles")
    last = plain.last_day
    return [
        v
        for v in plain.rows("vehicles")
        if day(v["in_service_from"]) <= last and (v["in_service_to"] is None or day(v["in_service_to"]) >= last)
    ]


def buses(plain: Plain) -> Parts:
    """FLT-01: vehicles in service on the last day, by drivetrain, class, Euro class; bus_8p and train apart."""
    fleet = at_the_end(plain)
    large = [v for v in fleet if above_eight(v)]
    yield TOTAL, known(len(large))
    for names in DIMENSIONS:
        yield from _by(large, names)
    for code in ("bus_8p", "train"):
        apart = [v for v in fleet if v["bus_class"] == code]
        yield from _by(apart, ("bus_class",))
        yield from _by(apart, ("drivetrain", "bus_class"))


def _by(fleet: list[Row], names: tuple[str, ...]) -> Parts:
    parts = [",".join(f"{name}={v[name]}" for name in names) for v in fleet]
    for part in set(parts):
        yield part, known(parts.count(part))


def zero_emission_fleet(plain: Plain) -> Parts:
    """FLT-02: FLT-01 with drivetrain bev fcev trolley / FLT-01, without bus_8p; bus_8p given apart."""
    fleet = at_the_end(plain)
    small = [v for v in fleet if v["bus_class"] == "bus_8p"]
    yield TOTAL, attempted(lambda: _clean([v for v in fleet if above_eight(v)]))
    if small:
        yield "bus_class=bus_8p", _clean(small)


def _clean(fleet: list[Row]) -> Answer:
    clean = [v for v in fleet if v["drivetrain"] in ("bev", "fcev", "trolley")]
    return known(percentage(len(clean), len(fleet)))


def zero_emission_entrants(plain: Plain) -> Parts:
    """FLT-03: new vehicles that are zero-emission / all new vehicles; bus classes without bus_8p."""
    plain.needs("vehicles")
    new = [v for v in _first_of_each_plate(plain) if above_eight(v) and _is_new(plain, v)]
    yield TOTAL, known(percentage(len([v for v in new if zero_emission(v)]), len(new)))


def _first_of_each_plate(plain: Plain) -> list[Row]:
    """A plate counts once, at its first row; hyphens and case aside."""
    firsts: dict[object, Row] = {}
    for v in plain.rows("vehicles"):
        plate = str(v["licence_plate"]).replace("-", "").upper() if v["licence_plate"] else v["vehicle_id"]
        firsts.setdefault(plate, v)
    return list(firsts.values())


def _is_new(plain: Plain, vehicle: Row) -> bool:
    entered, admitted = day(vehicle["in_service_from"]), day(vehicle["first_admission"])
    year = plain.number("report_year")
    return entered.year == year >= NEW_FROM_YEAR and (entered - admitted).days <= NEW_WITHIN_DAYS


def zero_emission_kilometres(plain: Plain) -> Parts:
    """FLT-04: km_total of zero-emission vehicles / km_total, bus classes without bus_8p."""
    plain.needs("activity")
    whole = plain.km(lambda row: above_eight(plain.vehicle(row)))
    clean = plain.km(lambda row: above_eight(plain.vehicle(row)) and zero_emission(plain.vehicle(row)))
    yield TOTAL, known(percentage(clean, whole))


def contrary(plain: Plain) -> Parts:
    """FLT-05: days of temporary vehicles that are not zero-emission, outside exemptions; bus classes; km beside it."""
    yield TOTAL, attempted(lambda: _contrary_days(plain))
    yield "beside=km", attempted(lambda: _contrary_km(plain))


def _is_contrary(vehicle: Row) -> bool:
    temporary = vehicle.get("deployment") in ("temporary", "temporary_exempted")
    return temporary and not zero_emission(vehicle) and vehicle["bus_class"] != "train"


def _contrary_days(plain: Plain) -> Answer:
    plain.needs("vehicles")
    spans = plain.terms.exemptions if plain.terms else ()
    length = (plain.last_day - plain.first_day).days + 1
    days = [plain.first_day + timedelta(days=n) for n in range(length)]
    held = [one for one in days if not any(first <= one <= last for first, last in spans)]
    return known(
        sum(
            day(v["in_service_from"]) <= one and (v["in_service_to"] is None or one <= day(v["in_service_to"]))
            for v in plain.rows("vehicles", _is_contrary)
            for one in held
        )
    )


def _contrary_km(plain: Plain) -> Answer:
    plain.needs("vehicles", "activity")
    return known(plain.km(lambda row: _is_contrary(plain.vehicle(row))))


def environmental_score(plain: Plain) -> Parts:
    """FLT-06: only when the terms supply a scoring table; the mean over the buses."""
    scores = plain.terms.scores if plain.terms else None
    if not scores:
        raise NotAssessable
    fleet = [v for v in at_the_end(plain) if v["bus_class"] != "train"]
    if not fleet or not all(v["euro_class"] in scores for v in fleet):
        raise NotAssessable
    points = summed(amount(scores[str(v["euro_class"])]) for v in fleet)
    yield TOTAL, known(points / Fraction(len(fleet)))


INDICATORS = {
    "FLT-01": buses,
    "FLT-02": zero_emission_fleet,
    "FLT-03": zero_emission_entrants,
    "FLT-04": zero_emission_kilometres,
    "FLT-05": contrary,
    "FLT-06": environmental_score,
}
