"""What a letter tells of an intention, and of the holder's view on it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.store import HolderView, Intention, Organisation, Person


def hearing_facts(session: Session, intention_id: UUID) -> dict[str, str | date]:
    """The facts of an intention, and of the view where it was given."""
    intention = session.get_one(Intention, intention_id)
    view = session.get(HolderView, intention_id)
    announcer = session.get_one(Person, intention.by)
    return {
        "by": session.get_one(Organisation, announcer.organisation).name,
        "reason": intention.reason,
        "view_by": intention.view_by,
        "view": view.text if view else "",
        "file": f"{view.file_name}." if view and view.file_name else "",
    }
