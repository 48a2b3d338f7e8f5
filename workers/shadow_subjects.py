"""On which versions a rule set or factor set is tried: of every report the one in force, else the newest that could be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.events import ReportVersion
from schemas.state import Facts, state_of
from schemas.store import Check, Concession, Report, Version, all_facts


@dataclass(frozen=True)
class Subject:
    """A version that a set is tried on; ``in_force`` is whether it was accepted."""

    about: ReportVersion
    concession: str
    year: int
    in_force: bool


def subjects(session: Session, *, until: int | None, concession: str | None = None) -> Iterator[Subject]:
    """By concession (or of one), old years first, so that the year before was read just before; none later than ``until``."""
    query = (
        select(Report, Concession.code)
        .join(Concession, Concession.id == Report.concession)
        .order_by(Concession.code, Report.report_year)
    )
    if concession is not None:
        query = query.where(Concession.code == concession)
    reports = [(one, code) for one, code in session.execute(query) if until is None or one.report_year <= until]
    facts = all_facts(session, [report for report, _code in reports])
    readable = _readable(session)
    for report, code in reports:
        in_force = state_of(facts[report.id]).in_force
        version = in_force or _newest(facts[report.id], readable)
        if version is not None:
            number = session.get_one(Version, version).number
            about = ReportVersion(report=report.id, version=version, number=number)
            yield Subject(about=about, concession=code, year=report.report_year, in_force=in_force is not None)


def _readable(session: Session) -> frozenset[UUID]:
    query = select(Check.version).where(Check.unreadable_nl.is_(None)).order_by(Check.version)
    return frozenset(session.scalars(query))


def _newest(facts: Facts, readable: frozenset[UUID]) -> UUID | None:
    return next((version.id for version in reversed(facts.versions) if version.id in readable), None)
