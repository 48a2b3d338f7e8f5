"""What people asked of the portal and what they were told; after healing, held against what is there."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from time import perf_counter
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from deploy.composition import WORKERS
from deploy.dev.process import poll
from portal.audit import Action
from portal.use_cases.opening import open_duty
from portal.use_cases.taking import take_report_file
from portal.use_cases.uploading import Upload, upload_version
from schemas.events import VersionChecked, read
from schemas.store import Audit, Check, Mail, Outbox, Parked, Part, Version, files, first_broken_row, sessions
from schemas.store.sweep import missing_files
from schemas.words import MailState
from tests.integration.parts import ROOS, Parts
from tests.integration.positions import uncommitted
from tests.unfinished import unfinished


class Told(StrEnum):
    """What a client knows of a call."""

    OK = "ok"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Call:
    """One upload as its client remembers it."""

    key: UUID
    report: UUID
    sha256: str
    told: Told
    seconds: float = 0.0


@dataclass
class History:
    """All calls, in their order, and how often something crashed where a mail goes out."""

    parts: Parts
    calls: list[Call] = field(default_factory=list)

    def open(self, code: str, year: int) -> UUID:
        """A duty of a concession, opened by the portal."""
        with sessions().begin() as session:
            return open_duty(session, self.parts.concession(code), year=year).id

    def upload(self, report: UUID, content: bytes, *, name: str = "rapport.json", clean: bool = True) -> Call:
        """Upload as Roos does, through the portal's own use case."""
        key, begun = uuid4(), perf_counter()
        taken = take_report_file(io.BytesIO(content), name=name)
        with sessions().begin() as session:
            upload = Upload(taken=taken, clean=clean, key=key)
            upload_version(session, report, upload, by=self._roos)
        seconds = perf_counter() - begun
        return self.note(Call(key, report, hashlib.sha256(content).hexdigest(), Told.OK, seconds))

    def note(self, call: Call) -> Call:
        """Remember a call."""
        self.calls.append(call)
        return call

    def __post_init__(self) -> None:
        self._roos = self.parts.person(ROOS)


def await_rest(parts: Parts, *, within: float) -> None:
    """I9: without anybody's help the outbox empties, every event is finished and no mail waits."""
    rested = poll(lambda: not _unrest(parts), within=within, every=0.2)
    assert rested, f"still not at rest: {_unrest(parts)}"


def _unrest(parts: Parts) -> dict[str, int]:
    with parts.looking() as session:
        # One moment for all: else what one query saw before it came is done by the time of the next.
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        unsent = session.scalar(select(func.count()).where(Outbox.published_at.is_(None))) or 0
        waiting = (MailState.WAITING, MailState.SENDING)
        mails = session.scalar(select(func.count(Mail.id)).where(Mail.state.in_(waiting))) or 0
        still = unfinished(session)
    return {name: number for name, number in {"unsent": unsent, "mails": mails, **still}.items() if number}


def hold(history: History, *, parked: Sequence[str] = (), mail_crashes: int = 0) -> None:
    """The invariants I1 to I5, I7 and I9's lag, read from the database, the files and the mail server alone."""
    with history.parts.looking() as session:
        for call in history.calls:
            _is_there_once(session, call)
        _is_done_once_and_in_order(session)
        still = session.scalars(select(Parked).where(*_still()).order_by(Parked.parked_at)).all()
        assert sorted(one.reason for one in still) == sorted(parked), [(one.worker, one.reason_text) for one in still]
        assert missing_files(session, files()) == ()
        assert first_broken_row(session) is None
        _is_mailed_once(session, history, mail_crashes)
    assert lag(history.parts) == 0


def _is_there_once(session: Session, call: Call) -> None:
    """I1, I3, I5 and I7 of one call."""
    found = session.scalars(select(Version).where(Version.idempotency_key == call.key)).all()
    fewest, most = (1, 1) if call.told is Told.OK else (0, 1)
    assert fewest <= len(found) <= most, call
    for version in found:
        part = session.scalars(select(Part).where(Part.version == version.id).order_by(Part.position.desc())).first()
        assert part is not None
        assert part.file_sha256 == call.sha256
        assert hashlib.sha256(files().read(call.sha256)).hexdigest() == call.sha256
        key = select(Parked.id).where(*_still(), Parked.key == call.report)
        assert session.get(Check, version.id) or session.scalars(key).first(), f"neither checked nor parked: {call}"
        _is_noted_once(session, version)


def _is_noted_once(session: Session, version: Version) -> None:
    uploaded = Audit.action == Action.VERSION_UPLOADED.value
    noted = select(Audit.details).where(Audit.subject == f"report/{version.report}", uploaded)
    numbers = [details["number"] for details in session.scalars(noted)]
    assert numbers.count(version.number) == 1


def _is_done_once_and_in_order(session: Session) -> None:
    """I2 and I4: one check is told for each version, and per report from old to new."""
    query = select(Outbox.body).where(Outbox.type == VersionChecked.TYPE).order_by(Outbox.position)
    told = [event for event in map(read, session.scalars(query)) if isinstance(event, VersionChecked)]
    versions = [event.version.version for event in told]
    assert len(versions) == len(set(versions))
    for report in {event.key for event in told}:
        numbers = [event.version.number for event in told if event.key == report]
        assert numbers == sorted(numbers)


def _is_mailed_once(session: Session, history: History, crashes: int) -> None:
    """I2 of mails: each went out, and no more repeats than crashes where a mail goes out; a repeat has the same id."""
    wanted = set(session.scalars(select(Mail.message_id).where(Mail.state == MailState.SENT)))
    received = [str(mail.message["Message-ID"]) for mail in history.parts.mail.received]
    assert set(received) == wanted
    assert len(received) - len(wanted) <= crashes


def await_all_read(parts: Parts, *, within: float) -> None:
    """I9: every group has noted every message as done."""
    assert poll(lambda: lag(parts) == 0, within=within), f"not noted as done: {_lags(parts)}"


def lag(parts: Parts) -> int:
    """How many messages the workers' groups have not committed."""
    return sum(_lags(parts).values())


def _lags(parts: Parts) -> dict[str, int]:
    return {
        f"{name} {place}": behind
        for name, worker in WORKERS.items()
        for place, behind in uncommitted(
            parts.broker.address, name, {str(event.TOPIC) for event in worker.HANDLES}
        ).items()
        if behind
    }


def _still() -> tuple[ColumnElement[bool], ...]:
    return Parked.replayed_at.is_(None), Parked.discarded_at.is_(None)
