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
from schemas.store import Explanation, Finding, Report, RuleResult, Version, facts_of, lock_report
from schemas.store.asked import carried_over, followed_by
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
    """Take an answer back, so that its warnings ask again, also one of the year before. Taking back twice is once."""
    locked = _lock_open(session, report)
    given = session.get(Explanation, explanation)
    if given is None or given.report != report:
        _take_back(session, locked, explanation, by=by)
    elif given.withdrawn_at is None:
        given.withdrawn_at = now()
        noted(session, Action.EXPLANATION_WITHDRAWN, f"report/{report}", actor=by, details={"rule": given.rule})


def _take_back(session: Session, report: Report, explanation: UUID, *, by: UUID) -> None:
    """An answer of the year before counts no longer: one of this report follows it, withdrawn at once."""
    if _followed(session, report, explanation):
        return
    carried = carried_over(session, report, explanation)
    if carried is None:
        raise NotYours(f"explanation/{explanation}")
    at = now()
    session.add(
        Explanation(
            report=report.id,
            rule=carried.rule,
            revision=carried.revision,
            entity=carried.entity,
            column=carried.column,
            value=carried.value,
            text=carried.text,
            by=by,
            at=at,
            withdrawn_at=at,
            follows=carried.id,
        )
    )
    noted(session, Action.EXPLANATION_WITHDRAWN, f"report/{report.id}", actor=by, details={"rule": carried.rule})


def _followed(session: Session, report: Report, explanation: UUID) -> bool:
    query = select(Explanation.id).where(Explanation.report == report.id, Explanation.follows == explanation)
    return session.scalars(query.order_by(Explanation.at).limit(1)).first() is not None


def _lock_open(session: Session, report: UUID) -> Report:
    locked = lock_report(session, report)
    state = state_of(facts_of(session, report))
    if not state.may_upload or state.standing is Standing.DECIDED:
        raise Refused(IN_PROCEDURE, status=409)
    return locked


def _keep(session: Session, answer: Explanation) -> Explanation:
    earlier = followed_by(session, session.get_one(Report, answer.report), answer)
    for one in earlier:
        if one.report == answer.report:
            one.withdrawn_at = answer.at
    answer.follows = earlier[-1].id if earlier else None
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
