"""What a publication officer sees first: the decided reports of one year, and what is under way of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.about import About, abouts_for
from portal.publishing.sentences import Sentence, stand_of
from portal.tenancy import led_by, own_concessions
from portal.visitor import SignedIn
from schemas.store import Decision, Report, Version, among
from schemas.store.publications import Publication, PublicationRelease, PublicationWithdrawal
from schemas.store.published import EditionFacts, editions_of
from schemas.words import ACCEPTED


@dataclass(frozen=True)
class Line:
    """A report of which something can be made public, where that stands, and whether the reader's province decides it."""

    about: About
    stand: Sentence
    leading: bool


@dataclass(frozen=True)
class Desk:
    """The lines of a year, those of other years that are under way, and the years that have reports, newest first."""

    lines: list[Line]
    under_way: list[Line]
    years: list[int]
    year: int | None


def desk_of(session: Session, person: SignedIn, *, year: int | None) -> Desk:
    """The desk of an officer: of the year that is asked, else of the newest of which a report was accepted."""
    own = own_concessions(session, person)
    order = {concession.id: place for place, concession in enumerate(own)}
    known = sorted(_accepted(session, list(order)), key=lambda one: order[one.concession])
    years = sorted({one.report_year for one in known}, reverse=True)
    chosen = year if year in years else next(iter(years), None)
    busy = _under_way(session, [one.id for one in known if one.report_year != chosen])
    shown = [one for one in known if one.report_year == chosen or one.id in busy]
    lines = _lines(session, person, abouts_for(session, shown, own))
    return Desk(
        lines=[one for one in lines if one.about.report.report_year == chosen],
        under_way=[one for one in lines if one.about.report.report_year != chosen],
        years=years,
        year=chosen,
    )


def _accepted(session: Session, concessions: Sequence[UUID]) -> Sequence[Report]:
    accepted = select(Version.report).join(Decision, Decision.version == Version.id)
    query = select(Report).where(
        among(Report.concession, concessions), Report.id.in_(accepted.where(Decision.outcome.in_(ACCEPTED)))
    )
    return session.scalars(query.order_by(Report.report_year.desc(), Report.id)).all()


def _under_way(session: Session, reports: Sequence[UUID]) -> frozenset[UUID]:
    """The reports with an edition that was begun, and is neither public nor withdrawn."""
    query = (
        select(Publication.report)
        .outerjoin(PublicationRelease, PublicationRelease.publication == Publication.id)
        .outerjoin(PublicationWithdrawal, PublicationWithdrawal.publication == Publication.id)
        .where(among(Publication.report, reports))
        .where(PublicationRelease.publication.is_(None), PublicationWithdrawal.publication.is_(None))
    )
    return frozenset(session.scalars(query))


def _lines(session: Session, person: SignedIn, reports: list[About]) -> list[Line]:
    newest: dict[UUID, EditionFacts] = {}
    for edition in editions_of(session, [one.report.id for one in reports]):
        newest.setdefault(edition.publication.report, edition)
    led = led_by(session, person)
    return [
        Line(one, stand_of(newest.get(one.report.id)), one.concession.id in led)
        for one in reports
        if one.state.in_force
    ]
