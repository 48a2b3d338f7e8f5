"""Where a measure of the improvement plan stands: computed from what was proposed, answered and told, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from schemas.words import MeasureAnswerKind, MeasureOrigin, Progress


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What was said of a proposal."""

    kind: MeasureAnswerKind
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """What a measure was proposed to be; ``drops`` proposes to let it go."""

    id: UUID
    number: int
    title: str
    owner: str
    due: date
    effect: Decimal | None
    effect_from: date | None
    effect_words: str
    reason: str
    drops: bool
    by: str
    at: datetime
    answered: Answered | None

    @property
    def agreed(self) -> bool:
        """Whether both sides agreed on it."""
        return self.answered is not None and self.answered.kind is MeasureAnswerKind.AGREED


@dataclass(frozen=True, kw_only=True)
class Note:
    """How far a measure was on a day."""

    id: UUID
    progress: Progress
    percentage: int | None
    text: str
    file_name: str | None
    size: int | None
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MeasureFacts:
    """Everything that is known of a measure; proposals and notes from old to new."""

    id: UUID
    concession: UUID
    origin: MeasureOrigin
    norm: str | None
    at: datetime
    proposals: tuple[Proposed, ...]
    notes: tuple[Note, ...]

    @property
    def newest(self) -> Proposed:
        """The newest proposal."""
        return self.proposals[-1]

    @property
    def agreed(self) -> Proposed | None:
        """What was agreed last; none where nothing was yet."""
        return next((one for one in reversed(self.proposals) if one.agreed), None)

    @property
    def shown(self) -> Proposed:
        """What counts: what was agreed, and before that what is proposed."""
        return self.agreed or self.newest

    @property
    def awaits_authority(self) -> bool:
        """Whether a proposal waits for an answer."""
        return self.newest.answered is None

    @property
    def awaits_holder(self) -> bool:
        """Whether the authority asked for a change."""
        answered = self.newest.answered
        return answered is not None and answered.kind is MeasureAnswerKind.CHANGE_ASKED

    @property
    def refused(self) -> bool:
        """Whether it was refused before anything was agreed."""
        answered = self.newest.answered
        return self.agreed is None and answered is not None and answered.kind is MeasureAnswerKind.REFUSED

    @property
    def progress(self) -> Progress:
        """How far it is: dropped once that was agreed, else what was told last."""
        if self.agreed and self.agreed.drops:
            return Progress.DROPPED
        return self.notes[-1].progress if self.notes else Progress.PLANNED

    @property
    def open(self) -> bool:
        """Whether something has to happen still."""
        return not self.refused and self.progress not in {Progress.DONE, Progress.DROPPED}

    @property
    def running(self) -> bool:
        """Whether it was agreed and is not finished: it goes along into the next report."""
        return self.agreed is not None and self.open

    def overdue(self, day: date) -> bool:
        """Whether the agreed day is past and it is not done."""
        return self.running and self.shown.due < day

    def told_since(self, at: datetime) -> bool:
        """Whether the holder told how it stands, or it came, since a moment."""
        return self.at >= at or any(note.at >= at for note in self.notes)

    def seen_at(self, at: datetime) -> "MeasureFacts | None":
        """The same as it was at a moment; none where it was not there yet."""
        if self.at > at:
            return None
        proposals = tuple(_answered_by(one, at) for one in self.proposals if one.at <= at)
        return replace(self, proposals=proposals, notes=tuple(one for one in self.notes if one.at <= at))


def _answered_by(one: Proposed, at: datetime) -> Proposed:
    return one if one.answered is None or one.answered.at <= at else replace(one, answered=None)


def running(measures: Sequence[MeasureFacts]) -> tuple[MeasureFacts, ...]:
    """The measures that were agreed and are not finished, the first due first."""
    return tuple(sorted((one for one in measures if one.running), key=lambda one: (one.shown.due, one.at)))
