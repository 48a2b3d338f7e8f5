"""What is asked at one address, of every holder, concession and year, with how far each ask is; in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from portal.asked_of_supplier import answers_may_change, changed_since, files_changed_at, past
from schemas.state import Facts
from schemas.store import (
    Answer,
    Ask,
    Concession,
    Organisation,
    Report,
    all_facts,
    judgements_of,
    sent_at,
)


class Stand(StrEnum):
    """How far an ask is, as its supplier sees it."""

    OPEN = "open"
    QUESTIONED = "questioned"
    SENT = "sent"
    LATE = "late"
    CLOSED = "closed"
    REVOKED = "revoked"


MAY_ANSWER = frozenset({Stand.OPEN, Stand.QUESTIONED, Stand.SENT})


@dataclass(frozen=True, kw_only=True)
class AskAtAddress:
    """One ask; ``waiting`` is how many of its ``questions`` have no answer, or were questioned by the holder."""

    id: UUID
    supplier: str
    asker: str
    concession: str
    year: int
    due: date
    questions: int
    waiting: int
    stand: Stand
    sent_at: datetime | None

    @property
    def may_answer(self) -> bool:
        """Whether answers can still be given or corrected."""
        return self.stand in MAY_ANSWER


@dataclass(frozen=True, kw_only=True)
class _Answered:
    """What an ask has: by question when the newest answer was given, what the holder came back on, when a file last came or went."""

    at: Mapping[str, datetime]
    questioned: frozenset[str]
    files_at: datetime | None
    sent_at: datetime | None

    @property
    def done(self) -> bool:
        return not changed_since(self.sent_at, self.at.values(), self.files_at)


def asks_at(session: Session, *which: ColumnElement[bool], most: int | None = None) -> list[AskAtAddress]:
    """The asks of which this holds, the one that is due first first."""
    above = aliased(Ask)
    query = (
        select(Ask, Report, Concession.name, func.coalesce(above.supplier_name, Organisation.name))
        .join(Report, Report.id == Ask.report)
        .join(Concession, Concession.id == Report.concession)
        .join(Organisation, Organisation.id == Concession.holder)
        .outerjoin(above, above.id == Ask.asked_under)
        .where(*which)
        .order_by(Ask.due, Ask.id)
        .limit(most)
    )
    found = session.execute(query).all()
    facts = all_facts(session, list({report.id: report for _, report, _, _ in found}.values()))
    answered = _answered(session, [ask.id for ask, _, _, _ in found])
    return [
        _shown(ask, report, concession, asker, facts[report.id], answered[ask.id])
        for ask, report, concession, asker in found
    ]


def _shown(ask: Ask, report: Report, concession: str, asker: str, facts: Facts, answered: _Answered) -> AskAtAddress:
    waiting = set(ask.questions) - set(answered.at) | answered.questioned
    return AskAtAddress(
        id=ask.id,
        supplier=ask.supplier_name,
        asker=asker,
        concession=concession,
        year=report.report_year,
        due=ask.due,
        questions=len(ask.questions),
        waiting=len(waiting),
        stand=_stand(ask, facts, answered),
        sent_at=answered.sent_at,
    )


def _stand(ask: Ask, facts: Facts, answered: _Answered) -> Stand:
    if ask.revoked_at:
        return Stand.REVOKED
    if not answers_may_change(facts):
        return Stand.CLOSED
    if past(ask):
        return Stand.LATE
    if answered.questioned:
        return Stand.QUESTIONED
    return Stand.SENT if answered.done else Stand.OPEN


def _answered(session: Session, asks: Sequence[UUID]) -> dict[UUID, _Answered]:
    newest: dict[UUID, dict[str, Answer]] = defaultdict(dict)
    query = select(Answer).where(Answer.ask.in_(asks)).order_by(Answer.answered_at, Answer.id)
    for answer in session.scalars(query):
        newest[answer.ask][answer.question] = answer
    judged = judgements_of(session, [one.id for of_ask in newest.values() for one in of_ask.values()])
    questioned = {one.answer for one in judged.values() if not one.accepted}
    last, files_at = sent_at(session, asks), files_changed_at(session, asks)
    return {
        ask: _Answered(
            at={question: one.answered_at for question, one in newest[ask].items()},
            questioned=frozenset(question for question, one in newest[ask].items() if one.id in questioned),
            files_at=files_at.get(ask),
            sent_at=last.get(ask),
        )
        for ask in asks
    }
