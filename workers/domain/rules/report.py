"""Who reports about what: the fields of the sheet *report*."""

from __future__ import annotations

from workers.domain.statement import Rule

FIRST: tuple[Rule, ...] = ()
RULES: tuple[Rule, ...] = ()
