"""A sickness figure of a small group is nowhere once a version is checked and published."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from schemas.settings import Settings
from schemas.store import Check, Part, files, reading
from schemas.store.sweep import missing_files
from tests.unit.workers.at_work import a_json_report, a_zip_of, at_work, check, publish, upload

FIGURE = "41.2347"
GROUP = {"staff_group": "drivers", "headcount": 9, "fte": 8, "sick_leave_pct": FIGURE}
LINES = f"staff_group,headcount,fte,sick_leave_pct\ndrivers,9,8,{FIGURE}\n"


def everything(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def originals() -> list[bool]:
    with reading() as session:
        return [files().holds(sha256) for sha256 in session.scalars(select(Part.file_sha256).order_by(Part.version))]


def test_the_figure_is_in_no_row_and_no_file_and_the_upload_is_gone(installation: Settings) -> None:
    work = at_work()

    publish(check(upload(work, a_json_report(workforce=[GROUP]))))

    assert [path for path, content in everything(installation.home).items() if FIGURE.encode() in content] == []
    assert originals() == [False]


@pytest.mark.parametrize("name", ["workforce.csv", "jaar 2026/workforce.csv", "jaar 2026\\workforce.csv"])
def test_a_zip_with_the_figure_in_one_of_its_files_is_gone(name: str, installation: Settings) -> None:
    work = at_work()

    publish(check(upload(work, a_zip_of({name: LINES}), name="rapport.zip")))

    assert originals() == [False]


def test_an_upload_without_such_a_figure_stays(installation: Settings) -> None:
    work = at_work()

    publish(check(upload(work, a_json_report(workforce=[{**GROUP, "headcount": 10}]))))

    assert originals() == [True]


def test_publishing_once_more_finds_it_gone_and_goes_on(installation: Settings) -> None:
    work = at_work()
    content = a_json_report(workforce=[GROUP])
    publish(check(upload(work, content)))

    publish(check(upload(work, content)))

    assert originals() == [False, False]


def test_a_version_that_builds_on_it_says_why_it_cannot_be_read(installation: Settings) -> None:
    work = at_work()
    publish(check(upload(work, a_json_report(workforce=[GROUP]))))

    checked = check(upload(work, a_json_report(), name="aanvulling.json", clean=False))

    with reading() as session:
        said = session.get_one(Check, checked.version.version)
    assert checked.summary.errors == 1
    assert said.unreadable_nl
    assert "verwijderd" in said.unreadable_nl
    assert said.unreadable_en
    assert "removed" in said.unreadable_en


def test_what_was_taken_away_is_not_missed(installation: Settings) -> None:
    publish(check(upload(at_work(), a_json_report(workforce=[GROUP]))))

    with reading() as session:
        missed = missing_files(session, files())

    assert missed == ()
