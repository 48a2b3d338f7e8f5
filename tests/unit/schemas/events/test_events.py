"""The agreed events: their envelope, their old messages, and what is refused."""

import json
import re
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from jsonschema import Draft7Validator, FormatChecker
from pydantic import JsonValue

from schemas.events import (
    BY_TYPE,
    EVENTS,
    DutyOpened,
    Event,
    PersonInvited,
    ReportVersion,
    Topic,
    UnreadableEvent,
    VersionUploaded,
    read,
    source_of,
    structured,
    write,
)
from schemas.events.envelope import MOST_BYTES

AGREED = Path(__file__).parents[3] / "agreed"
SCHEMA = json.loads((AGREED / "cloudevents.schema.json").read_text())
GOLDEN = sorted((AGREED / "events").glob("*.json"))
SOURCE = source_of("00000000000000000001")


def an_upload() -> VersionUploaded:
    version = ReportVersion(report=uuid4(), version=uuid4(), number=1)
    return VersionUploaded(version=version, manifest_sha256="a" * 64)


def message(**changes: JsonValue) -> bytes:
    told = json.loads(write(an_upload(), source=SOURCE))
    return json.dumps({**told, **changes}).encode()


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_every_event_has_a_topic_a_schema_and_a_golden_old_message(event: type[Event]) -> None:
    assert event.TOPIC in Topic
    assert event.model_json_schema()["additionalProperties"] is False
    assert (AGREED / "events" / f"{event.TYPE}.json").is_file()


def test_no_golden_message_is_left_without_its_event() -> None:
    assert {path.stem for path in GOLDEN} == set(BY_TYPE)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_an_old_message_is_still_read_and_written_as_it_was(path: Path) -> None:
    old = json.loads(path.read_text())

    event = read(path.read_bytes())

    assert json.loads(write(event, source=old["source"])) == old


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_message_is_a_cloud_event(path: Path) -> None:
    faults = list(Draft7Validator(SCHEMA, format_checker=FormatChecker()).iter_errors(json.loads(path.read_text())))

    assert faults == []


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_message_keeps_the_dutch_profile(path: Path) -> None:
    told = json.loads(path.read_text())

    assert re.fullmatch(r"nl\.ketenspiegel\.[a-z-]+\.v\d+", told["type"])
    assert re.fullmatch(r"urn:nld:oin:\d{20}:systeem:ketenspiegel", told["source"])
    assert told["time"].endswith("Z")
    assert re.fullmatch(r"[a-z]+/[0-9a-f-]{36}(/version/\d+)?", told["subject"])


def test_events_of_one_report_share_a_key_and_events_of_a_person_have_their_own() -> None:
    report, person = uuid4(), uuid4()

    opened, invited = DutyOpened(report=report), PersonInvited(person=person, token=uuid4())

    assert (opened.key, opened.TOPIC) == (report, Topic.REPORTS)
    assert (invited.key, invited.TOPIC) == (person, Topic.PEOPLE)


def test_each_event_has_an_identity_of_its_own() -> None:
    assert an_upload().id != an_upload().id


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"\xff\xfe", "not_json"),
        (b"{", "not_json"),
        (b"[]", "no_envelope"),
        (message(specversion="0.3"), "no_envelope"),
        (message(extra=1), "no_envelope"),
        (message(source="urn:elsewhere"), "no_envelope"),
        (message(type="nl.ketenspiegel.versie-geupload.v2"), "unknown_type"),
        (message(data={}), "other_shape"),
        (message(data={"version": "1", "manifest_sha256": "a" * 64}), "other_shape"),
        (b" " * (MOST_BYTES + 1), "too_large"),
    ],
)
def test_what_is_no_event_of_ours_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableEvent) as refusal:
        read(body)

    assert refusal.value.reason == reason


def test_a_refusal_does_not_repeat_what_was_in_the_message() -> None:
    body = message(data={"version": "canary"})

    with pytest.raises(UnreadableEvent) as refusal:
        read(body)

    assert "canary" not in str(refusal.value)


def test_a_message_in_binary_mode_is_read_as_well() -> None:
    told = json.loads(write(an_upload(), source=SOURCE))
    headers = {f"ce_{name}": told[name] for name in ("specversion", "id", "source", "type", "subject", "time")}

    event = read(structured(json.dumps(told["data"]).encode(), headers))

    assert event.id == UUID(told["id"])
