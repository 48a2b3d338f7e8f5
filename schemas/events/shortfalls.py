"""The events of a shortfall; what stands in a step, an amount above all, stays in the database."""

from uuid import UUID

from schemas.events.event import AboutReport, Sha256
from schemas.shortfalls import StepKind


class ShortfallOpened(AboutReport):
    """The authority opened a case about norms that are not met; the holder is not told yet."""

    TYPE = "nl.ketenspiegel.tekortkoming-geopend.v1"

    shortfall: UUID


class ShortfallStepProposed(AboutReport):
    """A step that burdens the holder was proposed; a second reader has to confirm it."""

    TYPE = "nl.ketenspiegel.tekortkomingstap-voorgesteld.v1"

    shortfall: UUID
    step: UUID
    kind: StepKind


class ShortfallStepRefused(AboutReport):
    """The second reader did not confirm; the step was not taken."""

    TYPE = "nl.ketenspiegel.tekortkomingstap-niet-bevestigd.v1"

    shortfall: UUID
    step: UUID
    kind: StepKind


class ShortfallStepTaken(AboutReport):
    """A step was taken, and where it burdens the holder confirmed: from now on both sides know it."""

    TYPE = "nl.ketenspiegel.tekortkomingstap-genomen.v1"

    shortfall: UUID
    step: UUID
    kind: StepKind


class ShortfallLetterReady(AboutReport):
    """The letter of a step that was taken is ready, in both languages."""

    TYPE = "nl.ketenspiegel.tekortkomingbrief-gereed.v1"

    shortfall: UUID
    step: UUID
    kind: StepKind
    letter_sha256: Sha256
