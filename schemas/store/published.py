"""Where the publication of a report stands, read from its facts: drafted, told to the holder, public, withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from schemas.store.among import among
from schemas.store.publications import (
    Publication,
    PublicationChoice,
    PublicationNotice,
    PublicationRelease,
    PublicationView,
    PublicationWithdrawal,
)


class Stage(StrEnum):
    """How far an edition is."""

    DRAFT = "draft"
    TOLD = "told"
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class EditionFacts:
    """One edition with what happened to it; ``notice`` is the newest that the holder got.

    ``turn`` is the last time that something was chosen, ``opened`` the last time that something was made public.
    """

    publication: Publication
    turn: int = 0
    opened: int = 0
    notice: PublicationNotice | None = None
    view: PublicationView | None = None
    release: PublicationRelease | None = None
    withdrawal: PublicationWithdrawal | None = None

    @property
    def stage(self) -> Stage:
        """How far it is."""
        if self.withdrawal:
            return Stage.WITHDRAWN
        if self.release:
            return Stage.PUBLIC
        return Stage.TOLD if self.notice and self.notice.turn >= self.opened else Stage.DRAFT

    def may_be_released(self, today: date) -> bool:
        """Whether the holder was told of all that becomes public, and gave its view or had its time."""
        if self.stage is not Stage.TOLD or self.notice is None:
            return False
        return self.view is not None or today > self.notice.view_by


def editions_of(session: Session, reports: Iterable[UUID]) -> list[EditionFacts]:
    """All editions of some reports, the newest first."""
    opening = case((PublicationChoice.public, PublicationChoice.turn), else_=0)
    turns = select(
        PublicationChoice.publication,
        func.max(PublicationChoice.turn).label("turn"),
        func.max(opening).label("opened"),
    )
    last = turns.group_by(PublicationChoice.publication).subquery()
    query = (
        select(Publication, last.c.turn, last.c.opened, PublicationRelease, PublicationWithdrawal)
        .outerjoin(last, last.c.publication == Publication.id)
        .outerjoin(PublicationRelease, PublicationRelease.publication == Publication.id)
        .outerjoin(PublicationWithdrawal, PublicationWithdrawal.publication == Publication.id)
        .where(among(Publication.report, reports))
        .order_by(Publication.report, Publication.number.desc())
    )
    rows = session.execute(query).all()
    notices = _notices(session, [publication.id for publication, *_ in rows])
    return [
        EditionFacts(
            publication=publication,
            turn=turn or 0,
            opened=opened or 0,
            notice=notices.get(publication.id, (None, None))[0],
            view=notices.get(publication.id, (None, None))[1],
            release=release,
            withdrawal=withdrawal,
        )
        for publication, turn, opened, release, withdrawal in rows
    ]


def live_of(editions: Iterable[EditionFacts]) -> EditionFacts | None:
    """The newest edition that was released, of the editions of one report from new to old; it may be withdrawn since."""
    return next((one for one in editions if one.release), None)


def _notices(
    session: Session, publications: list[UUID]
) -> dict[UUID, tuple[PublicationNotice | None, PublicationView | None]]:
    query = (
        select(PublicationNotice, PublicationView)
        .outerjoin(PublicationView, PublicationView.notice == PublicationNotice.id)
        .where(among(PublicationNotice.publication, publications))
        .order_by(PublicationNotice.turn)
    )
    return {notice.publication: (notice, view) for notice, view in session.execute(query)}
