"""Watching over the signatories of a holder: a change that leaves too few who can sign is told, once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.events import TooFewSignatories
from schemas.store import Organisation, tell
from schemas.store.signatories import signatories_of
from schemas.words import OrganisationKind


@contextmanager
def watching_signatories(session: Session, organisation: UUID) -> Iterator[None]:
    """What is done inside is told of when fewer can sign afterwards than before, and fewer than there have to be."""
    before = len(signatories_of(session, [organisation])[organisation].able)
    yield
    session.flush()
    after = len(signatories_of(session, [organisation])[organisation].able)
    if after < before:
        tell_if_too_few(session, organisation)


def tell_if_too_few(session: Session, organisation: UUID) -> None:
    """Tell that too few of a holder can sign, where that is so."""
    if session.get_one(Organisation, organisation).kind is not OrganisationKind.HOLDER:
        return
    signatories = signatories_of(session, [organisation])[organisation]
    if signatories.too_few:
        tell(session, TooFewSignatories(organisation=organisation, able=len(signatories.able)))
