"""How far a trial is, as its page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from portal.standstills import reason_in_words
from portal.use_cases.trying import newest_trial, stands_still
from schemas.store import Person, Trial, TrialRun
from schemas.words import TrialKind


@dataclass(frozen=True, kw_only=True)
class TrialShown:
    """A trial: asked by whom and when, how far it is, why it stands still, and where its result lies."""

    id: UUID
    by: str
    at: datetime
    done: int
    total: int
    stuck: str
    result_sha256: str | None

    @property
    def finished(self) -> bool:
        """Whether its result is there."""
        return self.result_sha256 is not None


def trial_shown(session: Session, trial: Trial) -> TrialShown:
    """Where a trial stands now."""
    run, parked = session.get(TrialRun, trial.id), stands_still(session, trial.id)
    return TrialShown(
        id=trial.id,
        by=session.get_one(Person, trial.by).name,
        at=trial.at,
        done=run.done if run else 0,
        total=run.total if run else 0,
        stuck=reason_in_words(parked.reason) if parked and not (run and run.finished_at) else "",
        result_sha256=run.result_sha256 if run else None,
    )


def newest_trial_shown(session: Session, kind: TrialKind, subject: str) -> TrialShown | None:
    """The last trial of a set or a proposal; none when nobody asked for one here."""
    trial = newest_trial(session, kind, subject)
    return trial_shown(session, trial) if trial else None
