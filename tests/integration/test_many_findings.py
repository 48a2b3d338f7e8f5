"""Two hundred thousand findings: really found, exactly counted, shown by the page, answered in bulk, and every one in the lists."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from portal.app import create_app
from schemas.events import VersionChecked
from schemas.judgement import Severity
from schemas.settings import settings
from schemas.store import Check, Document, Finding, Person, Report, RuleResult, Version, answers_of, files, reading
from schemas.texts import Language
from schemas.words import DocumentKind
from tests.many_findings import EACH, ERRORS, QUESTION, a_report_with
from tests.releases import installed
from tests.statements import statements
from tests.unit.portal.browsing import Browser, signed_in
from tests.unit.workers.at_work import AtWork, address, at_work, check, publish, upload
from workers.check import LISTED
from workers.complete_list import complete_list

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FEW = 20

# What colleagues marked for each other is asked on the page of the newest version only; the few are in an older one.
OF_THE_NEWEST = 1


@pytest.fixture(
    scope="module", params=[5_001, pytest.param(200_001, marks=[pytest.mark.slow, pytest.mark.timeout(900)])]
)
def each(request: pytest.FixtureRequest) -> int:
    """How many findings each of the rules has."""
    found: int = request.param // EACH
    return found


@pytest.fixture(scope="module")
def work(each: int, tmp_path_factory: pytest.TempPathFactory, file_of_this_release: Path) -> Iterator[AtWork]:
    """An installation of this module's own with an open report."""
    home = tmp_path_factory.mktemp("many")
    shutil.copy(file_of_this_release, home)
    with pytest.MonkeyPatch.context() as patch, installed(patch, {"HOME": str(home)}):
        yield at_work()


@pytest.fixture(scope="module")
def of_many(work: AtWork, each: int) -> VersionChecked:
    """A version with so many findings, checked and published after two with few."""
    for _ in range(2):
        publish(check(upload(work, a_report_with(FEW), name="rapport.zip")))
    told = check(upload(work, a_report_with(each * EACH), name="rapport.zip"))
    publish(told)
    return told


@pytest.fixture
def reporter(of_many: VersionChecked) -> Browser:
    """Who uploaded it."""
    with reading() as session:
        person = session.scalars(select(Person.id).where(Person.email == address("reporter"))).one()
    return signed_in(create_app(settings()), person)


@pytest.fixture
def page(of_many: VersionChecked) -> str:
    """The address of the page of its check."""
    return f"/rapportages/{of_many.version.report}/versies/{of_many.version.number}"


def the_list(of: VersionChecked, media_type: str) -> str:
    query = select(Document.sha256).where(
        Document.version == of.version.version,
        Document.kind == DocumentKind.FINDINGS,
        Document.media_type == media_type,
        Document.language == Language.NL,
    )
    with reading() as session:
        return session.scalars(query).one()


def test_the_counts_are_exact(of_many: VersionChecked, each: int) -> None:
    version = of_many.version.version

    with reading() as session:
        errors = [session.get_one(RuleResult, (version, rule, Severity.ERROR)).count for rule in ERRORS]
        questions = session.get_one(RuleResult, (version, QUESTION, Severity.WARNING)).count
        kept = session.get_one(Check, version)
        found = session.scalars(select(RuleResult.count).where(RuleResult.version == version)).all()
    assert (errors, questions) == ([each, each], each)
    assert kept.errors + kept.warnings + kept.notices == sum(found) >= EACH * each


def test_the_first_thousand_of_a_rule_are_kept_with_their_rows(of_many: VersionChecked) -> None:
    with reading() as session:
        query = select(Finding).where(Finding.version == of_many.version.version, Finding.rule == "FMT-007")
        kept = session.scalars(query.order_by(Finding.position)).all()
    assert [one.row for one in kept] == list(range(2, LISTED + 2))
    assert {one.raw["unit"] for one in kept} == {"kwhh"}


def test_the_json_list_is_complete(of_many: VersionChecked, each: int) -> None:
    with complete_list(the_list(of_many, "application/json")) as complete:
        found = Counter(one.rule for one in complete.findings())
        number = complete.number
    assert [found[rule] for rule in (*ERRORS, QUESTION)] == [each] * EACH
    assert found.total() == number


def test_the_workbook_is_complete(of_many: VersionChecked, each: int) -> None:
    with files().open(the_list(of_many, XLSX)) as made:
        rows = CalamineWorkbook.from_filelike(made).get_sheet_by_index(0).to_python()

    found = Counter(str(row[1]) for row in rows[1:])
    assert [found[rule] for rule in (*ERRORS, QUESTION)] == [each] * EACH


def test_the_workbook_opens_row_by_row(of_many: VersionChecked) -> None:
    with files().open(the_list(of_many, XLSX)) as made:
        rows = load_workbook(made, read_only=True).worksheets[0].iter_rows(values_only=True)
        headings, first = next(rows), next(rows)

    assert (headings[0], first[0]) == ("Soort", "Fout")


def test_the_page_asks_the_database_as_often_as_with_few(reporter: Browser, page: str) -> None:
    few = page.replace("/versies/3", "/versies/2")

    asked_of_few, asked_of_many = (questions(reporter, address) for address in (few, page))

    assert asked_of_many == asked_of_few + OF_THE_NEWEST


def test_the_last_page_of_what_is_listed_is_shown(reporter: Browser, page: str) -> None:
    shown = reporter.get(f"{page}?regel={QUESTION}&bladzijde=99").text

    assert f"R{LISTED - 1} " in shown
    assert f"R{LISTED} " not in shown


def test_a_whole_rule_is_answered_through_its_form_also_beyond_what_is_listed(
    reporter: Browser, page: str, work: AtWork, of_many: VersionChecked
) -> None:
    before = open_questions(of_many)

    answer = reporter.post(f"{page}/toelichtingen", {"regel": QUESTION, "toelichting": "De leverancier is laat."})

    assert answer.status_code == 303
    assert (before > LISTED, open_questions(of_many)) == (True, 0)
    assert "De leverancier is laat." in reporter.get(page).text


def questions(reporter: Browser, address: str) -> int:
    """How many statements a page takes that was looked at before."""
    reporter.get(address)
    with statements() as sent:
        reporter.get(address)
    return len(sent)


def open_questions(of: VersionChecked) -> int:
    with reading() as session:
        report, version = session.get_one(Report, of.version.report), session.get_one(Version, of.version.version)
        return answers_of(session, report, version).unanswered[QUESTION]
