"""A run of reminding: what falls due today becomes rows, with the mails in the same transaction, before any mail leaves."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Select, func, insert, select
from sqlalchemy.orm import Session

from schemas.calendar import is_working_day
from schemas.clock import now
from schemas.crashing import crash_point
from schemas.letters.texts import Texts
from schemas.reminding.marks import REMINDER, step_id
from schemas.reminding.opened import Open
from schemas.reminding.planning import Due, due_on
from schemas.reminding.steps import DutyKind
from schemas.reminding.words import about_of
from schemas.store import Mail, Reminder, ReminderWithdrawn, changed_texts, reading, sessions
from schemas.store.duties import ground_of, open_duties
from schemas.store.duties.ground import parts_of
from schemas.store.duties.reach import reach_of
from schemas.words import WAITS, MailState
from workers.reminding.digests import Digest, digests
from workers.reminding.letters import words_around
from workers.reminding.mailing import identity_of, kept_mail

REMIND_LOCK: Final = 7_226_006
MAILS_AT_ONCE: Final = 200

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Planned:
    """What a day asks for: a mail per reader, and the duties of which nobody at all can be reached."""

    digests: tuple[Digest, ...]
    unheard: tuple[Open, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What a run wrote."""

    mails: int
    steps: int
    unheard: int


def planned(session: Session, today: date, *, concession: UUID | None = None) -> Planned:
    """What is due on a day and was not sent yet; on a day on which nobody works, nothing."""
    if not is_working_day(today):
        return Planned(digests=())
    ground = ground_of(session, concession, on=today)
    duties = ((one, ground.steps_of(one)) for one in open_duties(ground))
    found = list(due_on(today, duties, reach_of(session, ground, today=today)))
    due = [one for one in found if isinstance(one, Due)]
    return Planned(
        digests=tuple(digests(_unsent(session, due), today)),
        unheard=tuple(one for one in found if isinstance(one, Open)),
    )


def remind(today: date, *, until: Callable[[], bool] = lambda: False) -> Sent:
    """Write what is due today as rows and mails; a second run, or one at the same time, writes nothing twice."""
    with reading() as session:
        plan, texts = planned(session, today), changed_texts(session)
    mails = steps = 0
    for part in parts_of(plan.digests, MAILS_AT_ONCE):
        if until():
            break
        written = _keep(part, texts)
        mails, steps = mails + len(written), steps + sum(len(one.items) for one in written)
    for one in plan.unheard:
        logger.error("Nobody can be reminded of a duty.", extra={"duty": one.kind.value, "subject": str(one.subject)})
    logger.info("Reminders were written.", extra={"mails": mails, "steps": steps, "unheard": len(plan.unheard)})
    return Sent(mails=mails, steps=steps, unheard=len(plan.unheard))


def _unsent(session: Session, due: Sequence[Due]) -> Iterator[Due]:
    """What is due and was not written yet; what was withdrawn before it left, and is due again, under a new id."""
    if not due:
        return
    oldest = min(one.one.due for one in due)
    written, withdrawn = _written(session, oldest), _withdrawn(session, oldest)
    for one in due:
        if one.id not in written:
            yield one
        elif times := withdrawn[one.id]:
            anew = replace(one, withdrawn_before=times)
            if anew.id not in written:
                yield anew


def _written(session: Session, oldest: date) -> frozenset[UUID]:
    return frozenset(session.scalars(select(Reminder.id).where(Reminder.due >= oldest).order_by(Reminder.id)))


def _withdrawn(session: Session, oldest: date) -> Counter[UUID]:
    """How often each step was withdrawn while no server could have taken its mail."""
    query = (
        select(Reminder)
        .join(ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id)
        .join(Mail, Mail.id == Reminder.mail)
        .where(Reminder.due >= oldest)
        .where(Mail.maybe_taken_at.is_(None) | (Mail.maybe_taken_at > ReminderWithdrawn.at))
        .order_by(Reminder.id)
    )
    rows = session.scalars(query)
    return Counter(step_id(DutyKind(one.duty), one.subject, one.whom, one.step, one.due) for one in rows)


def _keep(part: Sequence[Digest], texts: Texts) -> list[Digest]:
    """Keep some digests that are new, files before rows; gives what was written."""
    with reading() as session:
        fresh = _new(session, part)
    at = now()
    bodies = {one.id: kept_mail(one, at, texts) for one in fresh}
    crash_point("reminders_before_rows")
    with sessions().begin() as session:
        _alone(session)
        fresh = _new(session, fresh)
        if fresh:
            session.execute(insert(Mail), [_mail(one, bodies[one.id], at, texts) for one in fresh])
            session.execute(insert(Reminder), [row for one in fresh for row in _steps(one, at)])
    crash_point("reminders_after_rows")
    return fresh


def _alone(session: Session) -> None:
    """One run at a time writes; SQLite has one writer by itself."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(REMIND_LOCK)))


def _new(session: Session, part: Sequence[Digest]) -> list[Digest]:
    """The digests of which neither the day's mail nor any step is there, to who has no earlier one that still waits.

    Mail that could not go for a day would otherwise come together with that of the next; what waits comes a day later.
    """
    ids = [one.id for one in part]
    mailed = set(session.scalars(select(Mail.id).where(Mail.id.in_(ids)).order_by(Mail.id)))
    steps = [due.id for one in part for due in one.items]
    sent = {known for some in parts_of(steps) for known in session.scalars(_steps_among(some))}
    waiting = _with_mail_that_waits(session, part)
    return [
        one
        for one in part
        if one.id not in mailed and one.reader.email not in waiting and not sent & {due.id for due in one.items}
    ]


def _with_mail_that_waits(session: Session, part: Sequence[Digest]) -> frozenset[str]:
    query = select(Mail.recipient).where(
        Mail.template == REMINDER,
        Mail.state.in_(WAITS),
        Mail.recipient.in_({one.reader.email for one in part}),
    )
    return frozenset(session.scalars(query.order_by(Mail.recipient)))


def _steps_among(ids: list[UUID]) -> Select[UUID]:
    return select(Reminder.id).where(Reminder.id.in_(ids)).order_by(Reminder.id)


def _mail(digest: Digest, body_sha256: str, at: datetime, texts: Texts) -> dict[str, object]:
    return {
        "id": digest.id,
        "event_id": digest.id,
        "person": digest.reader.person,
        "template": REMINDER,
        "recipient": digest.reader.email,
        "subject": words_around(digest, texts).subject,
        "message_id": identity_of(digest),
        "state": MailState.WAITING,
        "attempts": 0,
        "body_sha256": body_sha256,
        "created_at": at,
    }


def _steps(digest: Digest, at: datetime) -> Iterator[dict[str, object]]:
    for due in digest.items:
        yield {
            "id": due.id,
            "duty": due.one.kind.value,
            "subject": due.one.subject,
            "whom": due.reader.whom,
            "step": due.step,
            "due": due.one.due,
            "withdrawn_before": due.withdrawn_before,
            "mail": digest.id,
            "person": due.reader.person,
            "concession": due.one.concession,
            "report": due.one.report,
            "about": about_of(due.one),
            "at": at,
        }
