"""Bringing terms in: a new edition, with the concession and the organisations that it names where these are new."""

from __future__ import annotations

import hashlib
import json
from uuid import UUID

from pydantic import JsonValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.store import Concession, ConcessionAuthority, Organisation, note
from schemas.store import Terms as TermsRow
from schemas.terms import Terms
from schemas.words import OrganisationKind

COMMAND_LINE = "command-line"


def bring_in(session: Session, body: JsonValue, *, holder_name: str | None = None) -> Concession:
    """The concession that these terms are of, with this edition added; the same edition twice is one.

    The concession and its organisations are made where they are new. Raises ValueError where the body is no terms.
    """
    concession = _concession(session, Terms.model_validate(body), holder_name)
    add_edition(session, concession, body, actor=COMMAND_LINE)
    return concession


def add_edition(
    session: Session,
    concession: Concession,
    body: JsonValue,
    *,
    actor: str,
    by: UUID | None = None,
    from_year: int | None = None,
) -> str:
    """Keep an edition of a concession's terms, and give its sha256; duties that open after this take it."""
    sha256 = sha256_of(body)
    known = select(TermsRow).where(TermsRow.concession == concession.id, TermsRow.sha256 == sha256)
    if session.scalars(known).first() is None:
        session.add(
            TermsRow(
                concession=concession.id,
                sha256=sha256,
                body=body,
                imported_at=now(),
                imported_by=by,
                from_year=from_year,
            )
        )
        note(session, actor=actor, action="terms.import", subject=concession.code, details={"sha256": sha256})
    session.flush()
    return sha256


def sha256_of(body: JsonValue) -> str:
    """The sha256 of terms as they were written, in their canonical form."""
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


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
