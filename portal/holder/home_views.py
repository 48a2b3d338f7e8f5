"""The holder's home: per concession where it stands and the next step, and what changed since the last visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.chain.asked import Waiting, waiting_for
from portal.hearings import hearings_of
from portal.holder.about import About, abouts
from portal.holder.blueprint import READERS, holder
from portal.holder.conversations import Conversations, ConversationShown, conversations_about, sentence_of
from portal.holder.marks import marks_of
from portal.holder.news import last_visit, news_since
from portal.holder.other_years import OtherYear, other_years
from portal.holder.sentences import Sentence, Step, next_step, sentence
from portal.holder.year import YearStep, year_line
from portal.plan.calls import Calls, calls_of
from portal.reminders.tasks import tasks_of
from portal.shortfalls.waiting import cases_waiting_for
from portal.signatories import alarms_of
from portal.visitor import SignedIn, me
from schemas.state import Standing
from schemas.store import Organisation, reading


@dataclass(frozen=True, kw_only=True)
class OpenYear:
    """An earlier report that is not decided yet."""

    about: About
    sentence: Sentence
    step: Step


@dataclass(frozen=True, kw_only=True)
class Line:
    """One concession on the home page, at its newest report; ``open`` are the earlier ones that still wait for somebody."""

    about: About
    sentence: Sentence
    step: Step
    year: tuple[YearStep, ...]
    open: tuple[OpenYear, ...]
    earlier: tuple[OtherYear, ...]
    plan: Calls
    waiting: Waiting | None


@holder.get("/concessies")
@for_role(*READERS)
def home() -> ResponseReturnValue:
    with reading() as session:
        known = abouts(session, me())
        alarms = alarms_of(session, [session.get_one(Organisation, me().organisation)])
        since = last_visit(session, me())
        by_report = {one.report.id: one for one in known}
        talks = conversations_about(session, me(), by_report)
        news = news_since(session, me(), known, talks, since) if since else []
        marks = marks_of(session, known)
        marked = [(one, mine) for one in known if (mine := marks[one.report.id].open_for(me().id))]
        cases = cases_waiting_for(session, me(), known)
        plans = calls_of(session, {one.concession.id for one in known})
        waiting = waiting_for(session, [one.report.id for one in known if one.open_for_work])
        tasks = tasks_of(session, me())
        hearings = [(one, by_report[one.report]) for one in hearings_of(session, by_report) if one.awaits_holder]
    return render_template(
        "holder/home.html",
        alarms=alarms,
        lines=_lines(known, me(), plans, waiting),
        questions=_questions(by_report, talks),
        marked=marked,
        hearings=hearings,
        cases=cases,
        tasks=tasks,
        one_sentence=lambda one: sentence_of(one, me(), leading=False),
        since=since,
        news=news,
    )


def _questions(
    known: Mapping[UUID, About], talks: Mapping[UUID, Conversations]
) -> list[tuple[ConversationShown, About]]:
    """The questions that ask for an answer, also about a report that was decided; those with the nearest term first."""
    asked = [(one, known[report]) for report, all_of in talks.items() for one in all_of.awaiting_holder]
    return sorted(asked, key=lambda pair: (pair[0].asked.answer_by or date.max, pair[0].asked.at))


def _lines(
    known: list[About], person: SignedIn, plans: Mapping[UUID, Calls], waiting: Mapping[UUID, Waiting]
) -> list[Line]:
    """A card for each concession; those that wait for the holder are as easy to find in an earlier year as in this one."""
    by_concession: dict[UUID, list[About]] = {}
    for one in known:
        by_concession.setdefault(one.concession.id, []).append(one)
    return [_line(all_years, person, plans[concession], waiting) for concession, all_years in by_concession.items()]


def _line(all_years: Sequence[About], person: SignedIn, plan: Calls, waiting: Mapping[UUID, Waiting]) -> Line:
    """The newest year of a concession stands first in what is known."""
    newest, *before = all_years
    decided = [one.report for one in before if one.state.standing is Standing.DECIDED]
    return Line(
        about=newest,
        sentence=sentence(newest, person),
        step=next_step(newest, person),
        year=year_line(newest),
        open=tuple(
            OpenYear(about=one, sentence=sentence(one, person), step=next_step(one, person))
            for one in before
            if one.state.standing is not Standing.DECIDED
        ),
        earlier=other_years(newest.report, decided),
        plan=plan,
        waiting=waiting.get(newest.report.id),
    )
