"""Concessions as a functional manager sees them: who grants, leads and holds them, their years and what lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.tenancy import their_concessions
from portal.visitor import SignedIn
from schemas.clock import today
from schemas.store import Concession, Organisation, Report, Terms, TermsProposal
from schemas.store.granting import Authority, authorities_of_each
from schemas.words import OrganisationKind


@dataclass(frozen=True, kw_only=True)
class ConcessionShown:
    """A concession with everybody around it; ``leads`` is whether the own province leads, and so manages it."""

    concession: Concession
    holder: Organisation
    lead: Authority | None
    others: tuple[Authority, ...]
    years: tuple[int, ...]
    has_terms: bool
    has_proposal: bool
    leads: bool

    @property
    def ended(self) -> bool:
        """Whether its last day is past."""
        return self.concession.ends < today()

    @property
    def lacks(self) -> str:
        """What asks for attention, in a few words."""
        if not self.leads or self.ended:
            return ""
        if self.has_proposal:
            return str(_("een voorstel wacht op een besluit"))
        if not self.has_terms:
            return str(_("heeft nog geen voorwaarden"))
        last_year = today().year - 1
        if self.concession.starts.year <= last_year and last_year not in self.years:
            return str(_("de plicht over %(year)s is nog niet geopend", year=last_year))
        return ""


def concessions_shown(session: Session, person: SignedIn) -> list[ConcessionShown]:
    """Every concession that the own province grants, by name; in a fixed number of queries."""
    return _shown(session, person, their_concessions(session, person))


def concession_shown(session: Session, person: SignedIn, known: Concession) -> ConcessionShown:
    """One of them."""
    return _shown(session, person, [known])[0]


def choices(session: Session, kind: OrganisationKind, *, now: UUID | None = None) -> list[tuple[str, str]]:
    """The organisations of a kind that can be chosen: those that have not ended, and the one that was chosen."""
    query = select(Organisation).where(
        Organisation.kind == kind, Organisation.ended_at.is_(None) | (Organisation.id == now)
    )
    return [(str(one.id), one.name) for one in session.scalars(query.order_by(Organisation.name, Organisation.id))]


def _shown(session: Session, person: SignedIn, concessions: Sequence[Concession]) -> list[ConcessionShown]:
    ids = [one.id for one in concessions]
    holders = select(Organisation).where(Organisation.id.in_({one.holder for one in concessions}))
    holder = {one.id: one for one in session.scalars(holders.order_by(Organisation.id))}
    granting, years = authorities_of_each(session, ids, on=today()), _years(session, ids)
    terms = frozenset(session.scalars(select(Terms.concession).where(Terms.concession.in_(ids))))
    waiting = select(TermsProposal.concession).where(TermsProposal.concession.in_(ids), TermsProposal.adopted.is_(None))
    proposed = frozenset(session.scalars(waiting))
    return [
        ConcessionShown(
            concession=one,
            holder=holder[one.holder],
            lead=next((who for who in granting[one.id] if who.leads), None),
            others=tuple(who for who in granting[one.id] if not who.leads),
            years=tuple(years[one.id]),
            has_terms=one.id in terms,
            has_proposal=one.id in proposed,
            leads=any(who.leads and who.id == person.organisation for who in granting[one.id]),
        )
        for one in concessions
    ]


def _years(session: Session, concessions: Sequence[UUID]) -> Mapping[UUID, list[int]]:
    """The report years with a duty, the newest first."""
    query = select(Report.concession, Report.report_year).where(Report.concession.in_(concessions))
    found: dict[UUID, list[int]] = defaultdict(list)
    for concession, year in session.execute(query.order_by(Report.report_year.desc())):
        found[concession].append(year)
    return found
