"""The confidential figures of a report's suppliers as they stood after each sending and each ask that was taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.answered import value_of
from schemas.confidential import Moment
from schemas.store import Answer, AnswersSent, Ask, among


@dataclass(frozen=True)
class _Event:
    """A supplier sent its answers, or its ask was taken back."""

    at: datetime
    ask: Ask
    sent: bool


def confidential_moments(session: Session, report: UUID) -> Mapping[str, Sequence[Moment]]:
    """By question, from old to new; one more supplier, one fewer or another figure makes a moment."""
    asks = {one.id: one for one in session.scalars(select(Ask).where(Ask.report == report))}
    query = select(Answer).where(among(Answer.ask, asks)).order_by(Answer.answered_at, Answer.id)
    answers: dict[UUID, list[Answer]] = defaultdict(list)
    for one in session.scalars(query):
        answers[one.ask].append(one)
    replay = _Replay()
    for event in _events(session, asks):
        replay.on(event, answers[event.ask.id])
    return replay.moments


@dataclass
class _Replay:
    """The figures by question and supplier while the events pass."""

    figures: dict[str, dict[str, Decimal]] = field(default_factory=lambda: defaultdict(dict))
    moments: dict[str, list[Moment]] = field(default_factory=lambda: defaultdict(list))

    def on(self, event: _Event, answers: Sequence[Answer]) -> None:
        """What an event makes of the figures of one supplier."""
        given = _given(answers, event.at) if event.sent else {}
        for question in {*given, *(one for one, figures in self.figures.items() if event.ask.supplier_id in figures)}:
            before = self.figures[question]
            others = {name: value for name, value in before.items() if name != event.ask.supplier_id}
            now = others | ({event.ask.supplier_id: given[question]} if question in given else {})
            if now != before:
                self.figures[question] = now
                self.moments[question].append(Moment(event.at, now))


def _events(session: Session, asks: Mapping[UUID, Ask]) -> list[_Event]:
    sent = select(AnswersSent).where(among(AnswersSent.ask, asks)).order_by(AnswersSent.sent_at, AnswersSent.id)
    sendings = [_Event(one.sent_at, asks[one.ask], sent=True) for one in session.scalars(sent)]
    taken_back = [_Event(one.revoked_at, one, sent=False) for one in asks.values() if one.revoked_at]
    return sorted([*sendings, *taken_back], key=lambda event: (event.at, str(event.ask.id)))


def _given(answers: Sequence[Answer], at: datetime) -> dict[str, Decimal]:
    """The confidential figures in the answers that count at a moment."""
    newest = {one.question: one for one in answers if one.answered_at <= at}
    kept = {question: value_of(one.value) for question, one in newest.items() if one.confidential}
    return {question: value for question, value in kept.items() if isinstance(value, Decimal)}
