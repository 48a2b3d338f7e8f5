"""Signing in and out, and saying the password again before something that counts."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.limits import attempt, succeeded
from portal.accounts.passwords import hashed, is_outdated, is_right
from portal.audit import Action, noted, noted_alone
from portal.refusals import Refused
from portal.visitor import SignedIn, begin_session, end_session
from schemas.store import Person, reading, sessions
from schemas.web import Said
from schemas.words import AttemptKind

NOT_RIGHT: Final = Said(
    "E-mailadres of wachtwoord klopt niet. Controleer beide, of vraag een nieuw wachtwoord aan.",
    "The e-mail address or the password is wrong. Check both, or ask for a new password.",
)
PASSWORD_NOT_RIGHT: Final = Said("Dit wachtwoord klopt niet.", "This password is wrong.")


def sign_in(*, email: str, password: str, present: SignedIn | None) -> str:
    """Start a session and give the cookie's secret; one refusal for every reason, after the same work."""
    tried = attempt(AttemptKind.LOGIN, email)
    person = _person(email)
    right = is_right(password, person.password_hash if person else None)
    if person is None or not right or not person.active:
        noted_alone(Action.SIGN_IN_REFUSED, f"person/{person.id}" if person else "person/unknown", result="refused")
        raise Refused(NOT_RIGHT, field="e-mail")
    with sessions().begin() as session:
        succeeded(session, tried)
        _keep_up_to_date(session, person, password)
        if present:
            end_session(session, present.session)
        noted(session, Action.SIGNED_IN, f"person/{person.id}", actor=person.id)
        return begin_session(session, person.id)


def sign_out(person: SignedIn) -> None:
    """End the session on the server."""
    with sessions().begin() as session:
        end_session(session, person.session)
        noted(session, Action.SIGNED_OUT, f"person/{person.id}")


def confirm_password(person: SignedIn, password: str, *, field: str = "wachtwoord") -> None:
    """Refuse to go on unless this is the person's password; call it outside a transaction, before signing or deciding."""
    tried = attempt(AttemptKind.REAUTHENTICATION, str(person.id))
    with reading() as session:
        kept = session.get_one(Person, person.id).password_hash
    if not is_right(password, kept):
        noted_alone(Action.PASSWORD_REFUSED, f"person/{person.id}", result="refused")
        raise Refused(PASSWORD_NOT_RIGHT, field=field)
    with sessions().begin() as session:
        succeeded(session, tried)
        noted(session, Action.PASSWORD_CONFIRMED, f"person/{person.id}")


def _person(email: str) -> Person | None:
    with reading() as session:
        return session.scalars(select(Person).where(Person.email == email).order_by(Person.id)).first()


def _keep_up_to_date(session: Session, person: Person, password: str) -> None:
    if person.password_hash and is_outdated(person.password_hash):
        session.get_one(Person, person.id).password_hash = hashed(password)
