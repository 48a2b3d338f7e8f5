"""The envelope of an event: CloudEvents 1.0 in structured mode, by the NL GOV profile; and how one is read back."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from schemas.events.event import Event

CONTENT_TYPE: Final = "application/cloudevents+json"
MOST_BYTES: Final = 64 * 1024
MOST_PLACES: Final = 5
LONGEST_PLACE: Final = 60
SYSTEM: Final = "ketenspiegel"


class UnreadableEvent(Exception):
    """Bytes that are no event of ours; ``reason`` is a short code, the message tells more."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class Envelope(BaseModel):
    """The eight fields of CloudEvents that we use."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    specversion: Literal["1.0"] = "1.0"
    id: UUID
    source: Annotated[str, Field(pattern=r"^urn:nld:oin:\d{20}:systeem:[a-z]+$")]
    type: Annotated[str, Field(pattern=r"^nl(\.[a-z0-9-]+)+\.v\d+$")]
    subject: Annotated[str, Field(min_length=1, max_length=200)]
    time: Annotated[datetime, AwareDatetime]
    datacontenttype: Literal["application/json"] = "application/json"
    data: dict[str, JsonValue]


def source_of(oin: str) -> str:
    """The source of our events: the organisation's OIN, and this system."""
    return f"urn:nld:oin:{oin}:systeem:{SYSTEM}"


def write(event: Event, *, source: str) -> bytes:
    """The event in its envelope as UTF-8 JSON: these very bytes are stored, sent and parked."""
    envelope = Envelope(
        id=event.id,
        source=source,
        type=event.TYPE,
        subject=event.subject,
        time=event.at,
        data=event.model_dump(mode="json", exclude={"id", "at"}),
    )
    body = envelope.model_dump_json().encode()
    if len(body) > MOST_BYTES:
        msg = f"{event.TYPE} is {len(body)} bytes; an event is at most {MOST_BYTES}."
        raise ValueError(msg)
    return body


def unpack(body: bytes, known: Mapping[str, type[Event]]) -> Event:
    """The event in the bytes; raises :class:`UnreadableEvent` with the reason where there is none."""
    if len(body) > MOST_BYTES:
        raise UnreadableEvent("too_large", f"{len(body)} bytes; an event is at most {MOST_BYTES}.")
    envelope = _envelope(body)
    if envelope.type not in known:
        raise UnreadableEvent("unknown_type", f"No event is agreed as {envelope.type}.")
    try:
        return _event(envelope, known[envelope.type])
    except ValidationError as error:
        raise UnreadableEvent("other_shape", _faults(error)) from error


def structured(body: bytes, headers: Mapping[str, str]) -> bytes:
    """A message in structured mode: binary mode (attributes in ``ce_`` headers) is put in an envelope first."""
    attributes = {name.lower()[3:]: value for name, value in headers.items() if name.lower().startswith("ce_")}
    if "specversion" not in attributes:
        return body
    try:
        data = json.loads(body)
    except ValueError as error:
        raise UnreadableEvent("not_json", "The data of a message in binary mode is not JSON.") from error
    return json.dumps({**attributes, "datacontenttype": "application/json", "data": data}).encode()


def _envelope(body: bytes) -> Envelope:
    try:
        json.loads(body)
    except ValueError as error:
        raise UnreadableEvent("not_json", "The message is not JSON in UTF-8.") from error
    try:
        return Envelope.model_validate_json(body)
    except ValidationError as error:
        raise UnreadableEvent("no_envelope", _faults(error)) from error


def _event(envelope: Envelope, shape: type[Event]) -> Event:
    told = {**envelope.data, "id": str(envelope.id), "at": envelope.time.isoformat()}
    return shape.model_validate_json(json.dumps(told))


def _faults(error: ValidationError) -> str:
    """Where it differs and how, without the values and at no length: a parked event is shown to people."""
    places = [f"{'.'.join(map(str, fault['loc']))[:LONGEST_PLACE]} ({fault['type']})" for fault in error.errors()]
    more = len(places) - MOST_PLACES
    return f"Not as agreed: {', '.join(places[:MOST_PLACES])}{f' and {more} more' if more > 0 else ''}."
