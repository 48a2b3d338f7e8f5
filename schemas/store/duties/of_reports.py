"""The duties that the state of a report gives: hand in, correct, sign, review, and read as second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from schemas.clock import dutch_day
from schemas.letters.wording import both
from schemas.reminding.opened import Open
from schemas.reminding.steps import DutyKind
from schemas.state import Actor, VersionFacts
from schemas.state import Standing as Stands
from schemas.store.duties.ground import Ground, Standing, parts_of
from schemas.store.reports import Confirmation, Decision
from schemas.texts import Bilingual

COMPLETENESS: Final = both("begint met de beoordeling", "begin the review")
DECIDING: Final = both("rondt de beoordeling af", "finish the review")
UNDER_WAY: Final = frozenset({Stands.OPEN, Stands.DRAFT})


def reports_due(ground: Ground) -> Iterator[Open]:
    """Reports that their holder still works on, before anything was decided."""
    for one in _acted_on_by(ground, Actor.HOLDER):
        if one.state.standing in UNDER_WAY and not one.state.correction:
            yield _open(ground, one, DutyKind.REPORT, since=dutch_day(one.report.opened_at))


def corrections(ground: Ground) -> Iterator[Open]:
    """Reports that came back with a term."""
    sent_back = [one for one in _acted_on_by(ground, Actor.HOLDER) if one.state.correction]
    moments = _sent_back_at(ground, [one.state.version for one in sent_back if one.state.version])
    for one in sent_back:
        told = moments.get(one.state.version) if one.state.version else None
        yield _open(ground, one, DutyKind.CORRECTION, since=dutch_day(told or _begun(one)))


def signatures(ground: Ground) -> Iterator[Open]:
    """Reports that are ready and wait for who signs."""
    for one in _acted_on_by(ground, Actor.SIGNATORY):
        yield _open(ground, one, DutyKind.SIGNATURE, since=dutch_day(_begun(one)))


def reviews(ground: Ground) -> Iterator[Open]:
    """Reports that were handed in, with the term that runs now."""
    for one in _acted_on_by(ground, Actor.MANAGER):
        task = COMPLETENESS if one.state.standing is Stands.HANDED_IN else DECIDING
        yield _open(ground, one, DutyKind.REVIEW, since=dutch_day(_begun(one)), task=task)


def second_readings(ground: Ground) -> Iterator[Open]:
    """Proposals to send back that nobody confirmed or refused."""
    for one in _acted_on_by(ground, Actor.SECOND_READER):
        yield _open(ground, one, DutyKind.SECOND_READING, since=dutch_day(_begun(one)))


def _acted_on_by(ground: Ground, actor: Actor) -> Iterator[Standing]:
    return (one for one in ground.reports.values() if one.state.acts is actor and one.state.by is not None)


def _open(ground: Ground, one: Standing, kind: DutyKind, *, since: date, task: Bilingual | None = None) -> Open:
    assert one.state.by is not None
    more: dict[str, str | Bilingual] = {"task": task} if task else {}
    return Open(
        kind=kind,
        subject=one.report.id,
        concession=one.report.concession,
        report=one.report.id,
        due=one.state.by,
        since=since,
        told=ground.told_of(one.report.id) | more,
    )


def _begun(one: Standing) -> datetime:
    """Since when a report stands where it stands: what happened last to the version that it is about."""
    version = next((it for it in reversed(one.facts.versions) if it.id == one.state.version), None)
    return _newest(version) if version else one.report.opened_at


def _newest(version: VersionFacts) -> datetime:
    moments = (
        version.created_at,
        version.checked.at if version.checked else None,
        version.signed.at if version.signed else None,
        version.review_begun_at,
    )
    return max(moment for moment in moments if moment)


def _sent_back_at(ground: Ground, versions: list[UUID]) -> Mapping[UUID, datetime]:
    """When the second reader confirmed that a version goes back."""
    query = select(Decision.version, Confirmation.at).join(Confirmation, Confirmation.decision == Decision.id)
    found: dict[UUID, datetime] = {}
    for part in parts_of(versions):
        rows = ground.session.execute(query.where(Decision.version.in_(part)).order_by(Confirmation.at))
        found |= dict[UUID, datetime](rows.all())
    return found
