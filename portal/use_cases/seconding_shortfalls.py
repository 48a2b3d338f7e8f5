"""The second reading of a step that burdens the holder: by another person than who proposed it, and then the holder is told."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.deciding import ANSWERED, OWN_PROPOSAL, WHY_NOT, refuse_other_than_second_reader
from schemas.clock import now, today
from schemas.events import ShortfallStepRefused, ShortfallStepTaken
from schemas.shortfalls import BURDENSOME
from schemas.store import Shortfall, ShortfallConfirmation, ShortfallStep, lock_report, tell
from schemas.web import Said

TERM_OVER: Final = Said(
    "De termijn in dit voorstel is voorbij. Bevestig het niet, zodat de manager een nieuwe termijn geeft.",
    "The term of this proposal is over. Do not confirm it, so that the manager gives a new one.",
)


def second_step(
    session: Session, shortfall: UUID, step: UUID, *, confirmed: bool, reason: str, by: UUID
) -> ShortfallConfirmation:
    """Confirm or refuse what was proposed; saying the same twice is saying it once."""
    case = session.get_one(Shortfall, shortfall)
    report = lock_report(session, case.report)
    proposed = session.get(ShortfallStep, step)
    if proposed is None or proposed.shortfall != shortfall or proposed.kind not in BURDENSOME:
        raise NotYours(f"shortfall/{shortfall}/step/{step}")
    refuse_other_than_second_reader(session, report, by)
    if known := session.get(ShortfallConfirmation, step):
        return _the_same(known, confirmed=confirmed)
    _refuse(proposed, confirmed=confirmed, reason=reason, by=by)
    said = ShortfallConfirmation(step=step, confirmed=confirmed, reason=reason.strip(), by=by, at=now())
    session.add(said)
    session.flush()
    event = ShortfallStepTaken if confirmed else ShortfallStepRefused
    tell(session, event(report=case.report, shortfall=shortfall, step=step, kind=proposed.kind))
    details = {"kind": proposed.kind.value, "confirmed": confirmed}
    noted(session, Action.SHORTFALL_SECONDED, f"shortfall/{shortfall}", actor=by, details=details)
    return said


def _refuse(proposed: ShortfallStep, *, confirmed: bool, reason: str, by: UUID) -> None:
    if proposed.by == by:
        raise Refused(OWN_PROPOSAL, status=403)
    if not confirmed and not reason.strip():
        raise Refused(WHY_NOT, field="toelichting")
    if confirmed and proposed.term is not None and proposed.term <= today():
        raise Refused(TERM_OVER, status=409)


def _the_same(known: ShortfallConfirmation, *, confirmed: bool) -> ShortfallConfirmation:
    if known.confirmed is not confirmed:
        raise Refused(ANSWERED, status=409)
    return known
