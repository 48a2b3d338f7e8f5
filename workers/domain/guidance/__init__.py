"""Why each rule matters, with an example of good and of bad: one module beside each module of rules.

A revision that says the same is guided by the same words; one that says something else has its own, under ``ACT-001.2``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workers.domain.guidance import (
    activity,
    chain,
    contracts,
    declared,
    diligence,
    energy,
    evidence,
    fleet,
    flows,
    form,
    intensity,
    keys,
    people,
    report,
    ridership,
    safety,
    social_return,
    suppliers,
    tiers,
    trend,
)
from workers.domain.guiding import Guidance
from workers.domain.statement import Statement

GUIDANCE: Mapping[str, Guidance] = MappingProxyType(
    {
        **form.GUIDANCE,
        **keys.GUIDANCE,
        **report.GUIDANCE,
        **fleet.GUIDANCE,
        **activity.GUIDANCE,
        **energy.GUIDANCE,
        **intensity.GUIDANCE,
        **contracts.GUIDANCE,
        **ridership.GUIDANCE,
        **people.GUIDANCE,
        **safety.GUIDANCE,
        **social_return.GUIDANCE,
        **tiers.GUIDANCE,
        **suppliers.GUIDANCE,
        **chain.GUIDANCE,
        **diligence.GUIDANCE,
        **flows.GUIDANCE,
        **declared.GUIDANCE,
        **trend.GUIDANCE,
        **evidence.GUIDANCE,
    }
)


def guidance_of(statement: Statement) -> Guidance:
    """The guidance of a rule in one of its revisions."""
    return GUIDANCE.get(f"{statement.id}.{statement.revision}", GUIDANCE[statement.id])
