"""All that a compliance report tells, in one frozen value: from it every edition, language and format is made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from schemas.effort import SupplierEffort
from schemas.explaining import Came, Lapse
from schemas.forecasts import TARGET_YEAR as TARGET_YEAR
from schemas.forecasts import Forecast
from schemas.forecasts import YearValue as YearValue
from schemas.judgement import Finding, Indicator, NotAssessed, Number, Outcome, Said, Severity, Verdict
from schemas.texts import Bilingual
from schemas.words import DecisionOutcome, Edition, Progress

SHORT = 12
FIRST_FINDINGS = 3


class Named(Said):
    """Something that the report was made from, by name and sha256."""

    name: str
    sha256: str


class Fingerprints(Said):
    """What the report was made from: whoever has the same makes the same bytes."""

    inputs: tuple[Named, ...]
    rule_set: Named
    factor_set: Named | None
    terms: Named | None

    @property
    def all(self) -> tuple[tuple[str, Named], ...]:
        """Each with the kind of thing that it is."""
        others = (("rules", self.rule_set), ("factors", self.factor_set), ("terms", self.terms))
        return (*(("input", part) for part in self.inputs), *((kind, named) for kind, named in others if named))


class EstablishedVerdict(Said):
    """What a person established on a norm; ``by`` is a role or a name with its role, never a bare account."""

    outcome: Outcome
    reason: str
    by: str
    on: date | None


class NormRow(Said):
    """One norm: what the machine found, what was established, and both lines to the target year.

    ``path`` is the threshold per year from which it holds, ``own`` the values of the years that are known; both are
    empty for a norm that is no number.
    """

    article: str
    machine: Verdict
    established: EstablishedVerdict | None = None
    path: tuple[YearValue, ...] = ()
    own: tuple[YearValue, ...] = ()
    forecast: Forecast | None = None

    @property
    def outcome(self) -> Outcome:
        """What counts: what was established, else what the machine found."""
        return self.established.outcome if self.established else self.machine.verdict

    @property
    def departs(self) -> bool:
        """Whether a person established something else than the machine found."""
        return self.established is not None and self.established.outcome is not self.machine.verdict


class Explained(Said):
    """An explanation of the holder: of one finding (``about``), or of all findings of the rule.

    ``year`` is the report year in which it was given; one that came from an earlier year may have been confirmed.
    """

    text: str
    by: str
    on: date | None
    about: str | None = None
    came: Came = Came.NEW
    year: int | None = None
    confirmed_by: str | None = None
    confirmed_on: date | None = None


class LapsedAnswer(Said):
    """An explanation that no longer holds, and why; ``before`` and ``now`` are the values, of a rule in bulk the numbers."""

    rule: str
    about: str | None
    text: str
    by: str
    on: date
    why: Lapse
    before: str | None
    now: str | None
    explained_again: bool


class WaiverTold(Said):
    """What the concession is not held to in this year: a waiver by a decision, or an exemption of the terms.

    It is of a norm or of the questions of a rule; ``article`` is that of an exempted norm, ``by`` who recorded a waiver.
    """

    norm: str | None
    rule: str | None
    entities: tuple[str, ...] = ()
    decision: str
    starts: date
    ends: date
    reason: str
    by: str | None = None
    article: str | None = None

    @property
    def in_terms(self) -> bool:
        """Whether it is an exemption of the terms, which counts in the calculation itself."""
        return self.article is not None


class MeasureTold(Said):
    """An agreed measure of the improvement plan: whose it is, how far, and how much its norm's figure is to change."""

    norm: str | None
    title: str
    owner: str
    due: date
    overdue: bool
    effect: Number | None
    effect_from: date | None
    effect_words: str
    progress: Progress
    percentage: int | None
    said: str
    said_on: date | None


class GapTold(Said):
    """What a supplier was asked and is not in the report; without a reason it used its right to refuse, which is no gap."""

    supplier: str
    reason: str
    on: date | None


