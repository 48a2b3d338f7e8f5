"""The catalogue: what every rule says, for the pages, the template and the documents."""

from __future__ import annotations

from functools import cache

from pydantic import JsonValue

from schemas.catalogue import Catalogue, CatalogueRule, Example
from schemas.texts import Bilingual, Language
from workers.domain.guidance import GUIDANCE
from workers.domain.guiding import Guidance
from workers.domain.rendering import filled
from workers.domain.rules import RULES
from workers.domain.rules.form import STATEMENTS
from workers.domain.statement import Statement


def statements() -> tuple[Statement, ...]:
    """Every rule of the rule set: the form rules, then those on contents, in the order in which they are judged."""
    return (*STATEMENTS, *(rule.statement for rule in RULES))


@cache
def catalogue() -> Catalogue:
    """Every rule in words."""
    return Catalogue(rules=tuple(_entry(statement, GUIDANCE[statement.id]) for statement in statements()))


def judging_words() -> JsonValue:
    """The catalogue without what only teaches: what a report names as its rule set stays the same when an example is reworded."""
    return catalogue().model_dump(mode="json", exclude={"rules": {"__all__": {"why", "example"}}})


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
