"""The last days of a digest as a calendar file (RFC 5545): whole days, under names that stay, so that a day that moves moves there too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import uuid5

from schemas.letters.texts import Texts
from schemas.reminding.duties import DUTIES
from schemas.reminding.marks import OURS
from schemas.reminding.planning import Due
from schemas.reminding.steps import Rung
from schemas.reminding.words import named, page_of, words_of
from workers.reminding.digests import Digest

FILE_NAME: Final = "termijnen.ics"
MEDIA_TYPE: Final = "text/calendar"
LONGEST: Final = 75


def calendar_of(digest: Digest, *, at: datetime, base_url: str, domain: str, texts: Texts) -> bytes:
    """The calendar file of a digest."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ketenspiegel//Termijnen//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for one in digest.items for line in _event(one, at=at, base_url=base_url, domain=domain, texts=texts)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _event(due: Due, *, at: datetime, base_url: str, domain: str, texts: Texts) -> Iterator[str]:
    one, language = due.one, due.reader.language
    duty = DUTIES[one.kind]
    name = duty.deed if due.rung is Rung.ACTOR else duty.name
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(OURS, f'day {one.kind} {one.subject} {due.reader.whom}')}@{domain}"
    yield f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    # A later mail takes the place of an earlier one in the reader's calendar.
    yield f"SEQUENCE:{(at.date() - date(2020, 1, 1)).days}"
    yield f"DTSTART;VALUE=DATE:{one.due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{one.due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{name.in_(language)}: {named(one, language)}')}"
    yield f"DESCRIPTION:{escaped(words_of(one, due.rung, language, today=one.due, texts=texts).first_line)}"
    if one.asked is None:
        yield f"URL:{base_url}{page_of(one, due.rung)}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as a value of the calendar: its signs of structure are escaped, a line break is written out."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded(line: str) -> str:
    """A line of at most 75 octets; what is longer goes on in a next one, never in the middle of a sign."""
    if line.isascii() and len(line) <= LONGEST:
        return line
    parts, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST:
            parts.append("")
            size = 1
        parts[-1] += sign
        size += octets
    return "\r\n ".join(parts)
