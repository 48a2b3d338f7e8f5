"""What a letter tells of a step in a case. An amount it never tells: that stands on the page, for who may see it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.letters.shortfall_words import STEP
from schemas.shortfall_subjects import as_one, subjects
from schemas.shortfalls import term_of
from schemas.store import Organisation, Person, Shortfall, ShortfallLetter, ShortfallStep, matter_of, track_of
from schemas.texts import Bilingual, Language
from schemas.words import Edition


def shortfall_facts(session: Session, step_id: UUID) -> dict[str, str | date | Bilingual]:
    """The facts of one step: of which case, by whom, until when, and where its letter is."""
    step = session.get_one(ShortfallStep, step_id)
    case = session.get_one(Shortfall, step.shortfall)
    writer = session.get_one(Person, step.by)
    return {
        "case": f"T{case.number}",
        "norms": as_one(subjects(case.norms, matter_of(case))),
        "step": STEP[step.kind],
        "by": session.get_one(Organisation, writer.organisation).name,
        "last_day": _last_day(session, case, step) or "",
        "day": step.day or "",
        "reason": step.reason,
        "letter": _letter(session, step_id),
    }


def holder_knows(session: Session, shortfall: UUID) -> bool:
    """Whether the holder was told of a case at all."""
    return track_of(session, session.get_one(Shortfall, shortfall)).known_to_holder


def _last_day(session: Session, case: Shortfall, step: ShortfallStep) -> date | None:
    track = track_of(session, case)
    facts = next(one for one in track.steps if one.id == step.id)
    return term_of(facts, track.terms, told=dutch_day(facts.told_at)) if facts.told_at else None


def _letter(session: Session, step: UUID) -> Bilingual:
    query = select(ShortfallLetter).where(ShortfallLetter.step == step, ShortfallLetter.edition == Edition.NONE)
    names = {one.language: one.file_name for one in session.scalars(query.order_by(ShortfallLetter.id))}
    if not names:
        return Bilingual(nl="", en="")
    return Bilingual(
        nl=f"De brief staat bij het dossier: {names[Language.NL]}.",
        en=f"The letter is with the case: {names[Language.EN]}.",
    )
