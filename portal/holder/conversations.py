"""Conversations as people read them: each at its place, with its messages, and who is next by when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.filters import date_long, date_weekday
from portal.holder.places import for_authority, for_holder, in_words
from portal.holder.rule_titles import titles_by_version
from portal.holder.sentences import DONE, THEY, YOU, Sentence
from portal.visitor import SignedIn
from schemas.store import Conversation, ConversationMessage, Finding, Organisation, Person, Version, among
from schemas.words import MessageKind, OrganisationKind, Subject

LATEST: Final = date.max


@dataclass(frozen=True, kw_only=True)
class MessageShown:
    """One message, with who wrote it when."""

    number: int
    kind: MessageKind
    text: str
    by: UUID
    name: str
    organisation: str
    at: datetime
    answer_by: date | None


@dataclass(frozen=True, kw_only=True)
class ConversationShown:
    """A conversation with its place in words and where it is; messages from old to new."""

    id: UUID
    report: UUID
    subject: Subject
    code: str
    part: str
    position: int | None
    place: str
    place_href: str
    messages: tuple[MessageShown, ...]

    @property
    def newest(self) -> MessageShown:
        """What was written last."""
        return self.messages[-1]

    @property
    def awaits_holder(self) -> bool:
        """Whether an answer is asked."""
        return self.newest.kind is MessageKind.QUESTION

    @property
    def awaits_authority(self) -> bool:
        """Whether an answer waits to be read."""
        return self.newest.kind is MessageKind.ANSWER

    @property
    def closed(self) -> bool:
        """Whether it was closed, and nothing was written since."""
        return self.newest.kind is MessageKind.CLOSING

    @property
    def asked(self) -> MessageShown:
        """The newest question."""
        return next(one for one in reversed(self.messages) if one.kind is MessageKind.QUESTION)


@dataclass(frozen=True)
class Conversations:
    """The conversations about a report, or about some reports: those that wait first, by their term."""

    lines: tuple[ConversationShown, ...] = ()

    def at(self, subject: str, code: str = "") -> list[ConversationShown]:
        """Those about a norm, a figure with its parts, or what a rule found."""
        return [one for one in self.lines if (one.subject, one.code) == (subject, code)]

    @property
    def awaiting_holder(self) -> list[ConversationShown]:
        """The questions that ask for an answer."""
        return [one for one in self.lines if one.awaits_holder]

    @property
    def awaiting_authority(self) -> list[ConversationShown]:
        """The answers that wait to be read."""
        return [one for one in self.lines if one.awaits_authority]


def conversations_about(session: Session, person: SignedIn, reports: Iterable[UUID]) -> dict[UUID, Conversations]:
    """The conversations about some reports, which are the person's own; by report, in a fixed number of queries."""
    wanted = list(reports)
    query = (
        select(Conversation, Version.number)
        .outerjoin(Version, Version.id == Conversation.version)
        .where(among(Conversation.report, wanted))
        .order_by(Conversation.id)
    )
    found = [(about, number) for about, number in session.execute(query)]
    if not found:
        return {report: Conversations(()) for report in wanted}
    messages = _messages(session, [about.id for about, _number in found])
    findings = _findings(session, [about for about, _number in found])
    titles = titles_by_version(session, [about.version for about, _ in found if about.version and _on_a_rule(about)])
    by_report: dict[UUID, list[ConversationShown]] = defaultdict(list)
    for about, number in found:
        finding, said = findings.get((about.version, about.position)), titles.get(about.version or about.id, {})
        theirs = person.kind is OrganisationKind.AUTHORITY
        by_report[about.report].append(
            ConversationShown(
                id=about.id,
                report=about.report,
                subject=about.subject,
                code=about.code,
                part=about.part,
                position=about.position,
                place=in_words(about, finding, said),
                place_href=for_authority(about.report, about) if theirs else for_holder(about.report, about, number),
                messages=tuple(messages[about.id]),
            )
        )
    return {report: Conversations(tuple(sorted(by_report[report], key=_urgency))) for report in wanted}


def sentence_of(one: ConversationShown, person: SignedIn, *, leading: bool) -> Sentence:
    """Where a conversation stands, for who reads it."""
    theirs, by = person.kind is OrganisationKind.AUTHORITY, one.asked.answer_by
    if one.closed:
        return Sentence(text=_("Gesloten op %(day)s.", day=date_long(one.newest.at)), actor=DONE)
    if one.awaits_authority:
        text = _("De provincie leest uw antwoord.") if not theirs else _("De houder heeft geantwoord.")
        mine = _("U bent aan zet: lees het antwoord. Vraag door, of sluit het gesprek.")
        return Sentence(text=mine, actor=YOU) if theirs and leading else Sentence(text=text, actor=THEY)
    if theirs:
        text = _("De houder is aan zet, uiterlijk %(day)s.", day=date_weekday(by)) if by else _("De houder is aan zet.")
        return Sentence(text=text, actor=THEY, by=by)
    text = _("U bent aan zet: beantwoord deze vraag.")
    until = _("U bent aan zet: beantwoord deze vraag, uiterlijk %(day)s.", day=date_weekday(by)) if by else text
    return Sentence(text=until, actor=YOU, by=by)


def message_words(kind: MessageKind, place: str) -> str:
    """What a message is, and about what."""
    words = {
        MessageKind.QUESTION: _("Vraag gesteld. %(place)s", place=place),
        MessageKind.ANSWER: _("Vraag beantwoord. %(place)s", place=place),
        MessageKind.CLOSING: _("Gesprek gesloten. %(place)s", place=place),
    }
    return str(words[kind])


def _messages(session: Session, conversations: Sequence[UUID]) -> Mapping[UUID, list[MessageShown]]:
    query = (
        select(ConversationMessage, Person.name, Organisation.name)
        .join(Person, Person.id == ConversationMessage.by)
        .join(Organisation, Organisation.id == Person.organisation)
        .where(among(ConversationMessage.conversation, conversations))
        .order_by(ConversationMessage.conversation, ConversationMessage.number)
    )
    by_conversation: dict[UUID, list[MessageShown]] = defaultdict(list)
    for said, name, organisation in session.execute(query):
        by_conversation[said.conversation].append(
            MessageShown(
                number=said.number,
                kind=said.kind,
                text=said.text,
                by=said.by,
                name=name,
                organisation=organisation,
                at=said.at,
                answer_by=said.answer_by,
            )
        )
    return by_conversation


def _findings(session: Session, about: Sequence[Conversation]) -> dict[tuple[UUID | None, int | None], Finding]:
    """The findings that single conversations are about, by version and place."""
    versions = {one.version for one in about if one.position is not None}
    places = {one.position for one in about if one.position is not None}
    if not places:
        return {}
    query = select(Finding).where(among(Finding.version, versions), among(Finding.position, places))
    return {(one.version, one.position): one for one in session.scalars(query.order_by(Finding.position))}


def _on_a_rule(about: Conversation) -> bool:
    """Whether a conversation is about all that a rule found, which is told by what the rule asks."""
    return about.subject is Subject.FINDING and about.position is None


def _urgency(one: ConversationShown) -> tuple[int, date, float]:
    """Questions first, those with the nearest term before others; then answers, then what is closed."""
    order = {MessageKind.QUESTION: 0, MessageKind.ANSWER: 1, MessageKind.CLOSING: 2}[one.newest.kind]
    return order, (one.asked.answer_by or LATEST) if order == 0 else LATEST, -one.newest.at.timestamp()
