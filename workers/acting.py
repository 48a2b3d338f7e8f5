"""Who acted, as a document or a list tells it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from schemas.store import Organisation, Person


def named(session: Session, person_id: UUID) -> str:
    """A person with the organisation that he or she acts for."""
    person = session.get_one(Person, person_id)
    return f"{person.name}, {session.get_one(Organisation, person.organisation).name}"
