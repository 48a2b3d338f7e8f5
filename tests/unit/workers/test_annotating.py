"""The user's own workbook comes back with the check, in both languages; what may not be kept does not come back."""

from __future__ import annotations

import io

from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from schemas.settings import Settings
from schemas.store import Document, files, reading
from schemas.words import DocumentKind
from tests.unit.workers.at_work import BUS, FRONT, at_work, check, publish, upload


def a_workbook(**more: dict[str, object]) -> bytes:
    """A report of one bus whose Euro class does not fit its drivetrain."""
    book = Workbook()
    report = book.active
    assert report is not None
    report.title = "Rapport"
    for line in (["Veld", "Waarde"], *FRONT.items()):
        report.append(list(line))
    for sheet, cells in {"vehicles": BUS, **more}.items():
        made = book.create_sheet(sheet)
        made.append(list(cells))
        made.append(list(cells.values()))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def given_back() -> dict[str, bytes]:
    with reading() as session:
        rows = session.scalars(select(Document).where(Document.kind == DocumentKind.ANNOTATED)).all()
    return {row.file_name: files().read(row.sha256) for row in rows}


def test_a_workbook_comes_back_in_both_languages(installation: Settings) -> None:
    publish(check(upload(at_work(), a_workbook(), name="jaar 2026.xlsx")))

    assert set(given_back()) == {"jaar 2026-met-opmerkingen.xlsx", "jaar 2026-with-comments.xlsx"}
    book = load_workbook(io.BytesIO(given_back()["jaar 2026-met-opmerkingen.xlsx"]))
    assert any("FLT-001" in cell.comment.text for cell in book["vehicles"][2] if cell.comment)


def test_a_file_that_is_no_workbook_does_not(installation: Settings) -> None:
    publish(check(upload(at_work())))

    assert given_back() == {}


def test_a_workbook_that_cannot_be_read_does_not(installation: Settings) -> None:
    publish(check(upload(at_work(), a_workbook()[:400], name="kapot.xlsx")))

    assert given_back() == {}


def test_each_workbook_of_a_version_comes_back_under_a_name_of_its_own(installation: Settings) -> None:
    work = at_work()
    publish(check(upload(work, a_workbook(), name="rapport.xlsx")))

    publish(check(upload(work, a_workbook(suppliers={"supplier_id": "L1"}), name="rapport.xlsx", clean=False)))

    assert "rapport-met-opmerkingen-2.xlsx" in given_back()


def test_a_workbook_that_had_to_be_removed_is_not_given_back(installation: Settings) -> None:
    group = {"staff_group": "drivers", "headcount": 9, "fte": 8, "sick_leave_pct": 41.2347}

    publish(check(upload(at_work(), a_workbook(workforce=group), name="rapport.xlsx")))

    assert given_back() == {}
