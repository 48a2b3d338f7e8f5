"""The duty to add the evidence that a report names and that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from schemas.clock import dutch_day
from schemas.letters.wording import both, counted
from schemas.reminding.opened import Open
from schemas.reminding.steps import DutyKind
from schemas.state import Actor
from schemas.store.duties.ground import Ground, Standing, parts_of
from schemas.store.work import NamedEvidence

ONE = both("bewijsstuk", "piece of evidence")
MORE = both("bewijsstukken", "pieces of evidence")
THEIRS = frozenset({Actor.HOLDER, Actor.SIGNATORY})


def evidence_missing(ground: Ground) -> Iterator[Open]:
    """Reports that the holder still has in hand, whose newest version names files that were not found."""
    theirs = {
        one.state.version: one
        for one in ground.reports.values()
        if one.state.acts in THEIRS and one.state.version and one.state.by
    }
    for part in parts_of(list(theirs)):
        query = (
            select(NamedEvidence.version, func.count())
            .where(NamedEvidence.version.in_(part), NamedEvidence.sha256.is_(None))
            .group_by(NamedEvidence.version)
            .order_by(NamedEvidence.version)
        )
        for version, missing in ground.session.execute(query):
            yield _open(ground, theirs[version], version, missing)


def _open(ground: Ground, one: Standing, version: UUID, missing: int) -> Open:
    assert one.state.by is not None
    return Open(
        kind=DutyKind.EVIDENCE,
        subject=one.report.id,
        concession=one.report.concession,
        report=one.report.id,
        due=one.state.by,
        since=dutch_day(_made(one, version)),
        told=ground.told_of(one.report.id) | {"missing": counted(missing, ONE, MORE)},
    )


def _made(one: Standing, version: UUID) -> datetime:
    return next(it.created_at for it in one.facts.versions if it.id == version)
