"""What was done to get the answers of the suppliers of a report, read from the rows as they were at a moment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.asking import LINK_OUTLIVES_DUE
from schemas.clock import dutch_day
from schemas.effort import EffortKind, EffortStep, SupplierEffort
from schemas.reminding.steps import DutyKind
from schemas.store.again import asked_again
from schemas.store.among import among
from schemas.store.ask_mails import AskMail, ask_mails
from schemas.store.asking import Answer, AnswerJudged, AnswersSent, Ask, AskLink
from schemas.store.reminders import MailAgain, NotForMe, Reminder, ReminderWithdrawn
from schemas.store.returned import ReturnedMail
from schemas.store.work import Mail
from schemas.words import MailState, ReturnKind

ADDRESS: Final = re.compile(r"<?[^\s<>]+@[^\s<>]+>?:?\s*")
Found = Iterator[tuple[UUID, EffortStep]]


def effort_of(session: Session, report: UUID, *, at: datetime) -> tuple[SupplierEffort, ...]:
    """Every supplier that was asked for a report until a moment, with all that happened until then."""
    query = select(Ask).where(Ask.report == report, Ask.asked_at <= at).order_by(Ask.asked_at, Ask.id)
    asks = {one.id: one for one in session.scalars(query)}
    if not asks:
        return ()
    steps: dict[str, list[EffortStep]] = defaultdict(list)
    for ask, step in _all(session, report, asks):
        if step.at <= at:
            steps[asks[ask].supplier_id].append(step)
    named = {one.supplier_id: one for one in asks.values()}
    told = [_told(newest, steps[supplier]) for supplier, newest in named.items()]
    return tuple(sorted(told, key=lambda one: (one.tier, one.name, one.supplier_id)))


def _told(ask: Ask, steps: list[EffortStep]) -> SupplierEffort:
    return SupplierEffort(
        supplier_id=ask.supplier_id,
        name=ask.supplier_name,
        role=ask.role,
        tier=ask.tier,
        steps=tuple(sorted(steps, key=lambda one: (one.at, list(EffortKind).index(one.kind), one.questions))),
    )


def _all(session: Session, report: UUID, asks: Mapping[UUID, Ask]) -> Found:
    yield from _links(session, asks)
    mailed = tuple(one for one in ask_mails(session, [report]) if one.ask in asks)
    yield from _reminders(session, asks, mailed)
    yield from _undelivered(session, asks, mailed)
    yield from _answers(session, asks)
    yield from _sent(session, asks)
    yield from _judged(session, asks)
    yield from (
        (one.id, EffortStep(at=one.revoked_at, kind=EffortKind.REVOKED)) for one in asks.values() if one.revoked_at
    )


def _links(session: Session, asks: Mapping[UUID, Ask]) -> Found:
    """The days that an ask and its address have now may have changed; those of a link never do."""
    asked: set[UUID] = set()
    query = select(AskLink).where(among(AskLink.ask, asks)).order_by(AskLink.made_at, AskLink.id)
    for link in session.scalars(query):
        due = link.valid_until - LINK_OUTLIVES_DUE
        if link.ask in asked:
            yield link.ask, EffortStep(at=link.made_at, kind=EffortKind.ASKED_AGAIN, due=due)
        else:
            asked.add(link.ask)
            questions = tuple(asks[link.ask].questions)
            yield link.ask, EffortStep(at=link.made_at, kind=EffortKind.ASKED, questions=questions, due=due)
        if link.opened_at:
            yield link.ask, EffortStep(at=link.opened_at, kind=EffortKind.OPENED)


def _reminders(session: Session, asks: Mapping[UUID, Ask], mailed: tuple[AskMail, ...]) -> Found:
    query = (
        select(Reminder, NotForMe.at)
        .outerjoin(NotForMe, NotForMe.mail == Reminder.mail)
        .outerjoin(ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id)
        .where(Reminder.duty == DutyKind.SUPPLIER.value, among(Reminder.subject, asks))
        .where(ReminderWithdrawn.reminder.is_(None))
        .order_by(Reminder.at, Reminder.id)
    )
    for reminder, refused_at in session.execute(query):
        to_supplier = _was_to_supplier(reminder, mailed)
        kind = EffortKind.REMINDED if to_supplier else EffortKind.ESCALATED
        yield reminder.subject, EffortStep(at=reminder.at, kind=kind)
        if refused_at and to_supplier:
            yield reminder.subject, EffortStep(at=refused_at, kind=EffortKind.NOT_FOR_ME)


def _was_to_supplier(reminder: Reminder, mailed: tuple[AskMail, ...]) -> bool:
    """Whether it went to an address to which the questions had gone before; others stand above the supplier."""
    earlier = (one.mail for one in mailed if one.ask == reminder.subject and one.mail.created_at <= reminder.at)
    return reminder.whom in {mail.recipient for mail in earlier}


def _undelivered(session: Session, asks: Mapping[UUID, Ask], mailed: tuple[AskMail, ...]) -> Found:
    """Mails that a server refused or returned; what it said without the address, which is nobody's business here."""
    mails = _mails(session, asks, mailed)
    returned = select(ReturnedMail).where(among(ReturnedMail.mail, mails), ReturnedMail.kind == ReturnKind.REFUSED)
    for one in session.scalars(returned.order_by(ReturnedMail.at, ReturnedMail.sha256)):
        if one.mail:
            yield from ((ask, _not_delivered(one.at, one.reason)) for ask in mails[one.mail])
    again = select(MailAgain).where(among(MailAgain.mail, mails), MailAgain.failed_at.is_not(None))
    for sent in session.scalars(again.order_by(MailAgain.at, MailAgain.id)):
        if sent.failed_at:
            yield from ((ask, _not_delivered(sent.failed_at, sent.said)) for ask in mails[sent.mail])
    failed = select(Mail).where(among(Mail.id, mails), Mail.state == MailState.FAILED, ~asked_again())
    for mail in session.scalars(failed.order_by(Mail.created_at, Mail.id)):
        at = mail.tried_at or mail.created_at
        yield from ((ask, _not_delivered(at, mail.last_error or "")) for ask in mails[mail.id])


