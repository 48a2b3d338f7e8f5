"""The check: a version is read, held against every rule and norm, and what was found is kept with exact counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from schemas.chain import ChainSeen
from schemas.clock import now
from schemas.events import Summary, VersionChecked, VersionUploaded
from schemas.forecasts import Forecast
from schemas.judgement import About, Assessment, Severity, Validation
from schemas.judgement import Summary as Counts
from schemas.store import (
    ChainView,
    Check,
    Finding,
    IndicatorValue,
    NamedEvidence,
    NormVerdict,
    NotAssessed,
    RuleResult,
    SheetSource,
    reading,
    tell,
)
from schemas.words import WorkerName
from workers.check_rows import finding_row, indicator_rows, not_assessed_rows, verdict_rows
from workers.complete_list import keep_complete
from workers.correcting import Corrected, corrected
from workers.domain.assess import assess
from workers.domain.case import Evidence
from workers.domain.chain_refusals import names_of_refusing
from workers.domain.chain_seen import chain_seen
from workers.domain.check import Checked, check
from workers.domain.findings import findings, validation_of
from workers.domain.forecast import forecasts
from workers.domain.report import Report
from workers.domain.yardsticks import Yardsticks
from workers.evidence_matching import Matched, matched, within_correction
from workers.in_force import yardsticks_for
from workers.intake import Reading, Unreadable
from workers.kept_findings import KeptFinding, RuleCount, kept_findings, rule_counts
from workers.reading_parts import Read, RowsKept, earlier_of, name_rows, reading_of
from workers.sheets_kept import SheetKept, sheets_kept
from workers.sources import VersionSources, sources_of
from workers.validate import case_of
from workers.worker import Worker

LISTED = 1000
FIRST_RULE = "FMT-001"
NOT_HELD = Corrected()


@dataclass(frozen=True)
class Judged:
    """The outcome of one check, ready to be kept."""

    started_at: datetime
    at: datetime
    validation: Validation
    validation_sha256: str
    findings: tuple[KeptFinding, ...]
    counts: tuple[RuleCount, ...]
    assessment: Assessment
    articles: dict[str, str]
    forecasts: tuple[Forecast, ...] = ()
    evidence: tuple[Matched, ...] = ()
    rows_kept: tuple[RowsKept, ...] = ()
    corrected: Corrected = NOT_HELD
    sheets: tuple[SheetKept, ...] = ()
    refused: tuple[str, ...] = ()
    chain: ChainSeen | None = None
    unreadable: Unreadable | None = None


class CheckVersion(Worker[VersionUploaded, Judged]):
    """Reads a version and judges it, in a process of its own: its files come from outside."""

    NAME = WorkerName.CHECK
    HANDLES = (VersionUploaded,)
    IN_SANDBOX = True

    def work(self, event: VersionUploaded) -> Judged:
        """Read, check and assess; the complete list of findings goes to the file store."""
        started_at = now()
        with reading() as session:
            sources, by = sources_of(session, event.version), yardsticks_for(session, event.version.report)
        try:
            return judged(sources, version_read(sources), by, started_at=started_at)
        except Unreadable as wrong:
            return _unreadable(sources, wrong, by, started_at=started_at)

    def keep(self, session: Session, event: VersionUploaded, result: Judged) -> None:
        """Keep what was found, and tell that the version is checked; of one that was offered twice, the first stands."""
        version = event.version.version
        if session.get(Check, version) is not None:
            return
        session.add(_check_row(event, result))
        session.flush()
        for table, rows in (
            (RuleResult, [{"version": version, **vars(count)} for count in result.counts]),
            (Finding, [finding_row(version, place, kept) for place, kept in enumerate(result.findings)]),
            (NotAssessed, not_assessed_rows(version, result.validation)),
            (IndicatorValue, indicator_rows(version, result.assessment)),
            (NormVerdict, verdict_rows(version, result.assessment.verdicts, result.forecasts, result.articles)),
            (NamedEvidence, _evidence_rows(event, result)),
            (SheetSource, [{"version": version, **vars(sheet)} for sheet in result.sheets]),
            (ChainView, _chain_rows(version, result.chain)),
        ):
            if rows:
                session.execute(insert(table), rows)
        for rows_kept in result.rows_kept:
            name_rows(session, rows_kept)
        counts = result.validation.summary
        summary = Summary(errors=counts.errors, warnings=counts.warnings, notices=counts.notices)
        tell(
            session,
            VersionChecked(version=event.version, summary=summary, validation_sha256=result.validation_sha256),
        )


def version_read(sources: VersionSources, read: Read = reading_of) -> Reading:
    """What intake reads of a version; a correction of some sheets keeps the evidence of the others as it was sent back."""
    now_read = read(sources.parts)
    if not sources.sent_back:
        return now_read
    before = read(sources.sent_back).evidence
    held = within_correction(now_read.report, before=before, after=now_read.evidence, opened=sources.open_sheets)
    return replace(now_read, evidence=held)


def judged(sources: VersionSources, read: Reading, by: Yardsticks, *, started_at: datetime) -> Judged:
    """A version that could be read, checked and assessed."""
    earlier = [earlier_of(parts) for parts in sources.previous]
    checked = checked_version(sources, read, by, previous=[one.report for one in earlier if one.report is not None])
    assessment = assess(checked)
    said = validation_of(checked, limit=0)
    return Judged(
        started_at=started_at,
        at=now(),
        validation=said,
        validation_sha256=keep_complete(said, findings(checked, limit=None)).sha256,
        findings=kept_findings(checked, listed=LISTED),
        counts=rule_counts(checked),
        assessment=assessment,
        articles=_articles(sources),
        forecasts=forecasts(checked, assessment),
        evidence=matched(checked.case.report, beside=beside_of(sources), inside=read.evidence),
        rows_kept=tuple(one.rows for one in earlier if one.rows is not None),
        corrected=_corrected(sources, read),
        sheets=sheets_kept(read, checked.case.report),
        refused=names_of_refusing(checked.case.report),
        chain=chain_seen(checked.case.report),
    )


def _articles(sources: VersionSources) -> dict[str, str]:
    """The article of each norm, as it holds for the year of the report."""
    asked = (sources.terms.norm(norm.norm, sources.year) for norm in sources.terms.norms)
    return {one.norm: one.article for one in asked if one}


def _corrected(sources: VersionSources, read: Reading) -> Corrected:
    """Of a correction of some sheets, what it took of the newest file and what it left out."""
    if not sources.sent_back:
        return NOT_HELD
    try:
        before = reading_of(sources.sent_back).report
    except Unreadable:
        return NOT_HELD
    return corrected(before, read.report, _offered(sources), opened=sources.open_sheets)


def _offered(sources: VersionSources) -> Report | None:
    """All that the newest file of the correction holds, where the version took only some of its sheets."""
    brought = [part for part in sources.parts[len(sources.sent_back) :] if not part.form]
    if not brought or brought[-1].sheet is None:
        return None
    try:
        return reading_of((replace(brought[-1], sheet=None),)).report
    except Unreadable:
        return None


def checked_version(sources: VersionSources, read: Reading, by: Yardsticks, *, previous: Sequence[Report]) -> Checked:
    """What the rules of these yardsticks say of a version, on its concession's terms, earlier years and evidence."""
    case = case_of(
        read.report,
        by,
        previous=previous,
        terms=sources.terms,
        evidence=Evidence(files={**read.evidence, **beside_of(sources)}, earlier=sources.earlier_evidence),
        duty_year=sources.year,
    )
    return check(case, read.offences)


