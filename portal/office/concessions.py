"""Concessions as a functional manager sees them: who grants, leads and holds them, their years and what lacks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.tenancy import leads, their_concessions
from portal.visitor import SignedIn
from schemas.clock import today
from schemas.store import Concession, ConcessionAuthority, Organisation, Report, Terms
from schemas.words import OrganisationKind


@dataclass(frozen=True, kw_only=True)
class ConcessionShown:
    """A concession with everybody around it; ``leads`` is whether the own province leads, and so manages it."""

    concession: Concession
    holder: Organisation
    lead: Organisation | None
    others: tuple[Organisation, ...]
    years: tuple[int, ...]
    has_terms: bool
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
        if not self.has_terms:
            return str(_("heeft nog geen voorwaarden"))
        last_year = today().year - 1
        if self.concession.starts.year <= last_year and last_year not in self.years:
            return str(_("de plicht over %(year)s is nog niet geopend", year=last_year))
        return ""


def concessions_shown(session: Session, person: SignedIn) -> list[ConcessionShown]:
    """Every concession that the own province grants, by name."""
    return [concession_shown(session, person, one) for one in their_concessions(session, person)]


def concession_shown(session: Session, person: SignedIn, known: Concession) -> ConcessionShown:
    """One of them."""
    query = (
        select(Organisation, ConcessionAuthority.leads)
        .join(ConcessionAuthority, ConcessionAuthority.organisation == Organisation.id)
        .where(ConcessionAuthority.concession == known.id)
        .order_by(Organisation.name, Organisation.id)
    )
    granting = [(one, is_lead) for one, is_lead in session.execute(query)]
    years = select(Report.report_year).where(Report.concession == known.id).order_by(Report.report_year.desc())
    has_terms = session.scalars(select(Terms.id).where(Terms.concession == known.id).limit(1)).first() is not None
    return ConcessionShown(
        concession=known,
        holder=session.get_one(Organisation, known.holder),
        lead=next((one for one, is_lead in granting if is_lead), None),
        others=tuple(one for one, is_lead in granting if not is_lead),
        years=tuple(session.scalars(years)),
        has_terms=has_terms,
        leads=leads(session, person, known.id),
    )


def choices(session: Session, kind: OrganisationKind, *, now: UUID | None = None) -> list[tuple[str, str]]:
    """The organisations of a kind that can be chosen: those that have not ended, and the one that was chosen."""
    query = select(Organisation).where(
        Organisation.kind == kind, Organisation.ended_at.is_(None) | (Organisation.id == now)
    )
    return [(str(one.id), one.name) for one in session.scalars(query.order_by(Organisation.name, Organisation.id))]
