"""What every page of a report begins with: the report, its concession and terms, its facts and the state they give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.refusals import NotYours
from portal.standstills import Standstill, standstills
from portal.tenancy import own_concession, own_concessions, own_report
from portal.visitor import SignedIn
from schemas.state import Facts, Standing, State, VersionFacts, state_of
from schemas.store import Concession, Report, all_facts, among, terms_by_hash
from schemas.terms import Terms


@dataclass(frozen=True, kw_only=True)
class About:
    """A report as its holder looks at it."""

    report: Report
    concession: Concession
    terms: Terms
    facts: Facts
    state: State
    standstills: tuple[Standstill, ...] = ()

    @property
    def newest(self) -> VersionFacts | None:
        """The newest version."""
        return self.facts.versions[-1] if self.facts.versions else None

    @property
    def current(self) -> VersionFacts | None:
        """The version that the state is about."""
        return next((one for one in self.facts.versions if one.id == self.state.version), None)

    @property
    def decided_at(self) -> datetime | None:
        """When that version was decided on."""
        return self.current.decided.at if self.current and self.current.decided else None

    @property
    def open_for_work(self) -> bool:
        """Whether its explanations and evidence may change."""
        return self.state.may_upload and self.state.standing is not Standing.DECIDED

    @property
    def in_force(self) -> VersionFacts | None:
        """The accepted version that is in force."""
        return next((one for one in self.facts.versions if one.id == self.state.in_force), None)

    def version(self, number: int) -> VersionFacts:
        """The version of this number, also a rehearsal; raises :class:`NotYours` (404) when there is none."""
        found = next((one for one in (*self.facts.versions, *self.facts.rehearsals) if one.number == number), None)
        if found is None:
            raise NotYours(f"report/{self.report.id}/version/{number}")
        return found


def about(session: Session, person: SignedIn, report: UUID) -> About:
    """A report of one's own; of another's, or of none, :class:`NotYours` (404)."""
    own = own_report(session, person, report)
    return abouts_for(session, [own], [session.get_one(Concession, own.concession)])[0]


def abouts(session: Session, person: SignedIn, *, year: int | None = None) -> list[About]:
    """The reports of a person's concessions, of one year where asked, by the concession's name and then from new to old."""
    concessions = own_concessions(session, person)
    order = {concession.id: place for place, concession in enumerate(concessions)}
    query = select(Report).where(among(Report.concession, order)).order_by(Report.report_year.desc(), Report.id)
    query = query.where(Report.report_year == year) if year else query
    reports = abouts_for(session, list(session.scalars(query)), concessions)
    return sorted(reports, key=lambda one: order[one.concession.id])


def abouts_of(session: Session, person: SignedIn, concession: UUID, *, year: int | None = None) -> list[About]:
    """The reports of one of the person's concessions, of one year where asked, from old to new.

    Of another's concession, :class:`NotYours` (404).
    """
    own = own_concession(session, person, concession)
    query = select(Report).where(Report.concession == own.id).order_by(Report.report_year, Report.id)
    query = query.where(Report.report_year == year) if year else query
    return abouts_for(session, list(session.scalars(query)), [own])


def abouts_for(session: Session, reports: list[Report], concessions: Iterable[Concession]) -> list[About]:
    """The same for reports of which it is known that the person may see them, in their order; their concessions among these."""
    terms = terms_by_hash(session, reports)
    facts = all_facts(session, reports, terms)
    states = {report: state_of(found) for report, found in facts.items()}
    still = standstills(session, [report.id for report in reports])
    known = {one.id: one for one in concessions}
    return [
        About(
            report=report,
            concession=known[report.concession],
            terms=terms[report.terms_sha256],
            facts=facts[report.id],
            state=states[report.id],
            standstills=still[report.id],
        )
        for report in reports
    ]
