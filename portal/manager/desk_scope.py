"""Which reports a desk looks at: all of them when a year is asked, else those that count now or can ask for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, aliased

from portal.tenancy import own_concessions
from portal.visitor import SignedIn
from schemas.store import Concession, Conversation, ConversationMessage, Decision, Report, Shortfall, Version, among
from schemas.words import ACCEPTED, MessageKind


@dataclass(frozen=True)
class Scope:
    """The reports that a desk looks at, by the concession's name and then from new to old; all years, newest first."""

    reports: list[Report]
    years: list[int]
    concessions: tuple[Concession, ...]


def desk_scope(session: Session, person: SignedIn, *, every_year: bool) -> Scope:
    """What the desk of a person looks at.

    Without ``every_year`` only what is not settled, of each concession the newest that is with the one before it, and
    those with an open conversation or a case: nothing else can be in the list or ask for somebody.
    """
    own = own_concessions(session, person)
    order = {concession.id: place for place, concession in enumerate(own)}
    query = select(Report, _settled(), _busy()).where(among(Report.concession, order))
    known = [(report, settled, busy) for report, settled, busy in session.execute(query.order_by(Report.id))]
    last = _last_settled(report for report, settled, _ in known if settled)
    chosen = [
        report
        for report, settled, busy in known
        if every_year or busy or not settled or report.report_year >= last[report.concession] - 1
    ]
    return Scope(
        reports=sorted(chosen, key=lambda one: (order[one.concession], -one.report_year)),
        years=sorted({report.report_year for report, _, _ in known}, reverse=True),
        concessions=own,
    )


def _last_settled(reports: Iterable[Report]) -> Mapping[UUID, int]:
    last: dict[UUID, int] = {}
    for one in reports:
        last[one.concession] = max(one.report_year, last.get(one.concession, 0))
    return last


def _settled() -> ColumnElement[bool]:
    """Whether the newest version of a report was accepted."""
    newest = select(func.max(Version.number)).where(Version.report == Report.id, ~Version.rehearsal)
    accepted = select(Decision.id).join(Version, Version.id == Decision.version)
    return exists(
        accepted.where(
            Version.report == Report.id,
            Version.number == newest.correlate(Report).scalar_subquery(),
            Decision.outcome.in_(ACCEPTED),
        )
    )


def _busy() -> ColumnElement[bool]:
    """Whether a conversation about a report is open, or a case stands on it."""
    later = aliased(ConversationMessage)
    newest = select(func.max(later.number)).where(later.conversation == Conversation.id)
    talks = (
        select(Conversation.id)
        .join(ConversationMessage, ConversationMessage.conversation == Conversation.id)
        .where(
            Conversation.report == Report.id,
            ConversationMessage.number == newest.correlate(Conversation).scalar_subquery(),
            ConversationMessage.kind != MessageKind.CLOSING,
        )
    )
    return exists(talks) | exists(select(Shortfall.id).where(Shortfall.report == Report.id))
