"""The audit: a row per thing that somebody did, chained by hashes so that a change afterwards shows."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pydantic import JsonValue
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.store.messages import Audit

BEGINNING: Final = "0" * 64
AUDIT_LOCK: Final = 7_226_001
NOTHING_MORE: Final[Mapping[str, JsonValue]] = {}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is hashed of a row in the audit."""

    n: int
    at: datetime
    actor: str
    action: str
    subject: str
    result: str
    details: dict[str, JsonValue]
    previous_hash: str


def note(
    session: Session,
    *,
    actor: str,
    action: str,
    subject: str,
    result: str = "ok",
    details: Mapping[str, JsonValue] = NOTHING_MORE,
) -> None:
    """Add a row to the audit, in the transaction of the thing itself. No contents, passwords or tokens in details."""
    _one_at_a_time(session)
    last = session.scalars(select(Audit).order_by(Audit.n.desc()).limit(1)).first()
    told = Entry(
        n=last.n + 1 if last else 1,
        at=now(),
        actor=actor,
        action=action,
        subject=subject,
        result=result,
        details=dict(details),
        previous_hash=last.hash if last else BEGINNING,
    )
    session.add(Audit(**vars(told), hash=hash_of(told)))
    session.flush()


def first_broken_row(session: Session) -> int | None:
    """The number of the first row whose hash or place in the chain is wrong; none when the whole chain is right."""
    previous, expected_n = BEGINNING, 1
    for row in _in_order(session):
        if row.n != expected_n or row.previous_hash != previous or row.hash != hash_of(row):
            return row.n
        previous, expected_n = row.hash, row.n + 1
    return None


def hash_of(row: Entry | Audit) -> str:
    """SHA-256 over the previous hash and the row as canonical JSON."""
    told = {
        "n": row.n,
        "at": row.at.isoformat(timespec="microseconds"),
        "actor": row.actor,
        "action": row.action,
        "subject": row.subject,
        "result": row.result,
        "details": row.details,
    }
    canonical = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256((row.previous_hash + canonical).encode()).hexdigest()


def _in_order(session: Session) -> Iterator[Audit]:
    return iter(session.scalars(select(Audit).order_by(Audit.n).execution_options(yield_per=1000)))


def _one_at_a_time(session: Session) -> None:
    # SQLite has one writer by itself; on PostgreSQL two transactions could otherwise chain to the same row.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(AUDIT_LOCK)))
