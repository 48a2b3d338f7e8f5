"""The track of a shortfall: what may follow, whose turn it is, and terms that never end in a weekend or on a holiday."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from schemas.shortfalls import BURDENSOME, Ruling, StepFacts, StepKind, Track, Turn, is_final, may_follow, turn
from schemas.terms import ShortfallTerms

BEGIN = datetime(2027, 9, 1, 9, tzinfo=UTC)
UP_TO = {
    "warned": (StepKind.WARNING,),
    "intended": (StepKind.WARNING, StepKind.INTENTION),
    "heard": (StepKind.WARNING, StepKind.INTENTION, StepKind.VIEW),
    "decided": (StepKind.WARNING, StepKind.INTENTION, StepKind.VIEW, StepKind.DECISION),
    "objected": (StepKind.WARNING, StepKind.INTENTION, StepKind.VIEW, StepKind.DECISION, StepKind.OBJECTION),
}


def a_step(kind: StepKind, day: int = 0, **more: Any) -> StepFacts:
    """A step that both sides know, so many days after the first."""
    at = BEGIN + timedelta(days=day)
    known: dict[str, Any] = {"confirmed": True, "confirmed_at": at} if kind in BURDENSOME else {}
    return StepFacts(id=uuid4(), kind=kind, at=at, **(known | more))


def a_track(*steps: StepFacts, **terms: int) -> Track:
    return Track(steps=steps, terms=ShortfallTerms(**terms))


def track_up_to(stage: str) -> Track:
    return a_track(*(a_step(kind, day) for day, kind in enumerate(UP_TO[stage])))


@pytest.mark.parametrize(
    ("stage", "kinds"),
    [
        ("warned", {StepKind.WARNING, StepKind.PLAN, StepKind.INTENTION}),
        ("intended", {StepKind.VIEW}),
        ("heard", {StepKind.DECISION}),
        ("decided", {StepKind.OBJECTION}),
        ("objected", {StepKind.HEARING, StepKind.RULING}),
    ],
)
def test_each_step_opens_the_next_and_closing_is_always_open(stage: str, kinds: set[StepKind]) -> None:
    track, today = track_up_to(stage), date(2027, 9, 6)

    assert {kind for kind in StepKind if may_follow(track, kind, on=today)} == kinds | {StepKind.CLOSING}


def test_deciding_waits_for_the_view_or_for_the_end_of_its_term() -> None:
    track = a_track(a_step(StepKind.WARNING), a_step(StepKind.INTENTION))

    assert [may_follow(track, StepKind.DECISION, on=date(2027, 9, day)) for day in (15, 16)] == [False, True]


def test_while_a_second_reader_has_a_proposal_nothing_follows() -> None:
    track = a_track(a_step(StepKind.WARNING, confirmed=None, confirmed_at=None))

    assert not any(may_follow(track, kind, on=date(2027, 9, 2)) for kind in StepKind)
    assert turn(track, on=date(2027, 9, 2)) == (Turn.SECOND_READER, None)


def test_what_was_not_confirmed_was_never_taken() -> None:
    track = a_track(a_step(StepKind.WARNING, confirmed=False))

    assert track.stage is None
    assert not track.known_to_holder
    assert may_follow(track, StepKind.WARNING, on=date(2027, 9, 2))


@pytest.mark.parametrize(
    ("told", "last_day"),
    [
        (datetime(2027, 3, 15, 9, tzinfo=UTC), date(2027, 3, 30)),  # two weeks later is Easter Monday
        (datetime(2027, 9, 4, 9, tzinfo=UTC), date(2027, 9, 20)),  # a Saturday
        (datetime(2027, 9, 1, 22, 30, tzinfo=UTC), date(2027, 9, 16)),  # in the Netherlands it is the next day
    ],
)
def test_two_weeks_run_from_the_day_of_telling_and_end_on_a_working_day(told: datetime, last_day: date) -> None:
    intention = StepFacts(id=uuid4(), kind=StepKind.INTENTION, at=BEGIN, confirmed=True, confirmed_at=told)

    assert a_track(intention).last_day(StepKind.INTENTION) == last_day


def test_six_weeks_for_an_objection_end_on_the_same_day_of_the_week() -> None:
    track = track_up_to("decided")

    assert track.last_day(StepKind.DECISION) == date(2027, 10, 18)  # six weeks later is a Saturday
    assert [may_follow(track, StepKind.OBJECTION, on=date(2027, 10, day)) for day in (18, 19)] == [True, False]


def test_a_concession_may_give_other_terms() -> None:
    track = a_track(a_step(StepKind.WARNING), a_step(StepKind.INTENTION), view_days=28)

    assert track.last_day(StepKind.INTENTION) == date(2027, 9, 29)


def test_the_holder_acts_while_a_term_runs_and_the_manager_after_it() -> None:
    track = a_track(a_step(StepKind.WARNING, term=date(2027, 9, 30)))

    assert turn(track, on=date(2027, 9, 30)) == (Turn.HOLDER, date(2027, 9, 30))
    assert turn(track, on=date(2027, 10, 1)) == (Turn.MANAGER, None)


def test_the_holder_knows_nothing_of_what_is_only_proposed() -> None:
    proposed = a_step(StepKind.INTENTION, 1, confirmed=None, confirmed_at=None, amount=Decimal(250_000))
    track = a_track(a_step(StepKind.WARNING, term=date(2027, 9, 30)), proposed)

    assert track.amount is None
    assert track.as_told.waiting is None
    assert turn(track.as_told, on=date(2027, 9, 3)) == (Turn.HOLDER, date(2027, 9, 30))


@pytest.mark.parametrize(
    ("ruling", "amount", "left"),
    [(Ruling.REJECTED, None, 200_000), (Ruling.PARTLY, 50_000, 50_000), (Ruling.UPHELD, None, 0)],
)
def test_a_ruling_leaves_changes_or_ends_the_amount(ruling: Ruling, amount: int | None, left: int) -> None:
    steps = (
        a_step(StepKind.INTENTION, amount=Decimal(250_000)),
        a_step(StepKind.DECISION, 1, amount=Decimal(200_000)),
        a_step(StepKind.RULING, 2, ruling=ruling, amount=None if amount is None else Decimal(amount)),
    )

    assert a_track(*steps).amount == Decimal(left)


def test_a_decision_is_final_when_nobody_objected_in_time_or_nobody_appealed_in_time() -> None:
    objected = track_up_to("objected")
    ruled = a_track(*objected.steps, a_step(StepKind.RULING, 30, ruling=Ruling.REJECTED))

    assert [is_final(track_up_to("decided"), on=date(2027, 10, day)) for day in (18, 19)] == [False, True]
    assert not is_final(objected, on=date(2028, 1, 1))
    assert [is_final(ruled, on=date(2027, 11, day)) for day in (12, 13)] == [False, True]


def test_after_an_appeal_nothing_is_final_before_the_case_is_closed() -> None:
    ruled = a_track(*track_up_to("objected").steps, a_step(StepKind.RULING, 30, ruling=Ruling.REJECTED))
    appealed = a_track(*ruled.steps, a_step(StepKind.APPEAL, 40))
    closed = a_track(*appealed.steps, a_step(StepKind.CLOSING, 400))

    assert [is_final(one, on=date(2029, 1, 1)) for one in (ruled, appealed, closed)] == [True, False, True]


@pytest.mark.parametrize(("day", "may"), [(date(2027, 11, 12), True), (date(2027, 11, 13), False)])
def test_an_appeal_is_possible_until_six_weeks_after_the_ruling(day: date, may: bool) -> None:
    ruled = a_track(*track_up_to("objected").steps, a_step(StepKind.RULING, 30, ruling=Ruling.REJECTED))

    assert may_follow(ruled, StepKind.APPEAL, on=day) is may
    assert turn(ruled, on=day)[0] is (Turn.HOLDER if may else Turn.MANAGER)


def test_after_closing_nothing_follows() -> None:
    track = a_track(*track_up_to("warned").steps, a_step(StepKind.CLOSING, 5))

    assert not any(may_follow(track, kind, on=date(2027, 9, 10)) for kind in StepKind)
    assert turn(track, on=date(2027, 9, 10)) == (Turn.NOBODY, None)
