"""What is missing of a report: nothing as long as a term runs, and nothing where a version is in force."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from schemas.calendar import DutyDates
from schemas.shortfall_subjects import Matter, missing
from schemas.state import Checked, Decided, Facts, Signed, VersionFacts
from schemas.words import DecisionOutcome

DATES = DutyDates(
    opens=date(2026, 1, 1),
    suppliers_answer_by=date(2026, 3, 1),
    hand_in_by=date(2026, 5, 1),
    completeness_by=date(2026, 6, 1),
    feedback_by=date(2026, 7, 1),
)
MOMENT = datetime(2026, 4, 20, 12, tzinfo=UTC)
TERM = date(2026, 9, 1)


def what_is_missing(on: date, *versions: VersionFacts) -> Matter | None:
    return missing(Facts(report=UUID(int=1), dates=DATES, versions=versions), on=on)


def a_version(
    number: int = 1, *, errors: int = 0, reservation: bool = False, decided: Decided | None = None
) -> VersionFacts:
    """A version that was signed and checked."""
    return VersionFacts(
        id=uuid4(),
        number=number,
        created_at=MOMENT,
        checked=Checked(at=MOMENT, errors=errors, unanswered_warnings=0),
        signed=Signed(id=uuid4(), at=MOMENT, under_reservation=reservation),
        decided=decided,
    )


def a_decision(outcome: DecisionOutcome, *, confirmed: bool | None = None) -> Decided:
    term = TERM if outcome is DecisionOutcome.SENT_BACK else None
    return Decided(id=uuid4(), at=MOMENT, outcome=outcome, term=term, confirmed=confirmed)


def sent_back(number: int = 1, *, confirmed: bool | None = True) -> VersionFacts:
    return a_version(number, decided=a_decision(DecisionOutcome.SENT_BACK, confirmed=confirmed))


@pytest.mark.parametrize(("day", "what"), [(DATES.hand_in_by, None), (date(2026, 5, 2), Matter.NOT_HANDED_IN)])
def test_a_report_is_missing_from_the_day_after_its_last_day(day: date, what: Matter | None) -> None:
    assert what_is_missing(day) is what


@pytest.mark.parametrize(("day", "what"), [(TERM, None), (TERM + timedelta(days=1), Matter.NOT_CORRECTED)])
def test_what_was_sent_back_is_missing_from_the_day_after_its_term(day: date, what: Matter | None) -> None:
    assert what_is_missing(day, sent_back()) is what


@pytest.mark.parametrize("confirmed", [None, False])
def test_what_a_second_reader_did_not_confirm_was_not_sent_back(confirmed: bool | None) -> None:
    assert what_is_missing(date(2027, 1, 1), sent_back(confirmed=confirmed)) is None


def test_a_correction_that_was_handed_in_is_not_missing() -> None:
    assert what_is_missing(date(2027, 1, 1), sent_back(), a_version(2)) is None


def test_an_accepted_report_leaves_nothing_missing_when_its_restatement_is_sent_back() -> None:
    accepted = a_version(decided=a_decision(DecisionOutcome.ACCEPTED))

    assert what_is_missing(date(2027, 1, 1), accepted, sent_back(2)) is None


def test_what_its_check_sent_back_is_not_missing_before_its_own_term() -> None:
    failed = a_version(errors=3, reservation=True)  # its term is 6 May, after the last day of handing in

    assert [what_is_missing(date(2026, 5, day), failed) for day in (6, 7)] == [None, Matter.NOT_CORRECTED]


def test_nor_before_the_last_day_of_handing_in() -> None:
    early = DATES.opens + timedelta(days=30)
    failed = a_version(errors=3, reservation=True)
    checked = Checked(at=datetime(early.year, early.month, early.day, 12, tzinfo=UTC), errors=3, unanswered_warnings=0)
    failed = VersionFacts(id=failed.id, number=1, created_at=failed.created_at, checked=checked, signed=failed.signed)

    assert [what_is_missing(date(2026, 5, day), failed) for day in (1, 2)] == [None, Matter.NOT_CORRECTED]
