"""The events of hearing the holder before a negative decision."""

from uuid import UUID

from schemas.events.event import AboutVersion


class IntentionAnnounced(AboutVersion):
    """A manager intends to send a report back, and the holder may give its view first."""

    TYPE = "nl.ketenspiegel.voornemen-aangekondigd.v1"

    intention: UUID


class ViewGiven(AboutVersion):
    """The holder gave its view on what the authority intends; the words stay in the database."""

    TYPE = "nl.ketenspiegel.zienswijze-gegeven.v1"

    intention: UUID
