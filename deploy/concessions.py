"""Bringing concessions in: their terms, the organisations that these name, and the people who work there."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from uuid import UUID

from pydantic import JsonValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.use_cases.opening import open_duty
from schemas.clock import now
from schemas.store import Concession, ConcessionAuthority, Organisation, note
from schemas.store import Terms as TermsRow
from schemas.terms import Terms
from schemas.words import OrganisationKind

ACTOR = "command-line"


def terms_in(path: Path) -> tuple[JsonValue, Terms]:
    """The terms in a file, as they were written and as they are read; raises ValueError where the file is no terms."""
    body: JsonValue = json.loads(path.read_text(encoding="utf-8"))
    return body, Terms.model_validate(body)


def bring_in(session: Session, body: JsonValue, *, holder_name: str | None = None) -> Concession:
    """The concession that these terms are of, with this edition added; the same edition twice is one.

    The concession and its organisations are made where they are new. Raises ValueError where the body is no terms.
    """
    terms = Terms.model_validate(body)
    concession = _concession(session, terms, holder_name)
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    sha256 = hashlib.sha256(canonical.encode()).hexdigest()
    known = select(TermsRow).where(TermsRow.concession == concession.id, TermsRow.sha256 == sha256)
    if session.scalars(known).first() is None:
        session.add(TermsRow(concession=concession.id, sha256=sha256, body=body, imported_at=now()))
        note(session, actor=ACTOR, action="terms.import", subject=terms.concession_id, details={"sha256": sha256})
    session.flush()
    return concession


def open_year(session: Session, code: str, year: int) -> UUID:
    """The duty of a concession to report on a year, opened when it was not yet; raises ValueError for an unknown code."""
    concession = session.scalars(select(Concession).where(Concession.code == code)).one_or_none()
    if concession is None:
        known = ", ".join(session.scalars(select(Concession.code).order_by(Concession.code)))
        raise ValueError(f"Onbekende concessie / unknown concession: {code}. Bekend / known: {known}")
    return open_duty(session, concession.id, year=year).id


def _concession(session: Session, terms: Terms, holder_name: str | None) -> Concession:
    concession = session.scalars(select(Concession).where(Concession.code == terms.concession_id)).one_or_none()
    if concession is None:
        concession = Concession(
            code=terms.concession_id,
            name=terms.name,
            holder=_holder(session, terms.holder_kvk, holder_name),
            starts=terms.starts,
            ends=terms.ends,
        )
        session.add(concession)
        session.flush()
    for name in terms.authorities:
        _grant(session, concession, name, leads=name == terms.lead_authority)
    return concession


def _holder(session: Session, kvk: str, name: str | None) -> UUID:
    known = session.scalars(select(Organisation).where(Organisation.kvk == kvk)).one_or_none()
    if known is None:
        known = Organisation(kind=OrganisationKind.HOLDER, name=name or f"KvK {kvk}", kvk=kvk)
        session.add(known)
        session.flush()
    return known.id


def _grant(session: Session, concession: Concession, name: str, *, leads: bool) -> None:
    authority = session.scalars(
        select(Organisation).where(Organisation.kind == OrganisationKind.AUTHORITY, Organisation.name == name)
    ).one_or_none()
    if authority is None:
        authority = Organisation(kind=OrganisationKind.AUTHORITY, name=name)
        session.add(authority)
        session.flush()
    granted = session.get(ConcessionAuthority, (concession.id, authority.id))
    if granted is None:
        session.add(ConcessionAuthority(concession=concession.id, organisation=authority.id, leads=leads))
    else:
        granted.leads = leads
