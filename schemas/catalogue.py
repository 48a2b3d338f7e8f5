"""The catalogue of a rule set as it stands in the row of ``rule_sets``: what each rule asks, why, and what it says."""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from schemas.judgement import Severity
from schemas.texts import Bilingual


class Example(BaseModel):
    """What a rule accepts and what it does not, in words, and what its reader is then told, with the values filled in."""

    model_config = ConfigDict(frozen=True)

    good: Bilingual
    bad: Bilingual
    severity: Severity
    message: Bilingual
    expected: Bilingual
    mend: Bilingual


class CatalogueRule(BaseModel):
    """One rule for readers; ``at`` is the column where its findings stand. Texts hold their placeholders in braces.

    ``why`` and ``example`` are absent in rule sets that were written before they were told.
    """

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
    why: Bilingual | None = None
    example: Example | None = None


class Catalogue(BaseModel):
    """The body of a rule set: ``{"rules": [...]}`` and what else its reader does not need (ranges, for one)."""

    model_config = ConfigDict(frozen=True)

    rules: tuple[CatalogueRule, ...]


@lru_cache(maxsize=32)
def read_catalogue(written: str) -> Catalogue:
    """The catalogue as its rule set holds it; it is large, and the same ones are read on page after page."""
    return Catalogue.model_validate_json(written)
