"""The catalogue of a rule set as it stands in the row of ``rule_sets``: what each rule asks, why, and what it says."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from schemas.judgement import Severity
from schemas.texts import Bilingual


class CatalogueRule(BaseModel):
    """One rule for readers; ``at`` is the column where its findings stand. Texts hold their placeholders in braces."""

    model_config = ConfigDict(frozen=True)

    rule: str
    revision: int
    sheet: str
    at: str | None = None
    severity: Severity
    basis: str
    obligation: Bilingual
    message: Bilingual
    expected: Bilingual
    mend: Bilingual


class Catalogue(BaseModel):
    """The body of a rule set: ``{"rules": [...]}`` and what else its reader does not need (ranges, for one)."""

    model_config = ConfigDict(frozen=True)

    rules: tuple[CatalogueRule, ...]
