"""The improvement plan: the holder proposes measures and tells how far they are, the authority that leads agrees or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from pydantic import JsonValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.terms import terms_of
from portal.use_cases.leading import refuse_others_of
from portal.use_cases.taking import Taken
from schemas.clock import now, today
from schemas.events import MeasureAnswered, MeasureProgressed, MeasureProposed
from schemas.plans import MeasureFacts, running
from schemas.store import (
    Concession,
    Measure,
    MeasureAnswer,
    MeasureNote,
    MeasureProposal,
    Report,
    measures_of,
    tell,
)
from schemas.web import Said
from schemas.words import MeasureAnswerKind, MeasureOrigin, Progress

DUE_PAST: Final = Said("Kies een dag na vandaag.", "Choose a day after today.")
WHY_CHANGED: Final = Said("Schrijf op waarom de maatregel verandert.", "Write down why the measure changes.")
WAITS: Final = Said(
    "Er ligt al een voorstel bij de provincie. Wacht het antwoord af.",
    "A proposal is with the province already. Wait for the answer.",
)
OVER: Final = Said("Deze maatregel is afgerond of vervallen.", "This measure is done or dropped.")
NOT_AGREED: Final = Said(
    "Over deze maatregel is nog niets afgesproken. Vertel de voortgang zodra de provincie akkoord is.",
    "Nothing is agreed on this measure yet. Tell its progress once the province agrees.",
)
DROP_BY_PROPOSAL: Final = Said(
    "Laten vervallen gaat in overleg: stel het voor, met de reden.",
    "Dropping is agreed together: propose it, with the reason.",
)
ANSWERED: Final = Said(
    "Op dit voorstel is al geantwoord, of er ligt een nieuwer. Laad de pagina opnieuw.",
    "This proposal was answered already, or there is a newer one. Load the page again.",
)
REASON_NEEDED: Final = Said(
    "Schrijf op wat er anders moet, of waarom niet.", "Write down what has to change, or why not."
)
TELL_PLAN: Final = Said(
    "Vertel eerst hoe de maatregelen van het verbeterplan ervoor staan. Dat is in deze concessie afgesproken.",
    "Tell first how the measures of the improvement plan stand. That is agreed in this concession.",
)


@dataclass(frozen=True, kw_only=True)
class Proposing:
    """What a measure is to be; ``key`` is the form's own, ``reason`` why it changes."""

    key: UUID
    title: str
    owner: str
    due: date
    effect: Decimal | None = None
    effect_from: date | None = None
    effect_words: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How far a measure is, with a file that shows it."""

    key: UUID
    progress: Progress
    percentage: int | None
    text: str
    file: Taken | None = None


def propose_measure(
    session: Session, concession: UUID, proposing: Proposing, *, origin: MeasureOrigin, norm: str | None, by: UUID
) -> UUID:
    """A new measure, which waits for the authority; the same form twice is one measure."""
    _lock(session, concession)
    if known := _proposed_before(session, proposing.key):
        return measure_of(session, concession, known.measure).id
    _refuse_past(proposing.due)
    measure = Measure(concession=concession, origin=origin, norm=norm, by=by, at=now())
    session.add(measure)
    session.flush()
    _propose(session, concession, measure.id, proposing, number=1, by=by)
    return measure.id


def change_measure(session: Session, concession: UUID, measure: UUID, proposing: Proposing, *, by: UUID) -> None:
    """Propose to change a measure; what was agreed counts until the authority agrees to the change."""
    _lock(session, concession)
    known = measure_of(session, concession, measure)
    if _proposed_before(session, proposing.key):
        return
    _refuse_closed(known)
    _refuse_past(proposing.due)
    if known.agreed and not proposing.reason.strip():
        raise Refused(WHY_CHANGED, field="reden")
    _propose(session, concession, measure, proposing, number=known.newest.number + 1, by=by)


def drop_measure(session: Session, concession: UUID, measure: UUID, *, key: UUID, reason: str, by: UUID) -> None:
    """Propose to let a measure go, with the reason; it goes once the authority agrees."""
    _lock(session, concession)
    known = measure_of(session, concession, measure)
    if _proposed_before(session, key):
        return
    _refuse_closed(known)
    as_it_is = known.shown
    dropping = Proposing(
        key=key,
        title=as_it_is.title,
        owner=as_it_is.owner,
        due=as_it_is.due,
        effect=as_it_is.effect,
        effect_from=as_it_is.effect_from,
        effect_words=as_it_is.effect_words,
        reason=reason,
    )
    _propose(session, concession, measure, dropping, number=known.newest.number + 1, drops=True, by=by)


def answer_proposal(
    session: Session,
    concession: UUID,
    measure: UUID,
    proposal: UUID,
    answer: MeasureAnswerKind,
    *,
    reason: str,
    by: UUID,
) -> None:
    """Agree, ask for a change or refuse; the last two with a reason. The same twice is once."""
    _lock(session, concession)
    refuse_others_of(session, concession, by)
    known = measure_of(session, concession, measure)
    made = session.get(MeasureAnswer, proposal)
    if made is not None and (made.answer, made.reason) == (answer, reason):
        return
    if made is not None or known.newest.id != proposal:
        raise Refused(ANSWERED, status=409)
    if answer is not MeasureAnswerKind.AGREED and not reason.strip():
        raise Refused(REASON_NEEDED, field="toelichting")
    session.add(MeasureAnswer(proposal=proposal, answer=answer, reason=reason, by=by, at=now()))
    session.flush()
    tell(session, MeasureAnswered(concession=concession, measure=measure, proposal=proposal, answer=answer))
    details = {"measure": str(measure), "answer": answer.value}
    noted(session, Action.MEASURE_ANSWERED, f"concession/{concession}", actor=by, details=details)


def tell_progress(session: Session, concession: UUID, measure: UUID, telling: Telling, *, by: UUID) -> None:
    """Note how far an agreed measure is; the same form twice is one note."""
    _lock(session, concession)
    known = measure_of(session, concession, measure)
    if _noted_before(session, telling.key):
        return
    if known.agreed is None:
        raise Refused(NOT_AGREED, status=409)
    if telling.progress is Progress.DROPPED:
        raise Refused(DROP_BY_PROPOSAL, field="stand")
    if known.progress is Progress.DROPPED:
        raise Refused(OVER, status=409)
    note = MeasureNote(
        measure=measure,
        number=len(known.notes) + 1,
        progress=telling.progress,
        percentage=100 if telling.progress is Progress.DONE else telling.percentage,
        text=telling.text,
        file_name=telling.file.name if telling.file else None,
        sha256=telling.file.sha256 if telling.file else None,
        size=telling.file.size if telling.file else None,
        by=by,
        at=now(),
        idempotency_key=telling.key,
    )
    session.add(note)
    session.flush()
    tell(session, MeasureProgressed(concession=concession, measure=measure, note=note.id, progress=note.progress))
    details = {"measure": str(measure), "progress": note.progress.value}
    noted(session, Action.MEASURE_PROGRESSED, f"concession/{concession}", actor=by, details=details)


def refuse_untold(session: Session, report: Report) -> None:
    """Refuse to hand in before it was told how the measures stand, where the terms ask for that."""
    if not terms_of(session, report).tells_plan_before_handing_in:
        return
    known = running(measures_of(session, [report.concession]))
    if any(not one.told_since(report.opened_at) for one in known):
        raise Refused(TELL_PLAN, status=409)


def measure_of(session: Session, concession: UUID, measure: UUID) -> MeasureFacts:
    """A measure of this concession; of another's, or of none, :class:`NotYours` (404)."""
    found = next((one for one in measures_of(session, [concession]) if one.id == measure), None)
    if found is None:
        raise NotYours(f"measure/{measure}")
    return found


