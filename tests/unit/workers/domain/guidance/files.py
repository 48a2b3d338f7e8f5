"""Examples of the form rules, as the files that a reader would upload."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.report.sheets import SHEETS
from tests.unit.workers.intake.files import a_json, a_workbook


@dataclass(frozen=True)
class Upload:
    """A file that the form rule accepts, one that it does not, and the sheet that the example is about."""

    good: bytes
    bad: bytes
    sheet: str = "activity"
    name: str = "activity.csv"


KM = "Voertuignummer;Periode;Dienstregelingkilometers;Voertuigkilometers totaal"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600


def csv(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def kilometres(total: str) -> bytes:
    return csv(KM, f"V0041;2026-03;0;{total}")


def described(text: str) -> bytes:
    return csv("Regelnummer;Omschrijving", f"1;{text}")


def sheets(*but: str) -> bytes:
    return a_json({model.sheet: [] for model in SHEETS if model.sheet not in but})


UPLOADS = {
    "FMT-001": Upload(a_workbook({"activity": [KM.split(";")]}), OLD_WORKBOOK, name="rapport.xlsx"),
    "FMT-002": Upload(sheets(), sheets("energy"), sheet="energy", name="rapport.json"),
    "FMT-003": Upload(csv(KM), csv("Voertuignummer;Periode;Dienstregelingkilometers")),
    "FMT-004": Upload(csv("Kenteken"), csv("Kenteeken"), sheet="vehicles", name="vehicles.csv"),
    "FMT-005": Upload(kilometres("0"), kilometres("")),
    "FMT-006": Upload(kilometres("5000"), kilometres("vijfduizend")),
    "FMT-007": Upload(
        csv("Voertuignummer;Aandrijflijn", "V0041;Batterij-elektrisch", "V0042;bev"),
        csv("Voertuignummer;Aandrijflijn", "V0041;elektrisch"),
        sheet="vehicles",
        name="vehicles.csv",
    ),
    "FMT-008": Upload(kilometres("5000"), kilometres("5.000")),
    "FMT-009": Upload(
        csv("Regelnummer;Toegerekend aan concessie", "1;80"),
        csv("Regelnummer;Toegerekend aan concessie", "1;120"),
        sheet="chain_emissions",
        name="chain_emissions.csv",
    ),
    "FMT-010": Upload(
        described("Een paar zinnen."), described("x" * 2400), sheet="social_return", name="social_return.csv"
    ),
    "FMT-011": Upload(kilometres("5000"), kilometres("#DEEL/0!")),
    "FMT-012": Upload(csv(KM), csv(f"{KM};Periode")),
}
