"""The report as data, to download beside the PDF: the same figures with their why, for programs."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from schemas.effort import SupplierEffort
from schemas.forecasts import Forecast
from schemas.judgement import About, Indicator, NotAssessed, Said, Severity, Summary, Verdict
from workers.publish.content import (
    DecisionMade,
    EstablishedVerdict,
    FactorList,
    Fingerprints,
    GapTold,
    LapsedAnswer,
    MeasureTold,
    ReportContent,
    RuleResult,
    Signed,
    WaiverTold,
)

FORMAT = "ketenspiegel-report/1"


class Established(Said):
    """What was established on one norm."""

    norm: str
    established: EstablishedVerdict


class ReportData(Said):
    """What is in the data document; ``verdicts`` are the machine's, ``established`` a person's."""

    format: str
    edition: str
    report: About
    concession_name: str
    holder: str
    authorities: tuple[str, ...]
    period: tuple[date, date] | None
    dated: date | None
    version: int | None
    verdicts: tuple[Verdict, ...]
    established: tuple[Established, ...]
    forecasts: tuple[Forecast, ...]
    indicators: tuple[Indicator, ...]
    previous_year: int | None
    previous: tuple[Indicator, ...]
    summary: Summary
    rules: tuple[RuleResult, ...]
    not_assessed: tuple[NotAssessed, ...]
    lapsed: tuple[LapsedAnswer, ...]
    waivers: tuple[WaiverTold, ...]
    measures: tuple[MeasureTold, ...]
    gaps: Annotated[tuple[GapTold, ...], Field(exclude_if=lambda told: not told)] = ()
    effort: Annotated[tuple[SupplierEffort, ...], Field(exclude_if=lambda told: not told)] = ()
    rows: dict[str, int]
    factors: FactorList | None
    previous_factors: FactorList | None
    fingerprints: Fingerprints
    signed: Signed | None
    decision: DecisionMade | None


def report_data(content: ReportContent) -> bytes:
    """The data document as JSON in UTF-8; the same content gives the same bytes."""
    return (data_of(content).model_dump_json(indent=2) + "\n").encode()


def data_of(content: ReportContent) -> ReportData:
    """The report as data."""
    shared = {name: getattr(content, name) for name in ReportData.model_fields if name in ReportContent.model_fields}
    return ReportData(
        **{
            **shared,
            "format": FORMAT,
            "edition": content.edition.value,
            "report": _about(content),
            "verdicts": tuple(row.machine for row in content.norms),
            "established": tuple(
                Established(norm=row.machine.norm, established=row.established)
                for row in content.norms
                if row.established
            ),
            "forecasts": tuple(row.forecast for row in content.norms if row.forecast),
            "summary": _summary(content),
        }
    )


def _about(content: ReportContent) -> About:
    return About(
        concession_id=content.concession,
        report_year=content.year,
        rule_set=content.fingerprints.rule_set.name,
        factor_set=content.factors.id if content.factors else None,
    )


def _summary(content: ReportContent) -> Summary:
    return Summary(
        errors=content.count(Severity.ERROR),
        warnings=content.count(Severity.WARNING),
        notices=content.count(Severity.NOTICE),
    )
