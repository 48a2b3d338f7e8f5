"""The names by which a step and a day's mail are known: the same facts give the same id, so that neither comes twice."""

from __future__ import annotations

import hmac
import re
from datetime import date
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid5

from schemas.reminding.steps import DutyKind
from schemas.tokens import secret_of

OURS: Final = UUID("5c1f6a52-6f0c-4b51-9b0e-0d6d7c1f7a33")
REMINDER: Final = "reminder"
# Where the secret of a supplier's link, and that of "not for me", come when a mail is posted: neither is ever at rest.
LINK_HERE: Final = "%%link:{id}%%"
LINK: Final = re.compile(r"%%link:([0-9a-f-]{36})%%")
NOT_ME_HERE: Final = "%%niet-voor-mij%%"
MARK: Final = re.compile("%{2,}")


def step_id(kind: DutyKind, subject: UUID, whom: str, step: str, due: date, *, withdrawn_before: int = 0) -> UUID:
    """The id of one step of one duty to one reader; each time that it was withdrawn before it left, it gets another."""
    anew = f" {withdrawn_before}" if withdrawn_before else ""
    return uuid5(OURS, f"step {kind} {subject} {whom} {step} {due}{anew}")


def mail_id(whom: str, day: date) -> UUID:
    """The id of all that a reader is reminded of on one day: one mail."""
    return uuid5(OURS, f"mail {whom} {day}")


def not_me_secret(mail: UUID, secret_key: str) -> str:
    """What stands in the link "this is not for me" of one mail: it opens nothing else."""
    return hmac.new(secret_key.encode(), b"not-for-me:" + mail.bytes, sha256).hexdigest()


def is_not_me_secret(given: str, mail: UUID, secret_key: str) -> bool:
    """Whether a secret is that of this mail."""
    return hmac.compare_digest(given.encode(), not_me_secret(mail, secret_key).encode())


def with_secrets(text: str, mail: UUID, secret_key: str) -> str:
    """The text of a mail as it is posted: with the secrets in its links."""
    linked = LINK.sub(lambda found: secret_of(UUID(found[1]), secret_key), text)
    return linked.replace(NOT_ME_HERE, not_me_secret(mail, secret_key))


def without_marks(text: str) -> str:
    """A text that somebody typed, on one line: it can ask for no secret, and adds no header to a mail."""
    return " ".join(MARK.sub("%", text).split())
