"""The events of the improvement plan: what was proposed, what was answered, and how far a measure is."""

from uuid import UUID

from schemas.events.event import AboutConcession
from schemas.words import MeasureAnswerKind, Progress


class MeasureProposed(AboutConcession):
    """The holder proposed a measure, or to change or drop one."""

    TYPE = "nl.ketenspiegel.maatregel-voorgesteld.v1"

    measure: UUID
    proposal: UUID


class MeasureAnswered(AboutConcession):
    """The authority agreed, asked for a change, or refused."""

    TYPE = "nl.ketenspiegel.maatregel-beantwoord.v1"

    measure: UUID
    proposal: UUID
    answer: MeasureAnswerKind


class MeasureProgressed(AboutConcession):
    """The holder told how far a measure is."""

    TYPE = "nl.ketenspiegel.maatregel-voortgang.v1"

    measure: UUID
    note: UUID
    progress: Progress
