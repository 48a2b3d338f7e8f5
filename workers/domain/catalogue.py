"""The catalogue: what every rule says, for the pages, the template and the documents."""

from __future__ import annotations

from schemas.catalogue import Catalogue, CatalogueRule
from workers.domain.rules import RULES
from workers.domain.rules.form import STATEMENTS
from workers.domain.statement import Statement


def statements() -> tuple[Statement, ...]:
    """Every rule of the rule set: the form rules, then those on contents, in the order in which they are judged."""
    return (*STATEMENTS, *(rule.statement for rule in RULES))


def catalogue() -> Catalogue:
    """Every rule in words."""
    return Catalogue(rules=tuple(_entry(statement) for statement in statements()))


def _entry(statement: Statement) -> CatalogueRule:
    return CatalogueRule(
        rule=statement.id,
        revision=statement.revision,
        sheet=statement.sheet,
        at=statement.at,
        severity=statement.severity,
        basis=statement.basis,
        obligation=statement.obligation,
        message=statement.message,
        expected=statement.expected,
        mend=statement.mend,
    )
