"""The agreed events; ``read`` gives the event in a message's bytes, and the list below is all there is."""

from types import MappingProxyType
from typing import Final

from schemas.events.asking import AnswerBookOffered, SupplierAnswered, SupplierAsked, SupplierRevoked
from schemas.events.calendars import CalendarChanged
from schemas.events.conversations import ConversationClosed, QuestionAnswered, QuestionAsked
from schemas.events.envelope import CONTENT_TYPE, Envelope, UnreadableEvent, source_of, structured, unpack, write
from schemas.events.event import Event, ReportVersion, Sha256, Topic
from schemas.events.extensions import ExtensionAnswered, ExtensionAsked
from schemas.events.hearings import IntentionAnnounced, ViewGiven
from schemas.events.letters import LetterProofAsked
from schemas.events.marks import FindingMarked
from schemas.events.operation import EventParked
from schemas.events.people import PasswordResetAsked, PersonInvited, SupplierAccountAsked, TooFewSignatories
from schemas.events.plans import MeasureAnswered, MeasureProgressed, MeasureProposed
from schemas.events.publications import (
    PublicationAnnounced,
    PublicationViewGiven,
    PublicationWithdrawn,
    ReportPublished,
)
from schemas.events.reopenings import ReopeningAnswered, ReopeningAsked
from schemas.events.reports import (
    CheckStopped,
    DutyOpened,
    NegativeDecisionProposed,
    NegativeDecisionRefused,
    ReminderDue,
    ReportDecided,
    ReportHandedIn,
    ReportIssued,
    ReportReceived,
    ReportWithdrawn,
    ReviewBegun,
    Summary,
    VersionChecked,
    VersionUploaded,
)
from schemas.events.shortfalls import (
    ShortfallLetterReady,
    ShortfallOpened,
    ShortfallStepProposed,
    ShortfallStepRefused,
    ShortfallStepTaken,
)
from schemas.events.trials import FactorListOffered, TrialAsked
from schemas.events.waivers import WaiverRecorded, WaiverWithdrawn

EVENTS: Final[tuple[type[Event], ...]] = (
    DutyOpened,
    VersionUploaded,
    VersionChecked,
    CheckStopped,
    ReportHandedIn,
    ReportReceived,
    ReportWithdrawn,
    ReviewBegun,
    NegativeDecisionProposed,
    NegativeDecisionRefused,
    ReportDecided,
    ReportIssued,
    ReminderDue,
    WaiverRecorded,
    WaiverWithdrawn,
    QuestionAsked,
    QuestionAnswered,
    ConversationClosed,
    FindingMarked,
    IntentionAnnounced,
    ViewGiven,
    ExtensionAsked,
    ExtensionAnswered,
    CalendarChanged,
    PublicationAnnounced,
    PublicationViewGiven,
    ReportPublished,
    PublicationWithdrawn,
    TrialAsked,
    LetterProofAsked,
    FactorListOffered,
    ReopeningAsked,
    ReopeningAnswered,
    ShortfallOpened,
    ShortfallStepProposed,
    ShortfallStepRefused,
    ShortfallStepTaken,
    ShortfallLetterReady,
    MeasureProposed,
    MeasureAnswered,
    MeasureProgressed,
    SupplierAsked,
    SupplierAnswered,
    SupplierRevoked,
    AnswerBookOffered,
    PersonInvited,
    PasswordResetAsked,
    SupplierAccountAsked,
    TooFewSignatories,
    EventParked,
)
BY_TYPE: Final = MappingProxyType({event.TYPE: event for event in EVENTS})


def read(body: bytes) -> Event:
    """The event in a message's bytes; raises :class:`UnreadableEvent` with a reason where there is none."""
    return unpack(body, BY_TYPE)


def version_to_check(body: bytes) -> ReportVersion | None:
    """The version that a message asks to check; none where its bytes ask no such thing."""
    try:
        event = read(body)
    except UnreadableEvent:
        return None
    return event.version if isinstance(event, VersionUploaded) else None


__all__ = [
    "BY_TYPE",
    "CONTENT_TYPE",
    "EVENTS",
    "AnswerBookOffered",
    "CalendarChanged",
    "CheckStopped",
    "ConversationClosed",
    "DutyOpened",
    "Envelope",
    "Event",
    "EventParked",
    "ExtensionAnswered",
    "ExtensionAsked",
    "FactorListOffered",
    "FindingMarked",
    "IntentionAnnounced",
    "LetterProofAsked",
    "MeasureAnswered",
    "MeasureProgressed",
    "MeasureProposed",
    "NegativeDecisionProposed",
    "NegativeDecisionRefused",
    "PasswordResetAsked",
    "PersonInvited",
    "PublicationAnnounced",
    "PublicationViewGiven",
    "PublicationWithdrawn",
    "QuestionAnswered",
    "QuestionAsked",
    "ReminderDue",
    "ReopeningAnswered",
    "ReopeningAsked",
    "ReportDecided",
    "ReportHandedIn",
    "ReportIssued",
    "ReportPublished",
    "ReportReceived",
    "ReportVersion",
    "ReportWithdrawn",
    "ReviewBegun",
    "Sha256",
    "ShortfallLetterReady",
    "ShortfallOpened",
    "ShortfallStepProposed",
    "ShortfallStepRefused",
    "ShortfallStepTaken",
    "Summary",
    "SupplierAccountAsked",
    "SupplierAnswered",
    "SupplierAsked",
    "SupplierRevoked",
    "TooFewSignatories",
    "Topic",
    "TrialAsked",
    "UnreadableEvent",
    "VersionChecked",
    "VersionUploaded",
    "ViewGiven",
    "WaiverRecorded",
    "WaiverWithdrawn",
    "read",
    "source_of",
    "structured",
    "version_to_check",
    "write",
]