def _mails(session: Session, asks: Mapping[UUID, Ask], mailed: tuple[AskMail, ...]) -> Mapping[UUID, list[UUID]]:
    """The asks that each mail to a supplier was about: one with a link is about one, a reminder may be about more."""
    mails: dict[UUID, list[UUID]] = defaultdict(list)
    for one in mailed:
        mails[one.mail.id].append(one.ask)
    reminded = select(Reminder).where(Reminder.duty == DutyKind.SUPPLIER.value, among(Reminder.subject, asks))
    for reminder in session.scalars(reminded.order_by(Reminder.at, Reminder.id)):
        if _was_to_supplier(reminder, mailed):
            mails[reminder.mail].append(reminder.subject)
    return mails


def _not_delivered(at: datetime, reason: str) -> EffortStep:
    return EffortStep(at=at, kind=EffortKind.NOT_DELIVERED, said=ADDRESS.sub("", reason).strip() or "–")


def _answers(session: Session, asks: Mapping[UUID, Ask]) -> Found:
    """One step for all questions that were answered in the same way on one day; the figures themselves are not told."""
    query = select(Answer).where(among(Answer.ask, asks)).order_by(Answer.answered_at, Answer.id)
    days: dict[tuple[UUID, object, str], list[Answer]] = defaultdict(list)
    for one in session.scalars(query):
        days[one.ask, dutch_day(one.answered_at), one.kind.value].append(one)
    for (ask, _day, kind), answers in days.items():
        questions = tuple(sorted({one.question for one in answers}))
        yield ask, EffortStep(at=answers[0].answered_at, kind=EffortKind(kind), questions=questions)


def _sent(session: Session, asks: Mapping[UUID, Ask]) -> Found:
    query = select(AnswersSent).where(among(AnswersSent.ask, asks)).order_by(AnswersSent.sent_at, AnswersSent.id)
    for one in session.scalars(query):
        yield one.ask, EffortStep(at=one.sent_at, kind=EffortKind.SENT)


def _judged(session: Session, asks: Mapping[UUID, Ask]) -> Found:
    query = (
        select(AnswerJudged, Answer)
        .join(Answer, Answer.id == AnswerJudged.answer)
        .where(among(Answer.ask, asks), AnswerJudged.accepted.is_(False))
        .order_by(AnswerJudged.at, AnswerJudged.id)
    )
    for judged, answer in session.execute(query):
        yield answer.ask, EffortStep(at=judged.at, kind=EffortKind.QUESTIONED, questions=(answer.question,))
