"""Inviting somebody from the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from deploy.cli import main
from schemas.clock import now
from schemas.events import PersonInvited
from schemas.settings import Settings, settings
from schemas.store import Organisation, Person, RoleOfPerson, Token, reading
from schemas.texts import Language
from schemas.tokens import hash_of, secret_of
from schemas.words import OrganisationKind, Role, TokenKind
from tests.unit.workers.at_work import told, write


def add(*roles: str, email: str = "Nieuw@Voorbeeld.example", organisation: str = "Vervoerder") -> Result:
    chosen = [word for role in roles for word in ("--role", role)]
    who = ["--email", email, "--name", "Nieuw", "--organisation", organisation, "--language", "en"]
    return CliRunner().invoke(main, ["user", "add", *who, *chosen])


def a_holder() -> None:
    write(Organisation(name="Vervoerder", kind=OrganisationKind.HOLDER))


def people() -> list[Person]:
    with reading() as session:
        return list(session.scalars(select(Person)))


def test_somebody_is_invited_with_roles_and_language(installation: Settings) -> None:
    a_holder()

    done = add("reporter", "signatory")

    assert done.exit_code == 0
    [person] = people()
    assert (person.email, person.language, person.password_hash) == ("nieuw@voorbeeld.example", Language.EN, None)
    with reading() as session:
        assert set(session.scalars(select(RoleOfPerson.role))) == {Role.REPORTER, Role.SIGNATORY}


def test_the_link_is_told_by_its_id_and_kept_as_a_hash_and_never_shown(installation: Settings) -> None:
    a_holder()

    done = add("reporter")

    [event] = told(PersonInvited)
    secret = secret_of(event.token, settings().secret)
    with reading() as session:
        token = session.get_one(Token, event.token)
    assert (token.kind, token.hash, token.used_at) == (TokenKind.INVITE, hash_of(secret), None)
    assert token.expires_at > now()
    assert secret not in done.output


def test_an_unknown_organisation_is_refused_with_those_that_are_known(installation: Settings) -> None:
    a_holder()

    done = add("reporter", organisation="Elders")

    assert done.exit_code == 1
    assert "Vervoerder" in done.stderr
    assert people() == []


def test_an_address_that_has_an_account_is_refused_whatever_its_capitals(installation: Settings) -> None:
    a_holder()
    add("reporter")

    done = add("reporter", email="NIEUW@voorbeeld.EXAMPLE")

    assert done.exit_code == 1
    assert len(people()) == 1
    assert len(told(PersonInvited)) == 1


def test_a_role_of_the_other_side_is_refused(installation: Settings) -> None:
    a_holder()

    done = add("manager")

    assert done.exit_code == 1
    assert "reporter" in done.stderr
    assert people() == []


@pytest.mark.parametrize(
    "email", ["geen adres", "a@voorbeeld.example, b@elders.example", "a@b.example\nBcc: c@d.example"]
)
def test_what_is_no_single_address_is_refused(email: str, installation: Settings) -> None:
    a_holder()

    done = add("reporter", email=email)

    assert done.exit_code == 1
    assert people() == []
