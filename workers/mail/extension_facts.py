"""What a letter tells of a request for more time, and of the answer to it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.store import ExtensionAnswer, ExtensionRequest, Person
from schemas.texts import Bilingual


def extension_facts(session: Session, request_id: UUID) -> dict[str, str | date | Bilingual]:
    """The facts of a request; of its answer the term that holds from then on, and the reason."""
    asked = session.get_one(ExtensionRequest, request_id)
    answer = session.get(ExtensionAnswer, request_id)
    granted = answer is not None and answer.until is not None
    return {
        "by": session.get_one(Person, answer.by if answer else asked.by).name,
        "until": asked.until,
        "term": answer.until if answer and answer.until else asked.term,
        "reason": answer.reason if answer else asked.reason,
        "answer": Bilingual(nl="gegeven", en="granted") if granted else Bilingual(nl="niet gegeven", en="not granted"),
    }
