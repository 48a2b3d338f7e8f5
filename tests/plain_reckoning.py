"""The definitions of the contract once more, row by row in plain Python: the second opinion on the figures."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

Row = Mapping[str, object]
DATA = Path(__file__).parents[1] / "workers" / "reference"
ZERO = Fraction(0)
LOSS = Fraction("1.12")
ZE = ("bev", "fcev", "trolley")
SPEEDS = (18, 25, 35, 50)


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


FACTORS = {(r["kind"], r["code"]): r for r in _read("factors.csv") if r["set"] == "official-2026"}
AIR = _read("air_factors.csv")


def factor(kind: str, code: str, column: str) -> Fraction:
    """A figure of the list of 2026; blank is none, as for biogenic CO2."""
    return Fraction(FACTORS[kind, code][column] or "0")


def amount(value: object) -> Fraction:
    """A cell as an exact number."""
    return Fraction(Decimal(str(value)))


@dataclass(frozen=True)
class Plain:
    """The rows of a report as they were built."""

    vehicles: Sequence[Row]
    activity: Sequence[Row]
    energy: Sequence[Row]
    contracts: Sequence[Row]

    def vehicle(self, row: Row) -> Row:
        return next((v for v in self.vehicles if v["vehicle_id"] == row["vehicle_id"]), {})

    def bus(self, row: Row) -> bool:
        return self.vehicle(row).get("bus_class", "train") != "train"

    def own(self, row: Row) -> bool:
        return not self.vehicle(row).get("operator_id")

    def km(self, chosen: Callable[[Row], bool], column: str = "km_total") -> Fraction:
        return sum((amount(row[column]) for row in self.activity if chosen(row)), ZERO)

    def quantity(self, row: Row) -> Fraction:
        times = 1000 if row["unit"] == "MWh" else 1
        lost = LOSS if (row["meter"], row["carrier"]) == ("vehicle", "electricity") else 1
        return amount(row["quantity"]) * times * lost

    def mj(self, row: Row) -> Fraction:
        electric = row["carrier"] == "electricity"
        kind, code = ("electricity_origin", "grey") if electric else ("carrier", str(row["carrier"]))
        return self.quantity(row) * factor(kind, code, "mj_per_unit")

    def contract(self, row: Row) -> Row | None:
        found = (c for c in self.contracts if c["contract_id"] == row.get("contract_id"))
        return next((c for c in found if c["carrier"] == row["carrier"]), None)

    def share(self, row: Row) -> Fraction:
        """How much of a row's origin its contract proves."""
        contract = self.contract(row)
        if contract is None:
            return ZERO
        if contract["origin"] in ("grey", "unknown"):
            return Fraction(1)
        booked = [other for other in self.energy if self.contract(other) is contract]
        if contract["origin"] == "own_solar":
            whole = sum((self.quantity(other) for other in booked), ZERO)
            entitled = amount(contract["quantity"]) * (1000 if contract["unit"] == "MWh" else 1)
        else:
            renewable = Fraction(3, 10) if row["carrier"] == "hvo30" else 1
            whole = sum((self.mj(other) * renewable / 3600 for other in booked), ZERO)
            entitled = amount(contract["certificates_mwh"] or 0)
        return min(Fraction(1), entitled / whole) if whole else Fraction(1)

    def kg(self, row: Row, column: str, basis: str) -> Fraction:
        quantity = self.quantity(row)
        if row["carrier"] != "electricity":
            return quantity * factor("carrier", str(row["carrier"]), column)
        if basis == "location":
            return quantity * factor("electricity_origin", "unknown", column)
        contract, share = self.contract(row), self.share(row)
        origin = str(contract["origin"]) if contract else "grey"
        proven = quantity * share * factor("electricity_origin", origin, column) if share else ZERO
        return proven + quantity * (1 - share) * factor("electricity_origin", "grey", column)

    def tonnes(self, column: str, basis: str, chosen: Callable[[Row], bool]) -> Fraction:
        return sum((self.kg(row, column, basis) for row in self.energy if chosen(row)), ZERO) / 1000

    def moved(self, row: Row) -> bool:
        return row["use"] in ("traction", "heating")

    def evidenced(self, row: Row) -> Fraction:
        contract = self.contract(row)
        if contract is None or contract["origin"] in ("grey", "unknown"):
            return ZERO
        if row["carrier"] == "electricity":
            return self.mj(row) * self.share(row)
        if contract["origin"] != "certified_renewable" or row["carrier"] not in ("hvo100", "hvo30", "bio_cng"):
            return ZERO
        return self.mj(row) * self.share(row) * (Fraction(3, 10) if row["carrier"] == "hvo30" else 1)

    def nearby(self, row: Row) -> bool:
        contract = self.contract(row) or {}
        return bool(contract.get("regional")) or contract.get("origin") in ("wind_nl", "solar_nl", "own_solar")

    def grams(self, row: Row, pollutant: str) -> Fraction | None:
        """What the exhaust of one activity row emits; None without a factor."""
        vehicle = self.vehicle(row)
        if vehicle["drivetrain"] in ZE:
            return ZERO
        curve = _curve(vehicle, pollutant)
        if curve is None:
            return None
        speed = min(max(amount(row.get("avg_speed_kmh") or 25), Fraction(18)), Fraction(50))
        low, high = next((a, b) for a, b in pairwise(SPEEDS) if a <= speed <= b)
        at_low, at_high = Fraction(curve[f"v{low}"]), Fraction(curve[f"v{high}"])
        return amount(row["km_total"]) * (at_low + (at_high - at_low) * (speed - low) / (high - low))


