"""Waiving: the authority that leads records what it does not hold a concession to, and may withdraw that. Nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.leading import refuse_others_of
from schemas.catalogue import Catalogue, CatalogueRule
from schemas.clock import now
from schemas.events import WaiverRecorded, WaiverWithdrawn
from schemas.judgement import Severity
from schemas.norms import NORM
from schemas.store import Concession, RuleSet, Waiver, tell
from schemas.web import Said

SCOPE: Final = "waarvan"
NO_SCOPE: Final = Said("Kies een norm of een regel.", "Choose a norm or a rule.")
NOT_A_QUESTION: Final = Said(
    "Deze regel stelt geen vraag. Een fout gaat over de gegevens zelf en houdt indienen tegen; die wordt hersteld en niet ontheven.",
    "This rule asks no question. An error is about the data itself and keeps a report from being handed in; it is mended, not waived.",
)
NORM_IS_WHOLE: Final = Said(
    "Een norm geldt voor de hele concessie. Laat dit leeg, of kies een regel.",
    "A norm holds for the whole concession. Leave this empty, or choose a rule.",
)


@dataclass(frozen=True, kw_only=True)
class Waiving:
    """What is waived: a norm or a rule, for which rows, over which days (both included), by which decision and why."""

    key: UUID
    decision_number: str
    norm: str | None
    rule: str | None
    entities: tuple[str, ...]
    starts: date
    ends: date
    reason: str


def record_waiver(session: Session, concession: UUID, waiving: Waiving, *, by: UUID) -> Waiver:
    """Record a waiver; the same form sent twice is one waiver."""
    refuse_others_of(session, concession, by)
    _lock(session, concession)
    if known := session.scalars(select(Waiver).where(Waiver.idempotency_key == waiving.key)).first():
        return known
    _refuse_what_cannot(session, waiving)
    waiver = Waiver(
        concession=concession,
        decision_number=waiving.decision_number,
        reason=waiving.reason,
        norm=waiving.norm,
        rule=waiving.rule,
        entities=list(waiving.entities),
        starts=waiving.starts,
        ends=waiving.ends,
        by=by,
        at=now(),
        idempotency_key=waiving.key,
    )
    session.add(waiver)
    session.flush()
    tell(session, WaiverRecorded(concession=concession, waiver=waiver.id))
    noted(session, Action.WAIVER_RECORDED, f"concession/{concession}", actor=by, details=_details(waiver))
    return waiver


def withdraw_waiver(session: Session, concession: UUID, waiver: UUID, *, reason: str, by: UUID) -> None:
    """Withdraw a waiver from now on, with a reason. Withdrawing twice is once."""
    refuse_others_of(session, concession, by)
    _lock(session, concession)
    known = session.get(Waiver, waiver)
    if known is None or known.concession != concession:
        raise NotYours(f"waiver/{waiver}")
    if known.withdrawn_at is not None:
        return
    known.withdrawn_at, known.withdrawn_by, known.withdrawn_reason = now(), by, reason
    tell(session, WaiverWithdrawn(concession=concession, waiver=waiver))
    noted(session, Action.WAIVER_WITHDRAWN, f"concession/{concession}", actor=by, details=_details(known))


def rules_that_ask(session: Session) -> tuple[CatalogueRule, ...]:
    """The rules whose findings are questions, from the newest rule set that is published: these can be waived."""
    body = session.scalars(select(RuleSet.body).order_by(RuleSet.written_at.desc(), RuleSet.id).limit(1)).first()
    rules = Catalogue.model_validate(body).rules if body else ()
    return tuple(rule for rule in rules if rule.severity is Severity.WARNING)


def _lock(session: Session, concession: UUID) -> None:
    session.execute(select(Concession.id).where(Concession.id == concession).with_for_update())


def _refuse_what_cannot(session: Session, waiving: Waiving) -> None:
    if waiving.norm and waiving.entities:
        raise Refused(NORM_IS_WHOLE, field="alleen")
    if waiving.norm in NORM:
        return
    if not waiving.rule:
        raise Refused(NO_SCOPE, field=SCOPE)
    if waiving.rule not in {rule.rule for rule in rules_that_ask(session)}:
        raise Refused(NOT_A_QUESTION, field=SCOPE)


def _details(waiver: Waiver) -> dict[str, str]:
    return {"waiver": str(waiver.id), "scope": waiver.norm or waiver.rule or ""}
