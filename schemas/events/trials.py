"""The events of what reports are judged by: something is to be tried, or a factor list was offered."""

from uuid import UUID

from schemas.events.event import Event, Topic


class TrialAsked(Event):
    """A functional manager asked to try a set or proposed terms on earlier reports."""

    TYPE = "nl.ketenspiegel.proef-gevraagd.v1"
    TOPIC = Topic.REPORTS

    trial: UUID

    @property
    def key(self) -> UUID:
        return self.trial

    @property
    def subject(self) -> str:
        return f"trial/{self.trial}"


class FactorListOffered(Event):
    """A functional manager offered a file with factor lists; its bytes lie in the file store."""

    TYPE = "nl.ketenspiegel.factorenlijst-aangeboden.v1"
    TOPIC = Topic.REPORTS

    upload: UUID

    @property
    def key(self) -> UUID:
        return self.upload

    @property
    def subject(self) -> str:
        return f"upload/{self.upload}"
