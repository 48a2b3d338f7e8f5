"""Everything that a judgement is made from: the report, the rule set, the terms, factors, earlier years and the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from schemas.judgement import Indicator
from schemas.terms import Terms
from workers.domain.factors import AirFactors, FactorSet
from workers.domain.ranges import Ranges
from workers.domain.report import Report
from workers.domain.sums import Sums

if TYPE_CHECKING:
    from workers.domain.rule_set import RuleSet


@dataclass(frozen=True)
class Evidence:
    """The files that came beside the report: name to sha256, and where a file was handed in for an earlier year."""

    files: Mapping[str, str]
    earlier: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Period:
    """First and last day of the reported period, and the year that it is about."""

    start: date
    end: date
    year: int

    @property
    def days(self) -> int:
        """How many days it has, both ends included."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True)
class Case:
    """One report with all that it is judged by; what is None was not given, and what hangs on it is not assessed."""

    report: Report
    rule_set: RuleSet
    factors: FactorSet | None
    air: AirFactors
    terms: Terms | None = None
    previous: tuple[Report, ...] = ()
    evidence: Evidence | None = None
    # The lists of all years, to say which year's factor would have fitted (DEC-001).
    all_factors: tuple[FactorSet, ...] = ()
    # The year of the reporting duty that the file is handed in for, where there is one.
    duty_year: int | None = None
    # What the indicators give, for the rules that come last and hold declared totals against them (DEC-003).
    figures: tuple[Indicator, ...] = ()

    @property
    def ranges(self) -> Ranges:
        """The ranges of the rule set by which is judged."""
        return self.rule_set.ranges

    @cached_property
    def sums(self) -> Sums:
        """What several rules share: kilometres and energy per vehicle, year and month; each made once, when first asked for."""
        return Sums(report=self.report, factors=self.factors)

    @property
    def period(self) -> Period | None:
        """The reported period, where the report says it and it is one (REP-005)."""
        start, end, year = (
            self.report.fields.values.get(name) for name in ("period_start", "period_end", "report_year")
        )
        if not (isinstance(start, date) and isinstance(end, date) and isinstance(year, int)):
            return None
        return Period(start, end, year) if start <= end and start.year <= year <= end.year else None

    @property
    def last_year(self) -> Case | None:
        """The report of the year before, to be judged by the same ranges and energy contents; None where it was not given."""
        year = self.report.fields.values.get("report_year")
        earlier = (known for known in self.previous if isinstance(year, int) and known.front.report_year == year - 1)
        report = next(earlier, None)
        return replace(self, report=report, previous=(), figures=()) if report else None

    @property
    def list_of_last_year(self) -> FactorSet | None:
        """The factor list by which the year before was reckoned."""
        year = self.report.fields.values.get("report_year")
        return next((known for known in self.all_factors if isinstance(year, int) and known.year == year - 1), None)
