"""Answering warnings: one finding, a whole rule at once, and taking an answer back."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.uploading import IN_PROCEDURE
from schemas.clock import now
from schemas.judgement import Severity
from schemas.state import Standing, state_of
from schemas.store import Explanation, Finding, RuleResult, Version, facts_of, lock_report
from schemas.web import Said

FIELD: Final = "toelichting"
NO_WARNING: Final = Said(
    "Hierbij hoort geen toelichting. Een fout verbetert u in uw bestand.",
    "This takes no explanation. An error is mended in your file.",
)


def explain(session: Session, report: UUID, version: UUID, *, position: int, text: str, by: UUID) -> Explanation:
    """An answer to one warning of a version; it takes the place of an earlier answer to the same."""
    _lock_open(session, report)
    finding = session.get(Finding, (version, position))
    if finding is None or session.get_one(Version, version).report != report:
        raise NotYours(f"version/{version}/finding/{position}")
    if finding.severity is not Severity.WARNING:
        raise Refused(NO_WARNING, field=FIELD)
    if finding.entity is None and finding.column is None:
        return explain_rule(session, report, version, rule=finding.rule, text=text, by=by)
    answer = Explanation(
        report=report,
        rule=finding.rule,
        revision=finding.revision,
        entity=finding.entity,
        column=finding.column,
        value=finding.value,
        text=text,
        by=by,
        at=now(),
    )
    return _keep(session, answer)


def explain_rule(session: Session, report: UUID, version: UUID, *, rule: str, text: str, by: UUID) -> Explanation:
    """One answer to all warnings of a rule, for as long as the rule finds about as many."""
    _lock_open(session, report)
    result = session.get(RuleResult, (version, rule, Severity.WARNING))
    if result is None or session.get_one(Version, version).report != report:
        raise NotYours(f"version/{version}/rule/{rule}")
    answer = Explanation(
        report=report,
        rule=rule,
        revision=result.revision,
        value=str(result.count),
        text=text,
        by=by,
        at=now(),
    )
    return _keep(session, answer)


def withdraw_explanation(session: Session, report: UUID, explanation: UUID, *, by: UUID) -> None:
    """Take an answer back, so that its warnings ask again. Taking back twice is once."""
    _lock_open(session, report)
    given = session.get(Explanation, explanation)
    if given is None or given.report != report:
        raise NotYours(f"explanation/{explanation}")
    if given.withdrawn_at is None:
        given.withdrawn_at = now()
        noted(session, Action.EXPLANATION_WITHDRAWN, f"report/{report}", actor=by, details={"rule": given.rule})


def _lock_open(session: Session, report: UUID) -> None:
    lock_report(session, report)
    state = state_of(facts_of(session, report))
    if not state.may_upload or state.standing is Standing.DECIDED:
        raise Refused(IN_PROCEDURE, status=409)


def _keep(session: Session, answer: Explanation) -> Explanation:
    for earlier in _to_the_same(session, answer):
        earlier.withdrawn_at = answer.at
    session.add(answer)
    session.flush()
    noted(
        session,
        Action.EXPLAINED,
        f"report/{answer.report}",
        actor=answer.by,
        details={"rule": answer.rule, "explanation": str(answer.id), "in_bulk": answer.entity is None},
    )
    return answer


def _to_the_same(session: Session, answer: Explanation) -> list[Explanation]:
    query = select(Explanation).where(
        Explanation.report == answer.report,
        Explanation.rule == answer.rule,
        Explanation.revision == answer.revision,
        Explanation.entity.is_not_distinct_from(answer.entity),
        Explanation.column.is_not_distinct_from(answer.column),
        Explanation.withdrawn_at.is_(None),
    )
    return list(session.scalars(query.order_by(Explanation.at, Explanation.id)))
