"""Two hundred thousand findings: really found, exactly counted, the first thousand of each rule kept, and every one in the lists."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from schemas.events import VersionChecked
from schemas.judgement import Severity
from schemas.store import Check, Document, Finding, RuleResult, files, reading
from schemas.texts import Language
from schemas.words import DocumentKind
from tests.installations import set_up
from tests.unit.workers.at_work import BUS, a_zip_of, at_work, check, publish, upload
from workers.complete_list import complete_list

BUSES, DAYS = 280, 365
ROWS = BUSES * DAYS
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def lines(headings: list[str], rows: Iterator[tuple[object, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue()


def days() -> Iterator[tuple[str, date]]:
    return ((f"V{bus:05}", date(2026, 1, 1) + timedelta(days=day)) for bus in range(BUSES) for day in range(DAYS))


def a_report_with_a_fault_on_every_row() -> bytes:
    """Timetable kilometres above all kilometres on each day (ACT-001), and a unit that does not exist (FMT-007)."""
    buses = ([f"V{bus:05}", *[str(cell) for name, cell in BUS.items() if name != "vehicle_id"]] for bus in range(BUSES))
    ran = ((bus, day, 10 + day.day, 10) for bus, day in days())
    used = ((bus, day, "traction", "electricity", 100, "kwhh", "charger") for bus, day in days())
    return a_zip_of(
        {
            "vehicles.csv": lines(list(BUS), (tuple(bus) for bus in buses)),
            "activity.csv": lines(["vehicle_id", "period", "km_timetable", "km_total"], ran),
            "energy.csv": lines(["vehicle_id", "period", "use", "carrier", "quantity", "unit", "meter"], used),
        }
    )


@pytest.fixture(scope="module")
def of_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VersionChecked]:
    """A version with two hundred thousand findings, checked and published."""
    with pytest.MonkeyPatch.context() as patch:
        for _ in set_up(patch, {"HOME": str(tmp_path_factory.mktemp("many"))}):
            told = check(upload(at_work(), a_report_with_a_fault_on_every_row(), name="rapport.zip"))
            publish(told)
            yield told


def the_list(of: VersionChecked, media_type: str) -> bytes:
    query = select(Document.sha256).where(
        Document.version == of.version.version,
        Document.kind == DocumentKind.FINDINGS,
        Document.media_type == media_type,
        Document.language == Language.NL,
    )
    with reading() as session:
        return files().read(session.scalars(query).one())


def test_the_counts_are_exact(of_many: VersionChecked) -> None:
    version = of_many.version.version

    with reading() as session:
        errors = session.get_one(Check, version).errors
        by_rule = [
            session.get_one(RuleResult, (version, rule, Severity.ERROR)).count for rule in ("ACT-001", "FMT-007")
        ]
    assert by_rule == [ROWS, ROWS]
    assert errors == of_many.summary.errors >= 2 * ROWS > 200_000


def test_the_first_thousand_of_a_rule_are_kept_with_their_rows(of_many: VersionChecked) -> None:
    with reading() as session:
        query = select(Finding).where(Finding.version == of_many.version.version, Finding.rule == "FMT-007")
        kept = session.scalars(query.order_by(Finding.position)).all()
    assert [one.row for one in kept] == list(range(2, 1002))
    assert {one.raw["unit"] for one in kept} == {"kwhh"}


def test_the_json_list_is_complete(of_many: VersionChecked) -> None:
    with complete_list(of_many.validation_sha256 or "") as complete:
        found = Counter(one.rule for one in complete.findings())
        number = complete.number
    assert (found["ACT-001"], found["FMT-007"], found.total()) == (ROWS, ROWS, number)


def test_the_workbook_is_complete_and_opens(of_many: VersionChecked) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(the_list(of_many, XLSX)))

    rows = book.get_sheet_by_index(0).to_python()
    found = Counter(str(row[1]) for row in rows[1:])
    assert (found["ACT-001"], found["FMT-007"]) == (ROWS, ROWS)
    assert rows[1][4] == 2
