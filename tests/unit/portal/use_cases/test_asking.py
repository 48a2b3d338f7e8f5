"""Asking suppliers: once, by links that hold, within the report's procedure, and down the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.refusals import NotYours, Refused
from portal.use_cases.asking import MOST_BELOW, AskedOn, Wanted, ask_again, ask_of, ask_on, ask_suppliers, revoke
from schemas.asking import AskStand, stand_of, valid_until
from schemas.clock import today
from schemas.events import Event, SupplierAsked, SupplierRevoked, read
from schemas.report.code_lists import ChainRole
from schemas.settings import settings
from schemas.store import Ask, AskLink, Audit, Outbox, ask_facts, asks_of, reading, sessions
from schemas.texts import Language
from schemas.tokens import hash_of, secret_of
from tests.unit.portal.browsing import World

DUE = today() + timedelta(days=30)
FORM, OTHER_FORM = UUID(int=1), UUID(int=2)
TAXI = Wanted(
    supplier_id="L1",
    name="Voorbeeldtaxi",
    role=ChainRole.SUBCONTRACTOR,
    tier=1,
    employees=45,
    email="info@voorbeeldtaxi.example",
    language=Language.NL,
    questions=("Q-GHG-01", "Q-WRK-07"),
)
FACTORY = replace(
    TAXI, supplier_id="L3", name="Busfabriek", role=ChainRole.VEHICLE_MAKER, employees=5200, language=Language.EN
)
CELLS = AskedOn(
    key=UUID(int=9),
    name="Proefcel",
    role=ChainRole.BATTERY,
    email="info@proefcel.example",
    language=Language.EN,
    questions=("Q-BAT-01",),
)


def asks(world: World, wanted: Sequence[Wanted] = (TAXI,), *, due: date = DUE, key: UUID = FORM) -> list[UUID]:
    with sessions().begin() as session:
        return ask_suppliers(session, world.reports["oost"], wanted, due=due, key=key, by=world.people["reporter"])


def asks_on(above: UUID, wanted: AskedOn = CELLS) -> UUID:
    with sessions().begin() as session:
        return ask_on(session, session.get_one(Ask, above), wanted)


def events() -> list[Event]:
    kinds = SupplierAsked | SupplierRevoked
    with reading() as session:
        told = [read(body) for body in session.scalars(select(Outbox.body).order_by(Outbox.position))]
    return [event for event in told if isinstance(event, kinds)]


def stand(ask: UUID) -> AskStand:
    with reading() as session:
        facts = ask_facts(session, ask)
    assert facts
    return stand_of(facts, today())


def links() -> list[AskLink]:
    with reading() as session:
        return list(session.scalars(select(AskLink).order_by(AskLink.made_at, AskLink.id)))


def test_each_supplier_gets_a_link_of_its_own_that_outlives_the_due_day_by_two_weeks(world: World) -> None:
    asks(world, [TAXI, FACTORY])

    made = links()
    assert [one.valid_until for one in made] == [valid_until(DUE)] * 2
    assert len({one.token_hash for one in made}) == 2


def test_the_event_names_the_link_from_which_the_secret_is_derived(world: World) -> None:
    asks(world)

    [event], [link] = events(), links()
    assert isinstance(event, SupplierAsked)
    assert hash_of(secret_of(event.link, settings().secret)) == link.token_hash


def test_the_same_form_sent_twice_asks_once(world: World) -> None:
    first, second = asks(world), asks(world)

    assert first == second
    assert len(events()) == 1


def test_who_was_asked_already_is_not_asked_a_second_time(world: World) -> None:
    asks(world)

    with pytest.raises(Refused, match="Voorbeeldtaxi is al gevraagd"):
        asks(world, key=OTHER_FORM)


def test_nobody_is_asked_nothing(world: World) -> None:
    with pytest.raises(Refused, match="Kies ten minste één vraag voor Voorbeeldtaxi"):
        asks(world, [replace(TAXI, questions=())])


@pytest.mark.parametrize(
    ("days", "reason"), [(0, "Kies een dag na vandaag"), (-1, "Kies een dag na vandaag"), (400, "binnen een jaar")]
)
def test_the_due_day_lies_ahead_and_within_a_year(world: World, days: int, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as refusal:
        asks(world, due=today() + timedelta(days=days))

    assert refusal.value.field == "uiterlijk"


def test_when_one_supplier_cannot_be_asked_none_is(world: World) -> None:
    with pytest.raises(Refused):
        asks(world, [TAXI, replace(FACTORY, questions=("Q-XXX-99",))])

    assert links() == []


def test_asking_again_mails_a_new_link_and_leaves_the_earlier_one(world: World) -> None:
    [ask] = asks(world)

    with sessions().begin() as session:
        ask_again(session, session.get_one(Ask, ask), email=TAXI.email, due=DUE, by=world.people["reporter"])

    assert [one.revoked_at for one in links()] == [None, None]
    assert len(events()) == 2


def test_asking_again_at_another_address_ends_the_earlier_links(world: World) -> None:
    [ask] = asks(world)

    with sessions().begin() as session:
        ask_again(session, session.get_one(Ask, ask), email="nieuw@x.example", due=DUE, by=world.people["reporter"])

    assert sum(one.revoked_at is not None for one in links()) == 1
    assert stand(ask) is AskStand.ASKED


def test_asking_again_by_a_later_day_gives_a_link_that_works_until_after_it(world: World) -> None:
    [ask] = asks(world)
    later = DUE + timedelta(days=10)

    with sessions().begin() as session:
        ask_again(session, session.get_one(Ask, ask), email=TAXI.email, due=later, by=world.people["reporter"])

    assert max(one.valid_until for one in links()) == valid_until(later)


def test_what_is_taken_back_no_longer_works_with_all_that_was_asked_under_it(world: World) -> None:
    [ask] = asks(world, [FACTORY])
    below = asks_on(ask)

    with sessions().begin() as session:
        revoke(session, session.get_one(Ask, ask), by=world.people["reporter"])

    assert [stand(ask), stand(below)] == [AskStand.REVOKED, AskStand.REVOKED]
    assert all(one.revoked_at for one in links())
    assert sum(isinstance(event, SupplierRevoked) for event in events()) == 2


def test_taking_back_twice_is_once(world: World) -> None:
    [ask] = asks(world)

    for _turn in range(2):
        with sessions().begin() as session:
            revoke(session, session.get_one(Ask, ask), by=world.people["reporter"])

    assert sum(isinstance(event, SupplierRevoked) for event in events()) == 1


def test_a_supplier_can_be_asked_anew_after_it_was_taken_back(world: World) -> None:
    [ask] = asks(world)
    with sessions().begin() as session:
        revoke(session, session.get_one(Ask, ask), by=world.people["reporter"])

    [anew] = asks(world, key=OTHER_FORM)

    assert stand(anew) is AskStand.ASKED


def test_what_was_taken_back_is_not_asked_again(world: World) -> None:
    [ask] = asks(world)
    with sessions().begin() as session:
        revoke(session, session.get_one(Ask, ask), by=world.people["reporter"])

    with sessions().begin() as session, pytest.raises(Refused, match="ingetrokken"):
        ask_again(session, session.get_one(Ask, ask), email=TAXI.email, due=DUE, by=world.people["reporter"])


def test_a_supplier_asks_its_own_supplier_one_tier_further_under_the_protection_of_the_cap(world: World) -> None:
    [ask] = asks(world, [FACTORY])

    below = asks_on(ask)

    with reading() as session:
        known = session.get_one(Ask, below)
    assert (known.supplier_id, known.tier, known.employees) == ("L3-1", 2, None)
    assert (known.asked_under, known.asked_by, known.due) == (ask, None, DUE)


def test_a_supplier_asks_the_same_once(world: World) -> None:
    [ask] = asks(world, [FACTORY])

    assert asks_on(ask) == asks_on(ask)


def test_a_supplier_cannot_send_mail_in_bulk(world: World) -> None:
    [ask] = asks(world, [FACTORY])
    for number in range(MOST_BELOW):
        asks_on(ask, replace(CELLS, key=uuid4(), name=f"Cel {number}"))

    with pytest.raises(Refused, match="U hebt al 20 leveranciers gevraagd"):
        asks_on(ask, replace(CELLS, key=uuid4()))


def test_an_ask_of_another_report_is_not_found(world: World) -> None:
    [ask] = asks(world)

    with reading() as session, pytest.raises(NotYours):
        ask_of(session, world.reports["kust"], ask)


def test_it_is_noted_who_asked_whom_without_addresses(world: World) -> None:
    asks(world)

    with reading() as session:
        row = session.scalars(select(Audit).where(Audit.action == "supplier_asked")).one()
    assert row.actor == f"person/{world.people['reporter']}"
    assert TAXI.email not in str(row.details)


def test_the_asks_of_a_report_are_read_with_their_links(world: World) -> None:
    asks(world, [TAXI, FACTORY])

    with reading() as session:
        found = asks_of(session, [world.reports["oost"]])

    assert [(one.supplier_id, len(one.links)) for one in found] == [("L1", 1), ("L3", 1)]
