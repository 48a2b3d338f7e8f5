"""The calendar of a report year: what moves is shown before it is saved, and what was handed in is fixed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlalchemy import select

from portal.use_cases import Declaration, hand_in
from schemas.events import CalendarChanged
from schemas.store import CalendarChange, Outbox, Report, facts_of, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import an_upload

# 5 June 2027 is a Saturday.
DAYS = {
    "opening": "2027-02-01",
    "leveranciers": "2027-04-30",
    "indienen": "2027-06-05",
    "volledigheid": "2027-06-30",
    "besluit": "2027-08-02",
    "reden": "De gegevens komen later.",
}


@pytest.fixture
def page(world: World) -> str:
    """The address of the calendar of concession Oost in report year 2026, whose duty is open."""
    return f"/beheer/concessies/{world.concessions['oost']}/kalender/2026"


def seen(form: dict[str, str]) -> dict[str, str]:
    return form | {"gezien": " ".join(form[name] for name in list(form)[:5])}


def changes() -> list[CalendarChange]:
    with reading() as session:
        return list(session.scalars(select(CalendarChange)))


def test_what_moves_is_shown_before_anything_is_saved(functional_manager: Browser, page: str) -> None:
    answer = functional_manager.post(page, DAYS)

    assert answer.status_code == 200
    assert "maandag 7 juni 2027" in answer.text
    assert "zaterdag 5 juni 2027 is een weekend- of feestdag" in answer.text
    assert "mensen van de houder" in answer.text
    assert "De plicht loopt al." in answer.text
    assert changes() == []


def test_the_days_hold_once_they_were_seen_and_saved(functional_manager: Browser, page: str, world: World) -> None:
    answer = functional_manager.post(page, seen(DAYS))

    assert answer.status_code == 303
    with reading() as session:
        dates = facts_of(session, world.reports["oost"]).dates
        assert session.scalars(select(Outbox).where(Outbox.type == CalendarChanged.TYPE)).one()
    assert (dates.hand_in_by.isoformat(), dates.feedback_by.isoformat()) == ("2027-06-07", "2027-08-02")
    shown = functional_manager.get(page.removesuffix("/2026")).text
    assert "Kalender gewijzigd (2026)" in shown
    assert "De gegevens komen later." in shown


def test_other_days_than_were_seen_are_shown_first(functional_manager: Browser, page: str) -> None:
    answer = functional_manager.post(page, seen(DAYS) | {"indienen": "2027-06-09"})

    assert answer.status_code == 200
    assert "woensdag 9 juni 2027" in answer.text
    assert changes() == []


def test_the_same_form_twice_is_one_change(functional_manager: Browser, page: str) -> None:
    for _ in range(2):
        functional_manager.post(page, seen(DAYS))

    assert len(changes()) == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"besluit": "2027-06-10"}, "Deze dag komt niet na de vorige."),
        ({"indienen": "2026-12-31"}, "Indienen kan pas na 2026."),
        ({"indienen": "gauw"}, "Geef een dag"),
        ({"reden": ""}, "Vul dit in."),
    ],
)
def test_days_that_cannot_be_are_refused_and_stay_on_the_form(
    functional_manager: Browser, page: str, changed: dict[str, str], said: str
) -> None:
    answer = functional_manager.post(page, DAYS | changed)

    assert answer.status_code == 400
    assert said in answer.text
    assert "2027-04-30" in answer.text
    assert changes() == []


def test_the_days_of_what_was_handed_in_are_fixed(functional_manager: Browser, page: str, world: World) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    with sessions().begin() as session:
        declared = Declaration(version=version.id, statement="Naar waarheid.", key=uuid4())
        hand_in(session, world.reports["oost"], declared, by=world.people["signatory"])

    answer = functional_manager.post(page, seen(DAYS))

    assert answer.status_code == 409
    assert "Over 2026 is al ingediend." in answer.text
    assert "ingediend: staat vast" in functional_manager.get(page.removesuffix("/2026")).text


def test_a_contract_manager_reads_the_calendar_and_changes_nothing(
    browser_of: Callable[[str], Browser], page: str
) -> None:
    manager = browser_of("manager")

    shown = manager.get(page.removesuffix("/2026"))

    assert shown.status_code == 200
    assert ">Leveranciers antwoorden</th>" in shown.text
    assert page not in shown.text
    assert manager.post(page, seen(DAYS)).status_code == 403


def test_a_year_in_which_the_concession_does_not_run_is_not_there(functional_manager: Browser, page: str) -> None:
    assert [functional_manager.get(page.replace("2026", year)).status_code for year in ("1900", "99999")] == [404, 404]


def test_a_duty_is_opened_for_a_year(functional_manager: Browser, page: str, world: World) -> None:
    answer = functional_manager.post(page.replace("kalender/2026", "plichten/2027"))

    assert answer.status_code == 303
    with reading() as session:
        query = select(Report.report_year).where(Report.concession == world.concessions["oost"])
        assert set(session.scalars(query)) == {2026, 2027}
