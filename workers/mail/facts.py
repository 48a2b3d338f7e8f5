"""What a letter is about, read from the facts: concession, year, dates and the people it concerns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.calendar import DutyDates
from schemas.clock import today
from schemas.norms import NORM
from schemas.store import (
    Concession,
    Decision,
    Document,
    Organisation,
    Person,
    Report,
    RoleOfPerson,
    Signature,
    Token,
    Version,
    Waiver,
    facts_of,
    held,
    holds,
)
from schemas.store.granting import authorities_of
from schemas.texts import Bilingual, Language
from schemas.words import DocumentKind, Role

HOLDERS = (Role.REPORTER, Role.SIGNATORY)


@dataclass(frozen=True)
class Reader:
    """Somebody who gets a letter: a person with an account, or who answers an ask without one."""

    person: UUID | None
    name: str
    email: str
    language: Language
    ask: UUID | None = None

    @property
    def identity(self) -> UUID:
        """What tells readers of one event apart."""
        found = self.person or self.ask
        assert found, "A reader has an account or an ask."
        return found


@dataclass(frozen=True)
class ReportFacts:
    """The report that a letter is about; ``officers`` are those of the authority that leads."""

    report: UUID
    year: int
    concession: str
    holder: str
    dates: DutyDates
    holders: tuple[Reader, ...]
    managers: tuple[Reader, ...]
    second_readers: tuple[Reader, ...]
    officers: tuple[Reader, ...]


@dataclass(frozen=True)
class SignatureFacts:
    """Who signed which version, and when."""

    at: datetime
    signatory: str
    number: int
    manifest_sha256: str


@dataclass(frozen=True)
class DecisionFacts:
    """What was decided, by whom and why; the term and the sheets of a correction."""

    outcome: str
    by: str
    reason: str
    term: date | None
    sheets: tuple[str, ...]
    letter: Bilingual


def report_facts(session: Session, report_id: UUID) -> ReportFacts:
    """The facts of one report, with the people on both sides; inactive people get no mail."""
    report = session.get_one(Report, report_id)
    concession = session.get_one(Concession, report.concession)
    granting = authorities_of(session, concession.id, on=today())
    authorities, leading = [one.id for one in granting], [one.id for one in granting if one.leads]
    return ReportFacts(
        report=report.id,
        year=report.report_year,
        concession=concession.name,
        holder=session.get_one(Organisation, concession.holder).name,
        dates=facts_of(session, report.id).dates,
        holders=_people(session, [concession.holder], HOLDERS),
        managers=_people(session, authorities, (Role.MANAGER,)),
        second_readers=_people(session, authorities, (Role.SECOND_READER,)),
        officers=_people(session, leading, (Role.PUBLICATION_OFFICER,)),
    )


@dataclass(frozen=True)
class WaiverFacts:
    """A waiver, and the people of the holder whom it concerns."""

    concession: str
    decision: str
    scope: Bilingual
    starts: date
    ends: date
    reason: str
    withdrawn_reason: str
    holders: tuple[Reader, ...]


def waiver_facts(session: Session, waiver_id: UUID) -> WaiverFacts:
    """The facts of one waiver."""
    waiver = session.get_one(Waiver, waiver_id)
    concession = session.get_one(Concession, waiver.concession)
    return WaiverFacts(
        concession=concession.name,
        decision=waiver.decision_number,
        scope=_scope(waiver),
        starts=waiver.starts,
        ends=waiver.ends,
        reason=waiver.reason,
        withdrawn_reason=waiver.withdrawn_reason,
        holders=_people(session, [concession.holder], HOLDERS),
    )


def _scope(waiver: Waiver) -> Bilingual:
    if waiver.norm:
        known = NORM.get(waiver.norm)
        return known.name if known else Bilingual(nl=waiver.norm, en=waiver.norm)
    only = f" ({', '.join(waiver.entities)})" if waiver.entities else ""
    return Bilingual(nl=f"de vragen van regel {waiver.rule}{only}", en=f"the questions of rule {waiver.rule}{only}")


def signature_facts(session: Session, signature_id: UUID) -> SignatureFacts:
    """The facts of one signature."""
    signature = session.get_one(Signature, signature_id)
    version = session.get_one(Version, signature.version)
    signatory = session.get_one(Person, signature.by)
    return SignatureFacts(
        at=signature.at, signatory=signatory.name, number=version.number, manifest_sha256=version.manifest_sha256
    )


def decision_facts(session: Session, decision_id: UUID) -> DecisionFacts:
    """The facts of one decision."""
    decision = session.get_one(Decision, decision_id)
    return DecisionFacts(
        outcome=decision.outcome.value,
        by=session.get_one(Person, decision.by).name,
        reason=decision.reason,
        term=decision.term,
        sheets=tuple(decision.sheets),
        letter=_letter(session, decision.version),
    )


def _letter(session: Session, version: UUID) -> Bilingual:
    """Where the letter of a decision is, once it is made; empty before."""
    query = select(Document).where(Document.version == version, Document.kind == DocumentKind.DECISION_LETTER)
    names = {one.language: one.file_name for one in session.scalars(query.order_by(Document.made_at, Document.id))}
    if not names:
        return Bilingual(nl="", en="")
    return Bilingual(
        nl=f"De besluitbrief staat bij het rapport: {names[Language.NL]}.",
        en=f"The decision letter is with the report: {names[Language.EN]}.",
    )


def reader(session: Session, person_id: UUID) -> Reader:
    """One person as a reader of mail."""
    person = session.get_one(Person, person_id)
    return Reader(person=person.id, name=person.name, email=person.email, language=person.language)


def people_with(session: Session, organisation: UUID, role: Role) -> tuple[Reader, ...]:
    """The people of an organisation with a role; inactive people get no mail."""
    return _people(session, [organisation], (role,))


def has_role(session: Session, person_id: UUID, role: Role) -> bool:
    """Whether somebody has a role now."""
    return holds(session, person_id, role, on=today())


def organisation_of(session: Session, person_id: UUID) -> str:
    """The name of the organisation that a person works for."""
    person = session.get_one(Person, person_id)
    return session.get_one(Organisation, person.organisation).name


def token_expiry(session: Session, token_id: UUID) -> datetime:
    """Until when the link of an invitation or a reset works."""
    return session.get_one(Token, token_id).expires_at


def holders_of(session: Session, concession_id: UUID) -> tuple[Reader, ...]:
    """Who works on the reports of a concession or signs them."""
    return _people(session, [session.get_one(Concession, concession_id).holder], HOLDERS)


def managers_of(session: Session, concession_id: UUID) -> tuple[Reader, ...]:
    """The managers of the authorities of a concession."""
    granting = authorities_of(session, concession_id, on=today())
    return _people(session, [one.id for one in granting], (Role.MANAGER,))


def _people(session: Session, organisations: Iterable[UUID], roles: tuple[Role, ...]) -> tuple[Reader, ...]:
    query = (
        select(Person)
        .join(RoleOfPerson, RoleOfPerson.person == Person.id)
        .where(Person.organisation.in_(list(organisations)), RoleOfPerson.role.in_(roles), Person.active)
        .where(held(today()))
        .distinct()
        .order_by(Person.email)
    )
    return tuple(
        Reader(person=person.id, name=person.name, email=person.email, language=person.language)
        for person in session.scalars(query)
    )
