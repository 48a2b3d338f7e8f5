"""The events of a conversation about a report: what was asked, what was answered, and that it was closed."""

from uuid import UUID

from schemas.events.event import AboutReport


class QuestionAsked(AboutReport):
    """An authority asked the holder something about a report; the words stay in the database."""

    TYPE = "nl.ketenspiegel.vraag-gesteld.v1"

    conversation: UUID
    message: UUID


class QuestionAnswered(AboutReport):
    """The holder answered a question; the words stay in the database."""

    TYPE = "nl.ketenspiegel.vraag-beantwoord.v1"

    conversation: UUID
    message: UUID


class ConversationClosed(AboutReport):
    """The authority closed a conversation; nothing is asked in it any more."""

    TYPE = "nl.ketenspiegel.gesprek-gesloten.v1"

    conversation: UUID
    message: UUID
