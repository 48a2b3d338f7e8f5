"""Keys, references and periods: whether rows can be told apart and belong together."""

from __future__ import annotations

from workers.domain.statement import Rule

FIRST: tuple[Rule, ...] = ()
RULES: tuple[Rule, ...] = ()
