"""The track of a shortfall, reckoned from its steps: where it stands, whose turn it is, until when, and what may follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from schemas.calendar import working_day_from
from schemas.clock import dutch_day
from schemas.terms import ShortfallTerms


class StepKind(StrEnum):
    """The steps of the track; the values stand in addresses."""

    WARNING = "waarschuwing"
    PLAN = "verbeterplan"
    INTENTION = "voornemen"
    VIEW = "zienswijze"
    DECISION = "besluit"
    OBJECTION = "bezwaar"
    HEARING = "hoorzitting"
    RULING = "beslissing-op-bezwaar"
    APPEAL = "beroep"
    CLOSING = "sluiting"


class Ruling(StrEnum):
    """What was ruled on an objection."""

    UPHELD = "gegrond"
    PARTLY = "deels-gegrond"
    REJECTED = "ongegrond"


class Closing(StrEnum):
    """Why a case was closed, at the end or before."""

    MENDED = "hersteld"
    FORCE_MAJEURE = "overmacht"
    WAIVER = "ontheffing"
    FINISHED = "afgerond"


class Turn(StrEnum):
    """Who has to act."""

    HOLDER = "holder"
    MANAGER = "manager"
    SECOND_READER = "second_reader"
    NOBODY = "nobody"


# What burdens the holder stands only when a second person has confirmed it, and is told in a letter.
BURDENSOME: Final = frozenset({StepKind.WARNING, StepKind.INTENTION, StepKind.DECISION, StepKind.RULING})
BY_HOLDER: Final = frozenset({StepKind.VIEW, StepKind.OBJECTION, StepKind.APPEAL})
# Only who may bind the holder takes these; what came by post or through the court, the authority records with its day.
LEGAL_REMEDIES: Final = frozenset({StepKind.OBJECTION, StepKind.APPEAL})
WITH_AMOUNT: Final = frozenset({StepKind.INTENTION, StepKind.DECISION, StepKind.RULING})


@dataclass(frozen=True, kw_only=True)
class StepFacts:
    """One step as it was taken, and what a second reader said of it; ``term`` and ``day`` are what was given with it."""

    id: UUID
    kind: StepKind
    at: datetime
    confirmed: bool | None = None
    confirmed_at: datetime | None = None
    term: date | None = None
    day: date | None = None
    ruling: Ruling | None = None
    amount: Decimal | None = None

    @property
    def told_at(self) -> datetime | None:
        """When the other side was told; none as long as it was not, which is how long an amount is under embargo."""
        if self.kind not in BURDENSOME:
            return self.at
        return self.confirmed_at if self.confirmed else None

    @property
    def waits(self) -> bool:
        """Whether a second reader has yet to answer."""
        return self.kind in BURDENSOME and self.confirmed is None


@dataclass(frozen=True, kw_only=True)
class Track:
    """The steps of one case, oldest first, and the concession's terms for them."""

    steps: tuple[StepFacts, ...]
    terms: ShortfallTerms

    @property
    def waiting(self) -> StepFacts | None:
        """The proposal that the second reader has."""
        return next((one for one in self.steps if one.waits), None)

    @property
    def told(self) -> tuple[StepFacts, ...]:
        """What both sides know, in the order in which it was told."""
        known = [(one.told_at, one) for one in self.steps if one.told_at is not None]
        return tuple(one for _at, one in sorted(known, key=lambda pair: pair[0]))

    @property
    def as_told(self) -> Track:
        """The track as the holder knows it: without what is only proposed."""
        return replace(self, steps=self.told)

    @property
    def known_to_holder(self) -> bool:
        """Whether the holder was told anything; a case that was closed before is no news."""
        return any(one.kind is not StepKind.CLOSING for one in self.told)

    @property
    def stage(self) -> StepKind | None:
        """The newest step that both sides know; none for a case that was only opened."""
        return self.told[-1].kind if self.told else None

    @property
    def closed(self) -> bool:
        """Whether nothing follows any more."""
        return self.newest(StepKind.CLOSING) is not None

    @property
    def amount(self) -> Decimal | None:
        """The amount that the holder was told last: intended, decided, or what a ruling left of it."""
        told = [one for one in self.told if one.kind in WITH_AMOUNT]
        return left(told)

    def newest(self, kind: StepKind) -> StepFacts | None:
        """The newest step of a kind that both sides know."""
        return next((one for one in reversed(self.told) if one.kind is kind), None)

    def last_day(self, kind: StepKind) -> date | None:
        """The last day that a step gives: what was given with it, or reckoned from the day on which it was told."""
        step = self.newest(kind)
        return None if step is None or step.told_at is None else term_of(step, self.terms, told=dutch_day(step.told_at))


