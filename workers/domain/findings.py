"""The answer in words: the first findings of each rule, in a fixed order, and exact counts."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.judgement import About, Finding, Severity, Validation
from schemas.report.sheets import SHEETS
from schemas.texts import Bilingual, Language
from workers.domain.check import FRONT, Checked
from workers.domain.frames import COLUMN, ROW, SEVERITY, SHEET, VALUE
from workers.domain.rendering import filled
from workers.domain.report import Report
from workers.domain.statement import Offences

LIMIT = 1000

_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}
_SHEETS = {model.sheet: place for place, model in enumerate(SHEETS)}


def validation_of(checked: Checked, limit: int = LIMIT) -> Validation:
    """The answer of ``validate``: the first ``limit`` findings of each rule, with counts over all of them."""
    report, factors = checked.case.report, checked.case.factors
    return Validation(
        report=About(
            concession_id=report.front.concession_id,
            report_year=report.front.report_year,
            rule_set=checked.case.rule_set.id,
            factor_set=factors.id if factors else None,
        ),
        rows=row_counts(report),
        summary=checked.summary(),
        findings=tuple(findings(checked, limit)),
        not_assessed=checked.not_assessed,
    )


def findings(checked: Checked, limit: int | None = LIMIT) -> list[Finding]:
    """Findings by severity, rule, sheet and row; of each rule the first ``limit``, or all."""
    said = [
        finding for offences in checked.offences for finding in findings_of(offences, checked.case.report, limit=limit)
    ]
    return sorted(said, key=_order)


def findings_of(offences: Offences, report: Report, *, limit: int | None = None) -> Iterator[Finding]:
    """The offences of one rule in words."""
    statement = offences.statement
    for values in offences.frame.head(limit if limit is not None else offences.frame.height).iter_rows(named=True):
        sheet = values[SHEET]
        yield Finding(
            rule=statement.id,
            revision=statement.revision,
            severity=Severity(values[SEVERITY]),
            source=_source(report, sheet),
            sheet=sheet,
            row=values[ROW],
            column=values[COLUMN],
            value=values[VALUE],
            message=_in_both(statement.message, values, sheet=sheet),
            expected=_in_both(statement.expected, values, sheet=sheet),
            mend=_in_both(statement.mend, values, sheet=sheet),
        )


def row_counts(report: Report) -> dict[str, int]:
    """How many rows each sheet of the file has."""
    counts = {FRONT: len(report.fields.rows) + sum(map(len, report.fields.repeats.values()))}
    tables = (report.table(model.sheet) for model in SHEETS if model.sheet != FRONT)
    return counts | {table.sheet: table.frame.height for table in tables if table.present}


def _in_both(text: Bilingual, values: dict[str, object], *, sheet: str) -> Bilingual:
    nl, en = (filled(text.in_(language), values, sheet=sheet, language=language) for language in Language)
    return Bilingual(nl=nl, en=en)


def _source(report: Report, sheet: str) -> str | None:
    return report.fields.source if sheet == FRONT else report.table(sheet).source if sheet in _SHEETS else None


def _order(finding: Finding) -> tuple[int, str, int, int, str, str]:
    return (
        _SEVERITIES[finding.severity],
        finding.rule,
        _SHEETS.get(finding.sheet, len(_SHEETS)),
        finding.row or 0,
        finding.column or "",
        finding.message.en,
    )
