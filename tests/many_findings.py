"""Reports with as many findings as one asks for: cells that cannot be read, days that cannot be, and measures that are late."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tests.unit.workers.at_work import BUS, a_zip_of

# On each row of a sheet stands one fault: a unit that does not exist, and more timetable kilometres than kilometres.
ERRORS = ("FMT-007", "ACT-001")
# A measure whose day has passed while it is still open.
QUESTION = "DDL-005"
EACH = len((*ERRORS, QUESTION))
DAYS = 365
MEASURE = {
    "chain_role": "battery",
    "theme": "water",
    "assessed_on": "2026-05-01",
    "severity": 2,
    "likelihood": 2,
    "due": "2026-06-30",
    "status": "open",
    "confirmed_incident": "nee",
}


def a_report_with(findings: int) -> bytes:
    """A zip in which the three rules find so many together, and each as many as the others."""
    number = findings // EACH
    buses = -(-number // DAYS)
    days = [(f"V{place // DAYS:05}", date(2026, 1, 1) + timedelta(days=place % DAYS)) for place in range(number)]
    return a_zip_of(
        {
            "vehicles.csv": _lines([*BUS], _fleet(buses)),
            "activity.csv": _lines(
                ["vehicle_id", "period", "km_timetable", "km_total"],
                ((bus, day, 10 + day.day, 10) for bus, day in days),
            ),
            "energy.csv": _lines(
                ["vehicle_id", "period", "use", "carrier", "quantity", "unit", "meter"],
                ((bus, day, "traction", "electricity", 100, "kwhh", "charger") for bus, day in days),
            ),
            "due_diligence.csv": _lines(
                ["risk_id", *MEASURE], ((f"R{place}", *MEASURE.values()) for place in range(number))
            ),
        }
    )


def _fleet(buses: int) -> Iterator[tuple[object, ...]]:
    alike = {name: cell for name, cell in BUS.items() if name != "vehicle_id"}
    return ((f"V{bus:05}", *alike.values()) for bus in range(buses))


def _lines(headings: list[str], rows: Iterable[tuple[object, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue()
