"""A decision as people read it: what, why, by whom, and what the second reader said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.about import About
from portal.holder.labels import sheet_label
from schemas.store import Confirmation, Decision, Person, Version
from schemas.words import DecisionOutcome


@dataclass(frozen=True, kw_only=True)
class Seconded:
    """What the second reader said."""

    confirmed: bool
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class DecisionShown:
    """The newest decision on a report; ``proposed_by`` is who may not second it."""

    outcome: DecisionOutcome
    words: str
    tone: str
    reason: str
    term: date | None
    sheets: tuple[str, ...]
    unheard: str
    by: str
    proposed_by: UUID
    at: datetime
    seconded: Seconded | None

    @property
    def stands(self) -> bool:
        """Whether it holds: what is negative only once it is confirmed."""
        negative = self.outcome is DecisionOutcome.SENT_BACK
        return not negative or (self.seconded is not None and self.seconded.confirmed)


def decision_shown(session: Session, about: About) -> DecisionShown | None:
    """The newest decision on the report, whether it stands or waits for the second reader."""
    query = (
        select(Decision)
        .join(Version, Version.id == Decision.version)
        .where(Version.report == about.report.id)
        .order_by(Decision.at.desc(), Decision.id)
        .limit(1)
    )
    made = session.scalars(query).first()
    if made is None:
        return None
    return DecisionShown(
        outcome=made.outcome,
        words=outcome_words(made.outcome),
        tone="attention" if made.outcome is DecisionOutcome.SENT_BACK else "meets",
        reason=made.reason,
        term=made.term,
        sheets=tuple(sheet_label(sheet) for sheet in made.sheets),
        unheard=made.unheard,
        by=session.get_one(Person, made.by).name,
        proposed_by=made.by,
        at=made.at,
        seconded=_seconded(session, made.id),
    )


def outcome_words(outcome: DecisionOutcome) -> str:
    """What was decided, in words."""
    words = {
        DecisionOutcome.ACCEPTED: _("Aanvaard"),
        DecisionOutcome.ACCEPTED_WITH_REMARKS: _("Aanvaard met opmerkingen"),
        DecisionOutcome.SENT_BACK: _("Teruggestuurd"),
    }
    return str(words[outcome])


def _seconded(session: Session, decision: UUID) -> Seconded | None:
    said = session.get(Confirmation, decision)
    if said is None:
        return None
    by = session.get_one(Person, said.by).name
    return Seconded(confirmed=said.confirmed, reason=said.reason, by=by, at=said.at)
