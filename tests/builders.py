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
from tests.factors import FACTORS_2026 as FACTORS_2026
from tests.factors import FACTORS_WITHOUT_LOSS as FACTORS_WITHOUT_LOSS
from tests.rows import BROKEN as BROKEN
from tests.rows import Broken as Broken
from tests.rows import Cells as Cells
from tests.rows import a_contract as a_contract
from tests.rows import a_declaration as a_declaration
from tests.rows import a_diesel_bus as a_diesel_bus
from tests.rows import a_document as a_document
from tests.rows import a_month as a_month
from tests.rows import a_supplier as a_supplier
from tests.rows import a_vehicle as a_vehicle
from tests.rows import building as building
from tests.rows import diesel as diesel
from tests.rows import electric_months as electric_months
from tests.rows import electricity as electricity
from tests.rows import months as months
from tests.rows import ridership as ridership
from workers.domain.case import Case, Evidence
from workers.domain.check import Checked, check, judged
from workers.domain.factors import AirFactors, FactorSet
from workers.domain.findings import findings_of
from workers.domain.frames import BAD, PLACE, ROW, UNFIT, schema_of
from workers.domain.report import Fields, Report, Table, absent_table
from workers.domain.rule_set import RuleSet
from workers.domain.rules import NEWEST
from workers.domain.statement import Rule

AGREED = Path(__file__).parent / "agreed"
SOURCE = "report.xlsx"

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
    absent: Sequence[str] = (),
    repeated_fields: Mapping[str, tuple[int, ...]] | None = None,
    **given: Any,
) -> Report:
    """A report with rows numbered from 2: ``given`` holds the rows of each sheet by its name, and fields of the sheet *report*.

    Required sheets are there and empty unless given, optional ones only where given. ``absent`` names sheets
    (``"energy"``) and columns (``"energy.meter"``) that the file lacks; a field that is None is absent.
    """
    rows: dict[str, Rows] = {sheet: given.get(sheet) for sheet in BY_NAME if sheet != "report"}
    fields = {name: value for name, value in given.items() if name not in rows}
    tables = {sheet: _table(sheet, of_sheet, absent) for sheet, of_sheet in {**rows, "vehicles": vehicles}.items()}
    return Report(fields=_fields({**FRONT, **fields}, repeated_fields or {}), tables=tables)


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


def a_case(
    report: Report,
    *,
    terms: Terms | None = None,
    factors: FactorSet | None = FACTORS_2026,
    previous: tuple[Report, ...] = (),
    evidence: Evidence | None = None,
    all_factors: tuple[FactorSet, ...] = (FACTORS_2026,),
    rule_set: RuleSet = NEWEST,
) -> Case:
    """A report with the newest rule set and the list of 2026, and without terms, earlier years or evidence unless given."""
    return Case(
        report=report,
        rule_set=rule_set,
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
