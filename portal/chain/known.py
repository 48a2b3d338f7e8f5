"""What a reader may know of the chain of a report: of the holder the draft, of the province what was handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from portal.chain.asked import asked_firms, stands_of
from portal.chain.changes import SinceLastYear, since_last_year
from portal.chain.firms import Firm, firms_of
from portal.holder.about import About
from portal.use_cases.drafts import CHAIN, Draft, draft_of, rows_of_draft, rows_of_last_year, rows_of_version
from portal.versions import version_to_show
from portal.visitor import SignedIn
from schemas.asking import AskFacts
from schemas.chain import ChainSeen
from schemas.report.sheet_text import Cells
from schemas.store import ChainView, declared_gaps
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
    seen, asks = _seen(session, version), asked_firms(session, about.report.id)
    declared = {gap.supplier_id for gap in declared_gaps(session, [about.report.id])[about.report.id]}
    listed = rows or []
    firms = firms_of([*listed, *_in_turn(asks, listed)], seen, stands_of(session, asks, declared))
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


def _in_turn(asks: Mapping[str, AskFacts], rows: Sequence[Cells]) -> list[Cells]:
    """The firms that a supplier of the chain asked in turn, and that have no row of their own yet."""
    there = {str(row.get("supplier_id")) for row in rows}
    above = {ask.id: ask.supplier_id for ask in asks.values()}
    return [
        {
            "supplier_id": number,
            "name": ask.supplier_name,
            "role": ask.role.value,
            "tier": ask.tier,
            "parent_id": above.get(ask.asked_under) if ask.asked_under else None,
        }
        for number, ask in asks.items()
        if ask.asked_under and number not in there and not ask.revoked_at
    ]
