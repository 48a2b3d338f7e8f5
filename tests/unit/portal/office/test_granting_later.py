"""Who grants a concession changes by itself on the day that was recorded: not a day sooner, and not a day later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from schemas.store import reading
from schemas.store.granting import authorities_of
from tests.unit.portal.browsing import Browser, World

RECORDED = "2026-12-01T09:00:00+00:00"
# In the Netherlands the first of January begins an hour before it does in UTC.
DAY_BEFORE, THE_DAY, DAY_AFTER = "2026-12-31T22:59:00+00:00", "2026-12-31T23:00:00+00:00", "2027-01-01T23:00:00+00:00"
FIRST_DAY = "2027-01-01"
ON_THESE = pytest.mark.parametrize(("moment", "begun"), [(DAY_BEFORE, False), (THE_DAY, True), (DAY_AFTER, True)])


class At:
    """Somebody of the world at a moment, signed in then."""

    def __init__(self, browser_of: Callable[[str], Browser], monkeypatch: pytest.MonkeyPatch) -> None:
        self.browser_of = browser_of
        self.monkeypatch = monkeypatch

    def __call__(self, moment: str, who: str) -> Browser:
        """The browser in which they are signed in."""
        self.monkeypatch.setenv("KETENSPIEGEL_NOW", moment)
        return self.browser_of(who)


@pytest.fixture
def at(browser_of: Callable[[str], Browser], monkeypatch: pytest.MonkeyPatch) -> At:
    """``at(THE_DAY, "manager")``."""
    return At(browser_of, monkeypatch)


@pytest.fixture
def page(world: World) -> str:
    """The page of concession Oost."""
    return f"/beheer/concessies/{world.concessions['oost']}"


def a_change(
    world: World, *names: str, lead: str, since: str = FIRST_DAY, reason: str = "Afgesproken."
) -> dict[str, Any]:
    return {
        "verleners": [str(world.organisations[name]) for name in names],
        "leider": str(world.organisations[lead]),
        "vanaf": since,
        "reden": reason,
    }


def granting(world: World, day: str) -> list[str]:
    with reading() as session:
        return [one.name for one in authorities_of(session, world.concessions["oost"], on=date.fromisoformat(day))]


def readable(browser: Browser, world: World) -> list[bool]:
    """Whether the report of Oost is found by its address, on the desk and in the list that can be taken away."""
    report = str(world.reports["oost"])
    addresses = (f"/rapportages/{report}", f"/beoordelingen/{report}", f"/rapportages/{report}/gesprekken")
    found = [browser.get(address, follow_redirects=True).status_code == 200 for address in addresses]
    lists = [
        text in browser.get(path).text for path, text in (("/bureau", report), ("/bureau/concessies.csv", "VB-OOST"))
    ]
    return [*found, *lists]


@ON_THESE
def test_a_province_that_comes_later_sees_the_reports_from_that_day(
    at: At, world: World, page: str, moment: str, begun: bool
) -> None:
    form = a_change(world, "vlietland", "duinland", lead="vlietland")

    answer = at(RECORDED, "functional_manager").post(f"{page}/verleners", form)

    assert answer.status_code == 303
    assert readable(at(moment, "other_manager"), world) == [begun] * 5
    assert readable(at(moment, "manager"), world) == [True] * 5


@ON_THESE
def test_a_province_that_leaves_sees_them_until_the_day_before(
    at: At, world: World, page: str, moment: str, begun: bool
) -> None:
    manages = at(RECORDED, "functional_manager")
    manages.post(f"{page}/verleners", a_change(world, "vlietland", "duinland", lead="vlietland", since=RECORDED[:10]))

    manages.post(f"{page}/verleners", a_change(world, "vlietland", lead="vlietland"))

    assert readable(at(moment, "other_manager"), world) == [not begun] * 5
    assert readable(at(moment, "manager"), world) == [True] * 5


@ON_THESE
def test_who_leads_manages_and_decides_until_the_day_before(
    at: At, world: World, page: str, moment: str, begun: bool
) -> None:
    at(RECORDED, "functional_manager").post(
        f"{page}/verleners", a_change(world, "vlietland", "duinland", lead="duinland")
    )

    shown = at(moment, "functional_manager").get(page).text
    waiver = f"/concessies/{world.concessions['oost']}/ontheffingen"
    may_record = ["Ontheffing vastleggen" in at(moment, who).get(waiver).text for who in ("manager", "other_manager")]

    assert ("Een andere provincie leidt deze concessie" in shown) is begun
    assert may_record == [not begun, begun]


def test_the_page_tells_what_is_to_come_and_the_history_who_recorded_it(at: At, world: World, page: str) -> None:
    browser = at(RECORDED, "functional_manager")

    browser.post(f"{page}/verleners", a_change(world, "vlietland", "duinland", lead="duinland"))

    shown = browser.get(page).text
    assert "Vanaf 1 januari 2027" in shown
    assert "Vanaf: 1 januari 2027" in shown
    assert "functional_manager" in shown
    assert "Leidt: Provincie Vlietland → Provincie Duinland" in shown
    assert "Concessieverleners opslaan" not in shown


def test_a_day_that_is_past_is_refused_and_what_was_typed_stays(at: At, world: World, page: str) -> None:
    form = a_change(world, "vlietland", "duinland", lead="duinland", since="2026-11-30", reason="Te laat.")

    answer = at(RECORDED, "functional_manager").post(f"{page}/verleners", form)

    assert answer.status_code == 400
    assert "Deze dag is geweest" in answer.text
    assert "Te laat." in answer.text
    assert granting(world, FIRST_DAY) == ["Provincie Vlietland"]


def test_one_change_is_to_come_at_a_time(at: At, world: World, page: str) -> None:
    browser = at(RECORDED, "functional_manager")
    form = a_change(world, "vlietland", "duinland", lead="duinland")
    browser.post(f"{page}/verleners", form)

    twice = browser.post(f"{page}/verleners", form)
    another = browser.post(
        f"{page}/verleners", a_change(world, "vlietland", lead="vlietland", since="2027-02-01", reason="Toch niet.")
    )

    assert (twice.status_code, another.status_code) == (303, 400)
    assert "Op 01-01-2027 gaat al een wijziging in." in another.text
    assert "Toch niet." in another.text
    assert granting(world, "2027-02-01") == ["Provincie Duinland", "Provincie Vlietland"]


def test_what_is_so_now_is_no_change_for_later(at: At, world: World, page: str) -> None:
    answer = at(RECORDED, "functional_manager").post(
        f"{page}/verleners", a_change(world, "vlietland", lead="vlietland")
    )

    assert answer.status_code == 400
    assert "Zo is het nu al." in answer.text


def test_a_change_that_is_taken_back_does_not_begin(at: At, world: World, page: str) -> None:
    browser = at(RECORDED, "functional_manager")
    browser.post(f"{page}/verleners", a_change(world, "vlietland", "duinland", lead="duinland"))

    answer = browser.post(f"{page}/verleners/terugnemen", {"vanaf": FIRST_DAY, "reden": "Uitgesteld."})

    shown = browser.get(page).text
    assert answer.status_code == 303
    assert granting(world, FIRST_DAY) == ["Provincie Vlietland"]
    assert "Wijziging van de concessieverleners teruggenomen" in shown
    assert "Vanaf: 1 januari 2027 → leeg" in shown
    assert "Uitgesteld." in shown
    assert "Concessieverleners opslaan" in shown
    assert readable(at(THE_DAY, "other_manager"), world) == [False] * 5


@pytest.mark.parametrize(("moment", "who", "status"), [(DAY_BEFORE, "vlietland", 303), (THE_DAY, "vlietland", 409)])
def test_a_change_that_has_begun_is_not_taken_back(
    at: At, world: World, page: str, moment: str, who: str, status: int
) -> None:
    at(RECORDED, "functional_manager").post(f"{page}/verleners", a_change(world, "vlietland", "duinland", lead=who))

    answer = at(moment, "functional_manager").post(
        f"{page}/verleners/terugnemen", {"vanaf": FIRST_DAY, "reden": "Bedacht."}
    )

    assert answer.status_code == status
    assert (granting(world, FIRST_DAY) == ["Provincie Vlietland"]) is (status == 303)


def test_another_change_than_the_one_that_was_seen_is_not_taken_back(at: At, world: World, page: str) -> None:
    browser = at(RECORDED, "functional_manager")
    browser.post(f"{page}/verleners", a_change(world, "vlietland", "duinland", lead="vlietland"))

    answer = browser.post(f"{page}/verleners/terugnemen", {"vanaf": "2027-03-01", "reden": "Bedacht."})

    assert answer.status_code == 409
    assert len(granting(world, FIRST_DAY)) == 2


def test_who_only_takes_part_takes_nothing_back(at: At, world: World, page: str) -> None:
    form = a_change(world, "vlietland", "duinland", lead="duinland", since=RECORDED[:10])
    browser = at(RECORDED, "functional_manager")
    browser.post(f"{page}/verleners", form)

    answer = browser.post(f"{page}/verleners/terugnemen", {"vanaf": FIRST_DAY, "reden": "Bedacht."})

    assert answer.status_code == 403
