"""Reviewing and deciding: who may, in which order, once, and never alone on what is negative."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.refusals import Refused
from portal.use_cases import Declaration, hand_in, withdraw_hand_in
from portal.use_cases.deciding import (
    ANSWERED,
    NO_SECOND_READER,
    OWN_PROPOSAL,
    TERM_NEEDED,
    TERM_PAST,
    Deciding,
    decide,
    second,
)
from portal.use_cases.handing_in import REVIEW_BEGUN
from portal.use_cases.leading import NOT_LEADING
from portal.use_cases.reviewing import REASON_NEEDED, Establishing, begin_review, confirm_the_rest, establish
from schemas.clock import today
from schemas.events import NegativeDecisionRefused, ReportDecided, read
from schemas.judgement import Outcome
from schemas.state import Standing, State, state_of
from schemas.store import Decision, Established, NormVerdict, Outbox, facts_of, reading, sessions
from schemas.words import DecisionOutcome
from tests.unit.portal.browsing import World
from tests.unit.portal.use_cases.seeding import a_check, an_upload

NEXT_MONTH = timedelta(days=30)


@pytest.fixture
def version(world: World) -> UUID:
    """A version with two verdicts that is handed in."""
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    with sessions().begin() as session:
        session.add_all(
            NormVerdict(version=version, norm=norm, verdict=outcome, reason_nl="–", reason_en="–")
            for norm, outcome in (("N-TEMP", Outcome.MEETS), ("N-SROI", Outcome.DOES_NOT_MEET))
        )
        hand_in(session, world.reports["oost"], declaration, by=world.people["signatory"])
    return version


def begun(world: World, *, by: str = "manager") -> None:
    with sessions().begin() as session:
        begin_review(session, world.reports["oost"], by=world.people[by])


def decided(world: World, outcome: DecisionOutcome, *, term: date | None = None, key: UUID | None = None) -> UUID:
    deciding = Deciding(
        outcome=outcome, reason="De buurtbus ontbreekt.", term=term, key=key or uuid4(), unheard="Haast."
    )
    with sessions().begin() as session:
        return decide(session, world.reports["oost"], deciding, by=world.people["manager"]).id


def seconded(world: World, *, confirmed: bool, reason: str = "", by: str = "second_reader") -> None:
    with sessions().begin() as session:
        second(session, world.reports["oost"], confirmed=confirmed, reason=reason, by=world.people[by])


def state(world: World) -> State:
    with reading() as session:
        return state_of(facts_of(session, world.reports["oost"]))


def told() -> list[object]:
    with reading() as session:
        return [type(read(body)) for body in session.scalars(select(Outbox.body).order_by(Outbox.position))]


def confirm_all(world: World) -> None:
    with sessions().begin() as session:
        confirm_the_rest(session, world.reports["oost"], by=world.people["manager"])


def test_once_the_review_has_begun_nothing_is_taken_back(world: World, version: UUID) -> None:
    begun(world)

    with pytest.raises(Refused) as refused, sessions().begin() as session:
        withdraw_hand_in(session, world.reports["oost"], by=world.people["signatory"])

    assert refused.value.reason == str(REVIEW_BEGUN)
    assert state(world).standing is Standing.IN_REVIEW


def test_what_is_not_handed_in_cannot_be_reviewed(world: World) -> None:
    with pytest.raises(Refused):
        begun(world)


def test_confirming_the_machine_needs_no_reason_but_departing_does(world: World, version: UUID) -> None:
    begun(world)
    confirming = Establishing(norm="N-TEMP", outcome=Outcome.MEETS, reason="")
    departing = Establishing(norm="N-SROI", outcome=Outcome.MEETS, reason=" ")

    with sessions().begin() as session:
        establish(session, world.reports["oost"], confirming, by=world.people["manager"])
    with pytest.raises(Refused) as refused, sessions().begin() as session:
        establish(session, world.reports["oost"], departing, by=world.people["manager"])

    assert refused.value.reason == str(REASON_NEEDED)
    with reading() as session:
        assert [one.norm for one in session.scalars(select(Established))] == ["N-TEMP"]


def test_both_the_machine_and_the_person_stand_in_what_is_established(world: World, version: UUID) -> None:
    begun(world)
    departing = Establishing(norm="N-SROI", outcome=Outcome.MEETS, reason="Overmacht, besluit 2026-14.")

    with sessions().begin() as session:
        establish(session, world.reports["oost"], departing, by=world.people["manager"])

    with reading() as session:
        kept = session.scalars(select(Established)).one()
    assert (kept.machine_verdict, kept.established_verdict) == (Outcome.DOES_NOT_MEET, Outcome.MEETS)


def test_a_report_is_not_accepted_before_every_norm_is_established(world: World, version: UUID) -> None:
    begun(world)

    with pytest.raises(Refused) as refused:
        decided(world, DecisionOutcome.ACCEPTED)

    assert "2 normen" in refused.value.reason


def test_a_truthful_report_of_a_missed_norm_is_accepted(world: World, version: UUID) -> None:
    begun(world)
    confirm_all(world)

    decided(world, DecisionOutcome.ACCEPTED)

    assert state(world).standing is Standing.DECIDED
    assert told()[-1] is ReportDecided


def test_deciding_twice_with_one_form_is_deciding_once(world: World, version: UUID) -> None:
    begun(world)
    confirm_all(world)
    key = uuid4()

    first = decided(world, DecisionOutcome.ACCEPTED, key=key)
    again = decided(world, DecisionOutcome.ACCEPTED, key=key)

    assert first == again
    with reading() as session:
        assert len(session.scalars(select(Decision)).all()) == 1


@pytest.mark.parametrize(("term", "says"), [(None, TERM_NEEDED), (today(), TERM_PAST)])
def test_what_is_sent_back_needs_a_term_that_lies_ahead(
    world: World, version: UUID, term: date | None, says: object
) -> None:
    begun(world)

    with pytest.raises(Refused) as refused:
        decided(world, DecisionOutcome.SENT_BACK, term=term)

    assert refused.value.reason == str(says)


def test_a_negative_decision_waits_for_the_second_reader(world: World, version: UUID) -> None:
    begun(world)

    decided(world, DecisionOutcome.SENT_BACK, term=today() + NEXT_MONTH)

    assert state(world).awaits_second_reader
    assert ReportDecided not in told()


def test_once_confirmed_the_holder_has_the_term_that_was_set(world: World, version: UUID) -> None:
    begun(world)
    term = today() + NEXT_MONTH
    decided(world, DecisionOutcome.SENT_BACK, term=term)

    seconded(world, confirmed=True)

    now = state(world)
    assert (now.standing, now.correction, now.by) == (Standing.DRAFT, True, term)
    assert told()[-1] is ReportDecided


def test_nobody_seconds_a_proposal_of_ones_own(world: World, version: UUID) -> None:
    begun(world)
    decided(world, DecisionOutcome.SENT_BACK, term=today() + NEXT_MONTH)

    with pytest.raises(Refused) as refused:
        seconded(world, confirmed=True, by="manager")

    assert refused.value.reason == str(OWN_PROPOSAL)
    assert state(world).awaits_second_reader


def test_what_was_answered_is_not_answered_otherwise(world: World, version: UUID) -> None:
    begun(world)
    decided(world, DecisionOutcome.SENT_BACK, term=today() + NEXT_MONTH)
    seconded(world, confirmed=True)

    with pytest.raises(Refused) as refused:
        seconded(world, confirmed=False, reason="Toch niet.")

    assert refused.value.reason == str(ANSWERED)


@pytest.mark.parametrize("person", ["reporter", "other_manager", "functional_manager"])
def test_only_a_second_reader_of_its_provinces_seconds(world: World, version: UUID, person: str) -> None:
    begun(world)
    decided(world, DecisionOutcome.SENT_BACK, term=today() + NEXT_MONTH)

    with pytest.raises(Refused) as refused:
        seconded(world, confirmed=True, by=person)

    assert refused.value.reason == str(NO_SECOND_READER)


def test_a_refusal_says_why_and_brings_it_back_to_the_manager(world: World, version: UUID) -> None:
    begun(world)
    decided(world, DecisionOutcome.SENT_BACK, term=today() + NEXT_MONTH)

    with pytest.raises(Refused):
        seconded(world, confirmed=False)
    seconded(world, confirmed=False, reason="De buurtbus staat er wel in.")

    now = state(world)
    assert (now.standing, now.awaits_second_reader) == (Standing.IN_REVIEW, False)
    assert told()[-1] is NegativeDecisionRefused


def test_only_the_province_that_leads_reviews_and_decides(world: World, version: UUID) -> None:
    with pytest.raises(Refused) as refused:
        begun(world, by="reporter")

    assert refused.value.reason == str(NOT_LEADING)
