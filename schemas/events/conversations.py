"""The events of a conversation about a report: what was asked, and what was answered."""

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
