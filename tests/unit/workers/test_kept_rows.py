"""Rows of an earlier report are read from its files once, and later years find the same as if they read them anew."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from sqlalchemy import select

from deploy.demo.reports import VB_OOST, report, with_faults
from deploy.demo.workbook import workbook
from portal.use_cases import open_duty
from schemas.settings import Settings
from schemas.store import Check, Concession, KeptRows, Parked, Part, files, reading, sessions
from schemas.store.sweep import named_files
from tests.unit.workers.at_work import AtWork, a_json_report, at_work, check, decide, do, sign, upload
from workers.check import CheckVersion
from workers.domain.report import Report
from workers.intake import Part as Given
from workers.intake import read
from workers.kept_rows import packed, unpacked

EVERYTHING_WRONG = json.dumps(
    {
        "report": [{"field": "report_year", "value": "twee"}, {"field": "report_year", "value": 2026}, {"field": "x"}],
        "vehicles": [{"vehicle_id": "B1", "bus_class": "tank", "battery_kwh": "1.234", "sleutel": 1}, {"make": None}],
        "energy": [{"vehicle_id": "B1", "quantity": 1.5, "carrier": "electricity"}],
        "ridership": [],
        "onbekend": [{"a": 1}],
    }
).encode()
LAST_YEAR = {"report_year": 2025, "period_start": "2025-01-01", "period_end": "2025-12-31", "prepared_on": "2026-03-01"}


def the_demo(*, faults: bool) -> Report:
    book = report(VB_OOST, 2026)
    return read(Given("rapport.xlsx", workbook(with_faults(book) if faults else book))).report


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(lambda: the_demo(faults=False), id="a whole report"),
        pytest.param(lambda: the_demo(faults=True), id="one with faults"),
        pytest.param(lambda: read(Given("rapport.json", EVERYTHING_WRONG)).report, id="one that is all wrong"),
    ],
)
def test_what_comes_out_is_what_went_in(kept) -> None:
    given = kept()

    again = unpacked(packed(given))

    assert again.fields == given.fields
    assert list(again.tables) == sorted(given.tables)
    for sheet, table in given.tables.items():
        same = again.tables[sheet]
        assert (same.absent, same.source) == (table.absent, table.source)
        assert same.frame.schema == table.frame.schema
        assert same.frame.equals(table.frame)
        assert same.raw.equals(table.raw)


def test_the_same_report_gives_the_same_bytes() -> None:
    given = the_demo(faults=True)

    assert packed(given) == packed(given)


def with_last_year(work: AtWork) -> None:
    """An accepted report of the year before."""
    with sessions().begin() as session:
        concession = session.scalars(select(Concession.id)).one()
        before = AtWork(report=open_duty(session, concession, year=2025).id, people=work.people)
    event = upload(before, a_json_report(report=[{"field": name, "value": said} for name, said in _front().items()]))
    sign(before, event.version)
    check(event)
    decide(before, event.version)


def _front() -> dict[str, object]:
    rows = json.loads(a_json_report())["report"]
    return {row["field"]: row["value"] for row in rows} | LAST_YEAR


def kept_rows() -> list[KeptRows]:
    with reading() as session:
        return list(session.scalars(select(KeptRows)))


def said_of(version: UUID) -> str | None:
    with reading() as session:
        return session.get_one(Check, version).validation_sha256


def the_file_of_last_year() -> str:
    with reading() as session:
        return session.scalars(select(Part.file_sha256).order_by(Part.uploaded_at)).first() or ""


def test_the_rows_of_last_year_are_kept_once_and_named(installation: Settings) -> None:
    work = at_work()
    with_last_year(work)

    check(upload(work))
    check(upload(work))

    [kept] = kept_rows()
    with reading() as session:
        assert kept.sha256 in named_files(session)
    assert files().holds(kept.sha256)


def test_a_check_that_finds_kept_rows_says_the_same_and_does_not_open_the_file(installation: Settings) -> None:
    work = at_work()
    with_last_year(work)
    first, second = upload(work), upload(work)
    check(first)
    sha256 = the_file_of_last_year()
    (installation.home / "files" / sha256[:2] / sha256).write_bytes(b"no report any more")

    check(second)

    assert said_of(second.version.version) == said_of(first.version.version)


def test_kept_rows_that_are_damaged_are_read_anew(installation: Settings) -> None:
    work = at_work()
    with_last_year(work)
    first, second = upload(work), upload(work)
    check(first)
    [kept] = kept_rows()
    (installation.home / "files" / kept.sha256[:2] / kept.sha256).write_bytes(b"half a file")

    check(second)

    assert said_of(second.version.version) == said_of(first.version.version)


def test_kept_rows_do_not_outlive_the_file_that_they_were_read_from(installation: Settings) -> None:
    work = at_work()
    with_last_year(work)
    check(upload(work))
    files().remove(the_file_of_last_year())

    do(CheckVersion, upload(work))

    with reading() as session:
        [parked] = session.scalars(select(Parked))
    assert parked.reason == "file_missing"
