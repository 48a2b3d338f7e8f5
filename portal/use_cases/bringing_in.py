"""Bringing terms in: a new edition, with the concession and the organisations that it names where these are new."""

from __future__ import annotations

import hashlib
import json
from typing import Final
from uuid import UUID

from pydantic import JsonValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.use_cases.taking_over import take_over
from schemas.clock import now, today
from schemas.store import BEGINNING, Concession, Organisation, lock_concession, note
from schemas.store import Terms as TermsRow
from schemas.store.granting import authorities_of, to_come
from schemas.terms import Terms
from schemas.words import OrganisationKind

COMMAND_LINE = "command-line"
CHANGES: Final = (
    "{code}: op {day} verandert wie de concessie verleent; neem die wijziging eerst terug in het portaal. "
    "/ who grants the concession changes on {day}; take that change back in the portal first."
)


def bring_in(session: Session, body: JsonValue, *, holder_name: str | None = None) -> Concession:
    """The concession that these terms are of, with this edition added; the same edition twice is one.

    The concession and its organisations are made where they are new. Raises ValueError where the body is no terms,
    or would change who grants while another change is to come.
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
    _grant(session, concession, terms)
    return concession


def _holder(session: Session, kvk: str, name: str | None) -> UUID:
    known = session.scalars(select(Organisation).where(Organisation.kvk == kvk)).one_or_none()
    if known is None:
        known = Organisation(kind=OrganisationKind.HOLDER, name=name or f"KvK {kvk}", kvk=kvk)
        session.add(known)
        session.flush()
    return known.id


def _grant(session: Session, concession: Concession, terms: Terms) -> None:
    """Who the terms name grants the concession too from today on, or from the beginning where nobody did."""
    lock_concession(session, concession.id)
    day, named = today(), {name: _authority(session, name) for name in terms.authorities}
    known = authorities_of(session, concession.id, on=day)
    granting, lead = {one.id for one in known} | {*named.values()}, named.get(terms.lead_authority)
    if (granting, lead) == ({one.id for one in known}, next((one.id for one in known if one.leads), None)):
        return
    if coming := to_come(session, concession.id, after=day):
        raise ValueError(CHANGES.format(code=concession.code, day=coming.first_day))
    take_over(session, concession.id, granting, lead=lead, first_day=day if known else BEGINNING)


def _authority(session: Session, name: str) -> UUID:
    authority = session.scalars(
        select(Organisation).where(Organisation.kind == OrganisationKind.AUTHORITY, Organisation.name == name)
    ).one_or_none()
    if authority is None:
        authority = Organisation(kind=OrganisationKind.AUTHORITY, name=name)
        session.add(authority)
        session.flush()
    return authority.id
