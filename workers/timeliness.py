"""Whether a report was handed in on time: the one verdict that follows from a signature, not from figures."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.judgement import Verdict
from schemas.norms import TIMELY
from schemas.store import NormVerdict, Signature, Version
from workers.domain.norm_duties import Certificate, Facts
from workers.domain.norms import verdicts
from workers.sources import VersionSources


def handed_in_on(session: Session, report: UUID) -> date | None:
    """The day on which the report was first handed in; a correction within its term does not make it late."""
    query = (
        select(Signature.at)
        .join(Version, Version.id == Signature.version)
        .where(Version.report == report, Signature.withdrawn_at.is_(None))
        .order_by(Signature.at)
    )
    at = session.scalars(query.limit(1)).first()
    return dutch_day(at) if at else None


def timeliness(sources: VersionSources, day: date | None) -> Verdict | None:
    """The verdict on the day of handing in; none where the terms do not ask for it."""
    nothing = Facts(
        year=sources.year,
        indicators=(),
        certificate=Certificate(None, None, None),
        handed_in=day,
        extended=sources.extended_until,
    )
    return next((one for one in verdicts(sources.terms, nothing) if one.norm == TIMELY), None)


def keep_timeliness(session: Session, sources: VersionSources) -> None:
    """Bring the kept verdict of a version in line with its signatures, where it was checked already."""
    kept = session.get(NormVerdict, (sources.version, TIMELY))
    now = timeliness(sources, handed_in_on(session, sources.report))
    if kept is None or now is None:
        return
    kept.verdict = now.verdict
    kept.value = None if now.value is None else str(now.value)
    kept.threshold = None if now.threshold is None else str(now.threshold)
    kept.reason_nl, kept.reason_en = now.reason.nl, now.reason.en
