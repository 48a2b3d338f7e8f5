"""The mails of the demo, which go to a folder and not to people: the newest first, and one to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from portal.access import for_everyone
from schemas.settings import settings

LINK = re.compile(r"https?://[^\s<>\"]+")

mailbox = Blueprint("mailbox", __name__)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A mail as a person reads it."""

    name: str
    to: str
    subject: str
    sent: datetime | None
    text: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text as it is written, cut at its empty lines."""
        return tuple(part.strip("\n") for part in re.split(r"\n{2,}", self.text.replace("\r\n", "\n")) if part.strip())

    @property
    def links(self) -> tuple[str, ...]:
        """The paths on this site to which the mail points."""
        base = settings().base_url
        found = (link.rstrip(".,)") for link in LINK.findall(self.text))
        return tuple(dict.fromkeys(link.removeprefix(base) for link in found if link.startswith(f"{base}/")))


@mailbox.get("/demo/post")
@for_everyone
def letters() -> ResponseReturnValue:
    newest_first = sorted(_files(), key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)
    return render_template("pages/mailbox.html", letters=[_letter(file) for file in newest_first[:200]])


@mailbox.get("/demo/post/<name>")
@for_everyone
def letter(name: str) -> ResponseReturnValue:
    file = next((file for file in _files() if file.name == name), None)
    if file is None:
        abort(404)
    return render_template("pages/letter.html", letter=_letter(file))


def _files() -> list[Path]:
    folder = settings().mails
    return list(folder.glob("*.eml")) if folder and folder.is_dir() else []


def _letter(file: Path) -> Letter:
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain",))
    return Letter(
        name=file.name,
        to=str(message.get("To", "")),
        subject=str(message.get("Subject", "")),
        sent=parsedate_to_datetime(str(message["Date"])) if message["Date"] else None,
        text=body.get_content() if body else "",
    )
