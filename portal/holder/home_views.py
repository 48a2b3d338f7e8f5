"""The holder's home: per concession where it stands and the next step, and what changed since the last visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
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
from portal.shortfalls.waiting import cases_waiting_for
from portal.signatories import alarms_of
from portal.visitor import SignedIn, me
from schemas.state import Standing
from schemas.store import Organisation, reading


@dataclass(frozen=True, kw_only=True)
class Line:
    """One report on the home page."""

    about: About
    sentence: Sentence
    step: Step
    year: tuple[YearStep, ...]
    earlier: tuple[OtherYear, ...]
    plan: Calls


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
        hearings = [(one, by_report[one.report]) for one in hearings_of(session, by_report) if one.awaits_holder]
    return render_template(
        "holder/home.html",
        alarms=alarms,
        lines=_lines(known, me(), plans),
        questions=_questions(by_report, talks),
        marked=marked,
        hearings=hearings,
        cases=cases,
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


def _shown(known: list[About]) -> list[About]:
    """Of each concession its newest report, and older ones that are not decided yet."""
    newest = {one.concession.id: one.report.id for one in reversed(known)}
    return [
        one for one in known if one.report.id == newest[one.concession.id] or one.state.standing is not Standing.DECIDED
    ]


def _lines(known: list[About], person: SignedIn, plans: Mapping[UUID, Calls]) -> list[Line]:
    """A card for each report that is shown; the newest of a concession leads to the decided ones before it."""
    shown = _shown(known)
    kept = [one.report for one in known if one not in shown]
    newest = {one.concession.id: one.report.id for one in reversed(known)}
    return [
        Line(
            about=one,
            sentence=sentence(one, person),
            step=next_step(one, person),
            year=year_line(one),
            earlier=other_years(one.report, kept) if one.report.id == newest[one.concession.id] else (),
            plan=plans[one.concession.id] if one.report.id == newest[one.concession.id] else Calls(),
        )
        for one in shown
    ]
