"""Tables of organisations, the people in them, what they may do, and how they come in. Written by the portal."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Index, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from schemas.store.shapes import SHA256, JsonObject, Table, Writer, to, written_by
from schemas.texts import Language
from schemas.words import AttemptKind, OrganisationKind, Role, TokenKind

BY_PORTAL = written_by(Writer.PORTAL)


class Organisation(Table):
    """A granting authority, a holder of concessions or a supplier in a chain; one that ended lets nobody in."""

    __tablename__ = "organisations"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    kind: Mapped[OrganisationKind]
    name: Mapped[str]
    kvk: Mapped[str | None] = mapped_column(String(8))
    language: Mapped[Language] = mapped_column(default=Language.NL)
    ended_at: Mapped[datetime | None]


class Person(Table):
    """Somebody who logs in. ``email`` is kept casefolded; ``password_hash`` is empty until the invitation is used."""

    __tablename__ = "people"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    organisation: Mapped[UUID] = mapped_column(to("organisations.id"), index=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    language: Mapped[Language] = mapped_column(default=Language.NL)
    password_hash: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    invited_at: Mapped[datetime | None]


class RoleOfPerson(Table):
    """A role that a person has in the own organisation: from ``starts`` and until ``ends``, both included, where they are."""

    __tablename__ = "roles"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    person: Mapped[UUID] = mapped_column(to("people.id"), primary_key=True)
    role: Mapped[Role] = mapped_column(primary_key=True)
    starts: Mapped[date | None]
    ends: Mapped[date | None]


def held(on: date) -> ColumnElement[bool]:
    """Whether a role is held on a day; whoever asks who may or must do something asks this too."""
    begun = RoleOfPerson.starts.is_(None) | (RoleOfPerson.starts <= on)
    return begun & (RoleOfPerson.ends.is_(None) | (RoleOfPerson.ends >= on))


def holds(session: Session, person: UUID, role: Role, *, on: date) -> bool:
    """Whether somebody holds a role on a day."""
    query = select(RoleOfPerson.person).where(RoleOfPerson.person == person, RoleOfPerson.role == role, held(on))
    return session.scalars(query.order_by(RoleOfPerson.person)).first() is not None


class WebSession(Table):
    """A browser that is logged in, kept on the server; ``token_hash`` is the SHA-256 of what stands in the cookie."""

    __tablename__ = "web_sessions"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    token_hash: Mapped[str] = mapped_column(SHA256, primary_key=True)
    person: Mapped[UUID | None] = mapped_column(to("people.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ends_at: Mapped[datetime] = mapped_column(index=True)
    data: Mapped[JsonObject] = mapped_column(default=dict)


class Token(Table):
    """An invitation or a password reset: single use, and only the hash of its secret is kept (see schemas.tokens)."""

    __tablename__ = "tokens"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    kind: Mapped[TokenKind]
    hash: Mapped[str] = mapped_column(SHA256, unique=True)
    person: Mapped[UUID] = mapped_column(to("people.id"), index=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class LoginAttempt(Table):
    """An attempt to come in, for the limits; the account is kept as the SHA-256 of its casefolded address."""

    __tablename__ = "login_attempts"
    __table_args__ = (
        Index("ix_login_attempts_account_at", "account_hash", "at"),
        Index("ix_login_attempts_address_at", "address", "at"),
        {"info": BY_PORTAL},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    kind: Mapped[AttemptKind]
    account_hash: Mapped[str] = mapped_column(SHA256)
    address: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(index=True)
    succeeded: Mapped[bool]
