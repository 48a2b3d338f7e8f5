"""What people change of their own account: name, language, password, and the sessions elsewhere."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.passwords import hashed, refuse_common
from portal.accounts.signing_in import confirm_password
from portal.accounts.tokens import spend_all
from portal.audit import Action, noted
from portal.visitor import SignedIn, begin_session, end_sessions
from schemas.clock import now
from schemas.settings import settings
from schemas.store import Person, WebSession, reading, sessions
from schemas.texts import Language


def change_profile(person: SignedIn, *, name: str, language: Language) -> None:
    """Keep a new name and language."""
    with sessions().begin() as session:
        kept = session.get_one(Person, person.id)
        kept.name, kept.language = name, language
        noted(session, Action.PROFILE_CHANGED, f"person/{person.id}")


def change_language(person: SignedIn, language: Language) -> None:
    """Keep a new language."""
    with sessions().begin() as session:
        session.get_one(Person, person.id).language = language


def change_password(person: SignedIn, *, present: str, password: str) -> str:
    """Keep a new password; every session ends and every open link is spent. Gives the secret of a new session."""
    confirm_password(person, present, field="huidig")
    refuse_common(password, email=email_of(person))
    kept = hashed(password)
    with sessions().begin() as session:
        row = session.get_one(Person, person.id)
        row.password_hash = kept
        spend_all(session, row)
        noted(session, Action.PASSWORD_CHANGED, f"person/{person.id}")
        return _only_session(session, person)


def end_other_sessions(person: SignedIn) -> str:
    """End the person's sessions on every other device. Gives the secret of a new session here."""
    with sessions().begin() as session:
        noted(session, Action.SESSIONS_ENDED, f"person/{person.id}")
        return _only_session(session, person)


def sessions_of(person: SignedIn) -> tuple[WebSession, ...]:
    """The sessions of a person that are open now, newest first."""
    idle = now() - timedelta(minutes=settings().session_idle_minutes)
    query = (
        select(WebSession)
        .where(WebSession.person == person.id, WebSession.ends_at > now(), WebSession.seen_at > idle)
        .order_by(WebSession.created_at.desc(), WebSession.token_hash)
    )
    with reading() as session:
        return tuple(session.scalars(query))


def email_of(person: SignedIn) -> str:
    """The address with which a person signs in."""
    with reading() as session:
        return session.get_one(Person, person.id).email


def _only_session(session: Session, person: SignedIn) -> str:
    end_sessions(session, person.id)
    return begin_session(session, person.id)
