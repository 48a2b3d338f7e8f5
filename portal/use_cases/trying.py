"""Having something tried on earlier reports, and offering a factor list: the portal asks, a worker does it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.use_cases.taking import Taken
from schemas.clock import now
from schemas.events import FactorListOffered, TrialAsked
from schemas.store import FactorUpload, Parked, Trial, TrialRun, tell
from schemas.words import TrialKind


def ask_trial(session: Session, kind: TrialKind, subject: str, *, by: UUID) -> Trial:
    """Ask a worker to try something; while one of the same is under way, that one counts."""
    newest = newest_trial(session, kind, subject)
    if newest and is_under_way(session, newest):
        return newest
    trial = Trial(kind=kind, subject=subject, by=by, at=now())
    session.add(trial)
    session.flush()
    tell(session, TrialAsked(trial=trial.id))
    noted(session, Action.TRIAL_ASKED, f"{kind.value}/{subject}", actor=by, details={"trial": str(trial.id)})
    return trial


def offer_factors(session: Session, taken: Taken, *, by: UUID) -> FactorUpload:
    """Give a file with factor lists to the worker that reads it; nothing is switched on by it."""
    upload = FactorUpload(file_name=taken.name, sha256=taken.sha256, by=by, at=now())
    session.add(upload)
    session.flush()
    tell(session, FactorListOffered(upload=upload.id))
    noted(session, Action.FACTORS_OFFERED, f"factor_upload/{upload.id}", actor=by)
    return upload


def newest_trial(session: Session, kind: TrialKind, subject: str) -> Trial | None:
    """The last time that somebody asked to try this."""
    query = select(Trial).where(Trial.kind == kind, Trial.subject == subject)
    return session.scalars(query.order_by(Trial.at.desc(), Trial.id).limit(1)).first()


def is_under_way(session: Session, trial: Trial) -> bool:
    """Whether a trial waits or runs; one that was parked stands still and may be asked for anew."""
    run = session.get(TrialRun, trial.id)
    return (run is None or run.finished_at is None) and stands_still(session, trial.id) is None


def stands_still(session: Session, key: UUID) -> Parked | None:
    """Why work on a trial or an upload was parked, while it is."""
    query = select(Parked).where(Parked.key == key, Parked.replayed_at.is_(None))
    return session.scalars(query.order_by(Parked.parked_at.desc(), Parked.id).limit(1)).first()
