"""A rule set or factor set tried on earlier reports: every report side by side, as it is judged and as it would be."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from schemas.judgement import Severity, Verdict
from schemas.said import Number, Said
from schemas.texts import Bilingual
from schemas.words import SetKind


class Sets(Said):
    """What a report is judged by; ``fictional`` is said of the factor set."""

    rule_set: str
    factor_set: str | None
    fictional: bool = False


class FactorMoved(Said):
    """A factor that differs between the two lists, and what that alone does to the value of the norm."""

    code: str
    column: str
    unit: str
    before: Number | None
    after: Number | None
    effect: Number | None


class NormBeside(Said):
    """One norm both ways; ``factors`` are those that moved its value, the largest effect first."""

    before: Verdict
    after: Verdict
    factors: tuple[FactorMoved, ...] = ()

    @property
    def turns(self) -> bool:
        """Whether the verdict becomes another one."""
        return self.before.verdict is not self.after.verdict

    @property
    def moves(self) -> bool:
        """Whether the verdict or its value becomes another one."""
        return self.turns or self.before.value != self.after.value


class RuleBeside(Said):
    """How often a rule finds something both ways, where that differs; None is: not in that set."""

    rule: str
    severity: Severity
    revision_before: int | None
    revision_after: int | None
    before: int
    after: int


class ReportBeside(Said):
    """One version of a report both ways.

    ``in_force`` is whether it was accepted; of a report that was not, the newest version is tried. ``as_kept`` is
    whether the verdicts of the time still come out the same, by the sets of the time.
    """

    report: UUID
    version: UUID
    number: int
    concession: str
    concession_name: str
    year: int
    in_force: bool
    before: Sets
    after: Sets
    as_kept: bool
    norms: tuple[NormBeside, ...]
    rules: tuple[RuleBeside, ...]

    @property
    def turns(self) -> bool:
        """Whether a verdict becomes another one."""
        return any(norm.turns for norm in self.norms)

    @property
    def moves(self) -> bool:
        """Whether anything becomes otherwise."""
        return bool(self.rules) or any(norm.moves for norm in self.norms)


class Untried(Said):
    """A version that could not be tried, and why."""

    report: UUID
    version: UUID
    concession: str
    year: int
    reason: Bilingual


class Shadow(Said):
    """What trying a set showed; nothing is switched on by it. ``year`` is the report year that the set is meant for, or from which on."""

    kind: SetKind
    set_id: str
    year: int
    at: datetime
    reports: tuple[ReportBeside, ...]
    untried: tuple[Untried, ...]

    @property
    def turning(self) -> tuple[ReportBeside, ...]:
        """The reports of which a verdict becomes another one."""
        return tuple(report for report in self.reports if report.turns)

    @property
    def out_of_reach(self) -> int:
        """How many of the reports are of years for which the set is not meant: on those it only shows what it does."""
        return sum(report.year < self.year for report in self.reports)

    @property
    def turned_verdicts(self) -> int:
        """How many verdicts become other ones."""
        return sum(norm.turns for report in self.reports for norm in report.norms)
