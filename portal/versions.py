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


def versions_in_force(session: Session, reports: Sequence[Report]) -> dict[UUID, VersionFacts]:
    """Of each report the version in force; where there is none the one to show, and without either nothing."""
    facts = all_facts(session, reports)
    states = {report: state_of(known) for report, known in facts.items()}
    found = {
        report: _in_force(known, states[report]) or _shown(known, states[report]) for report, known in facts.items()
    }
    return {report: version for report, version in found.items() if version}


def _in_force(facts: Facts, state: State) -> VersionFacts | None:
    return next((one for one in facts.versions if one.id == state.in_force), None)


def _shown(facts: Facts, state: State) -> VersionFacts | None:
    if state.standing in IN_HAND:
        return next((one for one in facts.versions if one.id == state.version), None)
    return _in_force(facts, state) or next((one for one in reversed(facts.versions) if one.signed), None)
