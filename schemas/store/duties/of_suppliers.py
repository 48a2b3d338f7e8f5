"""The duty of a firm in the chain to answer what it was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import aliased

from schemas.clock import dutch_day
from schemas.reminding.opened import Asked, Open, Reader
from schemas.reminding.steps import DutyKind
from schemas.store.asking import Answer, AnswersSent, Ask, AskLink
from schemas.store.duties.ground import Ground
from schemas.texts import Bilingual
from schemas.words import AnswerKind


def answers_due(ground: Ground) -> Iterator[Open]:
    """What was asked, not taken back, and neither sent nor turned away as meant for somebody else."""
    asked = ground.session.execute(_asked().where(ground.within(Ask.report), ground.sought(Ask.id))).all()
    links = _links(ground, asked)
    told = {report: ground.told_of(report) for report in ground.reports}
    for one in asked:
        if one.report in told:
            concession = ground.reports[one.report].report.concession
            yield _open(one, concession, told[one.report], links)


def _asked() -> Select[*tuple[Any, ...]]:
    above = aliased(Ask)
    return (
        select(
            Ask.id,
            Ask.report,
            Ask.email,
            Ask.supplier_name,
            Ask.language,
            Ask.due,
            Ask.asked_at,
            Ask.asked_under,
            above.email.label("above_email"),
            above.supplier_name.label("above_name"),
            above.language.label("above_language"),
        )
        .outerjoin(above, above.id == Ask.asked_under)
        .where(Ask.revoked_at.is_(None), ~_was_sent(), ~_is_for_somebody_else())
        .order_by(Ask.due, Ask.id)
    )


def _was_sent() -> ColumnElement[bool]:
    return select(AnswersSent.id).where(AnswersSent.ask == Ask.id).exists()


def _is_for_somebody_else() -> ColumnElement[bool]:
    return select(Answer.id).where(Answer.ask == Ask.id, Answer.kind == AnswerKind.WRONG_PERSON).exists()


def _links(ground: Ground, asked: Sequence[Row[*tuple[Any, ...]]]) -> dict[UUID, UUID]:
    """The newest link that was not taken back, of these asks and of those that they were asked under."""
    query = select(AskLink.ask, AskLink.id).where(AskLink.revoked_at.is_(None)).order_by(AskLink.made_at, AskLink.id)
    if ground.subjects is not None:
        query = query.where(AskLink.ask.in_({id_ for one in asked for id_ in (one.id, one.asked_under) if id_}))
    elif not ground.whole:
        query = query.join(Ask, Ask.id == AskLink.ask).where(ground.within(Ask.report))
    return dict[UUID, UUID](ground.session.execute(query).all())


def _open(
    one: Row[*tuple[Any, ...]], concession: UUID, told: Mapping[str, str | Bilingual], links: Mapping[UUID, UUID]
) -> Open:
    above = Reader(email=one.above_email, name=one.above_name, language=one.above_language) if one.above_email else None
    return Open(
        kind=DutyKind.SUPPLIER,
        subject=one.id,
        concession=concession,
        report=one.report,
        due=one.due,
        since=dutch_day(one.asked_at),
        told={**told, "firm": one.supplier_name, "asker": one.above_name or told["holder"]},
        asked=Asked(
            reader=Reader(email=one.email, name=one.supplier_name, language=one.language),
            link=links.get(one.id),
            above=above,
            above_link=links.get(one.asked_under),
        ),
    )
