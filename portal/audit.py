"""Noting in the audit who did what in the portal, in the transaction of the thing itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from flask import g, has_request_context
from pydantic import JsonValue
from sqlalchemy.orm import Session

from portal.visitor import visitor
from schemas.store import note, sessions

VISITOR = "visitor"
NOTHING_MORE: Mapping[str, JsonValue] = {}


class Action(StrEnum):
    """What is noted."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SIGN_IN_REFUSED = "sign_in_refused"
    PASSWORD_CONFIRMED = "password_confirmed"  # noqa: S105 - the name of a deed
    PASSWORD_REFUSED = "password_refused"  # noqa: S105 - the name of a deed
    RESET_ASKED = "reset_asked"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a deed
    PROFILE_CHANGED = "profile_changed"
    SESSIONS_ENDED = "sessions_ended"
    PERSON_INVITED = "person_invited"
    INVITATION_REPEATED = "invitation_repeated"
    INVITATION_USED = "invitation_used"
    ROLES_CHANGED = "roles_changed"
    ROLE_DAYS = "role_days"
    NOT_FOR_ME = "not_for_me"
    REMINDER_TASK_SETTLED = "reminder_task_settled"
    MAIL_SENT_AGAIN = "mail_sent_again"
    ABSENCE_TOLD = "absence_told"
    ACCESS_OPENED = "access_opened"
    ACCESS_CLOSED = "access_closed"
    ACCESS_DENIED = "access_denied"
    INPUT_REFUSED = "input_refused"
    DOWNLOADED = "downloaded"
    DUTY_OPENED = "duty_opened"
    VERSION_UPLOADED = "version_uploaded"
    FORM_SAVED = "form_saved"
    FORM_THROWN_AWAY = "form_thrown_away"
    SHEETS_ASSIGNED = "sheets_assigned"
    EVIDENCE_ADDED = "evidence_added"
    EVIDENCE_REMOVED = "evidence_removed"
    EXPLAINED = "explained"
    EXPLANATION_WITHDRAWN = "explanation_withdrawn"
    MARKED = "marked"
    MARK_DONE = "mark_done"
    MARK_REOPENED = "mark_reopened"
    HANDED_IN = "handed_in"
    WITHDRAWN = "withdrawn"
    REVIEW_BEGUN = "review_begun"
    ESTABLISHED = "established"
    DECIDED = "decided"
    CONFIRMED = "confirmed"
    WAIVER_RECORDED = "waiver_recorded"
    WAIVER_WITHDRAWN = "waiver_withdrawn"
    ASKED = "asked"
    ANSWERED = "answered"
    CONVERSATION_CLOSED = "conversation_closed"
    INTENTION_ANNOUNCED = "intention_announced"
    VIEW_GIVEN = "view_given"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_ANSWERED = "extension_answered"
    ORGANISATION_ADDED = "organisation_added"
    ORGANISATION_CHANGED = "organisation_changed"
    ORGANISATION_ENDED = "organisation_ended"
    ORGANISATION_OPENED = "organisation_opened"
    CONCESSION_ADDED = "concession_added"
    CONCESSION_CHANGED = "concession_changed"
    GRANTING_CHANGED = "granting_changed"
    GRANTING_TAKEN_BACK = "granting_taken_back"
    CALENDAR_CHANGED = "calendar_changed"
    PUBLICATION_CHOSEN = "publication_chosen"
    PUBLICATION_ANNOUNCED = "publication_announced"
    PUBLICATION_VIEWED = "publication_viewed"
    PUBLISHED = "published"
    PUBLICATION_WITHDRAWN = "publication_withdrawn"
    TERMS_PROPOSED = "terms_proposed"
    TERMS_ADOPTED = "terms_adopted"
    TERMS_PUT_ASIDE = "terms_put_aside"
    TRIAL_ASKED = "trial_asked"
    LETTER_REWORDED = "letter_reworded"
    LETTER_PROOF_ASKED = "letter_proof_asked"
    FACTORS_OFFERED = "factors_offered"
    REOPENING_ASKED = "reopening_asked"
    REOPENING_ANSWERED = "reopening_answered"
    SHORTFALL_OPENED = "shortfall_opened"
    SHORTFALL_STEP = "shortfall_step"
    SHORTFALL_SECONDED = "shortfall_seconded"
    SUPPLIER_ACCOUNT_ASKED = "supplier_account_asked"
    SUPPLIER_ACCOUNT_MADE = "supplier_account_made"
    SUPPLIER_ACCOUNT_CLOSED = "supplier_account_closed"
    ANSWER_LINK_OPENED = "answer_link_opened"
    QUESTION_ANSWERED = "question_answered"
    ANSWERS_TAKEN_OVER = "answers_taken_over"
    ANSWERS_SENT = "answers_sent"
    ANSWER_FILE_ADDED = "answer_file_added"
    ANSWER_FILE_REMOVED = "answer_file_removed"
    ANSWER_BOOK_OFFERED = "answer_book_offered"
    MEASURE_PROPOSED = "measure_proposed"
    MEASURE_ANSWERED = "measure_answered"
    MEASURE_PROGRESSED = "measure_progressed"
    SUPPLIER_ASKED = "supplier_asked"
    SUPPLIER_ASKED_AGAIN = "supplier_asked_again"
    SUPPLIER_REVOKED = "supplier_revoked"
    ANSWER_ACCEPTED = "answer_accepted"
    ANSWER_QUESTIONED = "answer_questioned"
    GAP_DECLARED = "gap_declared"
    GAP_WITHDRAWN = "gap_withdrawn"


def noted(
    session: Session,
    action: Action,
    subject: str,
    *,
    result: str = "ok",
    actor: UUID | None = None,
    details: Mapping[str, JsonValue] = NOTHING_MORE,
) -> None:
    """Note an action of who is signed in (or ``actor``) on a subject such as ``report/<id>``; never contents or secrets."""
    note(
        session,
        actor=_actor(actor),
        action=action,
        subject=subject,
        result=result,
        details={**details, "request": request_id()},
    )


def noted_alone(action: Action, subject: str, *, result: str, details: Mapping[str, JsonValue] = NOTHING_MORE) -> None:
    """Note what left no other trace, such as a door that stayed closed, in a transaction of its own."""
    with sessions().begin() as session:
        noted(session, action, subject, result=result, details=details)


def request_id() -> str:
    """The id that stands in every log line and audit row of one request, and on its error page."""
    return str(g.get("request_id", "")) if has_request_context() else ""


def _actor(actor: UUID | None) -> str:
    person = visitor() if has_request_context() else None
    known = actor or (person.id if person else None)
    return f"person/{known}" if known else VISITOR
