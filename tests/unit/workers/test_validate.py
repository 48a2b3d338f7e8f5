"""``validate``: from a file to its findings, without a database and without a network."""

import json
import subprocess
import sys
from pathlib import Path

from tests.builders import terms
from workers.validate import validate

FRONT = {
    "format_version": "2026.1",
    "concession_id": "VB-OOST",
    "holder_kvk": "12345678",
    "holder_name": "Voorbeeldbus BV",
    "report_year": 2026,
    "period_start": "2026-01-01",
    "period_end": "2026-12-31",
    "prepared_on": "2027-03-01",
    "contact_email": "rapportage@example.nl",
    "assurance": "none",
}
BUS = {
    "vehicle_id": "B1",
    "make": "Voorbeeldbus",
    "bus_class": "12-meterbus",
    "drivetrain": "diesel",
    "euro_class": "ze",
    "first_admission": "2023-11-01",
    "in_service_from": "2023-12-10",
    "deployment": "regular",
    "wheelchair_accessible": True,
}


def a_file(folder: Path, **front: object) -> Path:
    path = folder / "report.json"
    fields = [{"field": name, "value": value} for name, value in {**FRONT, **front}.items()]
    path.write_text(json.dumps({"report": fields, "vehicles": [BUS]}), encoding="utf-8")
    return path


def test_a_file_is_read_and_judged_by_the_list_of_its_year(tmp_path: Path) -> None:
    answer, readable = validate(a_file(tmp_path))

    assert readable
    assert (answer.report.concession_id, answer.report.report_year) == ("VB-OOST", 2026)
    assert answer.report.factor_set
    assert answer.rows == {"report": 10, "vehicles": 1}
    assert {"FMT-002", "FLT-001"} <= {finding.rule for finding in answer.findings}


def test_a_finding_names_source_row_and_value_as_written(tmp_path: Path) -> None:
    answer, _ = validate(a_file(tmp_path))

    [finding] = [finding for finding in answer.findings if finding.rule == "FLT-001"]

    assert (finding.source, finding.sheet, finding.row, finding.column) == ("report.json", "vehicles", 2, "euro_class")
    assert finding.value == "ze"


def test_terms_and_evidence_are_held_against_the_file(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()

    answer, _ = validate(a_file(tmp_path, concession_id="VB-WEST"), terms=terms(), evidence=tmp_path / "evidence")

    assert "REP-001" in {finding.rule for finding in answer.findings}
    assert not {"REP-001", "EVD-001"} & {item.rule for item in answer.not_assessed if "not given" in item.reason.en}


def test_what_is_no_report_has_one_finding_and_says_that_it_could_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(b"no workbook")

    answer, readable = validate(path)

    assert not readable
    assert [(finding.rule, finding.source) for finding in answer.findings] == [("FMT-001", "report.xlsx")]
    assert answer.summary.errors == 1


def test_validate_loads_no_web_log_or_database_library() -> None:
    code = "import sys, workers.validate; print([m for m in ('flask', 'kafka', 'sqlalchemy') if m in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == "[]"
