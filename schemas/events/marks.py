"""The event of a finding that was marked for a colleague of the same holder."""

from uuid import UUID

from schemas.events.event import AboutReport


class FindingMarked(AboutReport):
    """Somebody asks a colleague to look at what was found; who and what stays in the database."""

    TYPE = "nl.ketenspiegel.bevinding-gemarkeerd.v1"

    mark: UUID
