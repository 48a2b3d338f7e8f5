"""A rule set of two rules: one that asks, and one that refuses."""

from __future__ import annotations

from schemas.catalogue import Catalogue, CatalogueRule
from schemas.clock import now
from schemas.judgement import Severity
from schemas.store import RuleSet, sessions
from schemas.texts import Bilingual


def a_rule_set(name: str = "2026.1", *, of_use: str = "Het verbruik is aannemelijk.") -> None:
    """Publish it."""
    rules = (
        _rule("ENE-003", Severity.WARNING, of_use),
        _rule("KEY-001", Severity.ERROR, "Elke sleutel bestaat."),
    )
    body = Catalogue(rules=rules).model_dump(mode="json")
    with sessions().begin() as session:
        session.add(RuleSet(id=name, sha256="1" * 64, body=body, written_at=now()))


def _rule(rule: str, severity: Severity, obligation: str) -> CatalogueRule:
    text = Bilingual(nl=obligation, en=obligation)
    return CatalogueRule(
        rule=rule,
        revision=1,
        sheet="energy",
        severity=severity,
        basis="CROW",
        obligation=text,
        message=text,
        expected=text,
        mend=text,
    )
