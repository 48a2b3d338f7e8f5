"""The draft: every sheet with its source, having it checked, and files beside forms."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases.manifests import parts_of
from portal.use_cases.uploading import IN_PROCEDURE
from schemas.store import Part, SheetSource, Version, files, reading, sessions
from schemas.words import SourceKind
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.drafting.filling import DRIVERS, fill_in
from tests.unit.portal.shortfalls.casework import handed_in
from tests.unit.portal.use_cases.seeding import WORKBOOK, a_check, a_finding, an_upload


def newest_parts() -> list[Part]:
    with reading() as session:
        version = session.scalars(select(Version).order_by(Version.number.desc())).first()
        return parts_of(session, version.id) if version else []


def send(browser: Browser, draft: str, name: str = "rest.xlsx", **more: Any) -> Any:
    form = {"sleutel": str(uuid4()), "bestand": (BytesIO(WORKBOOK), name), **more}
    return browser.post(f"{draft}/bestand", form, content_type="multipart/form-data")


def check(browser: Browser, draft: str, key: UUID | None = None) -> Any:
    return browser.post(f"{draft}/controle", {"sleutel": str(key or uuid4())})


def read_by_the_check(version: UUID, *held: tuple[int, str, int]) -> None:
    """The check of a version, which took these sheets from these parts with so many rows."""
    with sessions().begin() as session:
        session.add_all(
            SheetSource(version=version, position=position, sheet=sheet, rows=rows, used=True)
            for position, sheet, rows in held
        )


def test_a_draft_without_anything_names_every_sheet_and_what_may_stay_empty(reporter: Browser, draft: str) -> None:
    page = reporter.get(draft).text

    assert page.count('<tr role="row" id="') == 17
    assert "nog niet ingevuld" in page
    assert "leeg; dat mag" in page


def test_what_was_filled_in_becomes_a_part_of_the_next_version(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)

    answer = check(reporter, draft)

    [part] = newest_parts()
    assert answer.headers["Location"].endswith("/versies/1")
    assert (part.sheet, part.source_kind, part.source_name) == (
        "workforce",
        SourceKind.FORM,
        "formulier Personeel.json",
    )
    assert b'"headcount": 120' in files().read(part.file_sha256)


def test_the_button_twice_is_one_version(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    key = uuid4()

    answers = [check(reporter, draft, key) for _one in range(2)]

    assert answers[0].headers["Location"] == answers[1].headers["Location"]


def test_nothing_filled_in_is_nothing_to_check(reporter: Browser, draft: str) -> None:
    assert "Er is nog niets om te controleren." in check(reporter, draft).text


def test_a_file_with_the_rest_stays_behind_what_was_filled_in(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    check(reporter, draft)

    send(reporter, draft)

    assert [(part.sheet, part.source_name) for part in newest_parts()] == [
        ("*", "rest.xlsx"),
        ("workforce", "formulier Personeel.json"),
    ]


def test_a_file_that_goes_first_stands_last(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    check(reporter, draft)

    send(reporter, draft, formulieren="vervangen")

    assert [part.source_name for part in newest_parts()] == ["formulier Personeel.json", "rest.xlsx"]


def test_a_csv_file_is_the_sheet_that_was_chosen(reporter: Browser, draft: str) -> None:
    refused = send(reporter, draft, "staf.csv", bestand=(BytesIO(b"a;b\n1;2\n"), "staf.csv"))
    send(reporter, draft, bestand=(BytesIO(b"a;b\n1;2\n"), "staf.csv"), blad="workforce")

    assert "Een csv-bestand is één blad. Kies welk blad het is." in refused.text
    assert [(part.sheet, part.source_name) for part in newest_parts()] == [("workforce", "staf.csv")]


def test_a_form_that_is_filled_in_again_takes_the_place_of_its_part(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    check(reporter, draft)
    fill_in(reporter, f"{draft}/workforce", **{**DRIVERS, "r2.headcount": "121"})

    check(reporter, draft)

    assert [part.sheet for part in newest_parts()] == ["workforce"]


def test_a_form_cannot_be_saved_while_the_newest_file_is_being_read(
    reporter: Browser, draft: str, world: World
) -> None:
    an_upload(world.reports["oost"], world.people["reporter"])

    page = reporter.get(f"{draft}/workforce").text

    assert "Wij lezen uw laatste bestand nog" in page


def test_the_draft_tells_from_which_file_a_sheet_came_by_whom_and_what_was_found(
    reporter: Browser, draft: str, world: World
) -> None:
    version = an_upload(world.reports["oost"], world.people["contributor"])
    a_check(version.id, [a_finding()])
    read_by_the_check(version.id, (0, "energy", 4320))

    page = reporter.get(draft).text

    line = page[page.index('id="energy"') : page.index('id="energy_contracts"')]
    assert all(words in line for words in ("Werkboek", "rapport.xlsx", "contributor", "4.320", "1 punt"))


def test_a_file_that_came_after_the_form_is_told_and_may_be_used_instead(
    reporter: Browser, draft: str, world: World
) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id)
    read_by_the_check(version.id, (0, "workforce", 3))

    told = reporter.get(draft).text
    reporter.post(f"{draft}/workforce/weg")

    assert "Er kwam intussen ook een bestand." in told
    assert "Formulier, nog niet gecontroleerd" not in reporter.get(draft).text


@pytest.mark.parametrize("sheet", ["workforce", "energy"])
def test_throwing_away_is_refused_with_the_reason_while_the_report_is_handed_in(
    reporter: Browser, draft: str, world: World, sheet: str
) -> None:
    handed_in(world)

    answer = reporter.post(f"{draft}/{sheet}/weg")

    assert answer.status_code == 409
    assert IN_PROCEDURE in answer.text


def test_a_finding_on_a_form_leads_to_its_field(reporter: Browser, draft: str, world: World) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id, [a_finding(source="formulier Personeel.json", sheet="workforce", row=3, column="headcount")])

    page = reporter.get(f"/rapportages/{world.reports['oost']}/versies/1").text

    assert f'href="{draft}/workforce#r3.headcount"' in page


def test_a_signatory_reads_and_changes_nothing(signatory: Browser, draft: str) -> None:
    assert "data-autosave" not in signatory.get(f"{draft}/workforce").text
    assert signatory.post(f"{draft}/workforce", DRIVERS).status_code == 403


def test_the_manager_does_not_see_a_draft(browser_of: Callable[[str], Browser], draft: str) -> None:
    assert browser_of("manager").get(draft).status_code == 403
