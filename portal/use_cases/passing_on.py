"""Passing a question on: a supplier that does not know has its own supplier asked, which answers by a link of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from portal.use_cases.answering import Given, answer, open_ask
from portal.use_cases.asking import AskedOn, ask_on
from schemas.questions import Question
from schemas.report.code_lists import ChainRole
from schemas.texts import Language
from schemas.words import AnswerKind

# Who stands below whom in the chain; of every other firm the supplier does the same kind of work.
BELOW: Final[Mapping[ChainRole, ChainRole]] = {
    ChainRole.VEHICLE_MAKER: ChainRole.BATTERY,
    ChainRole.BATTERY: ChainRole.RAW_MATERIAL,
}


@dataclass(frozen=True, kw_only=True)
class OwnSupplier:
    """The supplier of a supplier, as that one names it."""

    name: str
    email: str
    language: Language


def pass_on(session: Session, ask: UUID, question: Question, own: OwnSupplier) -> None:
    """Say that the own supplier knows, and ask it; to the same address twice is once."""
    above = open_ask(session, ask).ask
    value = {"name": own.name, "email": own.email}
    answer(session, ask, question.id, Given(kind=AnswerKind.ASKED_ON, value=value))
    ask_on(
        session,
        above,
        AskedOn(
            key=uuid5(ask, f"{question.id} {own.email}"),
            name=own.name,
            role=BELOW.get(above.role, above.role),
            email=own.email,
            language=own.language,
            questions=(question.id,),
        ),
    )
