"""What a reader may know of the chain of a report: of the holder the draft, of the province what was handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from portal.chain.changes import SinceLastYear, since_last_year
from portal.chain.firms import Firm, Stand, firms_of
from portal.holder.about import About
from portal.use_cases.drafts import CHAIN, Draft, draft_of, rows_of_draft, rows_of_last_year, rows_of_version
from portal.versions import version_to_show
from portal.visitor import SignedIn
from schemas.chain import ChainSeen
from schemas.store import ChainView
from schemas.words import OrganisationKind


@dataclass(frozen=True, kw_only=True)
class KnownChain:
    """The chain as its reader may see it; ``read`` is false where its rows were not read yet, ``draft`` is the holder's alone."""

    firms: tuple[Firm, ...]
    seen: ChainSeen | None
    changed: SinceLastYear | None
    last_year: int
    read: bool
    draft: Draft | None


def known_chain(session: Session, person: SignedIn, about: About) -> KnownChain:
    """The chain of a report, with what changed since last year; ``last_year`` is how many firms it had."""
    draft = draft_of(session, about.report) if person.kind is OrganisationKind.HOLDER else None
    version = _version(about, draft)
    rows = rows_of_draft(draft, CHAIN) if draft else rows_of_version(session, version, CHAIN) if version else []
    seen, stands = _seen(session, version), _stands(session, about)
    firms = firms_of(rows or [], seen, stands)
    before = firms_of(rows_of_last_year(session, about.report, CHAIN), None, {})
    return KnownChain(
        firms=firms,
        seen=seen,
        changed=since_last_year(firms, before, year=about.report.report_year - 1) if firms else None,
        last_year=len(before),
        read=rows is not None,
        draft=draft,
    )


def _version(about: About, draft: Draft | None) -> UUID | None:
    if draft:
        return draft.version.id if draft.version else None
    shown = version_to_show(about)
    return shown.id if shown else None


def _seen(session: Session, version: UUID | None) -> ChainSeen | None:
    found = session.get(ChainView, version) if version else None
    return ChainSeen.model_validate(found.seen, strict=False) if found else None


def _stands(session: Session, about: About) -> Mapping[str, Stand]:
    """How far each firm is with what it was asked."""
    del session, about
    return {}


def waiting(firms: Sequence[Firm]) -> tuple[int, int]:
    """For how many firms the report waits, of how many that were asked."""
    asked = [firm for firm in firms if firm.stand is not Stand.NOT_ASKED]
    return sum(firm.stand is Stand.WAITING for firm in asked), len(asked)
