"""The store: tables, sessions, outbox, inbox, audit and files; the only part of schemas that does I/O.

What portal and workers use, all from ``schemas.store``::

    with sessions().begin() as session: ...       # one writing transaction (BEGIN IMMEDIATE on SQLite)
    with reading() as session: ...                # only reads, waits for no writer
    tell(session, VersionUploaded(...))           # the event, in the same transaction; id and moment come by themselves
    note(session, actor=..., action=..., subject=...)        # the audit, in the same transaction
    facts_of(session, report_id) -> Facts         # then schemas.state.state_of(facts) -> State
    all_facts(session, reports) -> {report_id: Facts}        # for lists, in a fixed number of queries
    answers_of(session, report, version, at=...) -> Answers  # what answers each warning, what lapsed, what is open
    issued(session, sha256) -> Document | None, standing_of(session, document) -> Standing    # of a report or a receipt
    lock_report(session, report_id) -> Report     # the first statement of a use case: one writer per report
    files().keep(stream, limit=...) -> Kept(sha256, size)    # before the transaction that names the file
    files().open(sha256) -> BinaryIO              # verified; raises FileIsMissing, FileIsDamaged
    files().read(sha256) -> bytes; files().local(sha256, name=...) -> context manager of a Path

Each table has one writing side, in ``Table.metadata.tables[name].info["writer"]``. References are checked at commit.
"""

from schemas.store.adoptions import Adoption, ShadowRun, newest_run
from schemas.store.among import among
from schemas.store.answering import AccountOffer, AnswerBook, AnswerBookRead, AnswerDraft, AnswerFile, AnswerVisit
from schemas.store.asked import Answers, Lapsed, answers_of, unanswered_warnings
from schemas.store.asked_suppliers import ask_facts, asks_of, newest_asks
from schemas.store.asking import Answer, AnswerJudged, AnswersSent, Ask, AskLink
from schemas.store.audit import first_broken_row, note
from schemas.store.calendars import CalendarChange, on_working_days, set_days, with_more_time
from schemas.store.chain import AnswerTaken, ChainView, DeclaredGap
from schemas.store.concessions import BEGINNING, Concession, ConcessionAuthority, Terms
from schemas.store.conversations import Conversation, ConversationMessage
from schemas.store.declared_gaps import declared_gaps
from schemas.store.drafts import FormSaving, SheetTask
from schemas.store.efforts import effort_of
from schemas.store.engine import engine_of, reading, sessions
from schemas.store.explained import Given, accepted_versions
from schemas.store.extensions import ExtensionAnswer, ExtensionRequest, extended
from schemas.store.facts import all_facts, facts_of, terms_by_hash, versions_of
from schemas.store.file_store import FileIsDamaged, FileIsMissing, Files, Kept, TooLarge, files
from schemas.store.hearings import HolderView, Intention, ViewAddition
from schemas.store.in_force import in_force, rule_set_in_force
from schemas.store.issued import issued, issued_letter, replacement_of, standing_of
from schemas.store.letter_texts import LetterProof, LetterTextSet, changed_texts, newest_texts, text_from, texts_of
from schemas.store.locking import lock_concession, lock_report
from schemas.store.marks import Mark
from schemas.store.messages import Audit, Inbox, Outbox, Parked
from schemas.store.outbox import tell
from schemas.store.people import LoginAttempt, Organisation, Person, RoleOfPerson, Token, WebSession, held, holds
from schemas.store.planned import measures_of
from schemas.store.plans import Measure, MeasureAnswer, MeasureNote, MeasureProposal
from schemas.store.publications import (
    Publication,
    PublicationChoice,
    PublicationNotice,
    PublicationRelease,
    PublicationView,
    PublicationWithdrawal,
)
from schemas.store.questioned import judgements_of, last_sent, newest_answers, remarks_on, sent_at
from schemas.store.reminders import Absence, MailAgain, NotForMe, Reminder, ReminderTaskSettled, ReminderWithdrawn
from schemas.store.reopenings import Reopened, ReopeningAnswer, ReopeningRequest, reopened
from schemas.store.reports import (
    WHOLE_FILE,
    Confirmation,
    Decision,
    Established,
    EvidenceFile,
    Explanation,
    Part,
    Report,
    Review,
    Signature,
    Version,
)
from schemas.store.returned import ReturnedMail, Undelivered, undelivered_about, undelivered_to, unreachable
from schemas.store.shapes import Table, Writer
from schemas.store.shortfalls import (
    Shortfall,
    ShortfallConfirmation,
    ShortfallLetter,
    ShortfallStep,
    matter_of,
    track_of,
    tracks_of,
)
from schemas.store.trials import FactorReading, FactorUpload, TermsProposal, Trial, TrialRun
from schemas.store.waived import waivers_of, waivers_over
from schemas.store.waivers import Waiver
from schemas.store.work import (
    Check,
    Document,
    FactorSet,
    Finding,
    IndicatorValue,
    KeptRows,
    Mail,
    NamedEvidence,
    NormVerdict,
    NotAssessed,
    RuleResult,
    RuleSet,
    SheetSource,
)

