"""``validate``: a file from the outside to all that is wrong with it, without a database and without a network."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from schemas.judgement import About, Summary, Validation
from schemas.terms import Terms
from workers.domain.case import Case, Evidence
from workers.domain.check import Checked, check
from workers.domain.findings import LIMIT, validation_of
from workers.domain.report import Report
from workers.domain.rules import NEWEST
from workers.domain.yardsticks import Yardsticks
from workers.intake import Reading, Unreadable, read
from workers.reference import air_factors, own_yardsticks

BLOCK = 2**20


def validate(
    path: Path,
    *,
    previous: Sequence[Path] = (),
    terms: Terms | None = None,
    evidence: Path | None = None,
    decimal: str | None = None,
    limit: int = LIMIT,
) -> tuple[Validation, bool]:
    """All findings of a file, and whether it could be read; what cannot be read has FMT-001 as its one finding."""
    try:
        checked = checked_file(path, previous=previous, terms=terms, evidence=evidence, decimal=decimal)
    except Unreadable as wrong:
        return _unreadable(wrong, path), False
    return validation_of(checked, limit), True


def checked_file(
    path: Path,
    *,
    previous: Sequence[Path] = (),
    terms: Terms | None = None,
    evidence: Path | None = None,
    decimal: str | None = None,
) -> Checked:
    """A file read and judged; raises ``Unreadable`` for what is no report."""
    reading = read(path, decimal=decimal)
    return check(
        case_of(
            reading.report,
            own_yardsticks(),
            previous=[read(earlier, decimal=decimal).report for earlier in previous],
            terms=terms,
            evidence=_evidence(reading, evidence),
        ),
        reading.offences,
    )


def case_of(
    report: Report,
    by: Yardsticks,
    *,
    previous: Sequence[Report] = (),
    terms: Terms | None = None,
    evidence: Evidence | None = None,
    duty_year: int | None = None,
) -> Case:
    """A report with the rule set and the factor list of its year and all else that it is judged by."""
    given = report.fields.values.get("report_year")
    year = given if isinstance(given, int) else None
    return Case(
        report=report,
        rule_set=by.rule_set(duty_year or year),
        factors=by.factors(year),
        air=air_factors(),
        terms=terms,
        previous=tuple(previous),
        evidence=evidence,
        all_factors=tuple(by.factor_sets.values()),
        duty_year=duty_year,
    )


def _evidence(reading: Reading, folder: Path | None) -> Evidence | None:
    """The files beside the report: those in the folder that was named, and those that came in the file itself."""
    if folder is None and not reading.evidence:
        return None
    return Evidence(files={**reading.evidence, **(_hashes(folder) if folder else {})})


def _hashes(folder: Path) -> Mapping[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.name: _sha256(path) for path in paths}


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _unreadable(wrong: Unreadable, path: Path) -> Validation:
    return Validation(
        report=About(concession_id=None, report_year=None, rule_set=NEWEST.id, factor_set=None),
        rows={},
        summary=Summary(errors=1, warnings=0, notices=0),
        findings=(wrong.finding(path.name),),
        not_assessed=(),
    )
