"""A role that starts on a later day, or ends on one: not before that day, and not after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from schemas.clock import today
from schemas.store import RoleOfPerson, reading
from schemas.store.signatories import signatories_of
from schemas.words import Role
from tests.unit.portal.browsing import PASSWORD, Browser, World

By = Callable[[str], Browser]
NEXT_YEAR, DAY_BEFORE, LAST, DAY_AFTER = "2027-01-01", "2026-12-31", "2027-03-31", "2027-04-01"


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the clock at noon of a day."""
    return lambda day: monkeypatch.setenv("KETENSPIEGEL_NOW", f"{day}T12:00:00+01:00")


@pytest.fixture
def reporter_signs_later(world: World, on: Callable[[str], None], browser_of: By) -> UUID:
    """The reporter becomes a signatory from the first of January until the last of March."""
    on("2026-11-26")
    person = world.people["reporter"]
    assert given(browser_of, person, "signatory", vanaf=NEXT_YEAR, **{"tot-en-met": LAST}) == 303
    return person


def given(browser_of: By, person: UUID, role: str, **days: str) -> int:
    form = {"rol": role, "wachtwoord": PASSWORD} | days
    return browser_of("functional_manager").post(f"/mensen/{person}/rollen/dagen", form).status_code


def signs(world: World) -> bool:
    """Whether the reporter counts as a signatory of its holder."""
    holder = world.organisations["rijnbus"]
    with reading() as session:
        return "reporter" in signatories_of(session, [holder])[holder].able


@pytest.mark.parametrize(
    ("day", "may"), [(DAY_BEFORE, False), (NEXT_YEAR, True), (LAST, True), (DAY_AFTER, False)], ids=str
)
def test_a_role_is_held_on_its_days_alone(
    reporter_signs_later: UUID, world: World, on: Callable[[str], None], day: str, may: bool
) -> None:
    on(day)

    assert signs(world) is may


def test_what_the_role_opens_opens_on_its_day(world: World, on: Callable[[str], None], browser_of: By) -> None:
    on("2026-11-26")
    given(browser_of, world.people["manager"], "functional_manager", vanaf=NEXT_YEAR)
    on(DAY_BEFORE)
    before = browser_of("manager").get("/mensen").status_code
    on(NEXT_YEAR)

    assert (before, browser_of("manager").get("/mensen").status_code) == (403, 200)


def test_the_days_stand_with_the_person_in_the_list_and_in_the_history(
    reporter_signs_later: UUID, browser_of: By
) -> None:
    manager = browser_of("functional_manager")
    page = manager.get(f"/mensen/{reporter_signs_later}").text

    assert "vanaf 1 januari 2027" in page
    assert "Rol met een dag (ondertekenaar)" in page
    assert "vanaf 1 januari 2027" in manager.get("/mensen").text


def test_a_role_that_did_not_begin_can_be_taken_back(
    reporter_signs_later: UUID, world: World, on: Callable[[str], None], browser_of: By
) -> None:
    path = f"/mensen/{reporter_signs_later}/rollen/dagen/intrekken"
    assert browser_of("functional_manager").post(path, {"rol": "signatory"}).status_code == 303
    on(NEXT_YEAR)

    assert not signs(world)


def test_a_role_that_is_held_can_get_a_last_day_and_lose_it(
    world: World, on: Callable[[str], None], browser_of: By
) -> None:
    person, path = world.people["reporter"], f"/mensen/{world.people['reporter']}"
    on("2026-11-26")
    assert given(browser_of, person, "reporter", **{"tot-en-met": DAY_BEFORE}) == 303
    on(NEXT_YEAR)
    after = browser_of("reporter").get("/concessies").status_code
    on("2026-11-27")
    browser_of("functional_manager").post(f"{path}/rollen/dagen/intrekken", {"rol": "reporter"})
    on(NEXT_YEAR)

    assert (after, browser_of("reporter").get("/concessies").status_code) == (403, 200)


def test_changing_the_roles_of_now_leaves_what_comes_later(reporter_signs_later: UUID, browser_of: By) -> None:
    form = {"rollen": ["contributor"], "wachtwoord": PASSWORD}
    browser_of("functional_manager").post(f"/mensen/{reporter_signs_later}/rollen", form)

    with reading() as session:
        assert session.get(RoleOfPerson, (reporter_signs_later, Role.SIGNATORY)) is not None
        assert session.get(RoleOfPerson, (reporter_signs_later, Role.REPORTER)) is None


@pytest.mark.parametrize(
    ("role", "days"),
    [
        ("signatory", {}),
        ("signatory", {"vanaf": str(today() - timedelta(days=1))}),
        ("signatory", {"vanaf": "2027-02-01", "tot-en-met": "2027-01-31"}),
        ("reporter", {"vanaf": "2027-02-01"}),
        ("manager", {"vanaf": "2027-02-01"}),
    ],
)
def test_days_that_cannot_be_are_refused(
    world: World, browser_of: By, on: Callable[[str], None], role: str, days: dict[str, str]
) -> None:
    on("2026-11-26")

    assert given(browser_of, world.people["reporter"], role, **days) == 400


def invited(world: World) -> int:
    holder = world.organisations["rijnbus"]
    with reading() as session:
        return len(signatories_of(session, [holder])[holder].invited)


def test_who_is_invited_can_begin_later(world: World, on: Callable[[str], None], browser_of: By) -> None:
    on("2026-11-26")
    form = {
        "naam": "Nieuw Iemand",
        "e-mail": "nieuw@voorbeeld.nl",
        "organisatie": str(world.organisations["rijnbus"]),
        "rollen": ["signatory"],
        "vanaf": NEXT_YEAR,
        "taal": "nl",
    }
    browser_of("functional_manager").post("/mensen/uitnodigen", form)

    before = invited(world)
    on(NEXT_YEAR)

    assert (before, invited(world)) == (0, 1)
