"""The events of more time: what was asked, and what was answered."""

from uuid import UUID

from schemas.events.event import AboutReport


class ExtensionAsked(AboutReport):
    """The holder asked for more time."""

    TYPE = "nl.ketenspiegel.uitstel-gevraagd.v1"

    request: UUID


class ExtensionAnswered(AboutReport):
    """The authority granted or refused more time."""

    TYPE = "nl.ketenspiegel.uitstel-beantwoord.v1"

    request: UUID
    granted: bool
