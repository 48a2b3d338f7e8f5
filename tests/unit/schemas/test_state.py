"""The state of a report: one test per row of the table in the design, and per way from one to the next."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from schemas.calendar import DutyDates
from schemas.state import Actor, Checked, Decided, Facts, Signed, Standing, State, VersionFacts, state_of
from schemas.words import DecisionOutcome

DATES = DutyDates(
    opens=date(2026, 2, 1),
    suppliers_answer_by=date(2026, 4, 1),
    hand_in_by=date(2026, 5, 1),
    completeness_by=date(2026, 5, 15),
    feedback_by=date(2026, 7, 1),
)
MOMENT = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
TERM = date(2026, 8, 3)
CLEAN = Checked(at=MOMENT, errors=0, unanswered_warnings=0)
WRONG = Checked(at=MOMENT, errors=1, unanswered_warnings=0)
UNANSWERED = Checked(at=MOMENT, errors=0, unanswered_warnings=1)


def a_version(number: int = 1, *, checked: Checked | None = CLEAN) -> VersionFacts:
    return VersionFacts(id=uuid4(), number=number, created_at=MOMENT, checked=checked)


def signed(version: VersionFacts, *, under_reservation: bool = False) -> VersionFacts:
    return replace(version, signed=Signed(id=uuid4(), at=MOMENT, under_reservation=under_reservation))


def in_review(version: VersionFacts) -> VersionFacts:
    return replace(signed(version), review_begun_at=MOMENT)


def decided(version: VersionFacts, outcome: DecisionOutcome, *, confirmed: bool | None = None) -> VersionFacts:
    term = TERM if outcome is DecisionOutcome.SENT_BACK else None
    made = Decided(id=uuid4(), at=MOMENT, outcome=outcome, term=term, confirmed=confirmed)
    return replace(in_review(version), decided=made)


def accepted(version: VersionFacts) -> VersionFacts:
    return decided(version, DecisionOutcome.ACCEPTED)


def sent_back(version: VersionFacts, *, confirmed: bool | None) -> VersionFacts:
    return decided(version, DecisionOutcome.SENT_BACK, confirmed=confirmed)


def state(*versions: VersionFacts) -> State:
    return state_of(Facts(report=UUID(int=1), dates=DATES, versions=versions))


def who_and_when(found: State) -> tuple[Standing, Actor, date | None]:
    return found.standing, found.acts, found.by


def test_a_duty_without_versions_is_open_for_the_holder_until_the_day_to_hand_in() -> None:
    found = state()

    assert who_and_when(found) == (Standing.OPEN, Actor.HOLDER, DATES.hand_in_by)


def test_a_version_without_a_check_is_being_checked_by_us_and_may_be_signed_under_reservation() -> None:
    found = state(a_version(checked=None))

    assert who_and_when(found) == (Standing.BEING_CHECKED, Actor.WE, DATES.hand_in_by)
    assert found.may_sign


@pytest.mark.parametrize("checked", [WRONG, UNANSWERED])
def test_errors_or_unanswered_warnings_make_a_draft(checked: Checked) -> None:
    found = state(a_version(checked=checked))

    assert who_and_when(found) == (Standing.DRAFT, Actor.HOLDER, DATES.hand_in_by)
    assert not found.may_sign


def test_a_clean_check_makes_it_ready_for_the_signatory() -> None:
    found = state(a_version())

    assert who_and_when(found) == (Standing.READY, Actor.SIGNATORY, DATES.hand_in_by)
    assert found.may_sign


def test_only_the_newest_version_counts_before_signing() -> None:
    found = state(a_version(1), a_version(2, checked=WRONG))

    assert found.standing is Standing.DRAFT


def test_signed_is_handed_in_and_can_be_withdrawn() -> None:
    found = state(signed(a_version()))

    assert who_and_when(found) == (Standing.HANDED_IN, Actor.MANAGER, DATES.completeness_by)
    assert found.may_withdraw
    assert not found.may_upload


def test_signed_before_the_check_is_handed_in_under_reservation_and_review_waits() -> None:
    found = state(signed(a_version(checked=None), under_reservation=True))

    assert found.standing is Standing.HANDED_IN
    assert found.under_reservation
    assert not found.may_begin_review


def test_the_reservation_ends_with_a_clean_check() -> None:
    found = state(signed(a_version(), under_reservation=True))

    assert found.standing is Standing.HANDED_IN
    assert not found.under_reservation
    assert found.may_begin_review


def test_errors_found_under_reservation_bring_it_back_as_a_correction_ten_working_days_after_the_check() -> None:
    found = state(signed(a_version(checked=WRONG), under_reservation=True))

    # 27 April (King's Day) and 5 May do not count.
    assert who_and_when(found) == (Standing.DRAFT, Actor.HOLDER, date(2026, 5, 6))
    assert found.correction


def test_a_version_uploaded_after_signing_does_not_overtake_the_one_in_procedure() -> None:
    handed_in = signed(a_version(1))

    found = state(handed_in, a_version(2, checked=None))

    assert (found.standing, found.version) == (Standing.HANDED_IN, handed_in.id)


def test_a_review_that_has_begun_ends_withdrawing() -> None:
    found = state(in_review(a_version()))

    assert who_and_when(found) == (Standing.IN_REVIEW, Actor.MANAGER, DATES.feedback_by)
    assert not found.may_withdraw


@pytest.mark.parametrize("outcome", [DecisionOutcome.ACCEPTED, DecisionOutcome.ACCEPTED_WITH_REMARKS])
def test_accepted_with_or_without_remarks_is_decided(outcome: DecisionOutcome) -> None:
    version = decided(a_version(), outcome)

    found = state(version)

    assert who_and_when(found) == (Standing.DECIDED, Actor.NOBODY, None)
    assert found.in_force == version.id
    assert not found.restatement


def test_a_negative_decision_waits_in_review_for_the_second_reader() -> None:
    found = state(sent_back(a_version(), confirmed=None))

    assert who_and_when(found) == (Standing.IN_REVIEW, Actor.SECOND_READER, DATES.feedback_by)
    assert found.awaits_second_reader


def test_a_negative_decision_that_is_not_confirmed_is_with_the_manager_again() -> None:
    found = state(sent_back(a_version(), confirmed=False))

    assert who_and_when(found) == (Standing.IN_REVIEW, Actor.MANAGER, DATES.feedback_by)


def test_a_confirmed_negative_decision_is_a_draft_again_with_its_term() -> None:
    found = state(sent_back(a_version(), confirmed=True))

    assert who_and_when(found) == (Standing.DRAFT, Actor.HOLDER, TERM)
    assert found.correction
    assert found.may_upload


@pytest.mark.parametrize(
    ("checked", "standing"),
    [(None, Standing.BEING_CHECKED), (WRONG, Standing.DRAFT), (CLEAN, Standing.READY)],
)
def test_the_version_after_one_that_was_sent_back_keeps_the_term(checked: Checked | None, standing: Standing) -> None:
    found = state(sent_back(a_version(1), confirmed=True), a_version(2, checked=checked))

    assert (found.standing, found.by, found.correction) == (standing, TERM, True)


def test_a_correction_that_is_accepted_is_decided() -> None:
    found = state(sent_back(a_version(1), confirmed=True), accepted(a_version(2)))

    assert found.standing is Standing.DECIDED


def test_a_version_after_a_decision_is_a_restatement_and_the_decided_one_stays_in_force() -> None:
    in_force = accepted(a_version(1))

    found = state(in_force, a_version(2, checked=WRONG))

    assert who_and_when(found) == (Standing.DRAFT, Actor.HOLDER, None)
    assert found.restatement
    assert found.in_force == in_force.id


def test_a_restatement_that_is_handed_in_stays_a_restatement_until_it_is_decided() -> None:
    old = accepted(a_version(1))

    handed_in, accepted_too = state(old, signed(a_version(2))), state(old, accepted(a_version(2)))

    assert (handed_in.standing, handed_in.restatement, handed_in.in_force) == (Standing.HANDED_IN, True, old.id)
    assert (accepted_too.standing, accepted_too.restatement) == (Standing.DECIDED, False)


def test_a_check_that_is_parked_shows_as_stuck() -> None:
    found = state(replace(a_version(checked=None), stuck=True))

    assert found.stuck


def test_a_check_that_was_given_up_is_no_wait_but_the_holder_s_turn() -> None:
    given_up = replace(a_version(checked=None), stuck=True, given_up_at=MOMENT)

    found = state(given_up)

    assert who_and_when(found) == (Standing.DRAFT, Actor.HOLDER, DATES.hand_in_by)
    assert (found.stuck, found.may_sign, found.may_upload) == (False, False, True)


def test_what_was_signed_under_reservation_comes_back_with_a_term_when_its_check_is_given_up() -> None:
    given_up = replace(signed(a_version(checked=None), under_reservation=True), given_up_at=MOMENT)

    found = state(given_up)

    assert who_and_when(found) == (Standing.DRAFT, Actor.HOLDER, date(2026, 5, 6))
    assert found.correction


def test_a_check_that_came_after_all_counts_and_not_that_it_was_given_up() -> None:
    found = state(replace(a_version(), given_up_at=MOMENT))

    assert found.standing is Standing.READY


@pytest.mark.parametrize(("day", "late"), [(DATES.hand_in_by, False), (date(2026, 5, 2), True)])
def test_somebody_is_late_from_the_day_after_the_last_day(day: date, late: bool) -> None:
    found = state()

    assert found.overdue(day) is late
