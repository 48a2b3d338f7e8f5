"""``assess``: a file reckoned and held against the terms, without a database and without a network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from schemas.judgement import Assessment
from schemas.terms import Terms
from workers.domain.assess import assess
from workers.validate import checked_file


def assess_file(
    path: Path,
    *,
    previous: Sequence[Path] = (),
    terms: Terms | None = None,
    decimal: str | None = None,
) -> Assessment:
    """Every indicator with its why, and the verdicts; raises ``Unreadable`` for what is no report at all."""
    return assess(checked_file(path, previous=previous, terms=terms, decimal=decimal))
