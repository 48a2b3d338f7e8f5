"""Requests for more time as people read them: asked by whom, until when and why, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from schemas.store import ExtensionAnswer, ExtensionRequest, Organisation, Person, among


@dataclass(frozen=True, kw_only=True)
class AnswerShown:
    """What was answered; ``until`` is none where it was refused."""

    until: date | None
    reason: str
    by: str
    organisation: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Extension:
    """A request with its answer once it is there."""

    id: UUID
    report: UUID
    term: date
    until: date
    reason: str
    by: str
    organisation: str
    at: datetime
    answer: AnswerShown | None


def extensions_of(session: Session, reports: Iterable[UUID]) -> list[Extension]:
    """All that was ever asked for some reports, the newest first."""
    asker, holder = aliased(Person), aliased(Organisation)
    answerer, authority = aliased(Person), aliased(Organisation)
    query = (
        select(ExtensionRequest, asker.name, holder.name, ExtensionAnswer, answerer.name, authority.name)
        .join(asker, asker.id == ExtensionRequest.by)
        .join(holder, holder.id == asker.organisation)
        .outerjoin(ExtensionAnswer, ExtensionAnswer.request == ExtensionRequest.id)
        .outerjoin(answerer, answerer.id == ExtensionAnswer.by)
        .outerjoin(authority, authority.id == answerer.organisation)
        .where(among(ExtensionRequest.report, reports))
        .order_by(ExtensionRequest.at.desc(), ExtensionRequest.id)
    )
    return [
        Extension(
            id=asked.id,
            report=asked.report,
            term=asked.term,
            until=asked.until,
            reason=asked.reason,
            by=by,
            organisation=organisation,
            at=asked.at,
            answer=_answer(answer, who or "", theirs or "") if answer else None,
        )
        for asked, by, organisation, answer, who, theirs in session.execute(query)
    ]


def _answer(answer: ExtensionAnswer, by: str, organisation: str) -> AnswerShown:
    return AnswerShown(until=answer.until, reason=answer.reason, by=by, organisation=organisation, at=answer.at)
