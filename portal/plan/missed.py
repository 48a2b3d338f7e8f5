"""A norm that was not met in the newest report that a concession has: from it a measure is begun."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.verdicts import asked_words, said
from portal.language import in_language
from schemas.judgement import Outcome
from schemas.norms import NORM
from schemas.store import Check, NormVerdict, Report, Version


@dataclass(frozen=True, kw_only=True)
class Missed:
    """What was reached over a year, and what was asked."""

    name: str
    year: int
    value: str
    asked: str


def missed(session: Session, concession: UUID, norm: str) -> Missed | None:
    """How the norm was missed; none where it was not, or where nothing is known of it."""
    query = (
        select(NormVerdict, Report.report_year)
        .join(Version, Version.id == NormVerdict.version)
        .join(Report, Report.id == Version.report)
        .join(Check, Check.version == Version.id)
        .where(Report.concession == concession, NormVerdict.norm == norm)
        .order_by(Report.report_year.desc(), Version.number.desc())
        .limit(1)
    )
    found = session.execute(query).first()
    if found is None or found[0].verdict is not Outcome.DOES_NOT_MEET or norm not in NORM:
        return None
    verdict, year = found
    known = NORM[norm]
    return Missed(
        name=in_language(known.name),
        year=year,
        value=said(verdict.value, known.unit, against=verdict.threshold),
        asked=asked_words(known.comparison, said(verdict.threshold, known.unit), known.unit),
    )
