"""The letters of the conversation: questions, a view before a decision, more time, and more that is opened."""

from __future__ import annotations

from schemas.events import (
    ConversationClosed,
    ExtensionAnswered,
    ExtensionAsked,
    IntentionAnnounced,
    QuestionAnswered,
    QuestionAsked,
    ReopeningAnswered,
    ReopeningAsked,
    ViewGiven,
)
from workers.mail.addressing import Addressed, Desk, Facts, facts_about, page_of, to_each
from workers.mail.conversation_facts import conversation_facts
from workers.mail.extension_facts import extension_facts
from workers.mail.facts import ReportFacts, report_facts
from workers.mail.hearing_facts import hearing_facts
from workers.mail.reopening_facts import reopening_facts

InConversation = QuestionAsked | QuestionAnswered | ConversationClosed


def question_asked(event: QuestionAsked, desk: Desk) -> tuple[Addressed, ...]:
    """A question goes to who can answer it."""
    about = report_facts(desk.session, event.report)
    return to_each(about.holders, "question_asked", _asked(desk, about, event), _conversation_page(desk, event))


def question_answered(event: QuestionAnswered, desk: Desk) -> tuple[Addressed, ...]:
    """An answer goes to who asked."""
    about = report_facts(desk.session, event.report)
    return to_each(about.managers, "question_answered", _asked(desk, about, event), _conversation_page(desk, event))


def conversation_closed(event: ConversationClosed, desk: Desk) -> tuple[Addressed, ...]:
    """That a conversation is closed goes to who could have answered on."""
    about = report_facts(desk.session, event.report)
    return to_each(about.holders, "conversation_closed", _asked(desk, about, event), _conversation_page(desk, event))


def intention_announced(event: IntentionAnnounced, desk: Desk) -> tuple[Addressed, ...]:
    """An intention goes to the holder, with the day for its view."""
    about = report_facts(desk.session, event.version.report)
    url = f"{page_of(desk, about.report)}/zienswijze"
    return to_each(about.holders, "intention", facts_about(about) | hearing_facts(desk.session, event.intention), url)


def view_given(event: ViewGiven, desk: Desk) -> tuple[Addressed, ...]:
    """A view goes to who decides."""
    about = report_facts(desk.session, event.version.report)
    facts = facts_about(about) | hearing_facts(desk.session, event.intention)
    return to_each(about.managers, "view_given", facts, page_of(desk, about.report))


def extension_asked(event: ExtensionAsked, desk: Desk) -> tuple[Addressed, ...]:
    """A request for more time goes to who grants it."""
    about = report_facts(desk.session, event.report)
    facts = facts_about(about) | extension_facts(desk.session, event.request)
    return to_each(about.managers, "extension_asked", facts, page_of(desk, event.report))


def extension_answered(event: ExtensionAnswered, desk: Desk) -> tuple[Addressed, ...]:
    """Granted or refused: the holder is told until when."""
    about = report_facts(desk.session, event.report)
    facts = facts_about(about) | extension_facts(desk.session, event.request)
    return to_each(about.holders, "extension_answered", facts, page_of(desk, event.report))


def reopening_asked(event: ReopeningAsked, desk: Desk) -> tuple[Addressed, ...]:
    """A request to open more sheets goes to who opens them."""
    about = report_facts(desk.session, event.report)
    facts = facts_about(about) | reopening_facts(desk.session, event.request)
    return to_each(about.managers, "reopening_asked", facts, page_of(desk, event.report))


def reopening_answered(event: ReopeningAnswered, desk: Desk) -> tuple[Addressed, ...]:
    """Opened or not: the holder is told which sheets."""
    about = report_facts(desk.session, event.report)
    facts = facts_about(about) | reopening_facts(desk.session, event.request)
    template = "reopening_granted" if event.granted else "reopening_refused"
    return to_each(about.holders, template, facts, page_of(desk, event.report))


def _asked(desk: Desk, about: ReportFacts, event: InConversation) -> Facts:
    said = conversation_facts(desk.session, event.message)
    return facts_about(about) | {"by": said.by, "place": said.place, "by_when": said.by_when, "text": said.text}


def _conversation_page(desk: Desk, event: InConversation) -> str:
    return f"{page_of(desk, event.report)}/gesprekken/{event.conversation}"


LETTERS = (
    question_asked,
    question_answered,
    conversation_closed,
    intention_announced,
    view_given,
    extension_asked,
    extension_answered,
    reopening_asked,
    reopening_answered,
)
