"""How often may be tried to come in: per account, per address and in all, counted in the database; it passes by itself."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from flask import request
from sqlalchemy import ColumnElement, delete, func, select, true, update
from sqlalchemy.orm import Session

from portal.refusals import TooManyAttempts
from schemas.clock import now
from schemas.settings import settings
from schemas.store import LoginAttempt, sessions
from schemas.words import AttemptKind

KEPT: Final = timedelta(days=1)
ATTEMPT_LOCK: Final = 7_226_005


def attempt(kind: AttemptKind, account: str) -> UUID:
    """Count an attempt before it is made, so that a hundred at once are a hundred; raises :class:`TooManyAttempts`."""
    at, tried = now(), uuid4()
    with sessions().begin() as session:
        _one_at_a_time(session)
        session.execute(delete(LoginAttempt).where(LoginAttempt.at < at - KEPT))
        _refuse_too_many(session, kind, account, at=at)
        session.add(
            LoginAttempt(
                id=tried, kind=kind, account_hash=account_hash(account), address=_address(), at=at, succeeded=False
            )
        )
    return tried


def succeeded(session: Session, tried: UUID) -> None:
    """An attempt that succeeded no longer counts."""
    session.execute(update(LoginAttempt).where(LoginAttempt.id == tried).values(succeeded=True))


def account_hash(account: str) -> str:
    """How an account is kept in the list of attempts, whether it exists or not."""
    return hashlib.sha256(account.casefold().encode()).hexdigest()


def _refuse_too_many(session: Session, kind: AttemptKind, account: str, *, at: datetime) -> None:
    window = timedelta(minutes=settings().login_window_minutes)
    freeing = [_at_of_nth(session, kind, whose, most, since=at - window) for whose, most in _limits(kind, account)]
    if latest := max((moment for moment in freeing if moment), default=None):
        raise TooManyAttempts(retry_after=int((latest + window - at).total_seconds()) + 1)


def _limits(kind: AttemptKind, account: str) -> tuple[tuple[ColumnElement[bool], int], ...]:
    """Whose attempts count together, and how many there may be; nobody's account is tried with a document."""
    here = LoginAttempt.address == _address()
    if kind is AttemptKind.DOCUMENT:
        return ((here, settings().document_checks_per_address),)
    return (
        (LoginAttempt.account_hash == account_hash(account), settings().login_attempts_per_account),
        (here, settings().login_attempts_per_address),
        (true(), settings().login_attempts_in_all),
    )


def _at_of_nth(
    session: Session, kind: AttemptKind, whose: ColumnElement[bool], most: int, *, since: datetime
) -> datetime | None:
    """When the attempt was made that has to pass before there is room again; none while there is."""
    query = (
        select(LoginAttempt.at)
        .where(LoginAttempt.kind == kind, LoginAttempt.succeeded.is_(False), LoginAttempt.at > since, whose)
        .order_by(LoginAttempt.at.desc())
        .offset(most - 1)
        .limit(1)
    )
    return session.scalars(query).first()


def _one_at_a_time(session: Session) -> None:
    # SQLite has one writer by itself; on PostgreSQL attempts at the same moment would not see each other.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(ATTEMPT_LOCK)))


def _address() -> str:
    return (request.remote_addr or "unknown")[:64]
