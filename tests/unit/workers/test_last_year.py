"""Last year's report as the portal keeps it: the newest version that was accepted is the one that this year is held against."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from deploy.demo.reports import VB_OOST, Book, report
from deploy.demo.workbook import workbook
from portal.use_cases import open_duty
from schemas.events import VersionChecked
from schemas.settings import Settings
from schemas.store import Finding, IndicatorValue, Report, files, reading, sessions
from schemas.texts import Language
from schemas.words import DecisionOutcome
from tests.moved_books import NEW_PLATE, with_another_plate
from tests.unit.workers.at_work import AtWork, at_work, check, decide, sign, upload
from workers.intake import Part, read
from workers.publish.opening import template_of_duty

LAST, NOW = 2025, 2026


@pytest.fixture
def now(installation: Settings) -> AtWork:
    """The report of this year, open."""
    return at_work()


@pytest.fixture
def last(now: AtWork) -> AtWork:
    """The report of the year before, accepted as it came in."""
    with sessions().begin() as session:
        concession = session.get_one(Report, now.report).concession
        opened = open_duty(session, concession, year=LAST).id
    work = replace(now, report=opened)
    accept(work, report(VB_OOST, LAST))
    return work


def test_what_moved_since_the_accepted_report_is_asked_about(now: AtWork, last: AtWork) -> None:
    told = checked(now, with_another_plate(report(VB_OOST, NOW)))

    assert "YOY-003" in rules_of(told)
    assert split_of(told) is not None


def test_a_restatement_that_was_accepted_takes_the_place_of_the_report_before(now: AtWork, last: AtWork) -> None:
    accept(last, with_another_plate(report(VB_OOST, LAST)))

    told = checked(now, with_another_plate(report(VB_OOST, NOW)))

    assert "YOY-003" not in rules_of(told)


def test_a_restatement_that_was_sent_back_changes_nothing(now: AtWork, last: AtWork) -> None:
    event = upload(last, workbook(with_another_plate(report(VB_OOST, LAST))), name="rapport.xlsx")
    sign(last, event.version)
    check(event)
    decide(last, event.version, DecisionOutcome.SENT_BACK)

    told = checked(now, report(VB_OOST, NOW))

    assert "YOY-003" not in rules_of(told)


def test_the_template_holds_the_fleet_and_chain_of_the_newest_accepted_version(now: AtWork, last: AtWork) -> None:
    accept(last, with_another_plate(report(VB_OOST, LAST)))

    made = template_of_duty(now.report, Language.NL)

    filled = read(Part(made.file_name, files().read(made.sha256))).report
    assert NEW_PLATE in filled.table("vehicles").frame["licence_plate"].to_list()
    assert filled.table("suppliers").frame.height == len(report(VB_OOST, LAST)["suppliers"])


def accept(work: AtWork, book: Book) -> None:
    """A version that is signed, checked and accepted."""
    event = upload(work, workbook(book), name="rapport.xlsx")
    sign(work, event.version)
    check(event)
    decide(work, event.version)


def checked(work: AtWork, book: Book) -> VersionChecked:
    return check(upload(work, workbook(book), name="rapport.xlsx"))


def rules_of(told: VersionChecked) -> set[str]:
    with reading() as session:
        query = select(Finding.rule).where(Finding.version == told.version.version)
        return set(session.scalars(query.order_by(Finding.position)))


def split_of(told: VersionChecked) -> object:
    """How the emissions of transport changed, by cause."""
    with reading() as session:
        why = session.get_one(IndicatorValue, (told.version.version, "GHG-04", "total")).why
    return why["change"]["effects"]
