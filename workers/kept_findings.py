"""The findings as they are kept: the first of each rule, with what an explanation sticks to and the row as the user wrote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from schemas.judgement import Finding, Severity
from workers.domain.check import FRONT, Checked
from workers.domain.findings import findings_of
from workers.domain.frames import ENTITY, ROW, SEVERITY
from workers.domain.report import Report

Place = tuple[str, int]
Cells = dict[str, str]


@dataclass(frozen=True)
class KeptFinding:
    """One finding with its entity and its row as written, by column name."""

    finding: Finding
    entity: str | None
    raw: Cells


@dataclass(frozen=True)
class RuleCount:
    """How often a rule found something of one severity; exact."""

    rule: str
    revision: int
    severity: Severity
    count: int


def kept_findings(checked: Checked, *, listed: int) -> tuple[KeptFinding, ...]:
    """The first ``listed`` findings of each rule, in the order of the answer."""
    report = checked.case.report
    found = [
        (finding, entity)
        for offences in checked.offences
        for finding, entity in zip(
            findings_of(offences, report, limit=listed), offences.frame[ENTITY].head(listed), strict=True
        )
    ]
    raw = rows_as_written(report, {(f.sheet, f.row) for f, _ in found if f.row is not None})
    return tuple(
        KeptFinding(finding=finding, entity=entity, raw=raw.get((finding.sheet, finding.row or 0), {}))
        for finding, entity in found
    )


def rule_counts(checked: Checked) -> tuple[RuleCount, ...]:
    """Exact counts per rule and severity."""
    return tuple(
        RuleCount(
            rule=offences.statement.id,
            revision=offences.statement.revision,
            severity=Severity(severity),
            count=number,
        )
        for offences in checked.offences
        for severity, number in offences.frame.group_by(SEVERITY).len().sort(SEVERITY).iter_rows()
    )


def rows_as_written(report: Report, places: Iterable[Place]) -> Mapping[Place, Cells]:
    """The rows at these places as text, under the machine names."""
    by_sheet: dict[str, list[int]] = defaultdict(list)
    for sheet, row in places:
        by_sheet[sheet].append(row)
    return {(sheet, row): cells for sheet, rows in by_sheet.items() for row, cells in _written(report, sheet, rows)}


def _written(report: Report, sheet: str, rows: list[int]) -> Iterator[tuple[int, Cells]]:
    if sheet == FRONT:
        named = {row: name for name, row in report.fields.rows.items()}
        yield from (
            (row, {"field": named[row], "value": report.fields.raw.get(named[row], "")}) for row in rows if row in named
        )
        return
    for values in report.table(sheet).raw.filter(pl.col(ROW).is_in(rows)).iter_rows(named=True):
        cells = {name: text for name, text in values.items() if name != ROW and text is not None}
        yield values[ROW], cells
