"""The measures of concessions with all that was proposed, answered and told of them, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from schemas.plans import Answered, MeasureFacts, Note, Proposed
from schemas.store.among import among
from schemas.store.people import Organisation, Person
from schemas.store.plans import Measure, MeasureAnswer, MeasureNote, MeasureProposal


def measures_of(session: Session, concessions: Iterable[UUID]) -> list[MeasureFacts]:
    """All measures of some concessions, from old to new."""
    query = select(Measure).where(among(Measure.concession, concessions)).order_by(Measure.at, Measure.id)
    measures = session.scalars(query).all()
    if not measures:
        return []
    ids = [one.id for one in measures]
    proposals, notes = _proposals(session, ids), _notes(session, ids)
    return [
        MeasureFacts(
            id=one.id,
            concession=one.concession,
            origin=one.origin,
            norm=one.norm,
            at=one.at,
            proposals=tuple(proposals[one.id]),
            notes=tuple(notes[one.id]),
        )
        for one in measures
    ]


def _proposals(session: Session, measures: list[UUID]) -> dict[UUID, list[Proposed]]:
    proposer, holder = aliased(Person), aliased(Organisation)
    answerer, authority = aliased(Person), aliased(Organisation)
    query = (
        select(MeasureProposal, proposer.name, holder.name, MeasureAnswer, answerer.name, authority.name)
        .join(proposer, proposer.id == MeasureProposal.by)
        .join(holder, holder.id == proposer.organisation)
        .outerjoin(MeasureAnswer, MeasureAnswer.proposal == MeasureProposal.id)
        .outerjoin(answerer, answerer.id == MeasureAnswer.by)
        .outerjoin(authority, authority.id == answerer.organisation)
        .where(among(MeasureProposal.measure, measures))
        .order_by(MeasureProposal.measure, MeasureProposal.number)
    )
    found: dict[UUID, list[Proposed]] = defaultdict(list)
    for made, name, organisation, answer, who, theirs in session.execute(query):
        found[made.measure].append(
            Proposed(
                id=made.id,
                number=made.number,
                title=made.title,
                owner=made.owner,
                due=made.due,
                effect=made.effect,
                effect_from=made.effect_from,
                effect_words=made.effect_words,
                reason=made.reason,
                drops=made.drops,
                by=f"{name}, {organisation}",
                at=made.at,
                answered=_answered(answer, f"{who}, {theirs}") if answer else None,
            )
        )
    return found


def _answered(answer: MeasureAnswer, by: str) -> Answered:
    return Answered(kind=answer.answer, reason=answer.reason, by=by, at=answer.at)


def _notes(session: Session, measures: list[UUID]) -> dict[UUID, list[Note]]:
    query = (
        select(MeasureNote, Person.name, Organisation.name)
        .join(Person, Person.id == MeasureNote.by)
        .join(Organisation, Organisation.id == Person.organisation)
        .where(among(MeasureNote.measure, measures))
        .order_by(MeasureNote.measure, MeasureNote.number)
    )
    found: dict[UUID, list[Note]] = defaultdict(list)
    for told, name, organisation in session.execute(query):
        found[told.measure].append(
            Note(
                id=told.id,
                progress=told.progress,
                percentage=told.percentage,
                text=told.text,
                file_name=told.file_name,
                size=told.size,
                by=f"{name}, {organisation}",
                at=told.at,
            )
        )
    return found
