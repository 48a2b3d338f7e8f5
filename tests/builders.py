"""Reports for tests, in words: each builder fills in what a valid row needs, the test states only what matters to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from schemas.judgement import Finding, Severity
from schemas.report.code_lists import Assurance
from schemas.report.columns import Column, Kind, Row, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME
from schemas.terms import Terms
from workers.domain.case import Case, Evidence
from workers.domain.check import Checked, check, judged
from workers.domain.factors import AirFactors, Factor, FactorSet
from workers.domain.findings import findings_of
from workers.domain.frames import BAD, PLACE, ROW, UNFIT, schema_of
from workers.domain.ranges import RANGES
from workers.domain.reasons import Lack
from workers.domain.report import Fields, Report, Table, absent_table
from workers.domain.statement import Rule

AGREED = Path(__file__).parent / "agreed"
SOURCE = "report.xlsx"

Cells = Mapping[str, object]


class Broken:
    """A cell whose value failed a form rule: it has no usable value, only the text that stands there."""

    def __init__(self, text: str = "?") -> None:
        self.text = text


BROKEN = Broken()


# --- rows -------------------------------------------------------------------------------------------------------------


def a_vehicle(vehicle_id: str = "B1", **more: object) -> Cells:
    """A battery-electric 12-metre bus of the holder that was in service before the year and still is."""
    return {
        "vehicle_id": vehicle_id,
        "make": "Voorbeeldbus",
        "bus_class": "bus_12m",
        "drivetrain": "bev",
        "euro_class": "ze",
        "first_admission": date(2023, 11, 1),
        "in_service_from": date(2023, 12, 10),
        "deployment": "regular",
        "wheelchair_accessible": True,
        "battery_kwh": 350,
        **more,
    }


def a_diesel_bus(vehicle_id: str = "D1", **more: object) -> Cells:
    """A Euro VI diesel bus of 12 metres."""
    return a_vehicle(vehicle_id, **{"drivetrain": "diesel", "euro_class": "euro_6", "battery_kwh": None, **more})


def a_month(vehicle_id: str = "B1", *, km: object = 1000, period: str = "2026-01", **more: object) -> Cells:
    """A month of a vehicle in which nine of ten kilometres are timetable kilometres."""
    timetable = Decimal(str(km)) * 9 / 10 if not isinstance(km, Broken) else 0
    return {"vehicle_id": vehicle_id, "period": period, "km_total": km, "km_timetable": timetable, **more}


def months(vehicle_id: str = "B1", *, km: object = 1000, year: int = 2026, **more: object) -> list[Cells]:
    """Twelve equal months of a vehicle."""
    return [a_month(vehicle_id, km=km, period=f"{year}-{month:02}", **more) for month in range(1, 13)]


def electricity(vehicle_id: str | None = "B1", *, kwh: object = 1900, **more: object) -> Cells:
    """Traction electricity of a vehicle in January, metered at the charger."""
    return {
        "vehicle_id": vehicle_id,
        "period": "2026-01",
        "use": "traction",
        "carrier": "electricity",
        "quantity": kwh,
        "unit": "kWh",
        "meter": "charger",
        **more,
    }


def electric_months(vehicle_id: str = "B1", *, kwh: object = 1200, year: int = 2026, **more: object) -> list[Cells]:
    """Twelve equal months of traction electricity."""
    return [electricity(vehicle_id, kwh=kwh, period=f"{year}-{month:02}", **more) for month in range(1, 13)]


def diesel(vehicle_id: str = "D1", *, litres: object = 300, **more: object) -> Cells:
    """Traction diesel of a vehicle in January, metered at the pump."""
    fuel = {"carrier": "diesel_b7", "unit": "l", "meter": "pump"}
    return electricity(vehicle_id, kwh=litres, **{**fuel, **more})


def building(site: str = "Remise", *, quantity: object = 1000, **more: object) -> Cells:
    """Electricity of a building in January."""
    place = {"vehicle_id": None, "site": site, "use": "building", "meter": "invoice"}
    return {**electricity(kwh=quantity), **place, **more}


def a_contract(contract_id: str = "C1", **more: object) -> Cells:
    """A year of Dutch wind power with enough certificates."""
    return {
        "contract_id": contract_id,
        "carrier": "electricity",
        "origin": "wind_nl",
        "valid_from": date(2026, 1, 1),
        "valid_to": date(2026, 12, 31),
        "quantity": 1_000_000,
        "unit": "kWh",
        "certificates_mwh": 1000,
        "certificate_year": 2026,
        "evidence_id": "E1",
        **more,
    }


def a_supplier(supplier_id: str = "S1", **more: object) -> Cells:
    """A Dutch transport subcontractor in the first tier."""
    return {
        "supplier_id": supplier_id,
        "name": "Voorbeeldvervoer",
        "registration": "87654321",
        "country": "NL",
        "role": "subcontractor",
        "tier": 1,
        **more,
    }


def ridership(period: str = "2026-01", *, passenger_km: object = 8000, mode: str = "bus", **more: object) -> Cells:
    """A month of passengers on the bus."""
    return {"period": period, "mode": mode, "passenger_km": passenger_km, **more}


def a_document(evidence_id: str = "E1", **more: object) -> Cells:
    """A certificate among the evidence."""
    return {"evidence_id": evidence_id, "file_name": f"{evidence_id}.pdf", "kind": "certificate", **more}


def a_declaration(indicator_id: str = "GHG-04", *, value: object = 1, unit: str = "t CO2e", **more: object) -> Cells:
    """A total that the holder states itself."""
    return {"indicator_id": indicator_id, "value": value, "unit": unit, **more}


# --- report -----------------------------------------------------------------------------------------------------------

FRONT: Mapping[str, object] = {
    "format_version": "2026.1",
    "concession_id": "VB-OOST",
    "holder_kvk": "12345678",
    "holder_name": "Voorbeeldbus BV",
    "report_year": 2026,
    "period_start": date(2026, 1, 1),
    "period_end": date(2026, 12, 31),
    "prepared_on": date(2027, 3, 1),
    "contact_email": "rapportage@example.nl",
    "assurance": "none",
}

Rows = Sequence[Cells] | None


def a_report(
    *vehicles: Cells,
    activity: Rows = None,
    energy: Rows = None,
    energy_contracts: Rows = None,
    ridership: Rows = None,
    workforce: Rows = None,
    social_return: Rows = None,
    suppliers: Rows = None,
    chain_emissions: Rows = None,
    due_diligence: Rows = None,
    oecd_steps: Rows = None,
    materials: Rows = None,
    incidents: Rows = None,
    measures: Rows = None,
    declared: Rows = None,
    evidence: Rows = None,
    absent: Sequence[str] = (),
    repeated_fields: Mapping[str, tuple[int, ...]] | None = None,
    **front: object,
) -> Report:
    """A report with rows numbered from 2.

    Required sheets are there and empty unless given, optional ones only where given. ``absent`` names sheets
    (``"energy"``) and columns (``"energy.meter"``) that the file lacks; a field of ``front`` that is None is absent.
    """
    given: dict[str, Rows] = {
        "vehicles": vehicles,
        "activity": activity,
        "energy": energy,
        "energy_contracts": energy_contracts,
        "ridership": ridership,
        "workforce": workforce,
        "social_return": social_return,
        "suppliers": suppliers,
        "chain_emissions": chain_emissions,
        "due_diligence": due_diligence,
        "oecd_steps": oecd_steps,
        "materials": materials,
        "incidents": incidents,
        "measures": measures,
        "declared": declared,
        "evidence": evidence,
    }
    tables = {sheet: _table(sheet, rows, absent) for sheet, rows in given.items()}
    return Report(fields=_fields({**FRONT, **front}, repeated_fields or {}), tables=tables)


def _fields(given: Cells, repeats: Mapping[str, tuple[int, ...]]) -> Fields:
    columns = {column.name: column for column in columns_of(Front)}
    there = {name: value for name, value in given.items() if value is not None}
    values = {n: _value(columns[n], v) for n, v in there.items() if not isinstance(v, Broken)}
    if "assurance" in values:
        values["assurance"] = Assurance(str(values["assurance"]))
    return Fields(
        values=values,
        rows={name: row for row, name in enumerate(there, start=2)},
        raw={name: _written(value) or "" for name, value in there.items()},
        bad=frozenset(name for name, value in there.items() if isinstance(value, Broken)),
        source=SOURCE,
        repeats=repeats,
    )


def _table(sheet: str, rows: Rows, absent: Sequence[str]) -> Table:
    model = BY_NAME[sheet]
    if sheet in absent or (rows is None and not model.required):
        return absent_table(sheet)
    rows = rows or []
    gone = frozenset(name.split(".")[1] for name in absent if name.startswith(f"{sheet}."))
    raw = {
        column.name: pl.Series([_written(row.get(column.name)) for row in rows], dtype=pl.String)
        for column in columns_of(model)
        if column.name not in gone
    }
    places = pl.Series(range(2, len(rows) + 2), dtype=pl.UInt32)
    there = [{name: value for name, value in row.items() if name not in gone} for row in rows]
    return Table(
        sheet=sheet, frame=_frame(model, there), raw=pl.DataFrame({**raw, ROW: places}), absent=gone, source=SOURCE
    )


def _frame(model: type[Row], rows: Sequence[Cells]) -> pl.DataFrame:
    columns = columns_of(model)
    unknown = {name for row in rows for name in row} - {column.name for column in columns}
    assert not unknown, f"{model.sheet} has no {unknown}"
    data: dict[str, list[Any]] = {c.name: [_value(c, row.get(c.name)) for row in rows] for c in columns}
    data[ROW] = list(range(2, len(rows) + 2))
    data[BAD] = [sum(1 << i for i, c in enumerate(columns) if isinstance(row.get(c.name), Broken)) for row in rows]
    data[UNFIT] = [False] * len(rows)
    return pl.DataFrame(data, schema=pl.Schema({**schema_of(model), **PLACE}))


def _value(column: Column, given: object) -> object:
    if given is None or isinstance(given, Broken):
        return None
    if column.kind is Kind.DECIMAL:
        return Decimal(str(given))
    if column.kind is Kind.DATE and isinstance(given, str):
        return date.fromisoformat(given)
    return str(given) if column.kind in (Kind.TEXT, Kind.CODE, Kind.PERIOD) else given


def _written(given: object) -> str | None:
    if isinstance(given, Broken):
        return given.text
    if isinstance(given, bool):
        return "ja" if given else "nee"
    return None if given is None else str(given)


# --- case -------------------------------------------------------------------------------------------------------------


def terms(**changes: object) -> Terms:
    """The terms of the contract's example, with some changed."""
    example = Terms.model_validate_json((AGREED / "terms_example.json").read_text(encoding="utf-8"))
    return Terms.model_validate({**example.model_dump(by_alias=True), **changes})