def left(told: list[StepFacts]) -> Decimal | None:
    """What is left of an amount after these steps; a ruling that rejects an objection leaves it as it was."""
    amount = None
    for one in told:
        if one.ruling is Ruling.UPHELD:
            amount = Decimal(0) if amount is not None else None
        elif one.ruling is not Ruling.REJECTED:
            amount = one.amount
    return amount


def term_of(step: StepFacts, terms: ShortfallTerms, *, told: date) -> date | None:
    """The last day that a step gives when it is told on a day; never in a weekend or on a holiday (Algemene termijnenwet).

    The day of telling does not count: six weeks later is the same day of the week (Awb 6:8).
    """
    days = {
        StepKind.INTENTION: terms.view_days,
        StepKind.DECISION: terms.objection_days,
        StepKind.RULING: terms.appeal_days,
    }.get(step.kind)
    return working_day_from(told + timedelta(days=days)) if days else step.term


def may_follow(track: Track, kind: StepKind, *, on: date) -> bool:
    """Whether a step of this kind may be taken on a day."""
    if track.closed or track.waiting is not None:
        return False
    been = {one.kind for one in track.told}
    view_by, objection_by = track.last_day(StepKind.INTENTION), track.last_day(StepKind.DECISION)
    heard = StepKind.VIEW in been or (view_by is not None and on > view_by)
    objecting = StepKind.OBJECTION in been and StepKind.RULING not in been
    appeal_by = track.last_day(StepKind.RULING)
    return {
        StepKind.WARNING: StepKind.INTENTION not in been,
        StepKind.PLAN: StepKind.INTENTION not in been,
        StepKind.INTENTION: StepKind.WARNING in been and StepKind.INTENTION not in been,
        StepKind.VIEW: StepKind.INTENTION in been and not been & {StepKind.VIEW, StepKind.DECISION},
        StepKind.DECISION: StepKind.INTENTION in been and StepKind.DECISION not in been and heard,
        StepKind.OBJECTION: objection_by is not None and on <= objection_by and StepKind.OBJECTION not in been,
        StepKind.HEARING: objecting,
        StepKind.RULING: objecting,
        StepKind.APPEAL: appeal_by is not None and on <= appeal_by and StepKind.APPEAL not in been,
        StepKind.CLOSING: True,
    }[kind]


def turn(track: Track, *, on: date, came: bool = False) -> tuple[Turn, date | None]:
    """Who has to act on a day, and by when where a term runs; ``came``: the report that was missing is there."""
    if track.closed:
        return Turn.NOBODY, None
    if track.waiting is not None:
        return Turn.SECOND_READER, None
    stage = track.stage
    if came and stage is StepKind.WARNING:
        return Turn.MANAGER, None
    by = track.last_day(stage) if stage in {StepKind.WARNING, StepKind.PLAN, StepKind.INTENTION} else None
    if by is not None:
        return (Turn.HOLDER, by) if on <= by else (Turn.MANAGER, None)
    if stage in {StepKind.DECISION, StepKind.RULING}:
        remedy_by = track.last_day(stage)
        return (Turn.HOLDER, remedy_by) if remedy_by and on <= remedy_by else (Turn.MANAGER, None)
    return Turn.MANAGER, None


def is_final(track: Track, *, on: date) -> bool:
    """Whether a decision was told and can no longer change: not before may anything of it become public."""
    decided = track.newest(StepKind.DECISION)
    if decided is None:
        return False
    if track.newest(StepKind.APPEAL) is not None:
        return track.closed
    last = StepKind.DECISION if track.newest(StepKind.OBJECTION) is None else StepKind.RULING
    remedy_by = track.last_day(last)
    return remedy_by is not None and on > remedy_by
