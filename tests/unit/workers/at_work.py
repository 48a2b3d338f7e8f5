"""A concession with people on both sides, what they do with a report, and workers that do one event at a time."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Event as Flag
from typing import Any, Final, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import select

from deploy.concessions import bring_in
from portal.use_cases import Declaration, Upload, hand_in, open_duty, take_report_file, upload_version
from schemas.clock import now
from schemas.events import Event, ReportDecided, ReportHandedIn, ReportVersion, VersionChecked, VersionUploaded, read
from schemas.store import Decision, Organisation, Outbox, Person, RoleOfPerson, Table, Version, reading, sessions, tell
from schemas.texts import Language
from schemas.words import DecisionOutcome, Role
from tests.installations import TERMS
from workers.check import CheckVersion
from workers.handling import Handling
from workers.log import Delivery
from workers.patience import Patience, Pulse
from workers.publishing import Publish
from workers.worker import Worker

E = TypeVar("E", bound=Event)

HOLDER, AUTHORITY = "Voorbeeldbus BV", "Provincie Voorbeeld"
AT: Final = {
    "reporter": (HOLDER, Role.REPORTER),
    "signatory": (HOLDER, Role.SIGNATORY),
    "manager": (AUTHORITY, Role.MANAGER),
    "second_reader": (AUTHORITY, Role.SECOND_READER),
}
FRONT: Final = {
    "format_version": "2026.1",
    "concession_id": "VB-OOST",
    "holder_kvk": "12345678",
    "holder_name": HOLDER,
    "report_year": 2026,
    "period_start": "2026-01-01",
    "period_end": "2026-12-31",
    "prepared_on": "2027-03-01",
    "contact_email": "rapportage@voorbeeldbus.example",
    "assurance": "none",
}
BUS: Final = {
    "vehicle_id": "B1",
    "make": "Voorbeeldbus",
    "bus_class": "bus_12m",
    "drivetrain": "diesel",
    "euro_class": "ze",
    "first_admission": "2023-11-01",
    "in_service_from": "2023-12-10",
    "deployment": "regular",
    "wheelchair_accessible": True,
}


@dataclass(frozen=True)
class AtWork:
    """An open report and the people by their part in it."""

    report: UUID
    people: Mapping[str, UUID]


def at_work(*, name: str = "Voorbeeld-Oost", code: str = "VB-OOST", language: Language = Language.NL) -> AtWork:
    """A concession under this name and code, with its duty on 2026 opened and somebody in each role."""
    with sessions().begin() as session:
        concession = bring_in(session, {**TERMS, "name": name, "concession_id": code}, holder_name=HOLDER)
        known = session.scalars(select(Organisation).order_by(Organisation.name))
        organisations = {one.name: one.id for one in known}
        people = {who: uuid4() for who in AT}
        session.add_all(
            Person(
                id=people[who],
                organisation=organisations[organisation],
                name=who.title(),
                email=address(who, code),
                language=language,
            )
            for who, (organisation, _) in AT.items()
        )
        session.flush()
        session.add_all(RoleOfPerson(person=people[who], role=role) for who, (_, role) in AT.items())
        return AtWork(report=open_duty(session, concession.id, year=2026).id, people=people)


def address(who: str, code: str = "VB-OOST") -> str:
    """The mail address of somebody."""
    return f"{who}@{'' if code == 'VB-OOST' else f'{code.lower()}.'}voorbeeld.example"


def a_json_report(**sheets: object) -> bytes:
    """A report of one bus with these sheets."""
    front = [{"field": name, "value": value} for name, value in FRONT.items()]
    return json.dumps({"report": front, "vehicles": [BUS], **sheets}).encode()


def a_zip_of(files: Mapping[str, str]) -> bytes:
    """A zip with the sheet *report* and these files."""
    front = "\n".join(["field,value", *(f"{name},{value}" for name, value in FRONT.items())])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in {"report.csv": front, **files}.items():
            archive.writestr(name, text)
    return made.getvalue()


def upload(
    work: AtWork, content: bytes | None = None, *, name: str = "rapport.json", clean: bool = True
) -> VersionUploaded:
    """Upload a report, as its reporter does."""
    taken = take_report_file(io.BytesIO(content or a_json_report()), name=name)
    with sessions().begin() as session:
        form = Upload(taken=taken, clean=clean, key=uuid4())
        made = upload_version(session, work.report, form, by=work.people["reporter"])
        manifest, about = made.manifest_sha256, about_of(made)
    return next(one for one in told(VersionUploaded) if one.version == about and one.manifest_sha256 == manifest)


def about_of(version: Version) -> ReportVersion:
    """A version as events name it."""
    return ReportVersion(report=version.report, version=version.id, number=version.number)


def told(kind: type[E]) -> list[E]:
    """What was told of one kind, oldest first."""
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).where(Outbox.type == kind.TYPE).order_by(Outbox.position)).all()
    return [event for event in map(read, bodies) if isinstance(event, kind)]


def do(worker: type[Worker[Any, Any]], event: Event) -> None:
    """Have a worker do an event that was told, with its inbox and all, as its loop does."""
    with reading() as session:
        row = session.scalars(select(Outbox).where(Outbox.event_id == event.id)).one()
    delivery = Delivery(body=row.body, topic=row.topic, partition=0, offset=row.position, key=row.key)
    Handling(worker(), sandbox=None, patience=Patience(Flag(), Pulse()), most_attempts=1).handle(delivery)


def check(event: VersionUploaded) -> VersionChecked:
    """Have a version checked."""
    do(CheckVersion, event)
    return next(one for one in told(VersionChecked) if one.version == event.version)


def publish(event: Event) -> None:
    """Have the documents of an event made."""
    do(Publish, event)


def sign(work: AtWork, about: ReportVersion) -> ReportHandedIn:
    """Hand a version in while its check waits, as the signatory does."""
    with sessions().begin() as session:
        declared = Declaration(version=about.version, statement="Naar waarheid.", key=uuid4())
        hand_in(session, work.report, declared, by=work.people["signatory"])
    return told(ReportHandedIn)[-1]


def tell_of(event: E) -> E:
    """Tell an event."""
    with sessions().begin() as session:
        tell(session, event)
    return event


def write(*rows: Table) -> None:
    """Put rows in the database."""
    with sessions().begin() as session:
        session.add_all(rows)


def decide(
    work: AtWork, about: ReportVersion, outcome: DecisionOutcome = DecisionOutcome.ACCEPTED, *, reason: str = "Goed."
) -> ReportDecided:
    """A decision that stands."""
    decision = Decision(
        id=uuid4(),
        version=about.version,
        outcome=outcome,
        reason=reason,
        by=work.people["manager"],
        at=now(),
        idempotency_key=uuid4(),
    )
    write(decision)
    return tell_of(ReportDecided(version=about, decision=decision.id, outcome=outcome))