def _propose(
    session: Session,
    concession: UUID,
    measure: UUID,
    proposing: Proposing,
    *,
    number: int,
    by: UUID,
    drops: bool = False,
) -> None:
    proposal = MeasureProposal(
        measure=measure,
        number=number,
        title=proposing.title,
        owner=proposing.owner,
        due=proposing.due,
        effect=proposing.effect,
        effect_from=proposing.effect_from,
        effect_words=proposing.effect_words,
        reason=proposing.reason,
        drops=drops,
        by=by,
        at=now(),
        idempotency_key=proposing.key,
    )
    session.add(proposal)
    session.flush()
    tell(session, MeasureProposed(concession=concession, measure=measure, proposal=proposal.id))
    details: dict[str, JsonValue] = {"measure": str(measure), "number": number}
    noted(session, Action.MEASURE_PROPOSED, f"concession/{concession}", actor=by, details=details)


def _lock(session: Session, concession: UUID) -> None:
    """One at a time on the plan of a concession."""
    session.execute(select(Concession.id).where(Concession.id == concession).with_for_update())


def _refuse_closed(known: MeasureFacts) -> None:
    if known.awaits_authority:
        raise Refused(WAITS, status=409)
    if known.progress in {Progress.DONE, Progress.DROPPED}:
        raise Refused(OVER, status=409)


def _refuse_past(due: date) -> None:
    if due <= today():
        raise Refused(DUE_PAST, field="klaar")


def _proposed_before(session: Session, key: UUID) -> MeasureProposal | None:
    query = select(MeasureProposal).where(MeasureProposal.idempotency_key == key)
    return session.scalars(query.order_by(MeasureProposal.id)).one_or_none()


def _noted_before(session: Session, key: UUID) -> bool:
    query = select(MeasureNote.id).where(MeasureNote.idempotency_key == key).order_by(MeasureNote.id)
    return session.scalars(query).first() is not None
