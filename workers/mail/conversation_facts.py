"""What a letter tells of a message in a conversation: who wrote it, about what, and by when an answer is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.indicators import INDICATOR
from schemas.norms import NORM
from schemas.report.sheets import BY_NAME
from schemas.store import Conversation, ConversationMessage, Finding, Organisation, Person
from schemas.texts import Bilingual, Language
from schemas.words import Subject
from workers.domain.rendering import day


@dataclass(frozen=True)
class ConversationFacts:
    """One message: its words, its writer's organisation, the place it is about, and the term that it names."""

    by: str
    place: Bilingual
    by_when: Bilingual
    text: str


def conversation_facts(session: Session, message_id: UUID) -> ConversationFacts:
    """The facts of one message."""
    said = session.get_one(ConversationMessage, message_id)
    about = session.get_one(Conversation, said.conversation)
    writer = session.get_one(Person, said.by)
    return ConversationFacts(
        by=session.get_one(Organisation, writer.organisation).name,
        place=place_of(session, about),
        by_when=_by_when(said.answer_by),
        text=said.text,
    )


def place_of(session: Session, about: Conversation) -> Bilingual:
    """The norm, figure or finding that a conversation is about, in words."""
    if about.subject is Subject.NORM and about.code in NORM:
        name = NORM[about.code].name
        return Bilingual(nl=f"de norm {name.nl}", en=f"the norm {name.en}")
    if about.subject is Subject.FIGURE and about.code in INDICATOR:
        name = INDICATOR[about.code].name
        return Bilingual(nl=f"het cijfer {name.nl}", en=f"the figure {name.en}")
    if about.subject is Subject.FINDING:
        return _finding(session, about)
    return Bilingual(nl="het rapport als geheel", en="the report as a whole")


def finding_in_words(rule: str) -> Bilingual:
    """What a rule found."""
    return Bilingual(nl=f"bevinding {rule}", en=f"finding {rule}")


def _finding(session: Session, about: Conversation) -> Bilingual:
    whole = finding_in_words(about.code)
    found = session.get(Finding, (about.version, about.position)) if about.position is not None else None
    if found is None or found.row is None or found.sheet not in BY_NAME:
        return whole
    sheet = BY_NAME[found.sheet].label
    return Bilingual(
        nl=f"{whole.nl}, blad {sheet.nl}, rij {found.row}", en=f"{whole.en}, sheet {sheet.en}, row {found.row}"
    )


def _by_when(answer_by: date | None) -> Bilingual:
    if answer_by is None:
        return Bilingual(nl="", en="")
    return Bilingual(nl=f", uiterlijk {day(answer_by, Language.NL)}", en=f", by {day(answer_by, Language.EN)}")
