"""Sheets of one's own: a contributor changes those that were given, and reads the others."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import uuid4

import pytest

from portal.use_cases.assigning import give_sheets
from schemas.store import SheetSource, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.drafting.filling import DRIVERS, fill_in, stamp_of
from tests.unit.portal.drafting.test_draft import newest_parts, read_by_the_check
from tests.unit.portal.use_cases.seeding import WORKBOOK, a_check, a_finding, an_upload


@pytest.fixture
def contributor(browser_of: Callable[[str], Browser], world: World) -> Browser:
    """A contributor who looks after staff and incidents."""
    with sessions().begin() as session:
        give_sheets(
            session,
            world.concessions["oost"],
            world.people["contributor"],
            ["workforce", "incidents"],
            by=world.people["reporter"],
        )
    return browser_of("contributor")


def test_the_officer_gives_sheets_to_a_contributor(reporter: Browser, draft: str, world: World) -> None:
    people = draft.replace("onderdelen", "invullers")

    reporter.post(f"{people}/{world.people['contributor']}", {"bladen": ["workforce", "incidents"]})

    assert "0 van 2 bladen klaar" in reporter.get(people).text
    assert "contributor vult dit in" in reporter.get(draft).text


def test_sheets_are_given_to_people_of_the_own_holder_alone(reporter: Browser, draft: str, world: World) -> None:
    people = draft.replace("onderdelen", "invullers")

    answer = reporter.post(f"{people}/{world.people['other_reporter']}", {"bladen": ["workforce"]})

    assert answer.status_code == 404


def test_ones_own_sheets_stand_first(contributor: Browser, draft: str) -> None:
    page = contributor.get(draft).text

    assert page.index('id="workforce"') < page.index('id="incidents"') < page.index('id="report"')


def test_a_contributor_fills_in_a_sheet_of_the_own(contributor: Browser, draft: str) -> None:
    assert fill_in(contributor, f"{draft}/workforce", **DRIVERS).status_code == 303


def test_a_contributor_reads_the_sheet_of_a_colleague_and_does_not_change_it(contributor: Browser, draft: str) -> None:
    page = contributor.get(f"{draft}/measures").text

    answer = contributor.post(
        f"{draft}/measures", {"stempel": stamp_of(page), "taal": "nl", "doe": "bewaren", "r2.measure_id": "M1"}
    )

    assert "Een collega vult dit blad in." in page
    assert answer.status_code == 403


def test_a_contributor_without_sheets_changes_all_of_them(browser_of: Callable[[str], Browser], draft: str) -> None:
    answer = fill_in(browser_of("contributor"), f"{draft}/measures", **{"r2.measure_id": "M1"})

    assert answer.status_code == 303


@pytest.mark.parametrize("at", ["onderdelen/bestand", "versies"])
def test_from_the_workbook_of_a_contributor_only_own_sheets_are_taken(
    contributor: Browser, draft: str, world: World, at: str
) -> None:
    an_upload(world.reports["oost"], world.people["reporter"])

    form = {"sleutel": str(uuid4()), "bestand": (BytesIO(WORKBOOK), "personeel.xlsx")}
    contributor.post(draft.replace("onderdelen", at), form, content_type="multipart/form-data")

    assert [(part.sheet, part.source_name) for part in newest_parts()] == [
        ("*", "rapport.xlsx"),
        ("workforce", "personeel.xlsx"),
        ("incidents", "personeel.xlsx"),
    ]


def test_a_csv_of_a_colleagues_sheet_is_refused(contributor: Browser, draft: str) -> None:
    form = {"sleutel": str(uuid4()), "bestand": (BytesIO(b"a;b"), "a.csv"), "blad": "vehicles"}

    answer = contributor.post(f"{draft}/bestand", form, content_type="multipart/form-data")

    assert answer.status_code == 403
    assert newest_parts() == []


def test_what_was_not_taken_from_a_workbook_is_told(contributor: Browser, draft: str, world: World) -> None:
    sheets = ("workforce", "incidents")
    version = an_upload(world.reports["oost"], world.people["contributor"], sheets=sheets)
    a_check(version.id)
    read_by_the_check(version.id, (0, "workforce", 3))
    with sessions().begin() as session:
        session.add(SheetSource(version=version.id, position=0, sheet="vehicles", rows=4, used=False))

    assert "Ongewijzigd bleven: Wagenpark." in contributor.get(draft).text


def test_the_officer_sees_which_sheets_are_done(
    contributor: Browser, reporter: Browser, draft: str, world: World
) -> None:
    version = an_upload(world.reports["oost"], world.people["contributor"])
    a_check(version.id, [a_finding(sheet="incidents")])
    read_by_the_check(version.id, (0, "workforce", 3), (0, "incidents", 12))

    page = reporter.get(draft.replace("onderdelen", "invullers")).text

    assert "1 van 2 bladen klaar" in page
