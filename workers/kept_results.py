"""What a check kept, read back as the shapes that it was said in."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.forecasts import Forecast
from schemas.judgement import Finding, Indicator, NotAssessed, Severity, Verdict, Why
from schemas.store import Answers, IndicatorValue, NormVerdict
from schemas.store import Finding as FindingRow
from schemas.store import NotAssessed as NotAssessedRow
from schemas.store import RuleResult as RuleResultRow
from schemas.texts import Bilingual
from workers.kept_answers import explained
from workers.publish.catalogue import obligations
from workers.publish.content import FIRST_FINDINGS, RuleResult


def indicators_of(session: Session, version: UUID) -> tuple[Indicator, ...]:
    """Every figure of a version, in the order of the contract."""
    query = (
        select(IndicatorValue)
        .where(IndicatorValue.version == version)
        .order_by(IndicatorValue.indicator, IndicatorValue.part)
    )
    return tuple(
        Indicator(
            indicator=row.indicator,
            part=row.part,
            value=row.value,
            unit=row.unit,
            status=row.status,
            why=Why.model_validate(row.why, strict=False),
        )
        for row in session.scalars(query)
    )


def verdicts_of(session: Session, version: UUID) -> tuple[Verdict, ...]:
    """The machine's verdicts on a version."""
    query = select(NormVerdict).where(NormVerdict.version == version).order_by(NormVerdict.norm)
    return tuple(
        Verdict(
            norm=row.norm,
            verdict=row.verdict,
            value=number_or_text(row.value),
            threshold=number_or_text(row.threshold),
            reason=Bilingual(nl=row.reason_nl, en=row.reason_en),
        )
        for row in session.scalars(query)
    )


def forecasts_of(session: Session, version: UUID) -> tuple[Forecast, ...]:
    """How the norms were expected to go on, as it was found with the verdicts."""
    query = select(NormVerdict.forecast).where(NormVerdict.version == version).order_by(NormVerdict.norm)
    return tuple(Forecast.model_validate(row, strict=False) for row in session.scalars(query) if row)


def not_assessed_of(session: Session, version: UUID) -> tuple[NotAssessed, ...]:
    """What could not be judged."""
    query = select(NotAssessedRow).where(NotAssessedRow.version == version).order_by(NotAssessedRow.position)
    return tuple(
        NotAssessed(
            rule=row.rule,
            sheet=row.sheet,
            rows=row.rows or 0,
            reason=Bilingual(nl=row.reason_nl, en=row.reason_en),
        )
        for row in session.scalars(query)
    )


def rule_results_of(session: Session, version: UUID, given: Answers) -> tuple[RuleResult, ...]:
    """What each rule found, exactly counted, with the first findings and the explanations that answer them."""
    first = _first_findings(session, version)
    query = (
        select(RuleResultRow)
        .where(RuleResultRow.version == version)
        .order_by(RuleResultRow.rule, RuleResultRow.severity)
    )
    return tuple(
        RuleResult(
            rule=row.rule,
            revision=row.revision,
            severity=row.severity,
            count=row.count,
            obligation=obligations().get((row.rule, row.revision)),
            first=tuple(as_finding(finding) for finding in first[row.rule, row.severity][:FIRST_FINDINGS]),
            explanations=explained(given, row.rule) if row.severity is Severity.WARNING else (),
        )
        for row in session.scalars(query).all()
    )


def as_finding(row: FindingRow) -> Finding:
    """A kept finding as it was said."""
    return Finding(
        rule=row.rule,
        revision=row.revision,
        severity=row.severity,
        source=row.source,
        sheet=row.sheet,
        row=row.row,
        column=row.column,
        value=row.value,
        message=Bilingual(nl=row.message_nl, en=row.message_en),
        expected=Bilingual(nl=row.expected_nl or "", en=row.expected_en or ""),
        mend=Bilingual(nl=row.mend_nl or "", en=row.mend_en or ""),
    )


def number_or_text(value: str | None) -> Decimal | str | None:
    """A kept value or threshold: a number where it is one, else the text (a level of the ladder, a day)."""
    try:
        return Decimal(value) if value is not None else None
    except InvalidOperation:
        return value


def _first_findings(session: Session, version: UUID) -> dict[tuple[str, Severity], list[FindingRow]]:
    found: dict[tuple[str, Severity], list[FindingRow]] = defaultdict(list)
    query = select(FindingRow).where(FindingRow.version == version).order_by(FindingRow.position)
    for row in session.scalars(query):
        found[row.rule, row.severity].append(row)
    return found
