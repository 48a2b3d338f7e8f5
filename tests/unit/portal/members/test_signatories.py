"""A holder with too few who can sign: everybody who can help sees it, and each change for the worse is told once."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from schemas.events import TooFewSignatories, read
from schemas.store import Outbox, Person, RoleOfPerson, reading, sessions
from schemas.words import Role
from tests.unit.portal.browsing import Browser, World

ONE, NONE = "Alleen signatory kan nu indienen namens Rijnbus", "Niemand kan nu indienen namens Rijnbus"


@pytest.fixture
def second(world: World) -> UUID:
    """A second person of Rijnbus who can sign."""
    with sessions().begin() as session:
        first = session.get_one(Person, world.people["signatory"])
        made = Person(
            organisation=first.organisation, name="Tweede", email="t@voorbeeld.nl", password_hash=first.password_hash
        )
        session.add(made)
        session.flush()
        session.add(RoleOfPerson(person=made.id, role=Role.SIGNATORY))
        return made.id


def pages(browser_of: Callable[[str], Browser], world: World) -> list[str]:
    report = f"/rapportages/{world.reports['oost']}"
    return [
        *(browser_of("reporter").get(path).text for path in ("/concessies", report)),
        browser_of("functional_manager").get("/mensen").text,
    ]


def close(manager: Browser, person: UUID) -> None:
    manager.post(f"/mensen/{person}/toegang", {"toegang": "false"})


def told() -> list[int]:
    with reading() as session:
        bodies = session.scalars(
            select(Outbox.body).where(Outbox.type == TooFewSignatories.TYPE).order_by(Outbox.position)
        )
        return [event.able for event in map(read, bodies) if isinstance(event, TooFewSignatories)]


def test_two_who_can_sign_raise_no_alarm(browser_of: Callable[[str], Browser], world: World, second: UUID) -> None:
    assert not any("kan nu indienen namens" in page for page in pages(browser_of, world))


def test_one_who_can_sign_is_named_with_why_the_other_cannot(
    browser_of: Callable[[str], Browser], functional_manager: Browser, world: World, second: UUID
) -> None:
    close(functional_manager, second)

    shown = pages(browser_of, world)

    assert all(ONE in page and "De toegang van Tweede is gesloten." in page for page in shown)


def test_who_never_came_in_cannot_sign(browser_of: Callable[[str], Browser], world: World) -> None:
    with sessions().begin() as session:
        session.get_one(Person, world.people["signatory"]).password_hash = None

    shown = pages(browser_of, world)

    assert all(NONE in page and "signatory heeft de uitnodiging nog niet aangenomen." in page for page in shown)


def test_each_change_for_the_worse_is_told_once(functional_manager: Browser, world: World, second: UUID) -> None:
    close(functional_manager, second)
    close(functional_manager, second)
    close(functional_manager, world.people["signatory"])

    assert told() == [1, 0]


def test_what_leaves_the_signatories_as_they_are_is_not_told(functional_manager: Browser, world: World) -> None:
    close(functional_manager, world.people["contributor"])

    assert told() == []
