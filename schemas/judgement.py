"""What the product says of a report: findings, indicators with their why, and verdicts."""

from __future__ import annotations

from enum import StrEnum

from schemas.change import Change
from schemas.said import Number as Number
from schemas.said import Said as Said
from schemas.texts import Bilingual


class Severity(StrEnum):
    """An error blocks handing in, a warning asks for an explanation, a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Status(StrEnum):
    """How an indicator's value came about."""

    MEASURED = "measured"
    ESTIMATED = "estimated"
    NOT_ASSESSABLE = "not_assessable"


class Outcome(StrEnum):
    """The three-way verdict: not assessable is not the same as not meeting."""

    MEETS = "meets"
    DOES_NOT_MEET = "does_not_meet"
    NOT_ASSESSABLE = "not_assessable"


class Finding(Said):
    """One fault at one place: what is wrong, where, what was expected and how to mend it.

    ``row`` is the row as the user sees it (headings are row 1), null for what is absent or concerns the whole.
    """

    rule: str
    revision: int
    severity: Severity
    source: str | None
    sheet: str
    row: int | None
    column: str | None
    value: str | None
    message: Bilingual
    expected: Bilingual
    mend: Bilingual


class NotAssessed(Said):
    """A rule that could not be judged, wholly or on ``rows`` rows, and why."""

    rule: str
    sheet: str
    rows: int
    reason: Bilingual


class Summary(Said):
    """Exact counts, also where the list is cut."""

    errors: int
    warnings: int
    notices: int


class About(Said):
    """Which report was read, and by which rules and factors."""

    concession_id: str | None
    report_year: int | None
    rule_set: str
    factor_set: str | None


class Validation(Said):
    """The answer of ``validate``."""

    report: About
    rows: dict[str, int]
    summary: Summary
    findings: tuple[Finding, ...]
    not_assessed: tuple[NotAssessed, ...]


class Input(Said):
    """What went into an indicator: which column of which sheet, over how many rows, and what it adds up to.

    ``places`` are those rows as the user sees them, such as *2-721, 725*; of a long list the first, and ``beyond`` how many rows follow.
    """

    sheet: str
    column: str
    rows: int
    sum: Number | None
    unit: str | None
    selection: Bilingual | None = None
    places: str | None = None
    beyond: int = 0


class FactorUsed(Said):
    """A factor of the year's list that was applied."""

    code: str
    column: str
    value: Number
    unit: str
    source: str
    year: int


class Coverage(Said):
    """Which share of the quantity behind a figure was measured, estimated or is missing, in per cent."""

    measured: Number
    estimated: Number
    missing: Number


class Why(Said):
    """How a figure came about: formula in words, formula filled in, inputs, factors, coverage, what to know, and the change since last year."""

    formula: Bilingual
    worked: Bilingual | None = None
    inputs: tuple[Input, ...] = ()
    factors: tuple[FactorUsed, ...] = ()
    coverage: Coverage | None = None
    notes: tuple[Bilingual, ...] = ()
    change: Change | None = None


class Indicator(Said):
    """One figure: ``part`` is ``total`` or ``dimension=code`` pairs joined by commas."""

    indicator: str
    part: str
    value: Number | None
    unit: str
    status: Status
    why: Why


class Verdict(Said):
    """A norm held against its indicator. A threshold of the ladder is a text, of timeliness a date."""

    norm: str
    verdict: Outcome
    value: Number | str | None
    threshold: Number | str | None
    reason: Bilingual


class Assessment(Said):
    """The answer of ``assess``."""

    indicators: tuple[Indicator, ...]
    verdicts: tuple[Verdict, ...]
