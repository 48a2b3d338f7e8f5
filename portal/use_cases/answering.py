"""Answering: an answer of any kind to one question, and saying that all of them are done; until the holder hands in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import delete
from sqlalchemy.orm import Session

from portal.asked_of_supplier import Asked, asked
from portal.audit import Action, noted
from portal.refusals import Refused
from schemas.answered import Value, text_of
from schemas.clock import now
from schemas.events import SupplierAnswered
from schemas.questions import FieldKind, Question
from schemas.store import Answer, AnswerDraft, AnswersSent, Ask, lock_report, tell
from schemas.web import Said
from schemas.words import AnswerKind

CLOSED: Final = Said(
    "{holder} heeft het rapport ingediend. Uw antwoorden staan vast. Klopt er iets niet? Bel of mail dan {holder}.",
    "{holder} has handed the report in. Your answers are final. Is something wrong? Then call or mail {holder}.",
)
PAST: Final = Said(
    "De termijn is voorbij: u kunt uw antwoorden alleen nog lezen. Vraag {holder} om een nieuwe datum.",
    "The time to answer is over: you can only read your answers. Ask {holder} for a new day.",
)
MAY_NOT_REFUSE: Final = Said(
    "Deze vraag hoort bij de concessie en kunt u niet weigeren. Weet u het niet? Kies dan ‘Weet ik niet’.",
    "This question is part of the concession and cannot be refused. Do you not know? Then choose ‘I do not know’.",
)
STILL_OPEN: Final = Said(
    "Er zijn nog {number} vragen zonder antwoord. ‘Weet ik niet’ is ook een antwoord.",
    "There are {number} questions left without an answer. ‘I do not know’ is an answer too.",
)
NOT_CONFIDENTIAL: Final = Said("Alleen een cijfer kan vertrouwelijk zijn.", "Only a figure can be confidential.")


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a supplier says to a question."""

    kind: AnswerKind
    value: Value = None
    split: str = ""
    confidential: bool = False
    reused_from: UUID | None = None


def answer(session: Session, ask: UUID, question: str, given: Given) -> None:
    """Keep an answer; the same once more is no new one."""
    known = open_ask(session, ask)
    block = known.question(question)
    _refuse_unfit(known, block, given)
    forget_draft(session, ask, question)
    if _says_the_same(known.answers.get(question), given):
        return
    kept = vars(given) | {"value": text_of(given.value)}
    session.add(Answer(ask=ask, question=question, answered_at=now(), **kept))
    noted(session, Action.QUESTION_ANSWERED, f"ask/{ask}", details={"question": question, "kind": given.kind})


def keep_draft(session: Session, ask: UUID, question: str, typed: Mapping[str, Any]) -> None:
    """Keep what is being typed, in the place of what was typed before."""
    open_ask(session, ask).question(question)
    draft = session.get(AnswerDraft, (ask, question)) or AnswerDraft(ask=ask, question=question)
    draft.typed, draft.at = dict(typed), now()
    session.add(draft)


def forget_draft(session: Session, ask: UUID, question: str) -> None:
    """Keep nothing of what was typed until now, as it turns out to be confidential."""
    session.execute(delete(AnswerDraft).where(AnswerDraft.ask == ask, AnswerDraft.question == question))


def send(session: Session, ask: UUID) -> AnswersSent:
    """Say that the answers are complete; what was sent already is not sent again until something changes."""
    known = open_ask(session, ask)
    if known.unanswered:
        raise Refused(STILL_OPEN.format(number=len(known.unanswered)))
    if known.sent and not known.changed:
        return known.sent
    sent = AnswersSent(id=uuid4(), ask=ask, sent_at=now(), sha256=sha256_of(known))
    session.add(sent)
    tell(session, SupplierAnswered(report=known.ask.report, ask=ask, sent=sent.id))
    noted(session, Action.ANSWERS_SENT, f"ask/{ask}", details={"sha256": sent.sha256})
    return sent


def open_ask(session: Session, ask: UUID) -> Asked:
    """The ask, for this writer alone; refuses once the holder has handed in, or the days of the ask are over."""
    lock_report(session, session.get_one(Ask, ask).report)
    known = asked(session, ask)
    if not known.open:
        raise Refused((PAST if known.late else CLOSED).format(holder=known.holder), status=409)
    return known


def sha256_of(known: Asked) -> str:
    """The sha256 of the answers as they stand, in the order of the questions, and then of the files with them."""
    rows = [
        [one.id, answer.kind, answer.value, answer.split, answer.confidential]
        for one in known.questions
        if (answer := known.answers.get(one.id))
    ]
    rows += [[one.file_name, one.sha256, one.confidential] for one in known.files]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _refuse_unfit(known: Asked, question: Question, given: Given) -> None:
    if given.kind is AnswerKind.REFUSED and not known.asked_as(question).may_refuse:
        raise Refused(MAY_NOT_REFUSE)
    if given.confidential and question.field is not FieldKind.NUMBER:
        raise Refused(NOT_CONFIDENTIAL)


def _says_the_same(newest: Answer | None, given: Given) -> bool:
    return newest is not None and (newest.kind, newest.value, newest.split, newest.confidential) == (
        given.kind,
        text_of(given.value),
        given.split,
        given.confidential,
    )
