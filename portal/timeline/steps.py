"""The steps of a report, from the duty that opened to what was said last; drafts and proposals stay with their side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from portal.decisions import outcome_words
from portal.extensions import extensions_of
from portal.filters import date_long
from portal.hearings import hearings_of
from portal.holder.about import About
from portal.holder.conversations import Conversations, message_words
from portal.plan.history import history
from portal.reopenings import reopenings_of
from portal.shortfalls.cases import cases_of
from portal.visitor import SignedIn
from schemas.store import (
    Confirmation,
    Decision,
    Organisation,
    Person,
    PublicationNotice,
    PublicationRelease,
    PublicationView,
    PublicationWithdrawal,
    Report,
    Review,
    Signature,
    Version,
    measures_of,
)
from schemas.store.published import editions_of
from schemas.words import DecisionOutcome, OrganisationKind


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that happened: when, by whom of which organisation, and the words that were given with it."""

    at: datetime
    text: str
    name: str = ""
    organisation: str = ""
    said: str = ""
    href: str = ""

    @property
    def who(self) -> str:
        """*Mara de Wit, Provincie Voorbeeld*."""
        return ", ".join(part for part in (self.name, self.organisation) if part)


def steps_of(session: Session, about: About, conversations: Conversations, person: SignedIn) -> list[Step]:
    """What happened to a report as this reader may know it, the newest first."""
    theirs = person.kind is OrganisationKind.AUTHORITY
    steps = [
        Step(at=about.report.opened_at, text=_("De plicht om te rapporteren is geopend.")),
        *([] if theirs else _uploads(session, about.report.id)),
        *_signatures(session, about.report.id),
        *_reviews(session, about.report.id),
        *_decisions(session, about.report.id, proposals=theirs),
        *_messages(conversations),
        *_hearings(session, about.report.id),
        *_extensions(session, about.report.id),
        *_reopenings(session, about.report.id),
        *_shortfalls(session, about, person),
        *_measures(session, about),
        *_publications(session, about),
    ]
    return sorted(steps, key=lambda one: one.at, reverse=True)


def _uploads(session: Session, report: UUID) -> Iterator[Step]:
    query = (
        select(Version, Person.name, Organisation.name)
        .join(Person, Person.id == Version.by)
        .join(Organisation, Organisation.id == Person.organisation)
        .where(Version.report == report, Version.rehearsal.is_(False))
        .order_by(Version.number)
    )
    for version, name, organisation in session.execute(query):
        href = url_for("holder.check_page", report=report, number=version.number)
        text = _("Versie %(number)s is geüpload.", number=version.number)
        yield Step(at=version.created_at, text=text, name=name, organisation=organisation, href=href)


def _signatures(session: Session, report: UUID) -> Iterator[Step]:
    withdrawer = aliased(Person)
    query = (
        select(Signature, Version.number, Person.name, Organisation.name, withdrawer.name)
        .join(Version, Version.id == Signature.version)
        .join(Person, Person.id == Signature.by)
        .join(Organisation, Organisation.id == Person.organisation)
        .outerjoin(withdrawer, withdrawer.id == Signature.withdrawn_by)
        .where(Version.report == report)
        .order_by(Signature.at, Signature.id)
    )
    for signed, number, name, organisation, gone in session.execute(query):
        text = _("Versie %(number)s is ingediend.", number=number)
        yield Step(at=signed.at, text=text, name=name, organisation=organisation)
        if signed.withdrawn_at:
            text = _("Versie %(number)s is ingetrokken.", number=number)
            yield Step(at=signed.withdrawn_at, text=text, name=gone or "", organisation=organisation)


def _reviews(session: Session, report: UUID) -> Iterator[Step]:
    query = (
        select(Review.begun_at, Version.number, Person.name, Organisation.name)
        .join(Version, Version.id == Review.version)
        .join(Person, Person.id == Review.by)
        .join(Organisation, Organisation.id == Person.organisation)
        .where(Version.report == report)
        .order_by(Review.begun_at)
    )
    for at, number, name, organisation in session.execute(query):
        text = _("De beoordeling van versie %(number)s is begonnen.", number=number)
        yield Step(at=at, text=text, name=name, organisation=organisation)


def _decisions(session: Session, report: UUID, *, proposals: bool) -> Iterator[Step]:
    """Decisions that stand; with ``proposals`` also those to send back, and what the second reader said of them."""
    second = aliased(Person)
    query = (
        select(Decision, Person.name, Organisation.name, Confirmation, second.name)
        .join(Version, Version.id == Decision.version)
        .join(Person, Person.id == Decision.by)
        .join(Organisation, Organisation.id == Person.organisation)
        .outerjoin(Confirmation, Confirmation.decision == Decision.id)
        .outerjoin(second, second.id == Confirmation.by)
        .where(Version.report == report)
        .order_by(Decision.at, Decision.id)
    )
    for decision, name, organisation, said, seconder in session.execute(query):
        words = outcome_words(decision.outcome)
        if decision.outcome is not DecisionOutcome.SENT_BACK:
            yield Step(at=decision.at, text=words, name=name, organisation=organisation, said=decision.reason)
        elif not proposals and said and said.confirmed:
            yield Step(at=said.at, text=words, name=name, organisation=organisation, said=decision.reason)
        elif proposals:
            text = _("Voorgesteld om het rapport terug te sturen.")
            yield Step(at=decision.at, text=text, name=name, organisation=organisation, said=decision.reason)
            yield from _seconded(said, seconder or "", organisation)


