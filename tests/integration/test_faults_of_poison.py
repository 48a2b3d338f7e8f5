"""F17: bytes that are no event, an event of tomorrow, files that are gone or damaged: among sound events of real workers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from kafka import KafkaProducer

from deploy.composition import WORKERS
from deploy.demo.reports import OV_WEST, VB_OOST, report
from deploy.demo.workbook import workbook
from schemas.clock import now
from schemas.events import ReportVersion, VersionUploaded
from schemas.events.envelope import source_of, write
from schemas.settings import settings
from schemas.store import Check, Outbox, Version, files, sessions
from tests.integration.history import Call, History, await_all_read, await_rest, hold
from tests.integration.parts import Parts
from workers.parking import discard, replay

pytestmark = [pytest.mark.kafka, pytest.mark.postgres, pytest.mark.timeout(900)]
SOON = 240.0
NO_JSON = b"\xff\xfe no json"
LOST, BENT = b'{"lost": true}', b'{"bent": true}'


def put_in_the_outbox(about: UUID, body: bytes) -> None:
    """Bytes as they are, with the identity that the outbox gives them."""
    row = Outbox(
        event_id=uuid4(),
        type=VersionUploaded.TYPE,
        topic=VersionUploaded.TOPIC,
        key=about,
        body=body,
        occurred_at=now(),
    )
    with sessions().begin() as session:
        session.add(row)


def put_an_event_of_tomorrow_in_the_outbox(about: UUID) -> None:
    """A sound envelope around a version of our event that nobody has agreed yet."""
    event = VersionUploaded(version=ReportVersion(report=about, version=uuid4(), number=1), manifest_sha256="a" * 64)
    envelope = json.loads(write(event, source=source_of(settings().oin)))
    envelope["type"] = VersionUploaded.TYPE.replace(".v1", ".v9")
    put_in_the_outbox(about, json.dumps(envelope).encode())


def put_no_event_on_every_partition(parts: Parts) -> int:
    """Bytes of a stranger, without key or headers; tells on how many partitions."""
    producer = KafkaProducer(bootstrap_servers=parts.broker.address)
    partitions = producer.partitions_for(str(VersionUploaded.TOPIC))
    for one in partitions:
        producer.send(str(VersionUploaded.TOPIC), value=NO_JSON, partition=one).get(timeout=SOON)
    producer.close()
    return len(partitions)


def place_of(parts: Parts, call: Call) -> Path:
    return parts.folder / "files" / call.sha256[:2] / call.sha256


def mend(parts: Parts, call: Call, content: bytes) -> None:
    place_of(parts, call).unlink(missing_ok=True)
    files().keep_bytes(content)


def shown(parts: Parts) -> list[dict[str, str]]:
    return [json.loads(line) for line in parts.run("parked", "list").splitlines()]


def settle(parts: Parts, found: Sequence[Mapping[str, str]]) -> None:
    """What was mended goes again; the rest is given up."""
    with parts.looking() as session, session.begin():
        for one in found:
            do = replay if one["reason"].startswith("file_") else discard
            do(session, UUID(one["id"]), actor="operator")


def is_checked(parts: Parts, call: Call) -> bool:
    with parts.looking() as session:
        found = session.query(Version.id).filter(Version.idempotency_key == call.key).one()
        return session.get(Check, found[0]) is not None


def test_poison_is_parked_with_its_reason_while_its_neighbours_are_done_and_goes_on_once_mended(
    parts: Parts, history: History
) -> None:
    held, lost, bent, newer, sound = (history.open(OV_WEST.code, 2026 + number) for number in range(5))
    strange = put_no_event_on_every_partition(parts)
    put_in_the_outbox(held, NO_JSON)
    put_an_event_of_tomorrow_in_the_outbox(newer)
    behind = [history.upload(one, LOST) for one in (held, newer)]
    behind.append(history.upload(sound, workbook(report(VB_OOST, 2026)), name="rapport.xlsx"))
    gone, damaged = history.upload(lost, b'{"gone": true}'), history.upload(bent, BENT)
    place_of(parts, gone).unlink()
    place_of(parts, damaged).write_bytes(b"something else")

    with parts.running("relay"), parts.running("worker"):
        await_rest(parts, within=SOON)
        found = shown(parts)
        done = [is_checked(parts, call) for call in history.calls]
        mend(parts, gone, b'{"gone": true}')
        mend(parts, damaged, BENT)
        settle(parts, found)
        await_rest(parts, within=SOON)
        await_all_read(parts, within=SOON)

    readers = [name for name, worker in WORKERS.items() if VersionUploaded.TOPIC in {e.TOPIC for e in worker.HANDLES}]
    unreadable = {(name, "not_json"): strange + 1 for name in readers}
    unknown = {(name, "unknown_type"): 1 for name in readers}
    expected = {**unreadable, **unknown, ("check", "file_missing"): 1, ("check", "file_damaged"): 1}
    assert Counter((one["worker"], one["reason"]) for one in found) == expected
    assert done == [False, False, True, False, False]
    assert all(is_checked(parts, call) for call in (*behind, gone, damaged))
    hold(history)
