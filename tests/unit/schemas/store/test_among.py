"""Many values at once, on both databases: what is among them is found, and one statement serves every number of them."""

from collections.abc import Iterable
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from schemas.settings import Settings
from schemas.store import Organisation, among, reading, sessions
from schemas.words import OrganisationKind
from tests.statements import statements

KINDS = (OrganisationKind.SUPPLIER, OrganisationKind.HOLDER, OrganisationKind.AUTHORITY)


@pytest.fixture
def known(store: Settings) -> list[UUID]:
    assert store
    rows = [Organisation(id=uuid4(), kind=kind, name=f"De {kind}") for kind in KINDS]
    with sessions().begin() as session:
        session.add_all(rows)
        return [row.id for row in rows]


def found(values: Iterable[UUID], *, kinds: Iterable[OrganisationKind] = KINDS) -> set[UUID]:
    query = select(Organisation.id).where(among(Organisation.id, values), among(Organisation.kind, kinds))
    with reading() as session:
        return set(session.scalars(query.order_by(Organisation.id)))


def test_what_is_among_the_values_is_found(known: list[UUID]) -> None:
    assert found({*known[:2], uuid4()}) == set(known[:2])


def test_a_word_of_a_closed_list_is_held_against_as_it_is_kept(known: list[UUID]) -> None:
    assert found(known, kinds=[OrganisationKind.HOLDER]) == {known[1]}


def test_of_no_values_none_is_found(known: list[UUID]) -> None:
    assert known
    assert found([]) == set()


def test_every_number_of_values_is_the_same_statement(known: list[UUID]) -> None:
    with statements() as sent:
        found(known[:1])
        found([*known, *(uuid4() for _ in range(100))])

    assert len({one for one in sent if one.startswith("SELECT")}) == 1
