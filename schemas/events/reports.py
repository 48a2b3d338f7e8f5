"""The events in the life of a report, from the duty that opens to the compliance report that is issued."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from schemas.events.event import AboutReport, AboutVersion, Fact, Sha256
from schemas.words import DecisionOutcome

Count = Annotated[int, Field(ge=0)]


class Summary(Fact):
    """How much a check found; counts are exact."""

    errors: Count
    warnings: Count
    notices: Count


class DutyOpened(AboutReport):
    """A concession has to report on a year, and its holder may begin."""

    TYPE = "nl.ketenspiegel.plicht-geopend.v1"


class VersionUploaded(AboutVersion):
    """A version was uploaded and waits to be checked."""

    TYPE = "nl.ketenspiegel.versie-geupload.v1"

    manifest_sha256: Sha256


class VersionChecked(AboutVersion):
    """A version was checked; the complete answer is in the file store under its sha256."""

    TYPE = "nl.ketenspiegel.versie-gecontroleerd.v1"

    summary: Summary
    validation_sha256: Sha256 | None


class CheckStopped(AboutVersion):
    """An operator gave up the check of a version, which never will be checked."""

    TYPE = "nl.ketenspiegel.controle-gestopt.v1"


class ReportHandedIn(AboutVersion):
    """A signatory signed a version and so handed the report in."""

    TYPE = "nl.ketenspiegel.rapportage-ingediend.v1"

    signature: UUID
    under_reservation: bool


class ReportReceived(AboutVersion):
    """The receipt and the provisional assessment of a report that was handed in are ready."""

    TYPE = "nl.ketenspiegel.rapportage-ontvangen.v1"

    signature: UUID
    receipt_sha256: Sha256


class ReportWithdrawn(AboutVersion):
    """A report was taken back before its review began."""

    TYPE = "nl.ketenspiegel.rapportage-ingetrokken.v1"

    signature: UUID


class ReviewBegun(AboutVersion):
    """A manager began to review a report, which can no longer be withdrawn."""

    TYPE = "nl.ketenspiegel.beoordeling-begonnen.v1"


class NegativeDecisionProposed(AboutVersion):
    """A manager proposed to send a report back; a second reader has to confirm it."""

    TYPE = "nl.ketenspiegel.afwijzing-voorgesteld.v1"

    decision: UUID


class NegativeDecisionRefused(AboutVersion):
    """The second reader did not confirm; the report is in review again."""

    TYPE = "nl.ketenspiegel.afwijzing-niet-bevestigd.v1"

    decision: UUID


class ReportDecided(AboutVersion):
    """A decision stands: accepted, accepted with remarks, or sent back and confirmed."""

    TYPE = "nl.ketenspiegel.rapportage-besloten.v1"

    decision: UUID
    outcome: DecisionOutcome


class ReportIssued(AboutVersion):
    """The compliance report of a decision is ready, in both languages."""

    TYPE = "nl.ketenspiegel.rapport-uitgebracht.v1"

    decision: UUID
    report_sha256: Sha256


class ReminderDue(AboutReport):
    """Somebody has to be reminded of a step of a duty; ``step`` is unique per duty and person."""

    TYPE = "nl.ketenspiegel.herinnering-aan-de-beurt.v1"

    person: UUID
    step: Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[a-z0-9_.-]+$")]