def _factor(line: str) -> Factor:
    kind, code, unit, *numbers = line.split(",")
    wtw, ttw, wtt, biogenic, infrastructure, mj = (Decimal(n) if n else None for n in numbers)
    return Factor(kind, code, unit, wtw, ttw, wtt, biogenic, infrastructure, mj, source="official list 2026")


FACTORS_2026 = FactorSet(
    id="2026",
    year=2026,
    entries=tuple(
        _factor(line)
        for line in """\
carrier,diesel_b0,l,3.462,2.646,0.816,0,,36.11
carrier,diesel_b7,l,3.251,2.462,0.788,0.176,,35.9
carrier,hvo30,l,2.558,1.858,0.7,0.734,,35.4
carrier,hvo100,l,0.468,0.026,0.442,2.446,,34.54
carrier,cng,kg,2.831,2.246,0.585,0,,38
carrier,bio_cng,kg,0.604,0.11,0.494,2.136,,38
carrier,hydrogen_grey,kg,12.516,0,12.516,0,,120
carrier,hydrogen_green,kg,1.092,0,1.092,0,,120
carrier,petrol_e10,l,2.794,2.139,0.655,0.149,,31.31
electricity_origin,grey,kWh,0.483,0.401,0.082,,0.002,3.6
electricity_origin,unknown,kWh,0.244,0.2,0.044,,0.016,3.6
electricity_origin,wind_nl,kWh,0,0,0,,0.016,3.6
electricity_origin,wind_eu,kWh,0,0,0,,0.016,3.6
electricity_origin,solar_nl,kWh,0,0,0,,0.062,3.6
electricity_origin,solar_eu,kWh,0,0,0,,0.062,3.6
electricity_origin,own_solar,kWh,0,0,0,,0.062,3.6
electricity_origin,hydro,kWh,0,0,0,,0.004,3.6
electricity_origin,biomass,kWh,0.071,0,0.071,,0.002,3.6
carrier,natural_gas,Nm3,2.134,1.779,0.355,0,,31.65
carrier,green_gas,Nm3,0.305,0,0.305,1.779,,31.65
carrier,district_heat,GJ,40.45,34.31,6.14,,,1000
setting,vehicle_meter_loss,ratio,1.12,,,,,""".splitlines()
    ),
)
FACTORS_WITHOUT_LOSS = FactorSet(id="2026", year=2026, entries=FACTORS_2026.entries[:-1])


