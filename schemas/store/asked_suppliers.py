"""The asks of reports with their links, answers and sendings, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from schemas.asking import AskFacts, LinkFacts
from schemas.store.among import among
from schemas.store.ask_mails import links_that_did_not_arrive
from schemas.store.asking import Answer, Ask, AskLink
from schemas.store.questioned import sent_at
from schemas.words import AnswerKind


def asks_of(session: Session, reports: Iterable[UUID]) -> list[AskFacts]:
    """All asks of some reports, from old to new."""
    query = select(Ask).where(among(Ask.report, reports)).order_by(Ask.asked_at, Ask.supplier_id, Ask.id)
    return _facts(session, list(session.scalars(query)))


def ask_facts(session: Session, ask: UUID) -> AskFacts | None:
    """One ask; none where there is no such."""
    found = session.get(Ask, ask)
    return _facts(session, [found])[0] if found else None


def newest_asks(asks: Iterable[AskFacts]) -> dict[str, AskFacts]:
    """By supplier, the ask that counts: the newest that was not revoked, else the newest."""
    by_supplier: dict[str, AskFacts] = {}
    for one in sorted(asks, key=lambda ask: (ask.revoked_at is None, ask.asked_at)):
        by_supplier[one.supplier_id] = one
    return by_supplier


def _facts(session: Session, asks: list[Ask]) -> list[AskFacts]:
    if not asks:
        return []
    ids = [one.id for one in asks]
    lost = links_that_did_not_arrive(session, {one.report for one in asks})
    links, answers, wrong, sent = (
        _links(session, ids),
        _answers(session, ids),
        _wrong(session, ids),
        sent_at(session, ids),
    )
    return [
        AskFacts(
            id=one.id,
            report=one.report,
            supplier_id=one.supplier_id,
            supplier_name=one.supplier_name,
            email=one.email,
            language=one.language,
            role=one.role,
            tier=one.tier,
            employees=one.employees,
            questions=tuple(one.questions),
            due=one.due,
            asked_by=one.asked_by,
            asked_under=one.asked_under,
            asked_at=one.asked_at,
            revoked_at=one.revoked_at,
            links=tuple(links[one.id]),
            answers=answers[one.id],
            wrong_person_at=wrong.get(one.id),
            sent_at=sent.get(one.id),
            bounced=bool(links[one.id]) and links[one.id][-1].id in lost,
        )
        for one in asks
    ]


def _links(session: Session, asks: list[UUID]) -> dict[UUID, list[LinkFacts]]:
    query = select(AskLink).where(among(AskLink.ask, asks)).order_by(AskLink.ask, AskLink.made_at, AskLink.id)
    found: dict[UUID, list[LinkFacts]] = defaultdict(list)
    for one in session.scalars(query):
        found[one.ask].append(
            LinkFacts(
                id=one.id,
                made_at=one.made_at,
                valid_until=one.valid_until,
                opened_at=one.opened_at,
                revoked_at=one.revoked_at,
            )
        )
    return found


def _answers(session: Session, asks: list[UUID]) -> dict[UUID, dict[str, AnswerKind]]:
    query = select(Answer.ask, Answer.question, Answer.kind).where(among(Answer.ask, asks))
    found: dict[UUID, dict[str, AnswerKind]] = defaultdict(dict)
    for ask, question, kind in session.execute(query.order_by(Answer.answered_at, Answer.id)):
        found[ask][question] = kind
    return found


def _wrong(session: Session, asks: list[UUID]) -> dict[UUID, datetime]:
    said_so = Answer.kind == AnswerKind.WRONG_PERSON
    query = select(Answer.ask, func.max(Answer.answered_at)).where(among(Answer.ask, asks), said_so)
    return dict[UUID, datetime](session.execute(query.group_by(Answer.ask).order_by(Answer.ask)).all())