class RuleResult(Said):
    """How often one rule found something, with the first findings and what was explained."""

    rule: str
    revision: int
    severity: Severity
    count: int
    obligation: Bilingual | None = None
    first: tuple[Finding, ...] = ()
    explanations: tuple[Explained, ...] = ()


class HearingTold(Said):
    """What the authority announced before it decided, and the holder's view where it gave one."""

    announced_on: date
    reason: str
    view: str | None = None
    by: str | None = None
    on: date | None = None
    file_name: str | None = None


class DecisionMade(Said):
    """The decision on the version, with its reason; where it was sent back, the term, and why the holder was not heard."""

    outcome: DecisionOutcome
    reason: str
    by: str
    on: date
    term: date | None = None
    confirmed_by: str | None = None
    hearing: HearingTold | None = None
    unheard: str = ""


class FactorList(Said):
    """The factor set that was used; ``mj_per_unit`` is by carrier, electricity in kWh."""

    id: str
    year: int
    fictional: bool
    mj_per_unit: dict[str, Number]


class Signed(Said):
    """Who declared the report to be true, and when."""

    by: str
    at: datetime


class ReportContent(Said):
    """One report of one concession and year, in one edition. Dates are those of the events, never of the making.

    ``check_at`` is the address where anybody sees whether the document is authentic; what was never issued has none. ``effort`` is left out of the hash
    where no supplier was asked, so that earlier reports stay the same.
    """

    edition: Literal[Edition.DRAFT, Edition.PROVISIONAL, Edition.DECIDED]
    concession: str
    concession_name: str
    holder: str
    authorities: tuple[str, ...]
    year: int
    period: tuple[date, date] | None
    dated: date | None
    version: int | None
    norms: tuple[NormRow, ...]
    indicators: tuple[Indicator, ...]
    previous_year: int | None
    previous: tuple[Indicator, ...]
    rules: tuple[RuleResult, ...]
    not_assessed: tuple[NotAssessed, ...]
    lapsed: tuple[LapsedAnswer, ...] = ()
    waivers: tuple[WaiverTold, ...] = ()
    measures: tuple[MeasureTold, ...] = ()
    gaps: Annotated[tuple[GapTold, ...], Field(exclude_if=lambda told: not told)] = ()
    effort: Annotated[tuple[SupplierEffort, ...], Field(exclude_if=lambda told: not told)] = ()
    rows: dict[str, int]
    factors: FactorList | None
    previous_factors: FactorList | None
    fingerprints: Fingerprints
    signed: Signed | None = None
    decision: DecisionMade | None = None
    check_at: str | None = None

    def value(self, indicator: str, part: str = "total") -> Decimal | None:
        """A figure of this year."""
        return value_of(self.indicators, indicator, part)

    def earlier(self, indicator: str, part: str = "total") -> Decimal | None:
        """The same figure of the earlier year."""
        return value_of(self.previous, indicator, part)

    def norm(self, norm: str) -> NormRow | None:
        """One norm of the concession."""
        return next((row for row in self.norms if row.machine.norm == norm), None)

    def waivers_of(self, *, norm: str | None = None, rule: str | None = None) -> tuple[WaiverTold, ...]:
        """The waivers of a norm or of the questions of a rule, without the exemptions of the terms."""
        return tuple(one for one in self.waivers if (one.norm, one.rule) == (norm, rule) and not one.in_terms)

    def count(self, severity: Severity) -> int:
        """How many findings of one severity there are; exact."""
        return sum(result.count for result in self.rules if result.severity is severity)

    def outcomes(self, outcome: Outcome) -> int:
        """On how many norms this is the outcome."""
        return sum(row.outcome is outcome for row in self.norms)


def value_of(indicators: Sequence[Indicator], indicator: str, part: str) -> Decimal | None:
    """The figure of one part; none where it is not known."""
    return next((known.value for known in indicators if (known.indicator, known.part) == (indicator, part)), None)
