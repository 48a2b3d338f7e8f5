"""Conversing about a report: the authority that leads asks and closes, the holder answers; nothing written is ever changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from pydantic import JsonValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.leading import refuse_others
from schemas.calendar import working_day_from
from schemas.clock import now, today
from schemas.events import ConversationClosed, QuestionAnswered, QuestionAsked
from schemas.store import (
    Conversation,
    ConversationMessage,
    Finding,
    IndicatorValue,
    NormVerdict,
    lock_report,
    tell,
)
from schemas.web import Said
from schemas.words import MessageKind, Subject

ANSWERED_MEANWHILE: Final = Said(
    "Er is intussen iets bijgeschreven. Lees dat eerst; sluiten kan daarna.",
    "Something was written meanwhile. Read that first; closing can be done after.",
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a question is about: the whole report, or a norm, a figure or a finding in a version."""

    subject: Subject = Subject.REPORT
    version: UUID | None = None
    code: str = ""
    part: str = ""
    position: int | None = None


@dataclass(frozen=True, kw_only=True)
class Writing:
    """What somebody writes; ``key`` is the form's own, ``days`` the term of a question."""

    key: UUID
    text: str
    days: int | None = None


def ask(session: Session, report: UUID, place: Place, writing: Writing, *, by: UUID) -> ConversationMessage:
    """Begin a conversation with a question; the same form sent twice is one question."""
    refuse_others(session, lock_report(session, report), by)
    if known := _sent_before(session, report, writing.key):
        return known
    refuse_no_place(session, place)
    conversation = Conversation(report=report, **vars(place))
    session.add(conversation)
    session.flush()
    return _question(session, conversation, writing, by=by)


def ask_on(session: Session, report: UUID, conversation: UUID, writing: Writing, *, by: UUID) -> ConversationMessage:
    """Ask on in a conversation; one that was closed is open again."""
    refuse_others(session, lock_report(session, report), by)
    known = conversation_of(session, report, conversation)
    return _sent_before(session, report, writing.key) or _question(session, known, writing, by=by)


def answer(session: Session, report: UUID, conversation: UUID, writing: Writing, *, by: UUID) -> ConversationMessage:
    """Answer; what is written while the other side closes is kept too, and opens the conversation again."""
    lock_report(session, report)
    known = conversation_of(session, report, conversation)
    if before := _sent_before(session, report, writing.key):
        return before
    said = _write(session, known, MessageKind.ANSWER, writing, by=by)
    tell(session, QuestionAnswered(report=report, conversation=known.id, message=said.id))
    _note(session, Action.ANSWERED, known, said)
    return said


def close(session: Session, report: UUID, conversation: UUID, *, key: UUID, seen: int, by: UUID) -> None:
    """Close a conversation, unless something was written that the closer has not seen. Closing twice is once."""
    refuse_others(session, lock_report(session, report), by)
    known = conversation_of(session, report, conversation)
    newest = _newest(session, known.id)
    if newest.kind is MessageKind.CLOSING:
        return
    if newest.number != seen:
        raise Refused(ANSWERED_MEANWHILE, status=409)
    said = _write(session, known, MessageKind.CLOSING, Writing(key=key, text=""), by=by)
    tell(session, ConversationClosed(report=report, conversation=known.id, message=said.id))
    _note(session, Action.CONVERSATION_CLOSED, known, said)


def conversation_of(session: Session, report: UUID, conversation: UUID) -> Conversation:
    """A conversation of this report; of another's, or of none, :class:`NotYours` (404)."""
    known = session.get(Conversation, conversation)
    if known is None or known.report != report:
        raise NotYours(f"conversation/{conversation}")
    return known


def refuse_no_place(session: Session, place: Place) -> None:
    """Refuse, as what is not there, a place that the version does not have."""
    if place.subject is Subject.REPORT:
        return
    if place.version is None or not _is_there(session, place, place.version):
        raise NotYours(f"{place.subject}/{place.code[:40]}")


def _is_there(session: Session, place: Place, version: UUID) -> bool:
    if place.subject is Subject.NORM:
        return session.get(NormVerdict, (version, place.code)) is not None
    if place.subject is Subject.FIGURE:
        return session.get(IndicatorValue, (version, place.code, place.part)) is not None
    query = select(Finding.position).where(Finding.version == version, Finding.rule == place.code)
    if place.position is not None:
        query = query.where(Finding.position == place.position)
    return session.scalars(query.order_by(Finding.position).limit(1)).first() is not None


def _question(session: Session, conversation: Conversation, writing: Writing, *, by: UUID) -> ConversationMessage:
    answer_by = working_day_from(today() + timedelta(days=writing.days)) if writing.days else None
    said = _write(session, conversation, MessageKind.QUESTION, writing, by=by, answer_by=answer_by)
    tell(session, QuestionAsked(report=conversation.report, conversation=conversation.id, message=said.id))
    _note(session, Action.ASKED, conversation, said)
    return said


def _write(
    session: Session,
    conversation: Conversation,
    kind: MessageKind,
    writing: Writing,
    *,
    by: UUID,
    answer_by: date | None = None,
) -> ConversationMessage:
    numbers = select(ConversationMessage.number).where(ConversationMessage.conversation == conversation.id)
    newest = session.scalars(numbers.order_by(ConversationMessage.number.desc()).limit(1)).first()
    said = ConversationMessage(
        conversation=conversation.id,
        number=(newest or 0) + 1,
        kind=kind,
        text=writing.text,
        answer_by=answer_by,
        by=by,
        at=now(),
        idempotency_key=writing.key,
    )
    session.add(said)
    session.flush()
    return said


def _newest(session: Session, conversation: UUID) -> ConversationMessage:
    query = select(ConversationMessage).where(ConversationMessage.conversation == conversation)
    return session.scalars(query.order_by(ConversationMessage.number.desc()).limit(1)).one()


def _sent_before(session: Session, report: UUID, key: UUID) -> ConversationMessage | None:
    query = (
        select(ConversationMessage)
        .join(Conversation, Conversation.id == ConversationMessage.conversation)
        .where(ConversationMessage.idempotency_key == key, Conversation.report == report)
    )
    return session.scalars(query.order_by(ConversationMessage.id)).one_or_none()


def _note(session: Session, action: Action, conversation: Conversation, said: ConversationMessage) -> None:
    details: dict[str, JsonValue] = {"conversation": str(conversation.id), "message": said.number}
    noted(session, action, f"report/{conversation.report}", actor=said.by, details=details)
