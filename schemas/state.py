"""The state of a report: computed from its facts, never stored; who acts now, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from schemas.calendar import CORRECTION_WORKING_DAYS, DutyDates, working_days_after
from schemas.clock import dutch_day
from schemas.words import DecisionOutcome


class Standing(StrEnum):
    """Where a report stands."""

    OPEN = "open"
    BEING_CHECKED = "being_checked"
    DRAFT = "draft"
    READY = "ready"
    HANDED_IN = "handed_in"
    IN_REVIEW = "in_review"
    DECIDED = "decided"


class Actor(StrEnum):
    """Who has to do the next thing."""

    HOLDER = "holder"
    SIGNATORY = "signatory"
    MANAGER = "manager"
    SECOND_READER = "second_reader"
    WE = "we"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What the check of a version says; a file that cannot be read counts as an error.

    ``unanswered_warnings`` are those that stand between a report and its signature: of a version that was signed, or
    that a newer one took the place of, there are none.
    """

    at: datetime
    errors: int
    unanswered_warnings: int
    unreadable: bool = False


@dataclass(frozen=True, kw_only=True)
class Signed:
    """A signature that was not withdrawn."""

    id: UUID
    at: datetime
    under_reservation: bool


@dataclass(frozen=True, kw_only=True)
class Decided:
    """The newest decision on a version; ``confirmed`` is none as long as the second reader has not spoken."""

    id: UUID
    at: datetime
    outcome: DecisionOutcome
    term: date | None
    confirmed: bool | None
    confirmed_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether the decision holds: a negative one only once it is confirmed."""
        return self.outcome is not DecisionOutcome.SENT_BACK or self.confirmed is True

    @property
    def accepts(self) -> bool:
        """Whether the report is accepted by it, with or without remarks."""
        return self.outcome is not DecisionOutcome.SENT_BACK


@dataclass(frozen=True, kw_only=True)
class VersionFacts:
    """What happened to one version.

    ``stuck``: its check was parked, and an operator looks at it. ``given_up_at``: since when it will never be checked,
    because an operator discarded what was parked.
    """

    id: UUID
    number: int
    created_at: datetime
    stuck: bool = False
    given_up_at: datetime | None = None
    checked: Checked | None = None
    signed: Signed | None = None
    review_begun_at: datetime | None = None
    decided: Decided | None = None
    rehearsal: bool = False

    @property
    def given_up(self) -> bool:
        """Whether this version was not checked and never will be."""
        return self.checked is None and self.given_up_at is not None


@dataclass(frozen=True, kw_only=True)
class CameBack:
    """A version that has to come again: since when, and by which day; sent back by a person, or failed by its check."""

    version: UUID
    at: datetime
    term: date | None
    by_check: bool


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything that the state of a report follows from; ``versions`` from old to new. Of ``rehearsals`` nothing follows."""

    report: UUID
    dates: DutyDates
    versions: tuple[VersionFacts, ...] = ()
    rehearsals: tuple[VersionFacts, ...] = ()


@dataclass(frozen=True, kw_only=True)
class State:
    """Where a report stands, who acts, and by when.

    ``version`` is the version that this is about, ``in_force`` the newest one that was accepted. A *correction* was
    sent back (or failed its check after it was signed under reservation) and has a term; a *restatement* changes a
    report that was decided, which stays in force meanwhile.
    """

    standing: Standing
    acts: Actor
    by: date | None
    version: UUID | None = None
    in_force: UUID | None = None
    under_reservation: bool = False
    awaits_second_reader: bool = False
    correction: bool = False
    restatement: bool = False
    stuck: bool = False

    @property
    def may_upload(self) -> bool:
        """Whether a new version may come; while one is handed in or in review it may not."""
        return self.standing not in {Standing.HANDED_IN, Standing.IN_REVIEW}

    @property
    def may_sign(self) -> bool:
        """Whether the version may be handed in; while its check waits, that is under reservation."""
        return self.standing in {Standing.READY, Standing.BEING_CHECKED}

    @property
    def may_withdraw(self) -> bool:
        """Whether what was handed in may be taken back."""
        return self.standing is Standing.HANDED_IN

    @property
    def may_begin_review(self) -> bool:
        """Whether the manager may begin: not before the check is there."""
        return self.standing is Standing.HANDED_IN and not self.under_reservation

    def unreported(self, today: date) -> bool:
        """Whether the last day of handing in is past, with the time that was granted, and nothing was handed in."""
        with_holder = self.may_upload and self.standing is not Standing.DECIDED
        return with_holder and self.in_force is None and not self.correction and self.overdue(today)

    def overdue(self, today: date) -> bool:
        """Whether the day by which somebody acts is past."""
        return self.by is not None and today > self.by


