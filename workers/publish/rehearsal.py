"""A rehearsal: the compliance report of a file, offline, as it would be judged now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from schemas.judgement import Assessment, Finding, Indicator
from schemas.terms import Terms
from schemas.texts import Language
from schemas.words import Edition
from workers.domain.assess import assess
from workers.domain.checked import Checked
from workers.domain.factors import FactorSet
from workers.domain.findings import findings, row_counts
from workers.domain.forecast import forecasts
from workers.publish.catalogue import obligations
from workers.publish.content import FIRST_FINDINGS, Fingerprints, NormRow, ReportContent, RuleResult
from workers.publish.energy_content import factor_list
from workers.publish.fingerprints import file_named, fingerprints, named_rule_set
from workers.publish.norm_rows import norm_rows
from workers.publish.pdf import report_pdf
from workers.validate import checked_file

UNKNOWN = {Language.NL: "onbekend", Language.EN: "unknown"}


@dataclass(frozen=True)
class _Earlier:
    """An earlier year with the factors that it was reckoned by."""

    indicators: tuple[Indicator, ...]
    factors: FactorSet | None


def rehearsal(
    file: Path,
    *,
    previous: Sequence[Path] = (),
    terms: Terms | None = None,
    decimal: str | None = None,
    language: Language = Language.NL,
) -> bytes:
    """The report of a file as a PDF, marked as a rehearsal on every page; raises ``Unreadable`` for what is no report."""
    return report_pdf(rehearsed(file, previous=previous, terms=terms, decimal=decimal, language=language), language)


def rehearsed(
    file: Path,
    *,
    previous: Sequence[Path] = (),
    terms: Terms | None = None,
    decimal: str | None = None,
    language: Language = Language.NL,
) -> ReportContent:
    """What the rehearsal tells; without terms the concession goes by the name in the file."""
    checked = checked_file(file, previous=previous, terms=terms, decimal=decimal)
    assessed = assess(checked)
    front, factors = checked.case.report.front, checked.case.factors
    year = front.report_year or (front.period_end.year if front.period_end else 0)
    history = _history(previous, terms=terms, decimal=decimal, before=year)
    last = max(history, default=None)
    code = front.concession_id or UNKNOWN[language]
    period = checked.case.period
    return ReportContent(
        edition=Edition.DRAFT,
        concession=code,
        concession_name=terms.name if terms else code,
        holder=front.holder_name or UNKNOWN[language],
        authorities=terms.authorities if terms else (),
        year=year,
        period=(period.start, period.end) if period else None,
        dated=front.prepared_on,
        version=None,
        norms=_norms(checked, assessed, year=year, history=history),
        indicators=assessed.indicators,
        previous_year=last,
        previous=history[last].indicators if last is not None else (),
        rules=rule_results(findings(checked, limit=None)),
        not_assessed=checked.not_assessed,
        rows=row_counts(checked.case.report),
        factors=factor_list(factors),
        previous_factors=factor_list(history[last].factors) if last is not None else None,
        fingerprints=_fingerprints(checked, (file, *previous)),
    )


def _norms(
    checked: Checked, assessed: Assessment, *, year: int, history: Mapping[int, _Earlier]
) -> tuple[NormRow, ...]:
    """What the terms ask and how that is judged; without terms nothing is asked."""
    terms = checked.case.terms
    if terms is None:
        return ()
    figures = {earlier: of_year.indicators for earlier, of_year in history.items()}
    ahead = forecasts(checked, assessed)
    return norm_rows(terms, assessed.verdicts, year=year, history=figures, forecasts=ahead)


def _fingerprints(checked: Checked, files: Iterable[Path]) -> Fingerprints:
    """What the report is made from."""
    case = checked.case
    return fingerprints(
        [file_named(path) for path in files],
        rule_set=named_rule_set(case.rule_set),
        factors=case.factors,
        terms=case.terms,
    )


def rule_results(found: Iterable[Finding]) -> tuple[RuleResult, ...]:
    """The findings per rule and severity with their exact number and the first few."""
    grouped: dict[tuple[str, int, str], list[Finding]] = defaultdict(list)
    for finding in found:
        grouped[finding.rule, finding.revision, finding.severity].append(finding)
    return tuple(
        RuleResult(
            rule=several[0].rule,
            revision=several[0].revision,
            severity=several[0].severity,
            count=len(several),
            obligation=obligations().get((several[0].rule, several[0].revision)),
            first=tuple(several[:FIRST_FINDINGS]),
        )
        for several in grouped.values()
    )


def _history(previous: Sequence[Path], *, terms: Terms | None, decimal: str | None, before: int) -> dict[int, _Earlier]:
    """The figures of earlier years, each by the factors of its own year."""
    found = {}
    for path in previous:
        checked = checked_file(path, terms=terms, decimal=decimal)
        year = checked.case.report.front.report_year
        if year is not None and year < before:
            found[year] = _Earlier(assess(checked).indicators, checked.case.factors)
    return found
