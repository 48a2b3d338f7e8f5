"""What was intended and what the holder said of it, as people read it: kept with the case, shown beside the decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from schemas.store import Decision, HolderView, Intention, Organisation, Person, Version, ViewAddition, among


@dataclass(frozen=True, kw_only=True)
class ViewShown:
    """The holder's view; ``addition`` is one that a colleague sent after it."""

    text: str
    file_name: str | None
    size: int | None
    by: str
    organisation: str
    at: datetime
    addition: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """An intention on a version with its reason, and the view once it is there; ``decided`` ends the time for one."""

    intention: UUID
    report: UUID
    version: UUID
    number: int
    reason: str
    by: str
    organisation: str
    at: datetime
    view_by: date
    view: ViewShown | None
    decided: bool
    additions: tuple[ViewShown, ...] = ()

    @property
    def awaits_holder(self) -> bool:
        """Whether a view can still be given."""
        return self.view is None and not self.decided


def hearings_of(session: Session, reports: Iterable[UUID]) -> list[Hearing]:
    """All that was ever intended on some reports, the newest first."""
    announcer, authority = aliased(Person), aliased(Organisation)
    viewer, holder = aliased(Person), aliased(Organisation)
    decided = select(Decision.id).where(Decision.version == Intention.version).exists()
    query = (
        select(Intention, Version, announcer.name, authority.name, HolderView, viewer.name, holder.name, decided)
        .join(Version, Version.id == Intention.version)
        .join(announcer, announcer.id == Intention.by)
        .join(authority, authority.id == announcer.organisation)
        .outerjoin(HolderView, HolderView.intention == Intention.id)
        .outerjoin(viewer, viewer.id == HolderView.by)
        .outerjoin(holder, holder.id == viewer.organisation)
        .where(among(Version.report, reports))
        .order_by(Intention.at.desc(), Intention.id)
    )
    rows = session.execute(query).all()
    if not rows:
        return []
    additions = _additions(session, [row[0].id for row in rows])
    return [
        Hearing(
            intention=intention.id,
            additions=tuple(additions.get(intention.id, ())),
            report=version.report,
            version=version.id,
            number=version.number,
            reason=intention.reason,
            by=by,
            organisation=organisation,
            at=intention.at,
            view_by=intention.view_by,
            view=_view(view, who or "", theirs or "") if view else None,
            decided=over,
        )
        for intention, version, by, organisation, view, who, theirs, over in rows
    ]


def _additions(session: Session, intentions: Iterable[UUID]) -> dict[UUID, list[ViewShown]]:
    """What colleagues sent after the view, from old to new."""
    query = (
        select(ViewAddition, Person.name, Organisation.name)
        .join(Person, Person.id == ViewAddition.by)
        .join(Organisation, Organisation.id == Person.organisation)
        .where(among(ViewAddition.intention, intentions))
        .order_by(ViewAddition.at, ViewAddition.id)
    )
    found: dict[UUID, list[ViewShown]] = {}
    for one, by, organisation in session.execute(query):
        found.setdefault(one.intention, []).append(_view(one, by, organisation))
    return found


def _view(view: HolderView | ViewAddition, by: str, organisation: str) -> ViewShown:
    return ViewShown(
        text=view.text,
        file_name=view.file_name,
        size=view.size,
        by=by,
        organisation=organisation,
        at=view.at,
        addition=view.id if isinstance(view, ViewAddition) else None,
    )
