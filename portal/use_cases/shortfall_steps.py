"""Taking a step in a case: each side its own, what burdens the holder only as a proposal, every form once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.embargo import refuse_named_amount
from portal.use_cases.leading import refuse_others
from portal.use_cases.taking import Taken
from schemas.clock import now, today
from schemas.events import ShortfallStepProposed, ShortfallStepTaken
from schemas.shortfalls import (
    BURDENSOME,
    BY_HOLDER,
    LEGAL_REMEDIES,
    WITH_AMOUNT,
    Closing,
    Ruling,
    StepKind,
    Track,
    may_follow,
)
from schemas.store import Shortfall, ShortfallStep, lock_report, tell, track_of
from schemas.terms import Consequence
from schemas.web import Said

NOT_NOW: Final = Said(
    "Deze stap kan nu niet. Laad de pagina opnieuw en kijk hoe het dossier ervoor staat.",
    "This step cannot be taken now. Load the page again and see where the case stands.",
)
HEAR_FIRST: Final = Said(
    "De houder heeft tot en met {day} voor de zienswijze. Besluiten kan daarna, of zodra die er is.",
    "The holder has until {day} to give its view. Deciding can be done after that, or once it is there.",
)
TERM_NEEDED: Final = Said("Geef een termijn: een dag na vandaag.", "Give a term: a day after today.")
DAY_NEEDED: Final = Said("Geef de dag.", "Give the day.")
RECEIVED_LATER: Final = Said("Deze dag ligt na vandaag.", "This day is after today.")
CONSEQUENCE_NEEDED: Final = Said("Kies wat erop volgt.", "Choose what follows.")
TOO_MUCH: Final = Said("Hoogstens {most} euro, volgens {article}.", "At most {most} euros, by {article}.")
RULING_NEEDED: Final = Said("Kies wat er op het bezwaar is beslist.", "Choose what was ruled on the objection.")
PARTLY_NEEDS_AMOUNT: Final = Said("Geef het bedrag dat overblijft.", "Give the amount that is left.")
CLOSING_NEEDED: Final = Said("Kies waarom het dossier sluit.", "Choose why the case is closed.")


@dataclass(frozen=True, kw_only=True)
class Stepping:
    """A step as somebody gives it; what does not belong to its kind is empty.

    ``other_amount`` says that a number in the reason is not the amount under embargo that it looks like.
    """

    kind: StepKind
    key: UUID
    reason: str
    term: date | None = None
    day: date | None = None
    consequence: str | None = None
    amount: Decimal | None = None
    ruling: Ruling | None = None
    closing: Closing | None = None
    file: Taken | None = None
    other_amount: bool = False


def take_step(session: Session, shortfall: UUID, given: Stepping, *, by: UUID, holder: bool = False) -> ShortfallStep:
    """Take or propose a step; ``holder`` is the side of who does. The same form twice is one step."""
    case = session.get_one(Shortfall, shortfall)
    report = lock_report(session, case.report)
    if not holder:
        refuse_others(session, report, by)
    if known := _sent_before(session, case, given.key):
        return known
    track = track_of(session, case)
    track = track.as_told if holder else track
    _refuse_not_now(track, given, holder=holder)
    REFUSALS.get(given.kind, _nothing)(track, given)
    if not holder and not given.other_amount:
        refuse_named_amount(session, case, given.reason, own=given.amount)
    step = _step(case, given, by=by)
    session.add(step)
    session.flush()
    event = ShortfallStepProposed if given.kind in BURDENSOME else ShortfallStepTaken
    tell(session, event(report=case.report, shortfall=case.id, step=step.id, kind=given.kind))
    # The audit is read by others than who may see an amount: it names the kind of step and nothing that stands in it.
    noted(session, Action.SHORTFALL_STEP, f"shortfall/{case.id}", actor=by, details={"kind": given.kind.value})
    return step


def _step(case: Shortfall, given: Stepping, *, by: UUID) -> ShortfallStep:
    file = given.file
    return ShortfallStep(
        shortfall=case.id,
        kind=given.kind,
        reason=given.reason,
        term=given.term if given.kind in {StepKind.WARNING, StepKind.PLAN} else None,
        day=given.day if given.kind in {StepKind.HEARING, *LEGAL_REMEDIES} else None,
        consequence=given.consequence if given.kind in WITH_AMOUNT else None,
        amount_eur=given.amount if given.kind in WITH_AMOUNT else None,
        ruling=given.ruling if given.kind is StepKind.RULING else None,
        closing=given.closing if given.kind is StepKind.CLOSING else None,
        file_name=file.name if file else None,
        sha256=file.sha256 if file else None,
        size=file.size if file else None,
        by=by,
        at=now(),
        idempotency_key=given.key,
    )


def _sent_before(session: Session, case: Shortfall, key: UUID) -> ShortfallStep | None:
    known = session.scalars(select(ShortfallStep).where(ShortfallStep.idempotency_key == key)).first()
    if known is not None and known.shortfall != case.id:
        raise NotYours(f"shortfall/{case.id}")
    return known


def _refuse_not_now(track: Track, given: Stepping, *, holder: bool) -> None:
    """Refuse what does not follow; an objection or appeal on paper counts by the day on which it was received."""
    if holder != (given.kind in BY_HOLDER) and not (given.kind in LEGAL_REMEDIES and not holder):
        raise Refused(NOT_NOW, status=409)
    on = (given.day if given.kind in LEGAL_REMEDIES else None) or today()
    if may_follow(track, given.kind, on=on):
        return
    view_by = track.last_day(StepKind.INTENTION)
    if given.kind is StepKind.DECISION and view_by is not None and on <= view_by:
        raise Refused(HEAR_FIRST.format(day=f"{view_by:%d-%m-%Y}"), status=409)
    raise Refused(NOT_NOW, status=409)


def _nothing(_track: Track, _given: Stepping) -> None:
    return


def _needs_term(_track: Track, given: Stepping) -> None:
    if given.term is None or given.term <= today():
        raise Refused(TERM_NEEDED, field="termijn")


def _needs_consequence(track: Track, given: Stepping) -> None:
    known = {one.code: one for one in track.terms.consequences}
    if known and given.consequence not in known:
        raise Refused(CONSEQUENCE_NEEDED, field="gevolg")
    _refuse_too_much(known.get(given.consequence or ""), given)


def _refuse_too_much(chosen: Consequence | None, given: Stepping) -> None:
    if chosen is None or chosen.most_eur is None or given.amount is None or given.amount <= chosen.most_eur:
        return
    raise Refused(TOO_MUCH.format(most=f"{chosen.most_eur:.0f}", article=chosen.article), field="bedrag")


def _needs_ruling(track: Track, given: Stepping) -> None:
    if given.ruling is None:
        raise Refused(RULING_NEEDED, field="uitspraak")
    if given.ruling is Ruling.PARTLY and given.amount is None and track.amount is not None:
        raise Refused(PARTLY_NEEDS_AMOUNT, field="bedrag")


def _needs_day(_track: Track, given: Stepping) -> None:
    if given.day is None:
        raise Refused(DAY_NEEDED, field="dag")


def _received(_track: Track, given: Stepping) -> None:
    if given.day is not None and given.day > today():
        raise Refused(RECEIVED_LATER, field="dag")


def _needs_closing(_track: Track, given: Stepping) -> None:
    if given.closing is None:
        raise Refused(CLOSING_NEEDED, field="waarom")


REFUSALS: Final[Mapping[StepKind, Callable[[Track, Stepping], None]]] = MappingProxyType(
    {
        StepKind.WARNING: _needs_term,
        StepKind.PLAN: _needs_term,
        StepKind.INTENTION: _needs_consequence,
        StepKind.DECISION: _needs_consequence,
        StepKind.HEARING: _needs_day,
        StepKind.OBJECTION: _received,
        StepKind.APPEAL: _received,
        StepKind.RULING: _needs_ruling,
        StepKind.CLOSING: _needs_closing,
    }
)
