"""The demo's reports: all sheets of one concession and year, without or with a handful of typical faults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from deploy.demo import chain, usage
from deploy.demo.fleet import OOST, WEST, Series, buses
from schemas.report.columns import Row
from schemas.report.sheets import FORMAT_VERSION, SHEETS

SUBCONTRACTOR = "L1"
Cells = dict[str, object]
Book = dict[str, list[Cells]]


@dataclass(frozen=True)
class DemoConcession:
    """An invented concession and its invented holder."""

    code: str
    name: str
    holder: str
    kvk: str
    mail_domain: str
    series: tuple[Series, ...]


VB_OOST = DemoConcession(
    "VB-OOST", "Voorbeeld-Oost", "Denkbeeldig Vervoer B.V.", "12345678", "denkbeeldigvervoer.example", OOST
)
OV_WEST = DemoConcession(
    "OV-WEST", "Overzicht-West", "Fictieve Lijnen B.V.", "87654321", "fictievelijnen.example", WEST
)
CONCESSIONS = (VB_OOST, OV_WEST)


def report(concession: DemoConcession, year: int) -> Book:
    """A whole report without faults, as cells by column name."""
    fleet = buses(concession.series, year=year)
    run = list(usage.months(fleet, year))
    energy = usage.energy(run, year)
    rows: dict[str, list[Row]] = {
        "vehicles": [bus.row() for bus in fleet],
        "activity": usage.activity(run),
        "energy": energy,
        "energy_contracts": usage.contracts(energy, year),
        "ridership": usage.ridership(run, year),
        "workforce": chain.staff(),
        "social_return": chain.social_return(),
        "suppliers": _chain(concession, year),
        "chain_emissions": chain.chain_emissions(),
        "due_diligence": chain.risks(year),
        "oecd_steps": chain.steps(),
        "materials": chain.materials(),
        "measures": chain.measures(year),
        "evidence": chain.evidence(year),
    }
    return {"report": _front(concession, year)} | {
        model.sheet: [row.model_dump(exclude_none=True) for row in rows.get(model.sheet, [])] for model in SHEETS[1:]
    }


def _chain(concession: DemoConcession, year: int) -> list[Row]:
    """The chain; who drives everything itself has no transport subcontractor in it."""
    hires = any(series.operator_id for series in concession.series)
    return [one for one in chain.suppliers(year) if hires or one.supplier_id != SUBCONTRACTOR]


def _front(concession: DemoConcession, year: int) -> list[Cells]:
    given: Cells = {
        "format_version": FORMAT_VERSION,
        "concession_id": concession.code,
        "holder_kvk": concession.kvk,
        "holder_name": concession.holder,
        "report_year": year,
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "prepared_on": date(year + 1, 3, 16) if year < 2026 else date(year, 11, 20),
        "contact_email": f"rapportage@{concession.mail_domain}",
        "boundary_note": "Alle lijnen van de concessie; de buurtbus rijdt bij de onderaannemer.",
        "assurance": "none",
        "concession_revenue_eur": Decimal("8600000"),
        "sroi_base_eur": Decimal("8200000"),
        "co2_ladder": "3.1/4",
        "co2_ladder_valid_to": date(year + 1, 6, 30),
        "base_year": 2023,
        "base_year_wtw_t": Decimal(1250),
    }
    return [{"field": name, "value": value} for name, value in given.items()]


def with_faults(book: Book) -> Book:
    """The same report with what goes wrong most: a slip of ten, a word for a number, a gap, a swap, a forgotten paper."""
    energy = [dict(row) for row in book["energy"]]
    energy[26]["quantity"] = Decimal(str(energy[26]["quantity"])) * 10
    energy[41]["quantity"] = "twaalf"
    energy[77]["carrier"] = "stroom uit de muur"
    activity = [dict(row) for row in book["activity"]]
    activity[14]["km_timetable"], activity[14]["km_total"] = activity[14]["km_total"], activity[14]["km_timetable"]
    del activity[200]
    vehicles = [dict(row) for row in book["vehicles"]]
    vehicles[3]["licence_plate"] = "12-BEBB-34"
    vehicles[5]["battery_kwh"] = Decimal(35)
    contracts = [dict(row) for row in book["energy_contracts"]]
    contracts[0]["certificates_mwh"] = Decimal(str(contracts[0]["certificates_mwh"])) * Decimal("0.9")
    ridership = book["ridership"][:-1]
    return {
        **book,
        "energy": energy,
        "activity": activity,
        "vehicles": vehicles,
        "energy_contracts": contracts,
        "ridership": ridership,
    }
