"""What every event is: a frozen fact in the past tense with an identity, a moment, a topic and a key."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID, uuid4

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from schemas.clock import now

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Topic(StrEnum):
    """Where an event is told; what could not be done goes to ``PARKED``."""

    REPORTS = "ketenspiegel.reports"
    PEOPLE = "ketenspiegel.people"
    PARKED = "ketenspiegel.parked"


class Fact(BaseModel):
    """Frozen and strict, and what is not agreed is refused: a new field is a new version of the event."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Event(Fact):
    """A fact that others are told. It holds ids, a version number and sha256 sums, never content or personal data."""

    TYPE: ClassVar[str]
    TOPIC: ClassVar[Topic]

    id: UUID = Field(default_factory=uuid4)
    at: Annotated[datetime, AwareDatetime] = Field(default_factory=now)

    @property
    def key(self) -> UUID:
        """What keeps its order: the report, the concession or the person."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """What the event is about, in words a subscriber can filter on, such as ``report/<id>``."""
        raise NotImplementedError


class ReportVersion(Fact):
    """One version of a report, by its ids and its number."""

    report: UUID
    version: UUID
    number: Annotated[int, Field(ge=1)]


class AboutReport(Event):
    """An event about a report as a whole; events of one report keep their order."""

    TOPIC = Topic.REPORTS

    report: UUID

    @property
    def key(self) -> UUID:
        return self.report

    @property
    def subject(self) -> str:
        return f"report/{self.report}"


class AboutVersion(Event):
    """An event about one version of a report; events of one report keep their order."""

    TOPIC = Topic.REPORTS

    version: ReportVersion

    @property
    def key(self) -> UUID:
        return self.version.report

    @property
    def subject(self) -> str:
        return f"report/{self.version.report}/version/{self.version.number}"


class AboutConcession(Event):
    """An event about a concession; events of one concession keep their order."""

    TOPIC = Topic.REPORTS

    concession: UUID

    @property
    def key(self) -> UUID:
        return self.concession

    @property
    def subject(self) -> str:
        return f"concession/{self.concession}"


class AboutPerson(Event):
    """An event about a person, who is named by id only."""

    TOPIC = Topic.PEOPLE

    person: UUID

    @property
    def key(self) -> UUID:
        return self.person

    @property
    def subject(self) -> str:
        return f"person/{self.person}"


class AboutOrganisation(Event):
    """An event about an organisation; no person is named in it."""

    TOPIC = Topic.PEOPLE

    organisation: UUID

    @property
    def key(self) -> UUID:
        return self.organisation

    @property
    def subject(self) -> str:
        return f"organisation/{self.organisation}"
