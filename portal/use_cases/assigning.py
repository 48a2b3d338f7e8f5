"""Giving sheets to the people of a holder: who fills in what, for every report of the concession."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from schemas.clock import now
from schemas.store import SheetTask


def give_sheets(session: Session, concession: UUID, person: UUID, sheets: Iterable[str], *, by: UUID) -> None:
    """Let somebody look after these sheets, and no others; giving the same twice is giving once."""
    given = sorted(set(sheets))
    session.execute(delete(SheetTask).where(SheetTask.concession == concession, SheetTask.person == person))
    session.add_all(SheetTask(concession=concession, sheet=sheet, person=person, by=by, at=now()) for sheet in given)
    noted(
        session,
        Action.SHEETS_ASSIGNED,
        f"concession/{concession}",
        actor=by,
        details={"person": str(person), "sheets": list(given)},
    )
