"""Giving a letter another text: every text is kept with who, when and why, and an earlier one can count again."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from portal.use_cases.changing import change
from schemas.clock import now
from schemas.events import LetterProofAsked
from schemas.letters.texts import LetterText
from schemas.store import LetterProof, LetterTextSet, tell, texts_of
from schemas.store.shapes import JsonObject
from schemas.web import Said

NO_SUCH_TEXT: Final = Said(
    "Deze tekst is er niet. Kies een tekst uit de lijst.", "There is no such text. Choose one of the list."
)


def reword(session: Session, template: str, text: LetterText, *, reason: str, by: UUID) -> None:
    """From now on mails of this kind are written with this text."""
    _keep(session, template, text.model_dump(mode="json"), reason=reason, by=by)


def put_back(session: Session, template: str, number: int, *, reason: str, by: UUID) -> None:
    """An earlier text counts again; 0 is the usual one."""
    earlier = {one.number: one.body for one in texts_of(session, template)}
    if number not in earlier and number != 0:
        raise Refused(NO_SUCH_TEXT, field="nummer")
    _keep(session, template, earlier.get(number), reason=reason, by=by)


def ask_proof(session: Session, template: str, text: LetterText, *, by: UUID) -> None:
    """Have a text mailed to who asks, filled with an example."""
    proof = LetterProof(template=template, body=text.model_dump(mode="json"), by=by, at=now())
    session.add(proof)
    session.flush()
    tell(session, LetterProofAsked(person=by, proof=proof.id))
    noted(session, Action.LETTER_PROOF_ASKED, f"letter/{template}", actor=by)


def _keep(session: Session, template: str, body: JsonObject | None, *, reason: str, by: UUID) -> None:
    number = max((one.number for one in texts_of(session, template)), default=0) + 1
    session.add(LetterTextSet(template=template, number=number, body=body, reason=reason, by=by, at=now()))
    noted(session, Action.LETTER_REWORDED, f"letter/{template}", actor=by, details=change({}, {}, reason=reason))
