"""The catalogue: what every rule says, for the pages, the template and the documents."""

from __future__ import annotations

from functools import cache

from schemas.catalogue import Catalogue, CatalogueRule, Example
from schemas.texts import Bilingual, Language
from workers.domain.guidance import guidance_of
from workers.domain.guiding import Guidance
from workers.domain.rendering import filled
from workers.domain.rule_set import RuleSet
from workers.domain.rules import NEWEST
from workers.domain.statement import Statement


def statements() -> tuple[Statement, ...]:
    """What every rule of the newest set says, in the order in which they are judged; the form rules come first."""
    return NEWEST.statements


@cache
def catalogue(rule_set: RuleSet = NEWEST) -> Catalogue:
    """Every rule of a set in words."""
    return Catalogue(rules=tuple(_entry(statement, guidance_of(statement)) for statement in rule_set.statements))


def _entry(statement: Statement, guidance: Guidance) -> CatalogueRule:
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
        why=guidance.why,
        example=_example(statement, guidance),
    )


def _example(statement: Statement, guidance: Guidance) -> Example:
    def told(text: Bilingual) -> Bilingual:
        nl, en = (
            filled(text.in_(language), guidance.found, sheet=statement.sheet, language=language)
            for language in Language
        )
        return Bilingual(nl=nl, en=en)

    return Example(
        good=guidance.good,
        bad=guidance.bad,
        severity=guidance.severity or statement.severity,
        message=told(statement.message),
        expected=told(statement.expected),
        mend=told(statement.mend),
    )
