"""What a receipt tells, from the facts of a signature."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from schemas.store import Organisation, Person, Signature, facts_of
from workers.publish.content import Named
from workers.publish.pdf.receipt import ReceiptContent
from workers.sources import VersionSources
from workers.worker import Permanent


def receipt_of(session: Session, sources: VersionSources, signature_id: UUID) -> ReceiptContent:
    """The receipt of a signature; one that is on another version than the event says is refused for good."""
    signature = session.get(Signature, signature_id)
    if signature is None or signature.version != sources.version:
        raise Permanent("no_such_signature", "The event names a signature that this version does not have.")
    signatory = session.get_one(Person, signature.by)
    return ReceiptContent(
        concession=sources.concession,
        concession_name=sources.concession_name,
        holder=session.get_one(Organisation, signatory.organisation).name,
        year=sources.year,
        version=sources.number,
        signed_by=signatory.name,
        signed_at=signature.at,
        statement=signature.statement,
        manifest_sha256=sources.manifest_sha256,
        files=tuple(Named(name=part.name, sha256=part.sha256) for part in sources.parts),
        under_reservation=signature.under_reservation,
        feedback_by=facts_of(session, sources.report).dates.feedback_by,
    )
