"""Looking again, right before a mail with reminders is posted: what is done, moved, or asked of somebody else is taken out and kept with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import now, today
from schemas.letters.texts import Texts
from schemas.reminding.days import LAPSES_AFTER, day_of
from schemas.reminding.opened import Open
from schemas.reminding.planning import NOBODY_LEFT, Due, addressed
from schemas.reminding.steps import DutyKind, Step
from schemas.state import Actor
from schemas.store import Mail, Reminder, ReminderWithdrawn, changed_texts, reading, sessions
from schemas.store.duties import FINDERS, Ground, ground_of
from schemas.store.duties.reach import Reach, reach_of
from schemas.words import MailState, WithdrawnBecause
from workers.mail.sender import NotNow
from workers.reminding.digests import Digest, digest_of
from workers.reminding.letters import words_around
from workers.reminding.mailing import kept_mail

BEING_CHECKED: Final = "The report is being checked."
WAIT_FOR_THE_CHECK: Final = frozenset({DutyKind.REPORT, DutyKind.CORRECTION, DutyKind.SIGNATURE, DutyKind.EVIDENCE})


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What of a mail still holds, and why the rest does not."""

    left: tuple[Due, ...]
    lost: Mapping[UUID, WithdrawnBecause]


def look_again(mail: UUID) -> str | None:
    """The sha256 of what of a mail is to be posted now; none where nothing of it holds any more."""
    with reading() as session:
        known = session.get_one(Mail, mail)
        looked, texts = _looked(session, mail), changed_texts(session)
    if not looked.lost:
        return known.body_sha256
    return _kept(known, looked, texts)


def _kept(known: Mail, looked: Looked, texts: Texts) -> str | None:
    """Keep what was withdrawn, and the mail with what is left, under the Message-ID that it has; files before rows."""
    digest = _digest(known, looked.left) if looked.left else None
    body = kept_mail(digest, known.created_at, texts) if digest else None
    with sessions().begin() as session:
        session.add_all(
            ReminderWithdrawn(reminder=reminder, reason=reason, at=now()) for reminder, reason in looked.lost.items()
        )
        mail = session.get_one(Mail, known.id)
        if digest and body:
            mail.body_sha256, mail.subject = body, words_around(digest, texts).subject
        else:
            mail.state, mail.last_error = MailState.WITHDRAWN, ", ".join(sorted(set(looked.lost.values())))
    return body


def _digest(known: Mail, left: tuple[Due, ...]) -> Digest:
    """What is left, to the address that the mail has."""
    return digest_of(known.id, replace(left[0].reader, email=known.recipient), today(), left)


def _looked(session: Session, mail: UUID) -> Looked:
    left: list[Due] = []
    lost: dict[UUID, WithdrawnBecause] = {}
    for concession, rows in _rows(session, mail).items():
        ground = ground_of(session, concession, subjects=frozenset(row.subject for row in rows))
        reach = reach_of(session, ground, today=today())
        for row, same in _with_what_is_open(ground, rows):
            found = _found(row, same, ground, reach)
            if isinstance(found, Due):
                left.append(found)
            else:
                lost[row.id] = found
    return Looked(left=tuple(left), lost=lost)


def _rows(session: Session, mail: UUID) -> Mapping[UUID, list[Reminder]]:
    """The steps of a mail that were not withdrawn before, by concession."""
    query = (
        select(Reminder)
        .outerjoin(ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id)
        .where(Reminder.mail == mail, ReminderWithdrawn.reminder.is_(None))
        .order_by(Reminder.concession, Reminder.id)
    )
    rows: dict[UUID, list[Reminder]] = defaultdict(list)
    for one in session.scalars(query):
        rows[one.concession].append(one)
    return rows


def _with_what_is_open(ground: Ground, rows: Sequence[Reminder]) -> Iterator[tuple[Reminder, list[Open]]]:
    """Each step with its duty as it is open now, if it is."""
    found: dict[tuple[str, UUID], list[Open]] = defaultdict(list)
    for kind in {row.duty for row in rows}:
        for one in FINDERS[DutyKind(kind)](ground):
            found[kind, one.subject].append(one)
    for row in rows:
        yield row, found[row.duty, row.subject]


def _found(row: Reminder, open_now: Sequence[Open], ground: Ground, reach: Reach) -> Due | WithdrawnBecause:
    """The step as it is now, or why it is none any more."""
    if not open_now:
        _refuse_unknown(row, ground)
        return WithdrawnBecause.OVER
    one = next((same for same in open_now if same.due == row.due), None)
    if one is None:
        return WithdrawnBecause.MOVED
    steps = _that_hold(row, ground.steps_of(one))
    if not steps:
        return WithdrawnBecause.OTHER_STEP
    due = (found for step in steps for found in addressed(one, step, reach) if isinstance(found, Due))
    same = (found for found in due if (found.reader.whom, found.step) == (row.whom, row.step))
    return next(same, WithdrawnBecause.PASSED_ON)


def _refuse_unknown(row: Reminder, ground: Ground) -> None:
    """While a version is checked nobody knows whether its holder is done: the mail waits until that is told."""
    state = ground.reports[row.report].state if row.report else None
    if state and state.acts is Actor.WE and not state.stuck and row.duty in WAIT_FOR_THE_CHECK:
        raise NotNow(BEING_CHECKED)


def _that_hold(row: Reminder, steps: tuple[Step, ...]) -> list[Step]:
    """The step of a row, unless it lapsed or a later one to the same rung was reached; of the alarm that nobody is left, any."""
    if row.step == NOBODY_LEFT:
        return list(steps)
    return [step for step in steps if step.step == row.step and not _replaced(step, steps, row.due)]


def _replaced(step: Step, steps: tuple[Step, ...], due: date) -> bool:
    day = day_of(step, due)
    reached = (day_of(other, due) for other in steps if other.who is step.who)
    return today() > day + LAPSES_AFTER or any(day < other <= today() for other in reached)
