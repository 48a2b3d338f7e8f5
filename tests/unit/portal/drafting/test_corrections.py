"""Forms in a correction of some sheets: those may change, and the others stay as they were handed in."""

from __future__ import annotations

from uuid import UUID

import pytest

from schemas.clock import now
from schemas.store import FormSaving, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.drafting.filling import DRIVERS, fill_in
from tests.unit.portal.drafting.test_draft import newest_parts, read_by_the_check
from tests.unit.portal.reopenings.test_reopening import report

__all__ = ["report"]


@pytest.fixture
def form(draft: str, report: UUID) -> str:
    """The form of a closed sheet, in a correction whose file was read."""
    del report
    read_by_the_check(newest_parts()[0].version, (0, "energy", 12))
    return f"{draft}/workforce"


def typed_before(world: World) -> None:
    """Something stands on the form of a closed sheet that is in no version."""
    rows = '{"workforce": [{"staff_group": "drivers", "headcount": 120}]}'
    with sessions().begin() as session:
        session.add(
            FormSaving(
                report=world.reports["oost"],
                sheet="workforce",
                revision=1,
                rows=rows,
                by=world.people["reporter"],
                at=now(),
            )
        )


def test_the_form_of_a_closed_sheet_says_why_it_is_closed(reporter: Browser, form: str) -> None:
    page = reporter.get(form).text

    assert "Dit blad is gesloten" in page
    assert "De provincie stuurde alleen deze bladen terug: Energie" in page
    assert "Vraag om dit blad te openen" in page


def test_filling_in_a_closed_sheet_is_refused_and_what_was_typed_stands_there_still(
    reporter: Browser, form: str
) -> None:
    answer = fill_in(reporter, form, **DRIVERS)

    assert answer.status_code == 409
    assert "Dit blad is gesloten: de provincie stuurde alleen Energie terug." in answer.text
    assert 'value="98,5"' in answer.text


def test_the_draft_shows_what_is_closed(reporter: Browser, draft: str, form: str) -> None:
    assert "Gesloten: blijft zoals u het indiende" in reporter.get(draft).text


def test_what_stands_on_a_closed_form_is_told_not_to_count(
    reporter: Browser, world: World, draft: str, form: str
) -> None:
    typed_before(world)

    page, shown = reporter.get(draft).text, reporter.get(form).text

    assert "Ingevuld op een gesloten blad" in page
    assert "Ingevuld en nog niet gecontroleerd" not in page
    assert "Wat hieronder is ingevuld, telt niet mee." in shown


def test_what_stands_on_a_closed_form_can_be_thrown_away(
    reporter: Browser, world: World, draft: str, form: str
) -> None:
    typed_before(world)

    answer = reporter.post(f"{form}/weg", {})

    assert answer.status_code == 303
    assert "Ingevuld op een gesloten blad" not in reporter.get(draft).text
