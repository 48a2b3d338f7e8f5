"""The letters of the improvement plan: a proposal goes to who answers it, an answer to who proposed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.events import MeasureAnswered, MeasureProposed
from schemas.store import Concession, MeasureAnswer, MeasureProposal, Organisation, Person
from schemas.texts import Bilingual
from workers.mail.addressing import Addressed, Desk, to_each
from workers.mail.facts import holders_of, managers_of


def measure_proposed(event: MeasureProposed, desk: Desk) -> tuple[Addressed, ...]:
    """A new measure, a change or a proposal to drop one goes to the managers."""
    readers = managers_of(desk.session, event.concession)
    facts = _facts(desk.session, event.concession, event.proposal)
    return to_each(readers, "measure_proposed", facts, _page(desk, event))


def measure_answered(event: MeasureAnswered, desk: Desk) -> tuple[Addressed, ...]:
    """Agreed, a change asked for, or refused: the holder is told with the reason."""
    readers = holders_of(desk.session, event.concession)
    facts = _facts(desk.session, event.concession, event.proposal)
    return to_each(readers, f"measure_{event.answer.value}", facts, _page(desk, event))


def _facts(session: Session, concession: UUID, proposal: UUID) -> dict[str, str | date | Bilingual]:
    made, known = session.get_one(MeasureProposal, proposal), session.get_one(Concession, concession)
    answer = session.get(MeasureAnswer, proposal)
    return {
        "concession": known.name,
        "holder": session.get_one(Organisation, known.holder).name,
        "by": session.get_one(Person, answer.by if answer else made.by).name,
        "title": made.title,
        "owner": made.owner,
        "due": made.due,
        "what": _what(made),
        "reason": (answer.reason if answer else made.reason) or Bilingual(nl="geen", en="none"),
    }


def _what(made: MeasureProposal) -> Bilingual:
    if made.drops:
        return Bilingual(nl="te laten vervallen", en="to drop it")
    return (
        Bilingual(nl="af te spreken", en="to agree on it")
        if made.number == 1
        else Bilingual(nl="te wijzigen", en="to change it")
    )


def _page(desk: Desk, event: MeasureProposed | MeasureAnswered) -> str:
    return f"{desk.base_url}/concessies/{event.concession}/plan/{event.measure}"


LETTERS = (measure_proposed, measure_answered)