def a_case(
    report: Report,
    *,
    terms: Terms | None = None,
    factors: FactorSet | None = FACTORS_2026,
    previous: tuple[Report, ...] = (),
    evidence: Evidence | None = None,
    all_factors: tuple[FactorSet, ...] = (FACTORS_2026,),
) -> Case:
    """A report with the list of 2026, and without terms, earlier years or evidence unless given."""
    return Case(
        report=report,
        ranges=RANGES,
        factors=factors,
        air=AirFactors(),
        terms=terms,
        previous=previous,
        evidence=evidence,
        all_factors=all_factors,
    )


@dataclass(frozen=True)
class Found:
    """One finding as a test reads it."""

    rule: str
    sheet: str
    row: int | None
    column: str | None
    severity: Severity
    value: str | None
    nl: str
    en: str
    expected: str
    expected_en: str
    mend: str

    @property
    def place(self) -> tuple[str, int | None, str | None]:
        """Sheet, row and column."""
        return self.sheet, self.row, self.column


def _found(finding: Finding) -> Found:
    return Found(
        rule=finding.rule,
        sheet=finding.sheet,
        row=finding.row,
        column=finding.column,
        severity=finding.severity,
        value=finding.value,
        nl=finding.message.nl,
        en=finding.message.en,
        expected=finding.expected.nl,
        expected_en=finding.expected.en,
        mend=finding.mend.nl,
    )


def findings(rule: Rule, report: Report, **case: Any) -> list[Found]:
    """What one rule finds in a report, judged alone; ``case`` as for ``a_case``."""
    return [_found(finding) for finding in findings_of(judged(rule, a_case(report, **case)), report)]


def not_assessed(rule: Rule, report: Report, **case: Any) -> dict[str, int]:
    """Why one rule left rows unjudged, and how many: the reason in English to the number of rows."""
    return {item.reason.en: item.rows for item in judged(rule, a_case(report, **case)).not_assessed}


def checked(report: Report, **case: Any) -> Checked:
    """A report judged by all rules."""
    return check(a_case(report, **case))


def all_findings(report: Report, **case: Any) -> list[Found]:
    """What all rules together find in a report."""
    result = checked(report, **case)
    return [_found(found) for offences in result.offences for found in findings_of(offences, result.case.report)]


__all__ = ["BROKEN", "FACTORS_2026", "Broken", "Found", "Lack"]
