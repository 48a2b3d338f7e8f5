"""The functional manager invites, changes roles and closes doors, within the own province and nobody else's."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from schemas.settings import settings
from schemas.store import Audit, Outbox, Person, RoleOfPerson, Token, reading
from schemas.tokens import secret_of
from tests.unit.portal.browsing import PASSWORD, Browser, World

NEW = "nog vier andere woorden"


def invite(browser: Browser, world: World, **changed: object) -> tuple[int, str]:
    form = {
        "naam": "Nieuw Iemand",
        "e-mail": "Nieuw@Voorbeeld.nl",
        "organisatie": str(world.organisations["rijnbus"]),
        "rollen": ["reporter", "signatory"],
        "taal": "nl",
    }
    answer = browser.post("/mensen/uitnodigen", form | changed)
    return answer.status_code, answer.text


def person_named(email: str) -> Person | None:
    with reading() as session:
        return session.scalars(select(Person).where(Person.email == email)).first()


def roles_of(person: UUID) -> set[str]:
    with reading() as session:
        return set(session.scalars(select(RoleOfPerson.role).where(RoleOfPerson.person == person)))


def test_an_invitation_lets_somebody_in(functional_manager: Browser, browser: Browser, world: World) -> None:
    status, _ = invite(functional_manager, world)

    with reading() as session:
        [token] = session.scalars(select(Token)).all()
    browser.post(f"/uitnodiging/{secret_of(token.id, settings().secret)}", {"wachtwoord": NEW, "nogmaals": NEW})
    signed_in = browser.post("/inloggen", {"e-mail": "nieuw@voorbeeld.nl", "wachtwoord": NEW})
    assert (status, signed_in.status_code) == (303, 303)
    person = person_named("nieuw@voorbeeld.nl")
    assert person
    assert roles_of(person.id) == {"reporter", "signatory"}


def test_an_address_that_is_known_gets_no_second_account_and_the_same_answer(
    functional_manager: Browser, world: World
) -> None:
    known = invite(functional_manager, world, **{"e-mail": "other_reporter@voorbeeld.nl"})

    assert known == invite(functional_manager, world)
    with reading() as session:
        assert len(session.scalars(select(Outbox)).all()) == 1
    assert roles_of(world.people["other_reporter"]) == {"reporter"}


def test_nobody_is_invited_into_the_organisation_of_another_province(functional_manager: Browser, world: World) -> None:
    status, _ = invite(functional_manager, world, organisatie=str(world.organisations["kustlijn"]))

    assert status == 404


def test_a_holder_has_no_managers(functional_manager: Browser, world: World) -> None:
    status, text = invite(functional_manager, world, rollen=["manager"])

    assert status == 400
    assert "Deze rol hoort niet bij deze organisatie." in text


@pytest.mark.parametrize("extra", ["active", "id", "password_hash", "kind", "tenant_id"])
def test_what_the_form_does_not_offer_is_refused(functional_manager: Browser, world: World, extra: str) -> None:
    status, _ = invite(functional_manager, world, **{extra: "1"})

    assert status == 400
    assert person_named("nieuw@voorbeeld.nl") is None


@pytest.mark.parametrize("extra", ["rollen", "role", "organisatie", "e-mail", "active"])
def test_nobody_changes_the_own_roles_or_organisation_by_the_profile(
    reporter: Browser, world: World, extra: str
) -> None:
    answer = reporter.post("/account", {"naam": "Reporter", "taal": "nl", extra: "functional_manager"})

    assert answer.status_code == 400
    assert roles_of(world.people["reporter"]) == {"reporter"}


def test_the_list_holds_the_own_province_and_its_holders(functional_manager: Browser, world: World) -> None:
    page = functional_manager.get("/mensen").text

    assert "signatory@voorbeeld.nl" in page
    assert "manager@voorbeeld.nl" in page
    assert "other_" not in page


@pytest.mark.parametrize("action", ["", "/rollen", "/toegang", "/uitnodiging"])
def test_somebody_of_another_province_is_not_there(functional_manager: Browser, world: World, action: str) -> None:
    forms: dict[str, dict[str, Any]] = {
        "/rollen": {"rollen": ["reporter"], "wachtwoord": PASSWORD},
        "/toegang": {"toegang": "false"},
    }
    path = f"/mensen/{world.people['other_reporter']}{action}"

    answer = functional_manager.post(path, forms.get(action)) if action else functional_manager.get(path)

    assert answer.status_code == 404


def test_changing_roles_asks_for_the_managers_own_password(functional_manager: Browser, world: World) -> None:
    path = f"/mensen/{world.people['reporter']}/rollen"

    answer = functional_manager.post(path, {"rollen": ["signatory"], "wachtwoord": "dit is het niet"})

    assert answer.status_code == 400
    assert "Dit wachtwoord klopt niet." in answer.text
    assert roles_of(world.people["reporter"]) == {"reporter"}


def test_changed_roles_are_noted(functional_manager: Browser, world: World) -> None:
    path = f"/mensen/{world.people['reporter']}/rollen"

    functional_manager.post(path, {"rollen": ["signatory"], "wachtwoord": PASSWORD})

    with reading() as session:
        [row] = session.scalars(select(Audit).where(Audit.action == "roles_changed")).all()
    assert (row.actor, row.subject) == (
        f"person/{world.people['functional_manager']}",
        f"person/{world.people['reporter']}",
    )
    assert (row.details["from"], row.details["to"]) == (["reporter"], ["signatory"])
    page = functional_manager.get(path.removesuffix("/rollen")).text
    assert "Rollen: rapporteur → ondertekenaar" in page


def test_nobody_closes_the_own_door(functional_manager: Browser, world: World) -> None:
    path = f"/mensen/{world.people['functional_manager']}/toegang"

    answer = functional_manager.post(path, {"toegang": "false"})

    assert answer.status_code == 409


def test_a_second_invitation_spends_the_first(functional_manager: Browser, browser: Browser, world: World) -> None:
    invite(functional_manager, world)
    with reading() as session:
        [first] = session.scalars(select(Token)).all()
        [person] = session.scalars(select(Person).where(Person.password_hash.is_(None))).all()

    functional_manager.post(f"/mensen/{person.id}/uitnodiging")

    assert browser.get(f"/uitnodiging/{secret_of(first.id, settings().secret)}").status_code == 404


def test_an_invitation_by_a_made_up_link_is_not_there(browser: Browser, world: World) -> None:
    assert browser.get(f"/uitnodiging/{secret_of(uuid4(), settings().secret)}").status_code == 404
