"""What a letter tells of a request to open more sheets, and of the answer to it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from schemas.report.sheets import BY_NAME
from schemas.store import Person, ReopeningAnswer, ReopeningRequest
from schemas.texts import Bilingual, Language


def reopening_facts(session: Session, request_id: UUID) -> dict[str, str | Bilingual]:
    """The facts of a request, or of the answer once it is there; refused sheets are named too."""
    asked = session.get_one(ReopeningRequest, request_id)
    answer = session.get(ReopeningAnswer, request_id)
    return {
        "by": session.get_one(Person, answer.by if answer else asked.by).name,
        "sheets": labelled(answer.sheets if answer and answer.sheets else asked.sheets),
        "reason": answer.reason if answer else asked.reason,
    }


def labelled(sheets: list[str]) -> Bilingual:
    """Sheets by their labels, in both languages."""
    nl, en = (", ".join(BY_NAME[sheet].label.in_(language) for sheet in sheets) for language in Language)
    return Bilingual(nl=nl, en=en)
