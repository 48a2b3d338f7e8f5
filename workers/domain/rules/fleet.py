"""The fleet: what the vehicles are and when they were in service."""

from __future__ import annotations

from workers.domain.statement import Rule

FIRST: tuple[Rule, ...] = ()
RULES: tuple[Rule, ...] = ()
