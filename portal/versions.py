"""Which version an authority sees: one that was handed in, never a draft."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from portal.holder.about import About
from schemas.state import Facts, Standing, State, VersionFacts, state_of
from schemas.store import Report, all_facts

IN_HAND = frozenset({Standing.HANDED_IN, Standing.IN_REVIEW, Standing.DECIDED})


def version_to_show(about: About) -> VersionFacts | None:
    """The version in procedure or in force; else the newest one that was handed in and came back."""
    return _shown(about.facts, about.state)


def versions_to_show(session: Session, reports: Sequence[Report]) -> dict[UUID, VersionFacts]:
    """The same of many reports of which nothing else is asked; by report, without those that have none."""
    facts = all_facts(session, reports)
    shown = {report: _shown(known, state_of(known)) for report, known in facts.items()}
    return {report: version for report, version in shown.items() if version}


def _shown(facts: Facts, state: State) -> VersionFacts | None:
    by_id = {version.id: version for version in facts.versions}
    if state.standing in IN_HAND:
        return by_id.get(state.version) if state.version else None
    in_force = by_id.get(state.in_force) if state.in_force else None
    return in_force or next((one for one in reversed(facts.versions) if one.signed), None)
