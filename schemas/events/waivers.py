"""The events about waivers: what an authority does not hold a concession to, recorded and withdrawn."""

from uuid import UUID

from schemas.events.event import AboutConcession


class WaiverRecorded(AboutConcession):
    """The authority that leads recorded a waiver."""

    TYPE = "nl.ketenspiegel.ontheffing-vastgelegd.v1"

    waiver: UUID


class WaiverWithdrawn(AboutConcession):
    """The authority that leads withdrew a waiver; it does not hold from that moment."""

    TYPE = "nl.ketenspiegel.ontheffing-ingetrokken.v1"

    waiver: UUID
