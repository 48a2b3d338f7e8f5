"""AIR once more: what comes out of the exhaust, by the curves of EMEP/EEA."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import pairwise

from tests.plain_reckoning.answers import TOTAL, ZERO, NotAssessable, Parts, known, shares, summed
from tests.plain_reckoning.report import Plain, Row, above_eight, amount, read, zero_emission

CURVES = read("air_factors.csv")
SPEEDS = (18, 25, 35, 50)
ASSUMED_SPEED = 25
FUELS = {"diesel": "D", "hybrid": "DHD", "cng": "CNG"}
SEGMENTS = {"midi": "Midi", "bus_12m": "Std", "bus_15m": "Std", "bus_18m": "Artic", "bus_24m": "Artic"}
EURO = {"euro_3": "III", "euro_4": "IV", "euro_5": "V", "eev": "EEV", "euro_6": "VI"}


def _exhaust(pollutant: str, plain: Plain) -> Parts:
    plain.needs("activity")
    rows = plain.rows("activity", lambda row: above_eight(plain.vehicle(row)))
    whole = summed(amount(row["km_total"]) for row in rows)
    known_rows = [(row, grams) for row in rows if (grams := _grams(plain, row, pollutant)) is not None]
    reached = summed(amount(row["km_total"]) for row, _ in known_rows)
    assumed = summed(amount(row["km_total"]) for row, _ in known_rows if _assumes_a_speed(plain, row))
    covered = shares(measured=reached - assumed, estimated=assumed, missing=whole - reached)
    if not whole or reached < whole * Fraction(95, 100):
        raise NotAssessable(covered)
    kilograms = summed(grams for _, grams in known_rows) / 1000
    yield TOTAL, known(kilograms, estimated=bool(assumed), coverage=covered)


def _assumes_a_speed(plain: Plain, row: Row) -> bool:
    return row["avg_speed_kmh"] is None and not zero_emission(plain.vehicle(row))


def _grams(plain: Plain, row: Row, pollutant: str) -> Fraction | None:
    """What the exhaust of one row emits; None without a factor."""
    vehicle = plain.vehicle(row)
    if zero_emission(vehicle):
        return ZERO
    curve = _curve(vehicle, pollutant)
    if curve is None:
        return None
    given = ASSUMED_SPEED if row["avg_speed_kmh"] is None else row["avg_speed_kmh"]
    speed = min(max(amount(given), Fraction(SPEEDS[0])), Fraction(SPEEDS[-1]))
    low, high = next((a, b) for a, b in pairwise(SPEEDS) if a <= speed <= b)
    at_low, at_high = Fraction(curve[f"v{low}"]), Fraction(curve[f"v{high}"])
    return amount(row["km_total"]) * (at_low + (at_high - at_low) * (speed - low) / (high - low))


def _curve(vehicle: Row, pollutant: str) -> dict[str, str] | None:
    """The one technology that the list has, else SCR."""
    fuel, euro = FUELS.get(str(vehicle["drivetrain"])), EURO.get(str(vehicle["euro_class"]))
    segment = SEGMENTS[str(vehicle["bus_class"])]
    fits = [
        r
        for r in CURVES
        if (r["fuel"], r["euro"], r["pollutant"]) == (fuel, euro, pollutant) and segment in r["segment"]
    ]
    return next((r for r in fits if len(fits) == 1 or r["tech"] == "SCR"), None)


INDICATORS = {"AIR-01": partial(_exhaust, "NOx"), "AIR-02": partial(_exhaust, "PM10")}
