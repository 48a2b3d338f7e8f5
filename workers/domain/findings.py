"""The answer in words: the first findings of each rule, in a fixed order, and exact counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

import polars as pl

from schemas.judgement import About, Finding, Severity, Validation
from schemas.report.sheets import SHEETS
from schemas.texts import Bilingual, Language
from workers.domain.check import FRONT, Checked
from workers.domain.frames import COLUMN, ROW, SEVERITY, SHEET, VALUE
from workers.domain.rendering import filled, placeholders
from workers.domain.report import Report
from workers.domain.statement import Offences

LIMIT = 1000
# So many texts of a rule are remembered while its findings are said.
REMEMBERED = 1000

_SHEETS = {model.sheet: place for place, model in enumerate(SHEETS)}
_PLACE = pl.col(SHEET).replace_strict(_SHEETS, default=len(_SHEETS))


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


def findings(checked: Checked, limit: int | None = LIMIT) -> Iterator[Finding]:
    """Findings by severity, rule, sheet and row, one after another; of each rule the first ``limit``, or all."""
    by_rule = sorted(checked.offences, key=lambda offences: offences.statement.id)
    for severity in Severity:
        for offences in by_rule:
            if offences.frame.height:
                yield from _of_severity(offences, severity, checked.case.report, limit)


def _of_severity(offences: Offences, severity: Severity, report: Report, limit: int | None) -> Iterator[Finding]:
    some = offences.frame.head(limit if limit is not None else offences.frame.height)
    order = (_PLACE, pl.col(ROW).fill_null(0), pl.col(COLUMN).fill_null(""))
    ordered = some.filter(pl.col(SEVERITY) == severity.value).sort(*order, maintain_order=True)
    for _, together in groupby(findings_of(replace(offences, frame=ordered), report), key=_cell):
        yield from sorted(together, key=lambda finding: finding.message.en)


def findings_of(offences: Offences, report: Report, *, limit: int | None = None) -> Iterator[Finding]:
    """The offences of one rule in words."""
    statement = offences.statement
    # What is expected and how to mend it is often the same for many rows; it is then said once.
    in_both = lru_cache(REMEMBERED)(_in_both)
    texts = [(text, sorted(placeholders(text.nl))) for text in (statement.message, statement.expected, statement.mend)]
    for values in offences.frame.head(limit if limit is not None else offences.frame.height).iter_rows(named=True):
        sheet = values[SHEET]
        message, expected, mend = (
            in_both(text, tuple((name, _fixed(values[name])) for name in names), sheet) for text, names in texts
        )
        yield Finding(
            rule=statement.id,
            revision=statement.revision,
            severity=Severity(values[SEVERITY]),
            source=_source(report, sheet),
            sheet=sheet,
            row=values[ROW],
            column=values[COLUMN],
            value=values[VALUE],
            message=message,
            expected=expected,
            mend=mend,
        )


def _fixed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def row_counts(report: Report) -> dict[str, int]:
    """How many rows each sheet of the file has."""
    counts = {FRONT: len(report.fields.rows) + sum(map(len, report.fields.repeats.values()))}
    tables = (report.table(model.sheet) for model in SHEETS if model.sheet != FRONT)
    return counts | {table.sheet: table.frame.height for table in tables if table.present}


def _in_both(text: Bilingual, values: tuple[tuple[str, object], ...], sheet: str) -> Bilingual:
    known = dict(values)
    nl, en = (filled(text.in_(language), known, sheet=sheet, language=language) for language in Language)
    return Bilingual(nl=nl, en=en)


def _source(report: Report, sheet: str) -> str | None:
    return report.fields.source if sheet == FRONT else report.table(sheet).source if sheet in _SHEETS else None


def _cell(finding: Finding) -> tuple[str, int, str]:
    return finding.sheet, finding.row or 0, finding.column or ""
