"""What happened to one's reports since one's last visit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action
from portal.extensions import extensions_of
from portal.filters import date_long
from portal.hearings import hearings_of
from portal.holder.about import About
from portal.holder.conversations import Conversations, message_words
from portal.holder.sentences import points
from portal.visitor import SignedIn
from schemas.store import Audit, Check, Document, Person, Review, Signature, Version, among
from schemas.words import DocumentKind

MOST: Final = 12


@dataclass(frozen=True, kw_only=True)
class News:
    """One thing that happened."""

    at: datetime
    concession: str
    text: str
    href: str


def last_visit(session: Session, person: SignedIn) -> datetime | None:
    """When a person signed in the time before this one; none at the first visit."""
    query = (
        select(Audit.at)
        .where(Audit.actor == f"person/{person.id}", Audit.action == Action.SIGNED_IN, Audit.result == "ok")
        .order_by(Audit.n.desc())
        .offset(1)
        .limit(1)
    )
    return session.scalars(query).first()


def news_since(
    session: Session, person: SignedIn, known: list[About], talks: Mapping[UUID, Conversations], since: datetime
) -> list[News]:
    """What happened since a moment, the newest first, without what the reader did."""
    by_report = {one.report.id: one for one in known}
    told = [
        *_uploads(session, person, by_report, since),
        *_messages(person, by_report, talks, since),
        *_hearings(session, by_report, since),
        *_extensions(session, by_report, since),
        *_checks(session, by_report, since),
        *_stops(known, since),
        *_signatures(session, by_report, since),
        *_reviews(session, by_report, since),
        *_documents(session, by_report, since),
    ]
    return sorted(told, key=lambda one: one.at, reverse=True)[:MOST]


def _uploads(session: Session, person: SignedIn, known: dict[UUID, About], since: datetime) -> Iterator[News]:
    query = (
        select(Version, Person.name)
        .join(Person, Person.id == Version.by)
        .where(among(Version.report, known), Version.created_at > since, Version.by != person.id)
        .order_by(Version.created_at)
    )
    for version, name in session.execute(query):
        text = _("%(name)s uploadde versie %(number)s.", name=name, number=version.number)
        href = url_for("holder.check_page", report=version.report, number=version.number)
        yield News(at=version.created_at, concession=known[version.report].concession.name, text=text, href=href)


def _messages(
    person: SignedIn, known: dict[UUID, About], talks: Mapping[UUID, Conversations], since: datetime
) -> Iterator[News]:
    """What the province asked or closed; that a colleague answered."""
    for report, conversations in talks.items():
        for one in conversations.lines:
            for said in (said for said in one.messages if said.at > since and said.by != person.id):
                href = url_for("conversations.conversation_page", report=report, conversation=one.id)
                text = message_words(said.kind, one.place)
                yield News(at=said.at, concession=known[report].concession.name, text=text, href=href)


def _hearings(session: Session, known: dict[UUID, About], since: datetime) -> Iterator[News]:
    for one in (one for one in hearings_of(session, known) if one.at > since):
        text = _("Voornemen aangekondigd om versie %(number)s terug te sturen.", number=one.number)
        href = url_for("holder.view_page", report=one.report)
        yield News(at=one.at, concession=known[one.report].concession.name, text=text, href=href)


def _extensions(session: Session, known: dict[UUID, About], since: datetime) -> Iterator[News]:
    for one in extensions_of(session, known):
        if one.answer and one.answer.at > since:
            granted = one.answer.until
            said = _("Uitstel gegeven tot en met %(day)s", day=date_long(granted)) if granted else ""
            href = url_for("holder.extension_page", report=one.report)
            text = said or _("Uitstel niet gegeven")
            yield News(at=one.answer.at, concession=known[one.report].concession.name, text=text, href=href)


def _checks(session: Session, known: dict[UUID, About], since: datetime) -> Iterator[News]:
    query = (
        select(Version, Check)
        .join(Check, Check.version == Version.id)
        .where(among(Version.report, known), Version.rehearsal.is_(False), Check.at > since)
        .order_by(Check.at)
    )
    for version, check in session.execute(query):
        text = _checked(version.number, check)
        href = url_for("holder.check_page", report=version.report, number=version.number)
        yield News(at=check.at, concession=known[version.report].concession.name, text=text, href=href)


def _checked(number: int, check: Check) -> str:
    if check.unreadable_nl is not None:
        return str(_("Versie %(number)s kon niet worden gelezen.", number=number))
    found = points(check.errors, check.warnings)
    return str(_("Versie %(number)s is gecontroleerd: %(points)s.", number=number, points=found))


def _stops(known: list[About], since: datetime) -> Iterator[News]:
    for one in known:
        for version in one.facts.versions:
            if version.given_up_at and version.given_up and version.given_up_at > since:
                href = url_for("holder.check_page", report=one.report.id, number=version.number)
                text = _("De controle van versie %(number)s is gestopt.", number=version.number)
                yield News(at=version.given_up_at, concession=one.concession.name, text=text, href=href)


def _signatures(session: Session, known: dict[UUID, About], since: datetime) -> Iterator[News]:
    query = (
        select(Version, Signature, Person.name)
        .join(Signature, Signature.version == Version.id)
        .join(Person, Person.id == Signature.by)
        .where(among(Version.report, known), Signature.at > since)
        .order_by(Signature.at)
    )
    for version, signature, name in session.execute(query):
        text = _("%(name)s diende versie %(number)s in.", name=name, number=version.number)
        href = url_for("holder.receipt_page", report=version.report, signature=signature.id)
        yield News(at=signature.at, concession=known[version.report].concession.name, text=text, href=href)


def _reviews(session: Session, known: dict[UUID, About], since: datetime) -> Iterator[News]:
    query = (
        select(Version, Review.begun_at)
        .join(Review, Review.version == Version.id)
        .where(among(Version.report, known), Review.begun_at > since)
        .order_by(Review.begun_at)
    )
    for version, at in session.execute(query):
        text = _("De provincie begon met het beoordelen van versie %(number)s.", number=version.number)
        href = url_for("holder.report_page", report=version.report)
        yield News(at=at, concession=known[version.report].concession.name, text=text, href=href)


def _documents(session: Session, known: dict[UUID, About], since: datetime) -> Iterator[News]:
    query = (
        select(Document.report, Document.made_at)
        .where(
            among(Document.report, known),
            Document.kind == DocumentKind.COMPLIANCE_REPORT,
            Document.made_at > since,
        )
        .order_by(Document.report, Document.made_at)
    )
    for report, at in dict(session.execute(query).all()).items():
        href = f"{url_for('holder.report_page', report=report)}#documenten"
        yield News(
            at=at, concession=known[report].concession.name, text=_("Er is een nieuw nalevingsrapport."), href=href
        )