def _curve(vehicle: Row, pollutant: str) -> dict[str, str] | None:
    fuel = {"diesel": "D", "hybrid": "DHD", "cng": "CNG"}.get(str(vehicle["drivetrain"]))
    words = {"midi": "Midi", "bus_12m": "Std", "bus_15m": "Std", "bus_18m": "Artic", "bus_24m": "Artic"}
    segment = words.get(str(vehicle["bus_class"]), "none")
    euro = {"euro_3": "III", "euro_4": "IV", "euro_5": "V", "eev": "EEV", "euro_6": "VI"}.get(
        str(vehicle["euro_class"])
    )
    fits = [
        r
        for r in AIR
        if r["fuel"] == fuel and segment in r["segment"] and r["euro"] == euro and r["pollutant"] == pollutant
    ]
    return next((r for r in fits if len(fits) == 1 or r["tech"] == "SCR"), None)


def _percentage(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole * 100 if whole else None


def _sum(values: Iterable[Fraction]) -> Fraction:
    return sum(values, ZERO)


def reckon(plain: Plain) -> dict[tuple[str, str], Fraction | None]:
    """The figures by indicator and part; None where there is nothing to divide by."""
    return {**_run(plain), **_used(plain), **_emitted(plain), **_exhaust(plain)}


Answers = dict[tuple[str, str], Fraction | None]


def _large(plain: Plain, row: Row) -> bool:
    return plain.vehicle(row)["bus_class"] not in ("train", "bus_8p")


def _run(plain: Plain) -> Answers:
    last = date(2026, 12, 31)
    fleet = [v for v in plain.vehicles if v["bus_class"] not in ("train", "bus_8p") and not _left(v, last)]
    clean = [v for v in fleet if v["drivetrain"] in ZE]
    large = plain.km(lambda row: _large(plain, row))
    large_clean = plain.km(lambda row: _large(plain, row) and plain.vehicle(row)["drivetrain"] in ZE)
    return {
        ("CTX-01", "total"): plain.km(plain.bus, "km_timetable"),
        ("CTX-02", "total"): plain.km(plain.bus),
        ("CTX-02", "operator=holder"): plain.km(lambda row: plain.bus(row) and plain.own(row)),
        ("FLT-01", "total"): Fraction(len(fleet)),
        ("FLT-02", "total"): _percentage(Fraction(len(clean)), Fraction(len(fleet))),
        ("FLT-04", "total"): _percentage(large_clean, large),
    }


def _left(vehicle: Row, day: date) -> bool:
    left = vehicle.get("in_service_to")
    return isinstance(left, date) and left < day


def _used(plain: Plain) -> Answers:
    traction = [row for row in plain.energy if row["use"] == "traction"]
    whole = _sum(plain.mj(row) for row in traction)
    near = [row for row in traction if plain.nearby(row)]
    building = [row for row in plain.energy if row["use"] == "building"]

    def sum_of(*carriers: str, uses: tuple[str, ...] = ("traction", "heating", "building")) -> Fraction:
        return _sum(plain.quantity(r) for r in plain.energy if r["carrier"] in carriers and r["use"] in uses)

    solar = [row for row in plain.energy if (plain.contract(row) or {}).get("origin") == "own_solar"]
    return {
        ("ENE-01", "total"): sum_of("diesel_b0", "diesel_b7", uses=("traction", "heating")),
        ("ENE-02", "total"): sum_of("hvo100"),
        ("ENE-03", "total"): sum_of("cng", "bio_cng"),
        ("ENE-04", "total"): sum_of("electricity", uses=("traction",)),
        ("ENE-06", "total"): _sum(plain.mj(row) for row in building) / 1000,
        ("ENE-07", "total"): _percentage(_sum(plain.evidenced(row) for row in traction), whole),
        ("ENE-08", "total"): _percentage(_sum(plain.evidenced(row) for row in near), whole),
        ("ENE-09", "total"): _sum(plain.quantity(row) for row in solar),
    }


def _emitted(plain: Plain) -> Answers:
    bought = ("electricity", "district_heat")
    km = plain.km(plain.bus)
    answers: Answers = {}
    for basis in ("market", "location"):
        part = f"basis={basis}"
        of_buses = plain.tonnes("wtw", basis, lambda row: plain.moved(row) and plain.bus(row))
        answers |= {
            ("GHG-02", part): plain.tonnes("ttw", basis, lambda row: plain.own(row) and row["carrier"] in bought),
            ("GHG-03", part): plain.tonnes("wtt", basis, plain.own),
            ("GHG-04", part): plain.tonnes("wtw", basis, plain.moved),
            ("GHG-06", part): of_buses * 1_000_000 / km if km else None,
            ("GHG-09", part): plain.tonnes("wtw", basis, lambda row: plain.moved(row) and not plain.own(row)),
        }
    burnt = plain.tonnes("ttw", "market", lambda row: plain.own(row) and row["carrier"] not in bought)
    fuels = plain.tonnes("biogenic", "market", lambda row: row["carrier"] != "electricity")
    return answers | {("GHG-01", "total"): burnt, ("GHG-11", "total"): fuels}


def _exhaust(plain: Plain) -> Answers:
    answers: Answers = {}
    for indicator, pollutant in (("AIR-01", "NOx"), ("AIR-02", "PM10")):
        rows = [row for row in plain.activity if _large(plain, row)]
        whole = _sum(amount(row["km_total"]) for row in rows)
        known = [(row, grams) for row in rows if (grams := plain.grams(row, pollutant)) is not None]
        reached = _sum(amount(row["km_total"]) for row, _ in known)
        enough = bool(whole) and reached >= whole * Fraction(95, 100)
        answers[indicator, "total"] = _sum(grams for _, grams in known) / 1000 if enough else None
    return answers
