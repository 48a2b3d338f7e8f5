"""A digest as a mail in the file store, with all that makes it the same mail on a repeat."""

from __future__ import annotations

from datetime import datetime

from schemas.letters.texts import Texts
from schemas.reminding.marks import REMINDER
from schemas.settings import settings
from schemas.store import files
from workers.mail.message import mail_of
from workers.reminding.digests import Digest
from workers.reminding.invites import calendar_of
from workers.reminding.letters import letter_of


def kept_mail(digest: Digest, at: datetime, texts: Texts) -> str:
    """Keep the mail of a digest in the file store; gives its sha256."""
    mail = mail_of(
        letter_of(digest, base_url=settings().base_url, texts=texts),
        sender=settings().mail_from,
        recipient=digest.reader.email,
        identity=identity_of(digest),
        at=at,
        language=digest.reader.language,
        content=lambda _: calendar_of(digest, at=at, base_url=settings().base_url, domain=_domain(), texts=texts),
    )
    return files().keep_bytes(mail.as_bytes()).sha256


def identity_of(digest: Digest) -> str:
    """The Message-ID: the same on a repeat, so that who receives it twice sees one mail."""
    return f"<{REMINDER}.{digest.id}@{_domain()}>"


def _domain() -> str:
    return settings().mail_from.rpartition("@")[2] or "localhost"
