"""What a check kept, read back as the shapes that it was said in."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.explaining import answers
from schemas.forecasts import Forecast
from schemas.judgement import Finding, Indicator, NotAssessed, Severity, Verdict, Why
from schemas.store import (
    Explanation,
    IndicatorValue,
    NormVerdict,
    Person,
    Report,
    as_answer,
    as_asked,
    explanations_that_count,
)
from schemas.store import Finding as FindingRow
from schemas.store import NotAssessed as NotAssessedRow
from schemas.store import RuleResult as RuleResultRow
from schemas.texts import Bilingual
from workers.publish.catalogue import obligations
from workers.publish.content import FIRST_FINDINGS, Explained, RuleResult


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


def rule_results_of(session: Session, report: Report, version: UUID) -> tuple[RuleResult, ...]:
    """What each rule found, exactly counted, with the first findings and the explanations that answer them."""
    first = _first_findings(session, version)
    given = explanations_that_count(session, report)
    names = _names(session, given)
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
            explanations=_answering(first[row.rule, row.severity], row, given, names),
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


def _answering(
    findings: list[FindingRow], result: RuleResultRow, given: list[Explanation], names: dict[UUID, str]
) -> tuple[Explained, ...]:
    """The explanations of a rule that answer one of its findings, or all of them in bulk."""
    asked = [as_asked(finding) for finding in findings]
    return tuple(
        Explained(
            text=one.text,
            by=names[one.by],
            on=dutch_day(one.at),
            about=None if answer.in_bulk else one.entity,
        )
        for one in given
        if one.rule == result.rule and one.revision == result.revision
        if (answer := as_answer(one)).in_bulk or any(answers(answer, finding) for finding in asked)
    )


def _names(session: Session, given: list[Explanation]) -> dict[UUID, str]:
    query = select(Person.id, Person.name).where(Person.id.in_({one.by for one in given})).order_by(Person.id)
    return dict(session.execute(query).all())
