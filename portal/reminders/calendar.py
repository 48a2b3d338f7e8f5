"""The calendar of reminders of one report: those that went, and those that will go as long as nothing is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.reminders.words import MAIL_WORDS, WITHDRAWN_WORDS, duty_words, sent_step_words, step_words
from schemas.clock import today
from schemas.reminding.days import ahead
from schemas.reminding.opened import Open
from schemas.reminding.steps import USUAL, DutyKind, Rung, Step
from schemas.reminding.words import about_of
from schemas.store import Mail, Organisation, Person, Reminder, ReminderWithdrawn, Report
from schemas.store.duties import Ground, ground_of, open_duties
from schemas.store.duties.reach import Reach, reach_of
from schemas.words import MailState

NAMED: Final = 3
MOST: Final = 400


@dataclass(frozen=True, kw_only=True)
class Went:
    """A reminder that was written: when, of what, to whom, and where its mail is."""

    at: datetime
    duty: str
    step: str
    to: str
    due: date
    state: str
    arrived: bool


@dataclass(frozen=True, kw_only=True)
class WillGo:
    """A reminder that comes on a day, as long as the work is not done."""

    day: date
    duty: str
    step: str
    to: str
    due: date


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """What went, the newest first, and what will go, in order; ``more`` went before those that are listed."""

    went: tuple[Went, ...]
    more: bool
    coming: tuple[WillGo, ...]


def calendar_of(session: Session, report: Report) -> Calendar:
    """The calendar of a report."""
    ground = ground_of(session, report.concession)
    duties = [one for one in open_duties(ground) if one.report == report.id]
    went = _went(session, report, _steps(ground, report))
    reach = reach_of(session, ground, today=today())
    return Calendar(went=went[:MOST], more=len(went) > MOST, coming=tuple(coming(ground, duties, reach)))


def _steps(ground: Ground, report: Report) -> Mapping[str, tuple[Step, ...]]:
    own = ground.steps.get((report.concession, report.terms_sha256), USUAL)
    return {kind.value: own.get(kind, USUAL[kind]) for kind in DutyKind}


def _went(session: Session, report: Report, steps: Mapping[str, tuple[Step, ...]]) -> tuple[Went, ...]:
    query = (
        select(Reminder, Mail.state, Mail.recipient, Person.name, Organisation.name, ReminderWithdrawn.reason)
        .join(Mail, Mail.id == Reminder.mail)
        .outerjoin(ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id)
        .outerjoin(Person, Person.id == Reminder.person)
        .outerjoin(Organisation, Organisation.id == Person.organisation)
        .where(Reminder.report == report.id)
        .order_by(Reminder.at.desc(), Reminder.duty, Reminder.id)
        .limit(MOST + 1)
    )
    return tuple(
        Went(
            at=one.at,
            duty=duty_words(one.duty, one.about),
            step=sent_step_words(one.step, steps[one.duty]),
            to=f"{name}, {organisation}" if name else recipient,
            due=one.due,
            state=str(WITHDRAWN_WORDS[withdrawn] if withdrawn else MAIL_WORDS[state]),
            arrived=bool(withdrawn) or state not in {MailState.FAILED, MailState.BOUNCED},
        )
        for one, state, recipient, name, organisation, withdrawn in session.execute(query)
    )


def coming(ground: Ground, duties: Iterable[Open], reach: Reach) -> Iterable[WillGo]:
    """By day and step, who gets it; many firms of one day stand on one line."""
    found: dict[tuple[date, str, Step, date], list[str]] = defaultdict(list)
    for one in duties:
        for day, step in ahead(ground.steps_of(one), due=one.due, since=one.since, today=today()):
            if who := _who(one, step, reach):
                found[day, one.kind.value, step, one.due].append(who)
    for (day, kind, step, due), whom in sorted(found.items(), key=lambda pair: (pair[0][0], pair[0][1])):
        yield WillGo(day=day, duty=duty_words(kind), step=step_words(step), to=_some(whom), due=due)


def _who(one: Open, step: Step, reach: Reach) -> str:
    if step.who is Rung.ABOVE and not (one.asked and one.asked.above):
        return ""
    names = [reader.name for reader in reach.readers(one, step.who)]
    about = f" ({about_of(one)})" if step.who is not Rung.ACTOR and about_of(one) else ""
    return (", ".join(names) if names else str(_("niemand bereikbaar"))) + about


def _some(whom: list[str]) -> str:
    unique = list(dict.fromkeys(whom))
    named = ", ".join(unique[:NAMED])
    rest = len(unique) - NAMED
    return str(_("%(named)s en nog %(rest)s", named=named, rest=rest)) if rest > 0 else named
