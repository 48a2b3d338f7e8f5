"""Marking a finding for a colleague of the own organisation, and saying that it is dealt with."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.tenancy import HOLDER_ROLES
from schemas.clock import now, today
from schemas.events import FindingMarked
from schemas.store import Finding, Mark, Person, RoleOfPerson, RuleResult, Version, held, lock_report, tell
from schemas.web.holder import NO_COLLEAGUE


@dataclass(frozen=True, kw_only=True)
class Marking:
    """What is marked for whom: one finding by its place, or without one all that a rule found; ``key`` is the form's own."""

    key: UUID
    rule: str
    position: int | None
    colleague: UUID
    note: str = ""


def mark(session: Session, report: UUID, version: UUID, marking: Marking, *, by: UUID) -> Mark:
    """Mark what was found for a colleague, who is told; the same form sent twice is one mark."""
    lock_report(session, report)
    if known := _sent_before(session, report, marking.key):
        return known
    finding = _found(session, report, version, marking)
    if marking.colleague not in colleagues(session, by):
        raise Refused(NO_COLLEAGUE, field="collega")
    made = Mark(
        report=report,
        version=version,
        rule=marking.rule,
        whole=finding is None,
        entity=finding.entity if finding else None,
        column=finding.column if finding else None,
        for_person=marking.colleague,
        note=marking.note,
        by=by,
        at=now(),
        idempotency_key=marking.key,
    )
    session.add(made)
    session.flush()
    tell(session, FindingMarked(report=report, mark=made.id))
    noted(session, Action.MARKED, f"report/{report}", actor=by, details={"rule": made.rule, "mark": str(made.id)})
    return made


def settle(session: Session, report: UUID, mark_id: UUID, *, done: bool, by: UUID) -> Mark:
    """Say that a mark is dealt with, or that it is not after all. Saying it twice is once."""
    lock_report(session, report)
    known = session.get(Mark, mark_id)
    if known is None or known.report != report:
        raise NotYours(f"mark/{mark_id}")
    if (known.done_at is not None) is not done:
        known.done_at, known.done_by = (now(), by) if done else (None, None)
        action = Action.MARK_DONE if done else Action.MARK_REOPENED
        noted(session, action, f"report/{report}", actor=by, details={"mark": str(mark_id)})
    return known


def colleagues(session: Session, person: UUID) -> dict[UUID, str]:
    """The others of the own organisation who work on its reports and can come in, by name."""
    own = select(Person.organisation).where(Person.id == person).scalar_subquery()
    query = (
        select(Person.id, Person.name)
        .join(RoleOfPerson, RoleOfPerson.person == Person.id)
        .where(Person.organisation == own, Person.id != person, Person.active)
        .where(Person.password_hash.is_not(None), RoleOfPerson.role.in_(HOLDER_ROLES), held(today()))
        .distinct()
        .order_by(Person.name, Person.id)
    )
    return dict[UUID, str](session.execute(query).all())


def _found(session: Session, report: UUID, version: UUID, marking: Marking) -> Finding | None:
    """The finding at the place; none for all of a rule. What is not there, or of another report, is refused."""
    if session.get_one(Version, version).report != report:
        raise NotYours(f"version/{version}")
    if marking.position is None:
        query = select(RuleResult.count).where(RuleResult.version == version, RuleResult.rule == marking.rule)
        if not any(session.scalars(query.order_by(RuleResult.severity))):
            raise NotYours(f"version/{version}/rule/{marking.rule[:40]}")
        return None
    finding = session.get(Finding, (version, marking.position))
    if finding is None or finding.rule != marking.rule:
        raise NotYours(f"version/{version}/finding/{marking.position}")
    return finding


def _sent_before(session: Session, report: UUID, key: UUID) -> Mark | None:
    query = select(Mark).where(Mark.idempotency_key == key, Mark.report == report)
    return session.scalars(query.order_by(Mark.id)).one_or_none()
