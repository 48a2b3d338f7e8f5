"""From the officer's decision to the published set of one report."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.publication.published import Heading, PublishedSet, published_set
from schemas.store import Concession, Organisation, Publication, Report
from schemas.store.granting import lead_of
from schemas.store.publishable import decided_of, items_of, kept_back


def set_of(session: Session, publication_id: UUID, *, at: datetime) -> PublishedSet:
    """The set that an edition publishes; ``at`` is the moment of the release."""
    publication = session.get_one(Publication, publication_id)
    items = items_of(session, publication.version)
    grounds, protecting = kept_back(items, decided_of(session, publication, items))
    return published_set(_heading(session, publication, at=at), items, grounds, protecting)


def _heading(session: Session, publication: Publication, *, at: datetime) -> Heading:
    report = session.get_one(Report, publication.report)
    concession = session.get_one(Concession, report.concession)
    return Heading(
        concession=concession.code,
        concession_name=concession.name,
        holder=session.get_one(Organisation, concession.holder).name,
        authority=lead_of(session, concession.id, on=dutch_day(at)),
        year=report.report_year,
        edition=publication.number,
        published_on=dutch_day(at),
    )