def beside_of(sources: VersionSources) -> dict[str, str]:
    """The evidence that was uploaded beside the report: file name to sha256."""
    return {file.file_name: file.sha256 for file in sources.evidence}


def _unreadable(sources: VersionSources, wrong: Unreadable, by: Yardsticks, *, started_at: datetime) -> Judged:
    """A version that no reader can make anything of: one finding, and nothing else is judged."""
    name = sources.parts[-1].name if sources.parts else None
    said = Validation(
        report=About(
            concession_id=sources.concession,
            report_year=sources.year,
            rule_set=by.rule_set(sources.year).id,
            factor_set=None,
        ),
        rows={},
        summary=Counts(errors=1, warnings=0, notices=0),
        findings=(),
        not_assessed=(),
    )
    return Judged(
        started_at=started_at,
        at=now(),
        validation=said,
        validation_sha256=keep_complete(said, [wrong.finding(name)]).sha256,
        findings=(KeptFinding(finding=wrong.finding(name), entity=None, raw={}),),
        counts=(RuleCount(rule=FIRST_RULE, revision=1, severity=Severity.ERROR, count=1),),
        assessment=Assessment(indicators=(), verdicts=()),
        articles={},
        unreadable=wrong,
    )


def _check_row(event: VersionUploaded, result: Judged) -> Check:
    said, wrong = result.validation, result.unreadable
    return Check(
        version=event.version.version,
        started_at=result.started_at,
        at=result.at,
        rule_set=said.report.rule_set,
        factor_set=said.report.factor_set,
        errors=said.summary.errors,
        warnings=said.summary.warnings,
        notices=said.summary.notices,
        rows=dict(said.rows),
        validation_sha256=result.validation_sha256,
        unreadable_nl=wrong.reason.nl if wrong else None,
        unreadable_en=wrong.reason.en if wrong else None,
        refused_suppliers=list(result.refused),
        changed_sheets=list(result.corrected.changed),
        left_out=list(result.corrected.left_out),
        taken_over=list(result.corrected.taken_over),
    )


def _chain_rows(version: UUID, chain: ChainSeen | None) -> list[dict[str, object]]:
    return [{"version": version, "seen": chain.model_dump(mode="json")}] if chain else []


def _evidence_rows(event: VersionUploaded, result: Judged) -> list[dict[str, object]]:
    return [
        {"version": event.version.version, "position": position, **vars(one), "sheets": list(one.sheets)}
        for position, one in enumerate(result.evidence)
    ]
