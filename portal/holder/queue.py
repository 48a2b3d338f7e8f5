"""How long a check will wait, from the real queue: what stands before it, how long the newest took, or that it stands still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from portal.filters import moment_long, number
from schemas.clock import now
from schemas.events import VersionUploaded
from schemas.settings import LogKind, settings
from schemas.state import VersionFacts
from schemas.store import Check, Inbox, Outbox, Parked, Version
from schemas.words import InboxState, WorkerName

NEWEST: Final = 20
QUIET: Final = timedelta(minutes=1)
LONG_AGO: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Queue:
    """Where a version is in the queue of the check.

    ``before`` is how many wait in front of it, ``usual`` how long the newest ``counted`` checks took in the middle,
    ``still_since`` since when nothing moves at all, and ``unsent`` whether its message could not be sent yet.
    """

    before: int
    begun: bool
    usual: timedelta | None
    counted: int
    still_since: datetime | None
    unsent: bool

    @property
    def expected(self) -> timedelta | None:
        """How long it takes when the checks are done one after the other; none where that is not known."""
        moves = self.still_since is None and not self.unsent
        return self.usual * (self.before + 1) if self.usual is not None and moves else None


def queue_of(session: Session, report: UUID, version: VersionFacts) -> Queue:
    """Where a version is that waits for its check."""
    took, last = _newest_checks(session)
    begun = _is_at_work(session, Inbox.key == report)
    return Queue(
        before=0 if begun else _before(session, version),
        begun=begun,
        usual=sorted(took)[len(took) // 2] if took else None,
        counted=len(took),
        still_since=_still_since(session, version, last),
        unsent=_is_unsent(session, report),
    )


def in_words(queue: Queue) -> tuple[str, ...]:
    """What is known of the wait, in sentences; a number only where it was measured."""
    if queue.unsent:
        return (
            _("De berichten naar de controle komen nu niet door. Zodra dat weer kan, gaat uw rapport vanzelf mee."),
            _("Hoe lang dat duurt, weten wij niet."),
        )
    if queue.still_since:
        since = moment_long(queue.still_since)
        return (
            _(
                "De controle staat stil sinds %(moment)s. Zodra zij weer loopt, komt uw rapport vanzelf aan de beurt.",
                moment=since,
            ),
            _("Hoe lang dat duurt, weten wij niet."),
        )
    return (_place(queue), _measured(queue))


def _place(queue: Queue) -> str:
    if queue.begun:
        return str(_("Uw rapport wordt nu gecontroleerd."))
    if not queue.before:
        return str(_("Uw rapport is als eerste aan de beurt."))
    waiting = ngettext(
        "Er staat %(number)s controle voor de uwe.",
        "Er staan %(number)s controles voor de uwe.",
        queue.before,
        number=number(queue.before),
    )
    return str(waiting)


def _measured(queue: Queue) -> str:
    if queue.usual is None or queue.expected is None:
        return str(_("Hoe lang een controle hier duurt, weten wij nog niet: er is er nog geen gedaan."))
    if not queue.before:
        return str(_("De laatste controles duurden meestal %(usual)s.", usual=_long(queue.usual)))
    usual, expected = _long(queue.usual), _long(queue.expected)
    return str(
        _(
            "De laatste controles duurden meestal %(usual)s. De uwe is naar verwachting klaar binnen %(expected)s.",
            usual=usual,
            expected=expected,
        )
    )


def _long(time: timedelta) -> str:
    """So many seconds, or from two minutes on so many minutes; rounded up."""
    seconds = max(1, -(-int(time.total_seconds() * 1000) // 1000))
    if seconds < 120:
        return str(ngettext("%(num)s seconde", "%(num)s seconden", seconds))
    return str(ngettext("%(num)s minuut", "%(num)s minuten", -(-seconds // 60)))


def _newest_checks(session: Session) -> tuple[list[timedelta], datetime | None]:
    """How long the newest checks took, and when the last was done."""
    query = select(Check.started_at, Check.at).order_by(Check.at.desc(), Check.version).limit(NEWEST)
    rows = session.execute(query).all()
    return [at - started_at for started_at, at in rows], rows[0].at if rows else None


def _before(session: Session, version: VersionFacts) -> int:
    """How many versions came earlier, are not checked, and are neither parked nor given up."""
    query = (
        select(func.count(Version.id))
        .outerjoin(Check, Check.version == Version.id)
        .where(Check.version.is_(None), ~_was_parked())
        .where(Version.created_at < version.created_at, Version.created_at > now() - LONG_AGO)
    )
    return session.scalar(query) or 0


def _was_parked() -> ColumnElement[bool]:
    return (
        select(Parked.id)
        .where(Parked.worker == WorkerName.CHECK, Parked.key == Version.report)
        .where(Parked.parked_at >= Version.created_at, Parked.replayed_at.is_(None))
        .exists()
    )


def _still_since(session: Session, version: VersionFacts, last: datetime | None) -> datetime | None:
    """Since when no check was begun or finished though one waits; none while something moves."""
    moved = max(filter(None, (version.created_at, last)))
    patience = timedelta(seconds=settings().work_seconds)
    if now() - moved < QUIET or _is_at_work(session, Inbox.at > now() - patience):
        return None
    return moved


def _is_at_work(session: Session, which: ColumnElement[bool]) -> bool:
    query = select(Inbox.event_id).where(Inbox.worker == WorkerName.CHECK, Inbox.state == InboxState.STARTED, which)
    return session.scalars(query.order_by(Inbox.at).limit(1)).first() is not None


def _is_unsent(session: Session, report: UUID) -> bool:
    """Whether the message of an upload waits for the relay: then the broker is away, not the check."""
    if settings().log is not LogKind.KAFKA:
        return False
    query = (
        select(Outbox.position)
        .where(Outbox.key == report, Outbox.type == VersionUploaded.TYPE, Outbox.published_at.is_(None))
        .where(Outbox.occurred_at < now() - QUIET)
    )
    return session.scalars(query.order_by(Outbox.position).limit(1)).first() is not None
