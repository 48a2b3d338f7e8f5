"""Proof of effort: what was done to get the answers of each supplier, dated, and the words in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from schemas.questions import QUESTION
from schemas.report.code_lists import ChainRole
from schemas.said import Said
from schemas.texts import Bilingual, Language


class EffortKind(StrEnum):
    """What happened between who asks and a supplier."""

    ASKED = "asked"
    ASKED_AGAIN = "asked_again"
    OPENED = "opened"
    REMINDED = "reminded"
    ESCALATED = "escalated"
    NOT_DELIVERED = "not_delivered"
    NOT_FOR_ME = "not_for_me"
    GIVEN = "given"
    UNKNOWN = "unknown"
    ASKED_ON = "asked_on"
    REFUSED = "refused"
    ALREADY_SENT = "already_sent"
    WRONG_PERSON = "wrong_person"
    SENT = "sent"
    QUESTIONED = "questioned"
    REVOKED = "revoked"


class EffortStep(Said):
    """One thing that happened; ``questions`` are those that it is about, ``due`` the day that was given."""

    at: datetime
    kind: EffortKind
    questions: tuple[str, ...] = ()
    due: date | None = None
    said: str = ""


class SupplierEffort(Said):
    """All that happened with one supplier, from old to new."""

    supplier_id: str
    name: str
    role: ChainRole
    tier: int
    steps: tuple[EffortStep, ...]

    def has(self, *kinds: EffortKind) -> bool:
        """Whether something of these kinds happened."""
        return any(step.kind in kinds for step in self.steps)

    @property
    def silent(self) -> bool:
        """Whether nothing came back: no answer, no refusal, nobody who says that it is not for them."""
        return not self.has(*CAME_BACK)


CAME_BACK: Final = frozenset(
    {
        EffortKind.NOT_FOR_ME,
        EffortKind.GIVEN,
        EffortKind.UNKNOWN,
        EffortKind.ASKED_ON,
        EffortKind.REFUSED,
        EffortKind.ALREADY_SENT,
        EffortKind.WRONG_PERSON,
        EffortKind.SENT,
    }
)


def _both(nl: str, en: str) -> Bilingual:
    return Bilingual(nl=nl, en=en)


SENTENCES: Final[Mapping[EffortKind, Bilingual]] = MappingProxyType(
    {
        EffortKind.ASKED: _both(
            "Gevraagd, te beantwoorden uiterlijk {due}: {questions}", "Asked, to answer by {due}: {questions}"
        ),
        EffortKind.ASKED_AGAIN: _both(
            "Opnieuw gevraagd met een nieuwe link, te beantwoorden uiterlijk {due}",
            "Asked again with a new link, to answer by {due}",
        ),
        EffortKind.OPENED: _both("De leverancier opende de link", "The supplier opened the link"),
        EffortKind.REMINDED: _both("De leverancier is herinnerd", "The supplier was reminded"),
        EffortKind.ESCALATED: _both("Wie erboven staat is herinnerd", "Who stands above was reminded"),
        EffortKind.NOT_DELIVERED: _both("Een mail kwam niet aan: {said}", "A mail did not arrive: {said}"),
        EffortKind.NOT_FOR_ME: _both("De ontvanger zegt: niet voor mij", "The reader says: not for me"),
        EffortKind.GIVEN: _both("Beantwoord: {questions}", "Answered: {questions}"),
        EffortKind.UNKNOWN: _both("Weet het niet: {questions}", "Does not know: {questions}"),
        EffortKind.ASKED_ON: _both(
            "Vraagt het de eigen leverancier: {questions}", "Asks its own supplier: {questions}"
        ),
        EffortKind.REFUSED: _both("Geweigerd: {questions}", "Refused: {questions}"),
        EffortKind.ALREADY_SENT: _both(
            "Zegt het al te hebben gestuurd: {questions}", "Says it was sent already: {questions}"
        ),
        EffortKind.WRONG_PERSON: _both("Zegt de verkeerde persoon te zijn", "Says it is the wrong person"),
        EffortKind.SENT: _both("Meldt dat de antwoorden klaar zijn", "Says that the answers are complete"),
        EffortKind.QUESTIONED: _both("De houder vraagt na: {questions}", "The holder questions: {questions}"),
        EffortKind.REVOKED: _both("Het verzoek is ingetrokken", "The request was taken back"),
    }
)
MANY: Final = _both("{number} vragen", "{number} questions")
SUMMARY: Final = _both(
    "Leveranciers gevraagd: {asked}. Klaar met antwoorden: {answered}. Weigerden alles of een deel: {refused}. Lieten niets horen: {silent}.",
    "Suppliers asked: {asked}. Done with answering: {answered}. Refused all or a part: {refused}. Sent nothing back: {silent}.",
)


def sentence(
    step: EffortStep, language: Language, *, day: Callable[[date, Language], str], most: int | None = None
) -> str:
    """What happened, in words; more than ``most`` questions are counted instead of named."""
    named = named_questions(step, language)
    many = most is not None and len(named) > most
    questions = MANY.in_(language).format(number=len(named)) if many else " ".join(named)
    facts = {"questions": questions, "due": day(step.due, language) if step.due else "–", "said": step.said}
    return SENTENCES[step.kind].in_(language).format_map(facts)


def named_questions(step: EffortStep, language: Language) -> list[str]:
    """What a step is about, in words."""
    return [QUESTION[one].text.in_(language) if one in QUESTION else one for one in step.questions]


def summary(effort: Iterable[SupplierEffort], language: Language) -> str:
    """How many were asked, and what came of it."""
    every = list(effort)
    facts = {
        "asked": len(every),
        "answered": sum(one.has(EffortKind.SENT) for one in every),
        "refused": sum(one.has(EffortKind.REFUSED) for one in every),
        "silent": sum(one.silent for one in every),
    }
    return SUMMARY.in_(language).format_map(facts)
