"""Which version an authority sees: one that was handed in, never a draft."""

from __future__ import annotations

from portal.holder.about import About
from schemas.state import Standing, VersionFacts

IN_HAND = frozenset({Standing.HANDED_IN, Standing.IN_REVIEW, Standing.DECIDED})


def version_to_show(about: About) -> VersionFacts | None:
    """The version in procedure or in force; else the newest one that was handed in and came back."""
    if about.state.standing in IN_HAND:
        return about.current
    return about.in_force or next((one for one in reversed(about.facts.versions) if one.signed), None)
