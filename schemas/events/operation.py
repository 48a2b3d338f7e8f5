"""The events about the work itself, for those who run it."""

from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from schemas.events.event import Event, Topic

Code = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class EventParked(Event):
    """A worker could not do an event and parked it; the bytes stay in the database, here is only why.

    ``about`` is the key of the parked event (the report or person), or ``parked`` itself where that could not be read.
    """

    TYPE = "nl.ketenspiegel.bericht-geparkeerd.v1"
    TOPIC = Topic.PARKED

    parked: UUID
    about: UUID
    worker: Code
    reason: Code

    @property
    def key(self) -> UUID:
        return self.about

    @property
    def subject(self) -> str:
        return f"parked/{self.parked}"