__all__ = [
    "BEGINNING",
    "WHOLE_FILE",
    "Absence",
    "AccountOffer",
    "Adoption",
    "Answer",
    "AnswerBook",
    "AnswerBookRead",
    "AnswerDraft",
    "AnswerFile",
    "AnswerJudged",
    "AnswerTaken",
    "AnswerVisit",
    "Answers",
    "AnswersSent",
    "Ask",
    "AskLink",
    "Audit",
    "CalendarChange",
    "ChainView",
    "Check",
    "Concession",
    "ConcessionAuthority",
    "Confirmation",
    "Conversation",
    "ConversationMessage",
    "Decision",
    "DeclaredGap",
    "Document",
    "Established",
    "EvidenceFile",
    "Explanation",
    "ExtensionAnswer",
    "ExtensionRequest",
    "FactorReading",
    "FactorSet",
    "FactorUpload",
    "FileIsDamaged",
    "FileIsMissing",
    "Files",
    "Finding",
    "FormSaving",
    "Given",
    "HolderView",
    "Inbox",
    "IndicatorValue",
    "Intention",
    "Kept",
    "KeptRows",
    "Lapsed",
    "LetterProof",
    "LetterTextSet",
    "LoginAttempt",
    "Mail",
    "MailAgain",
    "Mark",
    "Measure",
    "MeasureAnswer",
    "MeasureNote",
    "MeasureProposal",
    "NamedEvidence",
    "NormVerdict",
    "NotAssessed",
    "NotForMe",
    "Organisation",
    "Outbox",
    "Parked",
    "Part",
    "Person",
    "Publication",
    "PublicationChoice",
    "PublicationNotice",
    "PublicationRelease",
    "PublicationView",
    "PublicationWithdrawal",
    "Reminder",
    "ReminderTaskSettled",
    "ReminderWithdrawn",
    "Reopened",
    "ReopeningAnswer",
    "ReopeningRequest",
    "Report",
    "ReturnedMail",
    "Review",
    "RoleOfPerson",
    "RuleResult",
    "RuleSet",
    "ShadowRun",
    "SheetSource",
    "SheetTask",
    "Shortfall",
    "ShortfallConfirmation",
    "ShortfallLetter",
    "ShortfallStep",
    "Signature",
    "Table",
    "Terms",
    "TermsProposal",
    "Token",
    "TooLarge",
    "Trial",
    "TrialRun",
    "Undelivered",
    "Version",
    "ViewAddition",
    "Waiver",
    "WebSession",
    "Writer",
    "accepted_versions",
    "all_facts",
    "among",
    "answers_of",
    "ask_facts",
    "asks_of",
    "changed_texts",
    "declared_gaps",
    "effort_of",
    "engine_of",
    "extended",
    "facts_of",
    "files",
    "first_broken_row",
    "held",
    "holds",
    "in_force",
    "issued",
    "issued_letter",
    "judgements_of",
    "last_sent",
    "lock_concession",
    "lock_report",
    "matter_of",
    "measures_of",
    "newest_answers",
    "newest_asks",
    "newest_run",
    "newest_texts",
    "note",
    "on_working_days",
    "reading",
    "remarks_on",
    "reopened",
    "replacement_of",
    "rule_set_in_force",
    "sent_at",
    "sessions",
    "set_days",
    "standing_of",
    "tell",
    "terms_by_hash",
    "text_from",
    "texts_of",
    "track_of",
    "tracks_of",
    "unanswered_warnings",
    "undelivered_about",
    "undelivered_to",
    "unreachable",
    "versions_of",
    "waivers_of",
    "waivers_over",
    "with_more_time",
]
