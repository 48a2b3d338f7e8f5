"""A finding is marked for a colleague, who sees it at home until it is done or gone; and its row is shown as written."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlalchemy import select

from schemas.events import FindingMarked
from schemas.judgement import Severity
from schemas.store import Mark, Outbox, Version, reading
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload

NOTE = "Klopt deze meter? Jij hebt de factuur."
FOR_YOU = "Voor u</h2>"


@pytest.fixture
def version(world: World) -> Version:
    """A version with an error and two questions."""
    made = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(made.id, [a_finding(0, severity=Severity.ERROR, rule="KEY-001"), a_finding(1), a_finding(2)])
    return made


@pytest.fixture
def page(world: World, version: Version) -> str:
    """The page of the check."""
    return f"/rapportages/{world.reports['oost']}/versies/1"


def a_mark(world: World, **changes: str) -> dict[str, str]:
    form = {"sleutel": str(uuid4()), "regel": "ENE-003", "collega": str(world.people["contributor"]), "notitie": NOTE}
    return form | changes


def marks() -> list[Mark]:
    with reading() as session:
        return list(session.scalars(select(Mark)))


def at_home(browser: Browser) -> str:
    return browser.get("/concessies").text


def test_a_marked_finding_waits_at_the_colleagues_home_and_is_told(
    browser_of: Callable[[str], Browser], reporter: Browser, world: World, page: str
) -> None:
    answer = reporter.post(f"{page}/bevindingen/1/markering", a_mark(world))

    colleague = at_home(browser_of("contributor"))
    assert answer.status_code == 303
    assert FOR_YOU in colleague
    assert NOTE in colleague
    assert f"{page}/bevindingen/1" in colleague
    assert FOR_YOU not in at_home(reporter)
    with reading() as session:
        assert session.scalars(select(Outbox).where(Outbox.type == FindingMarked.TYPE)).one()


def test_all_that_a_rule_found_is_marked_at_once(
    browser_of: Callable[[str], Browser], reporter: Browser, world: World, page: str
) -> None:
    reporter.post(f"{page}/markeringen", a_mark(world))

    colleague = browser_of("contributor")
    assert f"{page}?regel=ENE-003#ENE-003" in at_home(colleague)
    assert NOTE in colleague.get(page).text


def test_what_is_done_leaves_the_home_and_can_be_opened_again(
    browser_of: Callable[[str], Browser], reporter: Browser, world: World, page: str
) -> None:
    reporter.post(f"{page}/bevindingen/1/markering", a_mark(world))
    [known], colleague = marks(), browser_of("contributor")
    settle = f"/rapportages/{world.reports['oost']}/markeringen/{known.id}/klaar"

    colleague.post(settle, {"klaar": "1"})
    done = at_home(colleague)
    colleague.post(settle, {"klaar": "0"})

    assert FOR_YOU not in done
    assert FOR_YOU in at_home(colleague)


def test_a_mark_stays_in_a_new_version_and_lapses_when_the_finding_is_gone(
    browser_of: Callable[[str], Browser], reporter: Browser, world: World, page: str
) -> None:
    reporter.post(f"{page}/bevindingen/1/markering", a_mark(world))
    colleague = browser_of("contributor")

    a_check(an_upload(world.reports["oost"], world.people["reporter"]).id, [a_finding(1, value="99000")])
    stays = at_home(colleague)
    a_check(an_upload(world.reports["oost"], world.people["reporter"]).id, [a_finding(2)])

    assert "/versies/2/bevindingen/1" in stays
    assert FOR_YOU not in at_home(colleague)


def test_the_same_form_sent_twice_is_one_mark(reporter: Browser, world: World, page: str) -> None:
    form = a_mark(world)

    for _ in range(2):
        reporter.post(f"{page}/bevindingen/1/markering", form)

    assert len(marks()) == 1


@pytest.mark.parametrize("who", ["other_reporter", "manager", "reporter"])
def test_only_a_colleague_of_the_own_organisation_can_be_chosen(
    reporter: Browser, world: World, page: str, who: str
) -> None:
    form = a_mark(world, collega=str(world.people[who]))

    answer = reporter.post(f"{page}/bevindingen/1/markering", form)

    assert answer.status_code == 400
    assert "Kies een collega." in answer.text
    assert NOTE in answer.text
    assert marks() == []


@pytest.mark.parametrize("path", ["bevindingen/1/markering", "markeringen"])
def test_without_a_colleague_the_form_is_shown_again_with_the_note(
    reporter: Browser, world: World, page: str, path: str
) -> None:
    answer = reporter.post(f"{page}/{path}", a_mark(world, collega=""))

    assert answer.status_code == 400
    assert 'id="collega-error"' in answer.text
    assert NOTE in answer.text


def test_a_mark_of_another_holder_is_not_there(
    browser_of: Callable[[str], Browser], reporter: Browser, world: World, page: str
) -> None:
    reporter.post(f"{page}/bevindingen/1/markering", a_mark(world))
    [known], stranger = marks(), browser_of("other_reporter")

    for report in (world.reports["oost"], world.reports["kust"]):
        assert stranger.post(f"/rapportages/{report}/markeringen/{known.id}/klaar", {"klaar": "1"}).status_code == 404


def test_a_row_is_shown_as_it_was_written_with_what_is_kept_around_it(
    reporter: Browser, world: World, page: str
) -> None:
    shown = reporter.get(f"{page}/bevindingen/1").text

    assert "Rij 313 zoals u hem schreef" in shown
    assert "18.900" in shown
    assert "Controleer eenheid en kilometers." in shown
    assert "V0002" in shown
    assert "Wij bewaren alleen rijen waarbij iets is gevonden." in shown


def test_what_else_was_found_on_a_row_leads_to_it(reporter: Browser, world: World) -> None:
    made = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(
        made.id, [a_finding(0), a_finding(1, row=312, rule="KEY-001", column="unit", message_nl="Eenheid klopt niet.")]
    )

    shown = reporter.get(f"/rapportages/{world.reports['oost']}/versies/1/bevindingen/0").text

    assert "Ook op deze rij" in shown
    assert "Eenheid klopt niet." in shown


def test_a_finding_that_is_not_there_is_no_page(reporter: Browser, page: str) -> None:
    assert [reporter.get(f"{page}/bevindingen/{place}").status_code for place in (99, 2**40)] == [404, 404]


def test_a_place_where_the_rule_found_nothing_cannot_be_marked(world: World, page: str, reporter: Browser) -> None:
    other = a_mark(world, regel="KEY-001")

    assert reporter.post(f"{page}/bevindingen/1/markering", other).status_code == 404
    assert marks() == []
