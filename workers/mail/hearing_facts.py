"""What a letter tells of an intention, and of the holder's view on it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store import HolderView, Intention, Organisation, Person, ViewAddition


def hearing_facts(session: Session, intention_id: UUID) -> dict[str, str | date]:
    """The facts of an intention, and of the view that was given last."""
    intention = session.get_one(Intention, intention_id)
    later = select(ViewAddition).where(ViewAddition.intention == intention_id)
    newest = session.scalars(later.order_by(ViewAddition.at.desc(), ViewAddition.id).limit(1)).first()
    view = newest or session.get(HolderView, intention_id)
    announcer = session.get_one(Person, intention.by)
    return {
        "by": session.get_one(Organisation, announcer.organisation).name,
        "reason": intention.reason,
        "view_by": intention.view_by,
        "view": view.text if view else "",
        "file": f"{view.file_name}." if view and view.file_name else "",
    }
