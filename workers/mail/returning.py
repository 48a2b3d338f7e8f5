"""What a mail server tells of a mail that it could not deliver (RFC 3464): which mail, for good or for now, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string
from email.message import Message
from typing import Final
from uuid import UUID

from schemas.words import ReturnKind

LONGEST_REASON: Final = 300
RETURNED_WHOLE: Final = frozenset({"message/rfc822", "message/global"})
RETURNED_HEADERS: Final = frozenset({"text/rfc822-headers", "message/global-headers"})
ADDRESSED: Final = ("To", "Delivered-To", "X-Original-To", "Envelope-To")
OF_A_MAIL: Final = re.compile(r"\+([0-9a-f]{32})@")
PROTOCOL: Final = re.compile(r"^\s*[\w-]+\s*;\s*")


@dataclass(frozen=True, kw_only=True)
class Return:
    """One message of a server; ``mail`` is known where it came to an address of that mail alone."""

    kind: ReturnKind
    status: str = ""
    reason: str
    message_id: str = ""
    mail: UUID | None = None


def back_to(address: str, mail: UUID) -> str:
    """The address to which servers return this mail alone: terug+<mail>@…; nothing where none is set."""
    name, _, domain = address.rpartition("@")
    return f"{name}+{mail.hex}@{domain}" if name else ""


def return_in(body: bytes) -> Return:
    """Read a message that came back; what tells nothing of a delivery is set aside, with the reason."""
    message = message_from_bytes(body)
    parts = list(message.walk())
    told = _told_of(parts)
    original = _original(parts)
    mail = _mail_in(_addresses(message, original))
    if told is None:
        return Return(kind=ReturnKind.SET_ASIDE, reason="no delivery status", mail=mail)
    return Return(
        kind=ReturnKind.REFUSED if _word(told, "Action") == "failed" else ReturnKind.NOTED,
        status=_word(told, "Status")[:20],
        reason=_reason(told),
        message_id=_line(original, "Message-ID") if original else "",
        mail=mail,
    )


def _told_of(parts: Iterable[Message]) -> Message | None:
    """What is told of the recipient: a failure before a delay. Each of our mails has one recipient."""
    groups = [
        group for part in parts if part.get_content_type() == "message/delivery-status" for group in _groups(part)
    ]
    failed = [group for group in groups if _word(group, "Action") == "failed"]
    return next(iter(failed + groups), None)


def _groups(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (group for group in payload if isinstance(group, Message) and group["Action"])


def _original(parts: Iterable[Message]) -> Message | None:
    for part in parts:
        payload = part.get_payload()
        if part.get_content_type() in RETURNED_WHOLE and isinstance(payload, list) and payload:
            return payload[0] if isinstance(payload[0], Message) else None
        if part.get_content_type() in RETURNED_HEADERS:
            return message_from_string(_text(part))
    return None


def _text(part: Message) -> str:
    body = part.get_payload(decode=True)
    return body.decode("utf-8", "replace") if isinstance(body, bytes) else ""


def _addresses(message: Message, original: Message | None) -> Iterator[str]:
    yield from (str(value) for name in ADDRESSED for value in message.get_all(name, []))
    if original:
        yield from (str(value) for value in original.get_all("Return-Path", []))


def _mail_in(addresses: Iterable[str]) -> UUID | None:
    found = (OF_A_MAIL.search(address) for address in addresses)
    return next((UUID(one.group(1)) for one in found if one), None)


def _reason(told: Message) -> str:
    said = PROTOCOL.sub("", _line(told, "Diagnostic-Code"), count=1)
    return said[:LONGEST_REASON] or _word(told, "Status") or _word(told, "Action")


def _word(message: Message, name: str) -> str:
    return (_line(message, name).split() or [""])[0].lower()


def _line(message: Message, name: str) -> str:
    """A header as one line: folded ones are joined, and what no header may hold is left out."""
    words = " ".join(str(message.get(name, "")).split())
    return "".join(sign for sign in words if sign.isprintable())
