"""A version of a file and a form: each sheet has its source, and what was found on the form leads back to its cell."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from uuid import UUID, uuid4

from sqlalchemy import select

from portal.use_cases import Upload, take_report_file, upload_version
from portal.use_cases.drafting import check_draft
from portal.use_cases.drafts import draft_of, start_of
from portal.use_cases.filling_in import Filled, save_form
from schemas.events import VersionUploaded
from schemas.report.sheet_text import Cells, rows_in
from schemas.settings import Settings
from schemas.store import Finding, Report, SheetSource, Version, files, reading, sessions
from tests.unit.workers.at_work import AtWork, a_json_report, about_of, at_work, check, told, upload

DRIVERS: Cells = {"staff_group": "drivers", "headcount": 120, "fte": Decimal("98.5"), "sick_leave_pct": "veel"}


def fill_in(work: AtWork, *rows: Cells, sheet: str = "workforce") -> VersionUploaded:
    """A version with this sheet from a form, and the event that asks for its check."""
    by = work.people["reporter"]
    with reading() as session:
        start = start_of(session, draft_of(session, session.get_one(Report, work.report)), sheet)
    with sessions().begin() as session:
        save_form(session, work.report, Filled(sheet=sheet, rows=rows, builds_on=start.sha256), by=by)
    with sessions().begin() as session:
        version = check_draft(session, work.report, key=uuid4(), by=by)
    return event_of(version)


def event_of(version: Version) -> VersionUploaded:
    return next(one for one in told(VersionUploaded) if one.version == about_of(version))


def sources(version: UUID) -> dict[str, tuple[int, int]]:
    """By sheet that is taken: its part and its number of rows."""
    with reading() as session:
        query = select(SheetSource).where(SheetSource.version == version, SheetSource.used.is_(True))
        return {one.sheet: (one.position, one.rows) for one in session.scalars(query)}


def test_each_sheet_has_the_part_it_comes_from(installation: Settings) -> None:
    work = at_work()
    check(upload(work))
    filled_in = fill_in(work, DRIVERS)

    check(filled_in)

    assert sources(filled_in.version.version) == {"report": (0, 10), "vehicles": (0, 1), "workforce": (1, 1)}


def test_a_finding_on_a_form_names_the_form_and_the_row(installation: Settings) -> None:
    work = at_work()
    check(upload(work))
    filled_in = fill_in(work, {}, DRIVERS)

    check(filled_in)

    with reading() as session:
        query = select(Finding).where(
            Finding.version == filled_in.version.version, Finding.sheet == "workforce", Finding.rule.startswith("FMT")
        )
        [found] = session.scalars(query)
    assert (found.source, found.row, found.column, found.value) == (
        "formulier Personeel.json",
        3,
        "sick_leave_pct",
        "veel",
    )


def test_the_rows_of_a_file_are_kept_to_go_on_with_in_a_form(installation: Settings) -> None:
    work = at_work()
    staff = [{"staff_group": "drivers", "headcount": 12, "fte": 11.25, "sick_leave_pct": "veel"}]
    event = upload(work, a_json_report(workforce=staff))

    check(event)

    with reading() as session:
        start = start_of(session, draft_of(session, session.get_one(Report, work.report)), "workforce")
    [row] = start.rows
    assert {name: cell for name, cell in row.items() if cell is not None} == {
        "staff_group": "drivers",
        "headcount": 12,
        "fte": Decimal("11.25"),
        "sick_leave_pct": "veel",
    }


def test_a_figure_that_may_not_be_kept_is_not_kept_in_the_rows_either(installation: Settings) -> None:
    staff = [{"staff_group": "drivers", "headcount": 9, "fte": 9, "sick_leave_pct": 3.5}]
    event = upload(at_work(), a_json_report(workforce=staff))

    check(event)

    with reading() as session:
        kept = session.scalars(
            select(SheetSource).where(SheetSource.version == event.version.version, SheetSource.sheet == "workforce")
        ).one()
    assert rows_in(files().read(kept.rows_sha256 or "").decode())[0]["sick_leave_pct"] is None


def test_a_file_in_which_only_some_sheets_are_own_leaves_the_others(installation: Settings) -> None:
    work = at_work()
    check(upload(work))
    content = a_json_report(workforce=[{"staff_group": "drivers", "headcount": 12, "fte": 11}], vehicles=[])
    taken = take_report_file(BytesIO(content), name="personeel.json")
    mine = Upload(taken=taken, clean=False, key=uuid4(), sheets=("workforce", "incidents"))
    with sessions().begin() as session:
        version = upload_version(session, work.report, mine, by=work.people["reporter"])

    check(event_of(version))

    assert sources(version.id) == {"report": (0, 10), "vehicles": (0, 1), "workforce": (1, 1)}
