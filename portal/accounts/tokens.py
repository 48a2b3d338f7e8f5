"""The links of invitations and resets: made as a row and an event, mailed by a worker, used once."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal.accounts.limits import attempt
from portal.accounts.passwords import hashed, refuse_common
from portal.audit import Action, noted
from portal.refusals import Refused
from portal.visitor import end_sessions
from schemas.clock import now
from schemas.events import PasswordResetAsked, PersonInvited
from schemas.settings import settings
from schemas.store import Person, Token, reading, sessions, tell
from schemas.tokens import hash_of, secret_of
from schemas.web import Said
from schemas.words import AttemptKind, TokenKind

LINK_IS_SPENT: Final = Said(
    "Deze link is al gebruikt of verlopen. Vraag een nieuwe aan.",
    "This link was used or has expired. Ask for a new one.",
)


def ask_reset(email: str) -> None:
    """Have a reset link mailed when the account exists and is open; nobody who asks learns whether it is."""
    attempt(AttemptKind.RESET, email)
    with sessions().begin() as session:
        person = session.scalars(select(Person).where(Person.email == email).order_by(Person.id)).first()
        if person is None or not person.active or person.password_hash is None:
            noted(session, Action.RESET_ASKED, "person/unknown", result="refused")
            return
        token = _issue(session, person, TokenKind.RESET, timedelta(minutes=settings().reset_minutes))
        tell(session, PasswordResetAsked(person=person.id, token=token.id))
        noted(session, Action.RESET_ASKED, f"person/{person.id}")


def invite(session: Session, person: Person) -> None:
    """Have an invitation mailed to somebody; an earlier one is spent."""
    token = _issue(session, person, TokenKind.INVITE, timedelta(days=settings().invite_days))
    tell(session, PersonInvited(person=person.id, token=token.id))


def holder_of(secret: str, kind: TokenKind) -> Person | None:
    """Whose link this is, as long as it works."""
    with reading() as session:
        found = _living(session, secret, kind)
        return found[1] if found else None


def use(secret: str, kind: TokenKind, password: str) -> None:
    """Set the password by a link: the link is spent, and every session of the person ends."""
    person = holder_of(secret, kind)
    if person is None:
        raise Refused(LINK_IS_SPENT)
    refuse_common(password, email=person.email)
    kept = hashed(password)
    with sessions().begin() as session:
        _spend(session, secret, kind)
        session.get_one(Person, person.id).password_hash = kept
        end_sessions(session, person.id)
        action = Action.INVITATION_USED if kind is TokenKind.INVITE else Action.PASSWORD_CHANGED
        noted(session, action, f"person/{person.id}", actor=person.id)


def _issue(session: Session, person: Person, kind: TokenKind, lifetime: timedelta) -> Token:
    spend_all(session, person, kind)
    token_id = uuid4()
    token = Token(
        id=token_id,
        kind=kind,
        hash=hash_of(secret_of(token_id, settings().secret)),
        person=person.id,
        expires_at=now() + lifetime,
    )
    session.add(token)
    return token


def spend_all(session: Session, person: Person, *kinds: TokenKind) -> None:
    """Make every open link of a person useless."""
    session.execute(
        update(Token)
        .where(Token.person == person.id, Token.kind.in_(kinds or tuple(TokenKind)), Token.used_at.is_(None))
        .values(used_at=now())
    )


def _living(session: Session, secret: str, kind: TokenKind) -> tuple[Token, Person] | None:
    query = (
        select(Token, Person)
        .join(Person, Person.id == Token.person)
        .where(
            Token.hash == hash_of(secret),
            Token.kind == kind,
            Token.used_at.is_(None),
            Token.expires_at > now(),
            Person.active.is_(True),
        )
        .order_by(Token.id)
    )
    return session.execute(query).first()


def _spend(session: Session, secret: str, kind: TokenKind) -> None:
    found = _living(session, secret, kind)
    if found is None:
        raise Refused(LINK_IS_SPENT)
    # Of two who use one link at the same moment, the second finds it spent.
    spent = session.scalars(
        update(Token).where(Token.id == found[0].id, Token.used_at.is_(None)).values(used_at=now()).returning(Token.id)
    ).all()
    if not spent:
        raise Refused(LINK_IS_SPENT)
    spend_all(session, found[1])
