"""Energy: what the vehicles used, in what unit, and how likely that is."""

from __future__ import annotations

from workers.domain.statement import Rule

FIRST: tuple[Rule, ...] = ()
RULES: tuple[Rule, ...] = ()
