"""Which version an authority sees: one that was handed in, never a draft."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from portal.holder.about import About
from schemas.state import VersionFacts, accepted, in_hand
from schemas.store import Report, versions_of


def version_to_show(about: About) -> VersionFacts | None:
    """The version in procedure or in force; else the newest one that was handed in and came back."""
    return _shown(about.facts.versions)


def versions_to_show(session: Session, reports: Sequence[Report]) -> dict[UUID, VersionFacts]:
    """The same of many reports of which nothing else is asked; by report, without those that have none."""
    found = {report: _shown(known) for report, known in versions_of(session, reports).items()}
    return {report: version for report, version in found.items() if version}


def versions_in_force(session: Session, reports: Sequence[Report]) -> dict[UUID, VersionFacts]:
    """Of each report the version in force; where there is none the one to show, and without either nothing."""
    found = {report: accepted(known) or _shown(known) for report, known in versions_of(session, reports).items()}
    return {report: version for report, version in found.items() if version}


def _shown(versions: Sequence[VersionFacts]) -> VersionFacts | None:
    return in_hand(versions) or accepted(versions) or next((one for one in reversed(versions) if one.signed), None)
