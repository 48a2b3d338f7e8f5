"""Who is asking: the person behind the session cookie, read from the database at every request."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Final, cast
from uuid import UUID

from flask import Flask, Request, g, request
from flask_login import AnonymousUserMixin, LoginManager, current_user
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session
from werkzeug.exceptions import Unauthorized
from werkzeug.wrappers import Response

from schemas.clock import now, today
from schemas.settings import Settings, settings
from schemas.store import Organisation, Person, RoleOfPerson, WebSession, held, reading, sessions
from schemas.texts import Language
from schemas.tokens import hash_of
from schemas.words import OrganisationKind, Role

SEEN_AGAIN_AFTER: Final = timedelta(minutes=1)
LONGEST_AGENT: Final = 200


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A person who is signed in, as of this request."""

    is_authenticated: ClassVar[bool] = True
    is_active: ClassVar[bool] = True
    is_anonymous: ClassVar[bool] = False

    id: UUID
    name: str
    language: Language
    organisation: UUID
    organisation_name: str
    kind: OrganisationKind
    roles: frozenset[Role]
    session: str

    def get_id(self) -> str:
        """The id as flask-login wants it."""
        return str(self.id)

    def has(self, *roles: Role) -> bool:
        """Whether the person has one of these roles."""
        return not self.roles.isdisjoint(roles)


def know_visitors(app: Flask) -> None:
    """Let flask-login find who is asking by the session cookie; nothing about a person stands in a cookie."""
    manager = LoginManager()
    manager.session_protection = None
    manager.request_loader(_from_cookie)
    manager.init_app(app)


def visitor() -> SignedIn | None:
    """Who is asking; none when nobody is signed in."""
    return cast("SignedIn", current_user._get_current_object()) if current_user.is_authenticated else None


def me() -> SignedIn:
    """Who is asking, in a view for people who are signed in."""
    person = visitor()
    if person is None:
        raise Unauthorized
    return person


def know_nobody() -> None:
    """Answer this request as to a stranger, where asking who it is would fail again."""
    g._login_user = AnonymousUserMixin()


def begin_session(session: Session, person: UUID) -> str:
    """Start a session for a person under a new id, and give the secret for the cookie; only its hash is kept."""
    secret = secrets.token_urlsafe(32)
    session.execute(delete(WebSession).where(WebSession.ends_at < now()))
    session.add(
        WebSession(
            token_hash=hash_of(secret),
            person=person,
            created_at=now(),
            seen_at=now(),
            ends_at=now() + timedelta(hours=settings().session_hours),
            data={"agent": (request.user_agent.string or "")[:LONGEST_AGENT]},
        )
    )
    return secret


def end_session(session: Session, token_hash: str) -> None:
    """End one session; a cookie that somebody copied is worth nothing from then on."""
    session.execute(delete(WebSession).where(WebSession.token_hash == token_hash))


def end_sessions(session: Session, person: UUID) -> None:
    """End every session of a person: after a new password, other roles or closed access."""
    session.execute(delete(WebSession).where(WebSession.person == person))


def give_cookie(response: Response, secret: str) -> None:
    """Hand the session's secret to the browser, until the browser closes."""
    https = is_https(settings())
    response.set_cookie(cookie_name(settings()), secret, secure=https, httponly=True, samesite="Lax", path="/")


def take_cookie(response: Response) -> None:
    """Let the browser forget the session."""
    name, https = cookie_name(settings()), is_https(settings())
    response.delete_cookie(name, secure=https, httponly=True, samesite="Lax", path="/")


def cookie_name(settings: Settings, name: str = "ketenspiegel") -> str:
    """The name of a cookie: bound to the host where the site is on https."""
    return f"__Host-{name}" if is_https(settings) else name


def is_https(settings: Settings) -> bool:
    """Whether the site is reached over https."""
    return settings.base_url.startswith("https://")


def _from_cookie(asked: Request) -> SignedIn | None:
    secret = asked.cookies.get(cookie_name(settings()))
    if not secret:
        return None
    with reading() as session:
        found = _living_session(session, hash_of(secret), at=now())
        person = _signed_in(session, *found) if found else None
    if found and _counts_as_activity(asked) and found[0].seen_at < now() - SEEN_AGAIN_AFTER:
        _seen(found[0].token_hash)
    return person


def _living_session(
    session: Session, token_hash: str, *, at: datetime
) -> tuple[WebSession, Person, Organisation] | None:
    query = (
        select(WebSession, Person, Organisation)
        .join(Person, Person.id == WebSession.person)
        .join(Organisation, Organisation.id == Person.organisation)
        .where(
            WebSession.token_hash == token_hash,
            WebSession.ends_at > at,
            WebSession.seen_at > at - timedelta(minutes=settings().session_idle_minutes),
            Person.active.is_(True),
        )
        .order_by(WebSession.token_hash)
    )
    return session.execute(query).first()


def _signed_in(session: Session, web: WebSession, person: Person, organisation: Organisation) -> SignedIn:
    roles = session.scalars(select(RoleOfPerson.role).where(RoleOfPerson.person == person.id, held(today())))
    return SignedIn(
        id=person.id,
        name=person.name,
        language=person.language,
        organisation=organisation.id,
        organisation_name=organisation.name,
        kind=organisation.kind,
        roles=frozenset(roles),
        session=web.token_hash,
    )


def _counts_as_activity(asked: Request) -> bool:
    # A page that asks by itself for news must not keep a session alive that nobody uses.
    return asked.headers.get("X-Requested-With") != "fetch"


def _seen(token_hash: str) -> None:
    with sessions().begin() as session:
        session.execute(update(WebSession).where(WebSession.token_hash == token_hash).values(seen_at=now()))