def _seconded(said: Confirmation | None, name: str, organisation: str) -> Iterator[Step]:
    if said is None:
        return
    text = (
        _("Het voorstel is bevestigd: het rapport is teruggestuurd.")
        if said.confirmed
        else _("Het voorstel om terug te sturen is niet bevestigd.")
    )
    yield Step(at=said.at, text=text, name=name, organisation=organisation, said=said.reason)


def _messages(conversations: Conversations) -> Iterator[Step]:
    for one in conversations.lines:
        href = url_for("conversations.conversation_page", report=one.report, conversation=one.id)
        for said in one.messages:
            text = message_words(said.kind, one.place)
            yield Step(at=said.at, text=text, name=said.name, organisation=said.organisation, said=said.text, href=href)


def _hearings(session: Session, report: UUID) -> Iterator[Step]:
    for one in hearings_of(session, [report]):
        text = _("Voornemen aangekondigd om versie %(number)s terug te sturen.", number=one.number)
        yield Step(at=one.at, text=text, name=one.by, organisation=one.organisation, said=one.reason)
        if one.view:
            text = _("Zienswijze gegeven op het voornemen.")
            for view in (one.view, *one.additions):
                yield Step(at=view.at, text=text, name=view.by, organisation=view.organisation, said=view.text)


def _extensions(session: Session, report: UUID) -> Iterator[Step]:
    for one in extensions_of(session, [report]):
        text = _("Uitstel gevraagd tot %(day)s", day=date_long(one.until))
        yield Step(at=one.at, text=text, name=one.by, organisation=one.organisation, said=one.reason)
        if one.answer:
            until, said = one.answer.until, one.answer
            granted = _("Uitstel gegeven tot en met %(day)s", day=date_long(until)) if until else ""
            text = granted or _("Uitstel niet gegeven")
            yield Step(at=said.at, text=text, name=said.by, organisation=said.organisation, said=said.reason)


def _reopenings(session: Session, report: UUID) -> Iterator[Step]:
    for one in reopenings_of(session, [report]):
        text = _("Gevraagd om te openen: %(sheets)s", sheets=one.names)
        yield Step(at=one.at, text=text, name=one.by, organisation=one.organisation, said=one.reason)
        if said := one.answer:
            text = _("Geopend: %(sheets)s", sheets=", ".join(said.sheets)) if said.sheets else _("Niet geopend")
            yield Step(at=said.at, text=text, name=said.by, organisation=said.organisation, said=said.reason)


def _shortfalls(session: Session, about: About, person: SignedIn) -> Iterator[Step]:
    """The steps of cases about this report, of each side those that it may know; an amount stands in the case alone."""
    for case in cases_of(session, person, [about.report]):
        href = url_for("shortfalls.case_page", shortfall=case.case.id)
        for one in case.steps:
            words = {"reference": case.reference, "step": one.name}
            text = _("Voorstel in dossier %(reference)s: %(step)s", **words)
            if one.told_at:
                text = _("Dossier %(reference)s: %(step)s", **words)
            at = one.told_at or one.at
            yield Step(at=at, text=text, name=one.by, organisation=one.organisation, href=href)


def _measures(session: Session, about: About) -> Iterator[Step]:
    """What was proposed, answered and told of the improvement plan in the year of this report's duty."""
    concession = about.concession.id
    until = session.scalars(
        select(Report.opened_at)
        .where(Report.concession == concession, Report.report_year > about.report.report_year)
        .order_by(Report.report_year)
        .limit(1)
    ).first()
    for measure in measures_of(session, [concession]):
        href = url_for("plan.measure_page", concession=concession, measure=measure.id)
        for one in history(measure):
            if about.report.opened_at <= one.at and (until is None or one.at < until):
                text = _("Maatregel ‘%(title)s’: %(what)s", title=measure.shown.title, what=one.text)
                yield Step(at=one.at, text=text, name=one.by, said=one.said or one.detail, href=href)


def _publications(session: Session, about: About) -> Iterator[Step]:
    """What was told to the holder of what becomes public, its view, and what was published or taken back."""
    report, code = about.report.id, about.concession.code
    public = url_for("openness.year_page", code=code, year=about.report.report_year)
    for edition in editions_of(session, [report]):
        number = edition.publication.number
        if edition.notice:
            text = _("De houder weet wat openbaar wordt: uitgave %(number)s.", number=number)
            yield _by(session, edition.notice, text)
        if edition.view:
            text = _("De houder gaf een zienswijze op wat openbaar wordt.")
            yield replace(_by(session, edition.view, text), said=edition.view.text)
        if edition.release:
            yield replace(
                _by(session, edition.release, _("Uitgave %(number)s is openbaar.", number=number)), href=public
            )
        if edition.withdrawal:
            text = _("Uitgave %(number)s is ingetrokken.", number=number)
            yield replace(_by(session, edition.withdrawal, text), said=edition.withdrawal.reason)


def _by(
    session: Session, done: PublicationNotice | PublicationView | PublicationRelease | PublicationWithdrawal, text: str
) -> Step:
    """A step with who took it."""
    person = session.get_one(Person, done.by)
    return Step(
        at=done.at, text=text, name=person.name, organisation=session.get_one(Organisation, person.organisation).name
    )
