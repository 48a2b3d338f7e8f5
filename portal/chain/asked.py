"""How far the suppliers of reports are with what they were asked, and for how many a report waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from portal.chain.firms import Stand
from portal.sent_answers import sent_answers
from schemas.asking import AskFacts, AskStand, stand_of
from schemas.clock import today
from schemas.store import asks_of, declared_gaps, judgements_of, newest_asks
from schemas.words import AnswerKind

STANDS: Final = {
    AskStand.ASKED: Stand.WAITING,
    AskStand.OPENED: Stand.WAITING,
    AskStand.BOUNCED: Stand.WAITING,
    AskStand.EXPIRED: Stand.WAITING,
    AskStand.WRONG_PERSON: Stand.WAITING,
    AskStand.ANSWERED: Stand.ANSWERED,
    AskStand.REFUSED: Stand.REFUSED,
    AskStand.REVOKED: Stand.NOT_ASKED,
}


@dataclass(frozen=True)
class Waiting:
    """For how many suppliers a report waits, of how many that were asked."""

    suppliers: int
    asked: int


def asked_firms(session: Session, report: UUID) -> dict[str, AskFacts]:
    """By the holder's own number, the ask that counts."""
    return newest_asks(asks_of(session, [report]))


def stands_of(session: Session, asks: Mapping[str, AskFacts], declared: Collection[str]) -> dict[str, Stand]:
    """How far each firm is; an answer that is questioned is awaited anew, a gap that is declared no longer."""
    questioned = _questioned(session, asks.values())
    return {
        number: _stand(ask, declared=number in declared, questioned=ask.id in questioned)
        for number, ask in asks.items()
    }


def waiting_for(session: Session, reports: Iterable[UUID]) -> dict[UUID, Waiting]:
    """By report that asked somebody, for how many it waits; in a fixed number of queries."""
    wanted = list(reports)
    asks, gaps = asks_of(session, wanted), declared_gaps(session, wanted)
    found = {}
    for report in {ask.report for ask in asks}:
        newest = newest_asks(ask for ask in asks if ask.report == report)
        stands = list(stands_of(session, newest, {gap.supplier_id for gap in gaps[report]}).values())
        asked = [stand for stand in stands if stand is not Stand.NOT_ASKED]
        if asked:
            found[report] = Waiting(asked.count(Stand.WAITING), len(asked))
    return found


def _questioned(session: Session, asks: Iterable[AskFacts]) -> set[UUID]:
    """The asks of which the holder questions an answer that still counts."""
    answered = [ask.id for ask in asks if ask.sent_at]
    if not answered:
        return set()
    sent = sent_answers(session, answered)
    of = {answer.id: answer.ask for answers in sent.values() for answer in answers.values()}
    return {of[one.answer] for one in judgements_of(session, of).values() if not one.accepted}


def _stand(ask: AskFacts, *, declared: bool, questioned: bool) -> Stand:
    stand = STANDS[stand_of(ask, today())]
    if questioned:
        return Stand.MISSING if declared else Stand.WAITING
    if stand is Stand.ANSWERED and not set(ask.answers.values()) & {AnswerKind.GIVEN, AnswerKind.ALREADY_SENT}:
        return Stand.MISSING
    return Stand.MISSING if stand is Stand.WAITING and declared else stand
