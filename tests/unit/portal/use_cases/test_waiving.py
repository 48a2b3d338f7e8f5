"""Waiving: by whom, of what, once, withdrawn and never deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.refusals import NotYours, Refused
from portal.use_cases.leading import NOT_LEADING
from portal.use_cases.waiving import (
    NO_SCOPE,
    NORM_IS_WHOLE,
    NOT_A_QUESTION,
    Waiving,
    record_waiver,
    withdraw_waiver,
)
from schemas.events import Event, WaiverRecorded, WaiverWithdrawn, read
from schemas.store import Audit, Outbox, Waiver, reading, sessions
from tests.unit.portal.browsing import World
from tests.unit.portal.rule_sets import a_rule_set

OF_A_NORM = Waiving(
    key=UUID(int=1),
    decision_number="2026-118",
    norm="N-TEMP",
    rule=None,
    entities=(),
    starts=date(2026, 1, 1),
    ends=date(2027, 12, 31),
    reason="De nieuwe bussen kwamen later.",
)
OF_A_RULE = replace(OF_A_NORM, norm=None, rule="ENE-003", entities=("V0001",))


@pytest.fixture(autouse=True)
def rule_set(world: World) -> None:
    """A rule that asks and a rule that refuses."""
    a_rule_set()


def record(world: World, waiving: Waiving, *, by: str = "manager") -> UUID:
    with sessions().begin() as session:
        return record_waiver(session, world.concessions["oost"], waiving, by=world.people[by]).id


def withdraw(world: World, waiver: UUID, *, by: str = "manager") -> None:
    with sessions().begin() as session:
        withdraw_waiver(session, world.concessions["oost"], waiver, reason="Niet meer nodig.", by=world.people[by])


def waivers() -> list[Waiver]:
    with reading() as session:
        return list(session.scalars(select(Waiver).order_by(Waiver.at)))


def told() -> list[Event]:
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).order_by(Outbox.position)).all()
    return [event for event in map(read, bodies) if isinstance(event, WaiverRecorded | WaiverWithdrawn)]


@pytest.mark.parametrize("waiving", [OF_A_NORM, OF_A_RULE], ids=["norm", "rule"])
def test_a_waiver_is_kept_told_and_noted(world: World, waiving: Waiving) -> None:
    waiver = record(world, waiving)

    [kept] = waivers()
    [event] = told()
    with reading() as session:
        [row] = session.scalars(select(Audit).where(Audit.action == "waiver_recorded")).all()
    assert (kept.norm, kept.rule, kept.entities) == (waiving.norm, waiving.rule, list(waiving.entities))
    assert event.key == world.concessions["oost"]
    assert row.details["waiver"] == str(waiver)


def test_the_same_form_twice_is_one_waiver(world: World) -> None:
    first, again = record(world, OF_A_NORM), record(world, OF_A_NORM)

    assert first == again
    assert len(told()) == 1


@pytest.mark.parametrize("by", ["other_manager", "reporter"])
def test_only_the_authority_that_leads_records_and_withdraws(world: World, by: str) -> None:
    waiver = record(world, OF_A_NORM)

    for attempt in (
        lambda: record(world, replace(OF_A_NORM, key=uuid4()), by=by),
        lambda: withdraw(world, waiver, by=by),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.reason == NOT_LEADING


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"norm": None, "rule": "KEY-001", "entities": ()}, NOT_A_QUESTION),
        ({"norm": None, "rule": "NO-000", "entities": ()}, NOT_A_QUESTION),
        ({"norm": None, "rule": None, "entities": ()}, NO_SCOPE),
        ({"norm": "N-ALL", "rule": None, "entities": ()}, NO_SCOPE),
        ({"norm": "N-TEMP", "rule": None, "entities": ("V0001",)}, NORM_IS_WHOLE),
    ],
)
def test_what_is_no_norm_and_no_question_cannot_be_waived(world: World, change: dict[str, object], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        record(world, replace(OF_A_NORM, **change))  # type: ignore[arg-type]

    assert refused.value.reason == reason
    assert waivers() == []


def test_a_waiver_that_is_withdrawn_stays_with_who_when_and_why(world: World) -> None:
    waiver = record(world, OF_A_NORM)

    for _ in range(2):
        withdraw(world, waiver)

    [kept] = waivers()
    assert (kept.withdrawn_by, kept.withdrawn_reason) == (world.people["manager"], "Niet meer nodig.")
    assert [type(event) for event in told()] == [WaiverRecorded, WaiverWithdrawn]


def test_a_waiver_of_another_concession_is_not_there(world: World) -> None:
    with pytest.raises(NotYours):
        withdraw(world, uuid4())