def state_of(facts: Facts) -> State:
    """The state that follows from the facts: the newest one counts, but nothing overtakes a version in procedure."""
    if not facts.versions:
        return State(standing=Standing.OPEN, acts=Actor.HOLDER, by=facts.dates.hand_in_by)
    version = _counting(facts.versions)
    if version.signed and not _failed_under_reservation(version):
        return _after_signing(facts, version, version.signed)
    return _before_signing(facts, version)


def came_back(version: VersionFacts) -> CameBack | None:
    """That a version has to come again: it was sent back, or its check failed after it was signed under reservation."""
    decided = version.decided
    if decided and decided.stands:
        if decided.accepts:
            return None
        at = decided.confirmed_at or decided.at
        return CameBack(version=version.id, at=at, term=decided.term, by_check=False)
    failed_at = version.checked.at if version.checked else version.given_up_at
    if failed_at is None or not _failed_under_reservation(version):
        return None
    term = working_days_after(dutch_day(failed_at), CORRECTION_WORKING_DAYS)
    return CameBack(version=version.id, at=failed_at, term=term, by_check=True)


def open_correction(facts: Facts) -> CameBack | None:
    """The newest version that came back, unless one was accepted since."""
    for version in reversed(facts.versions):
        if back := came_back(version):
            return back
        if version.decided and version.decided.stands:
            return None
    return None


def in_hand(versions: Sequence[VersionFacts]) -> VersionFacts | None:
    """The version that was handed in, is in review or was accepted, if the state is about such a one; from old to new."""
    version = _counting(versions) if versions else None
    return version if version and version.signed and not came_back(version) else None


def accepted(versions: Sequence[VersionFacts]) -> VersionFacts | None:
    """The newest version that was accepted, which is in force; from old to new."""
    stands = (one for one in reversed(versions) if one.decided and one.decided.stands and one.decided.accepts)
    return next(stands, None)


def _counting(versions: Sequence[VersionFacts]) -> VersionFacts:
    """The version that a state is about."""
    return next((one for one in reversed(versions) if _in_procedure(one)), versions[-1])


def _before_signing(facts: Facts, version: VersionFacts) -> State:
    if version.given_up:
        return _draft(facts, version, Standing.DRAFT, Actor.HOLDER)
    if version.checked is None:
        return _draft(facts, version, Standing.BEING_CHECKED, Actor.WE)
    if version.checked.errors or version.checked.unanswered_warnings:
        return _draft(facts, version, Standing.DRAFT, Actor.HOLDER)
    return _draft(facts, version, Standing.READY, Actor.SIGNATORY)


def _draft(facts: Facts, version: VersionFacts, standing: Standing, acts: Actor) -> State:
    back, in_force = open_correction(facts), _in_force(facts)
    correction = back.term if back else None
    ordinary = None if in_force else facts.dates.hand_in_by
    return State(
        standing=standing,
        acts=acts,
        by=correction or ordinary,
        version=version.id,
        in_force=in_force,
        correction=correction is not None,
        restatement=in_force is not None,
        stuck=_is_stuck(version),
    )


def _after_signing(facts: Facts, version: VersionFacts, signed: Signed) -> State:
    standing, acts, by = _procedure(facts, version)
    in_force = _in_force(facts)
    return State(
        standing=standing,
        acts=acts,
        by=by,
        version=version.id,
        in_force=in_force,
        under_reservation=signed.under_reservation and version.checked is None,
        awaits_second_reader=acts is Actor.SECOND_READER,
        correction=standing is Standing.DRAFT,
        restatement=in_force not in {None, version.id},
        stuck=_is_stuck(version),
    )


def _is_stuck(version: VersionFacts) -> bool:
    return version.stuck and version.checked is None and not version.given_up


def _procedure(facts: Facts, version: VersionFacts) -> tuple[Standing, Actor, date | None]:
    decided = version.decided
    if decided and decided.stands:
        if decided.accepts:
            return Standing.DECIDED, Actor.NOBODY, None
        return Standing.DRAFT, Actor.HOLDER, decided.term
    if decided and decided.confirmed is None:
        return Standing.IN_REVIEW, Actor.SECOND_READER, facts.dates.feedback_by
    if version.review_begun_at:
        return Standing.IN_REVIEW, Actor.MANAGER, facts.dates.feedback_by
    return Standing.HANDED_IN, Actor.MANAGER, facts.dates.completeness_by


def _in_procedure(version: VersionFacts) -> bool:
    """Whether a version is handed in and waits for a decision that stands."""
    stands = version.decided is not None and version.decided.stands
    return version.signed is not None and not stands and not _failed_under_reservation(version)


def _failed_under_reservation(version: VersionFacts) -> bool:
    """Whether a version was signed before its check, and its check then found errors or was given up."""
    signed, checked = version.signed, version.checked
    return bool(signed and signed.under_reservation and (version.given_up or (checked and checked.errors)))


def _in_force(facts: Facts) -> UUID | None:
    version = accepted(facts.versions)
    return version.id if version else None
