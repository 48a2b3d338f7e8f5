"""The closed lists of the procedure: who takes part, what is decided, where a document or a mail stands."""

from enum import StrEnum
from typing import Final


class OrganisationKind(StrEnum):
    AUTHORITY = "authority"
    HOLDER = "holder"
    SUPPLIER = "supplier"


class Role(StrEnum):
    REPORTER = "reporter"
    CONTRIBUTOR = "contributor"
    SIGNATORY = "signatory"
    MANAGER = "manager"
    SECOND_READER = "second_reader"
    FUNCTIONAL_MANAGER = "functional_manager"
    PUBLICATION_OFFICER = "publication_officer"
    SUPPLIER = "supplier"


class TokenKind(StrEnum):
    INVITE = "invite"
    RESET = "reset"


class AttemptKind(StrEnum):
    """What was tried, so that login and reset have limits of their own."""

    LOGIN = "login"
    RESET = "reset"
    REAUTHENTICATION = "reauthentication"
    DOCUMENT = "document"


class SourceKind(StrEnum):
    """Where a part of a version comes from."""

    FILE = "file"
    FORM = "form"
    ANSWER = "answer"

    @property
    def filled_in(self) -> bool:
        """Whether it holds the rows of a form; an answer is a form with what suppliers answered in it."""
        return self is not SourceKind.FILE


class AnswerKind(StrEnum):
    """What a supplier says to a question; not knowing, passing on and refusing are answers too."""

    GIVEN = "given"
    UNKNOWN = "unknown"
    ASKED_ON = "asked_on"
    REFUSED = "refused"
    ALREADY_SENT = "already_sent"
    WRONG_PERSON = "wrong_person"


class DecisionOutcome(StrEnum):
    """What the manager decides on a version that was handed in."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_REMARKS = "accepted_with_remarks"
    SENT_BACK = "sent_back"


ACCEPTED: Final = (DecisionOutcome.ACCEPTED, DecisionOutcome.ACCEPTED_WITH_REMARKS)


class Subject(StrEnum):
    """What a conversation is about; the values stand in addresses."""

    REPORT = "rapport"
    NORM = "norm"
    FIGURE = "cijfer"
    FINDING = "bevinding"


class MessageKind(StrEnum):
    """What a message in a conversation is; the newest one says who is next."""

    QUESTION = "question"
    ANSWER = "answer"
    CLOSING = "closing"


class MeasureOrigin(StrEnum):
    """From what a measure of the improvement plan came."""

    NORM = "norm"
    DEMAND = "demand"
    FREE = "free"


class MeasureAnswerKind(StrEnum):
    """What an authority says of a proposed measure."""

    AGREED = "agreed"
    CHANGE_ASKED = "change_asked"
    REFUSED = "refused"


class Progress(StrEnum):
    """How far a measure is; it is dropped only when both sides agree."""

    PLANNED = "planned"
    BUSY = "busy"
    DONE = "done"
    DROPPED = "dropped"


class WorkerName(StrEnum):
    """The workers; the name stands in inboxes, with parked events and on the command line."""

    CHECK = "check"
    PUBLISH = "publish"
    MAIL = "mail"
    REMIND = "remind"
    TRY = "try"
    READ = "read"


class InboxState(StrEnum):
    """Where an event stands with a worker; one that *waits* comes after an unfinished one of the same report."""

    WAITING = "waiting"
    STARTED = "started"
    DONE = "done"
    PARKED = "parked"
    DISCARDED = "discarded"


class DocumentKind(StrEnum):
    COMPLIANCE_REPORT = "compliance_report"
    RECEIPT = "receipt"
    DECISION_LETTER = "decision_letter"
    FINDINGS = "findings"
    ANNOTATED = "annotated"
    TEMPLATE = "template"
    DATA = "data"
    PUBLICATION = "publication"


class Edition(StrEnum):
    """How final a document is; it is told on every page."""

    NONE = "none"
    CONCEPT = "concept"
    DRAFT = "draft"
    PROVISIONAL = "provisional"
    DECIDED = "decided"


class Standing(StrEnum):
    """Whether a document that was issued still counts."""

    CURRENT = "current"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class SetKind(StrEnum):
    """What reports are judged by, and can be switched on."""

    RULE_SET = "rule_set"
    FACTOR_SET = "factor_set"


class TrialKind(StrEnum):
    """What can be tried on earlier reports before anybody decides on it."""

    RULE_SET = "rule_set"
    FACTOR_SET = "factor_set"
    TERMS = "terms"


class MailState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    BOUNCED = "bounced"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


WAITS: Final = (MailState.WAITING, MailState.SENDING)


class WithdrawnBecause(StrEnum):
    """Why a reminder that was written did not go out: the work is done or was taken back, its day moved, somebody else is asked, or another step came."""

    OVER = "over"
    MOVED = "moved"
    PASSED_ON = "passed_on"
    OTHER_STEP = "other_step"


class ReturnKind(StrEnum):
    """What came back of a mail: it is refused for good, something less is told of it, or nobody can tell."""

    REFUSED = "refused"
    NOTED = "noted"
    SET_ASIDE = "set_aside"
