"""The events of opening more of a report that was sent back: what was asked, and what was answered."""

from uuid import UUID

from schemas.events.event import AboutReport


class ReopeningAsked(AboutReport):
    """The holder asked to open more sheets of a report that was sent back in part."""

    TYPE = "nl.ketenspiegel.heropening-gevraagd.v1"

    request: UUID


class ReopeningAnswered(AboutReport):
    """The authority opened some or all of the sheets, or refused."""

    TYPE = "nl.ketenspiegel.heropening-beantwoord.v1"

    request: UUID
    granted: bool
