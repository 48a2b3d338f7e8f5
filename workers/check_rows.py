"""What a check found, as rows of the tables in which people ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from schemas.forecasts import Forecast
from schemas.judgement import Assessment, Validation, Verdict
from workers.kept_findings import KeptFinding


def finding_row(version: UUID, position: int, kept: KeptFinding) -> dict[str, object]:
    """One finding with the row that it is about, at its place among all."""
    finding = kept.finding
    return {
        "version": version,
        "position": position,
        "rule": finding.rule,
        "revision": finding.revision,
        "severity": finding.severity,
        "source": finding.source,
        "sheet": finding.sheet,
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "entity": kept.entity,
        "message_nl": finding.message.nl,
        "message_en": finding.message.en,
        "expected_nl": finding.expected.nl,
        "expected_en": finding.expected.en,
        "mend_nl": finding.mend.nl,
        "mend_en": finding.mend.en,
        "raw": kept.raw,
    }


def not_assessed_rows(version: UUID, validation: Validation) -> list[dict[str, object]]:
    """What could not be judged, and why."""
    return [
        {
            "version": version,
            "position": position,
            "rule": item.rule,
            "sheet": item.sheet,
            "rows": item.rows,
            "reason_nl": item.reason.nl,
            "reason_en": item.reason.en,
        }
        for position, item in enumerate(validation.not_assessed)
    ]


def indicator_rows(version: UUID, assessment: Assessment) -> list[dict[str, object]]:
    """Every figure with its why."""
    return [
        {
            "version": version,
            "indicator": one.indicator,
            "part": one.part,
            "value": one.value,
            "unit": one.unit,
            "status": one.status,
            "why": one.why.model_dump(mode="json"),
        }
        for one in assessment.indicators
    ]


def verdict_rows(
    version: UUID, verdicts: Sequence[Verdict], forecasts: Iterable[Forecast], articles: Mapping[str, str]
) -> list[dict[str, object]]:
    """Every verdict, with what is expected ahead and the article that asks for it."""
    ahead = {one.norm: one.model_dump(mode="json") for one in forecasts}
    return [
        {
            "version": version,
            "norm": one.norm,
            "verdict": one.verdict,
            "value": None if one.value is None else str(one.value),
            "threshold": None if one.threshold is None else str(one.threshold),
            "reason_nl": one.reason.nl,
            "reason_en": one.reason.en,
            "article": articles.get(one.norm, ""),
            "forecast": ahead.get(one.norm),
        }
        for one in verdicts
    ]
