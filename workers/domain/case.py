"""Everything that a judgement is made from: the report, the terms, ranges, factors, earlier years and the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.terms import Terms
from workers.domain.factors import AirFactors, FactorSet
from workers.domain.ranges import Ranges
from workers.domain.report import Report


@dataclass(frozen=True)
class Evidence:
    """The files that came beside the report: name to sha256, and where a file was handed in for an earlier year."""

    files: Mapping[str, str]
    earlier: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Case:
    """One report with all that it is judged by; what is None was not given, and what hangs on it is not assessed."""

    report: Report
    ranges: Ranges
    factors: FactorSet | None
    air: AirFactors
    terms: Terms | None = None
    previous: tuple[Report, ...] = ()
    evidence: Evidence | None = None
    # Every list that comes with the product, to say which year's factor would have fitted (DEC-001).
    all_factors: tuple[FactorSet, ...] = ()
