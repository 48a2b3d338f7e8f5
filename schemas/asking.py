"""Where an ask of a supplier stands, reckoned from what happened: the links that were mailed, what was answered, what was revoked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from schemas.report.code_lists import ChainRole
from schemas.texts import Language
from schemas.words import AnswerKind

# A link still works so long after the day by which an answer is asked: who is late can answer all the same.
LINK_OUTLIVES_DUE: Final = timedelta(days=14)


class AskStand(StrEnum):
    """Where an ask stands."""

    ASKED = "asked"
    OPENED = "opened"
    ANSWERED = "answered"
    REFUSED = "refused"
    WRONG_PERSON = "wrong_person"
    BOUNCED = "bounced"
    EXPIRED = "expired"
    REVOKED = "revoked"


# In these nothing more is awaited of the supplier.
OVER: Final = frozenset({AskStand.ANSWERED, AskStand.REFUSED, AskStand.REVOKED})
# In these the mail reaches nobody who can answer: who asked is next.
STUCK: Final = frozenset({AskStand.WRONG_PERSON, AskStand.BOUNCED, AskStand.EXPIRED})


@dataclass(frozen=True, kw_only=True)
class LinkFacts:
    """The link of one mail."""

    id: UUID
    made_at: datetime
    valid_until: date
    opened_at: datetime | None
    revoked_at: datetime | None

    def works(self, today: date) -> bool:
        """Whether it still opens the questions."""
        return self.revoked_at is None and self.valid_until >= today


@dataclass(frozen=True, kw_only=True)
class AskFacts:
    """What is known of one ask; ``answers`` has of each question the kind that counts, and ``links`` go from old to new."""

    id: UUID
    report: UUID
    supplier_id: str
    supplier_name: str
    email: str
    language: Language
    role: ChainRole
    tier: int
    employees: int | None
    questions: tuple[str, ...]
    due: date
    asked_by: UUID | None
    asked_under: UUID | None
    asked_at: datetime
    revoked_at: datetime | None
    links: tuple[LinkFacts, ...] = ()
    answers: Mapping[str, AnswerKind]
    wrong_person_at: datetime | None = None
    sent_at: datetime | None = None
    bounced: bool = False

    @property
    def opened_at(self) -> datetime | None:
        """When the supplier first came in."""
        return min((one.opened_at for one in self.links if one.opened_at), default=None)

    @property
    def mailed_at(self) -> datetime:
        """When the newest mail was asked for."""
        return max((one.made_at for one in self.links), default=self.asked_at)

    @property
    def all_refused(self) -> bool:
        """Whether every question was refused."""
        return bool(self.answers) and set(self.answers.values()) == {AnswerKind.REFUSED}


def stand_of(ask: AskFacts, today: date) -> AskStand:
    """Where an ask stands today; a new mail to somebody else does away with *wrong person*."""
    if ask.revoked_at:
        return AskStand.REVOKED
    if ask.wrong_person_at and ask.wrong_person_at >= ask.mailed_at:
        return AskStand.WRONG_PERSON
    if ask.sent_at:
        return AskStand.REFUSED if ask.all_refused else AskStand.ANSWERED
    if not any(link.works(today) for link in ask.links):
        return AskStand.EXPIRED
    if ask.bounced:
        return AskStand.BOUNCED
    return AskStand.OPENED if ask.opened_at else AskStand.ASKED


def late(ask: AskFacts, today: date) -> bool:
    """Whether the day by which an answer was asked is over without one."""
    return ask.due < today and stand_of(ask, today) not in OVER


def valid_until(due: date) -> date:
    """Until when the links of an ask work."""
    return due + LINK_OUTLIVES_DUE
