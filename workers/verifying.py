"""Verifying a report or a receipt: was it issued here, is it the newest, and does it come out the same when it is made again?"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.events import Event, ReportHandedIn, ReportVersion, read
from schemas.store import Document, Outbox, issued, issued_letter, reading, replacement_of, standing_of
from schemas.texts import Bilingual
from schemas.words import DocumentKind, Edition, Standing
from workers.publish.fingerprints import NoReportOfOurs, check_address_in, read_back
from workers.publish.pdf import report_pdf
from workers.publish.pdf.receipt import receipt_pdf
from workers.receipts import receipt_of
from workers.report_content import Made, content_of
from workers.sources import sources_of

NOT_OURS = Bilingual(
    nl="Dit document is hier niet uitgebracht en is geen rapport van Ketenspiegel: het noemt niet waaruit het is gemaakt.",
    en="This document was not issued here and is no report of Ketenspiegel: it does not name what it was made from.",
)
NOT_ISSUED = Bilingual(
    nl="Dit rapport is niet in deze vorm uitgebracht. Het is veranderd, of het komt uit een andere installatie of een proef.",
    en="This report was not issued in this form. It was changed, or comes from another installation or a rehearsal.",
)
SAME = Bilingual(
    nl="Echt: dit document is hier uitgebracht, en opnieuw berekend komt precies hetzelfde eruit.",
    en="Authentic: this document was issued here, and made again it comes out exactly the same.",
)
DIFFERS = Bilingual(
    nl="Dit document is hier uitgebracht, maar opnieuw berekend komt er iets anders uit: er is daarna iets bijgekomen.",
    en="This document was issued here, but made again it differs: something was added to the case since.",
)
LETTER = Bilingual(
    nl="Echt: deze brief is hier uitgebracht. Een brief is wat toen is gezegd; die wordt niet opnieuw gemaakt.",
    en="Authentic: this letter was issued here. A letter is what was said then; it is not made again.",
)
REPLACED = Bilingual(
    nl="Er is een nieuwer document van hetzelfde jaar: {name}.",
    en="There is a newer document of the same year: {name}.",
)
WITHDRAWN = Bilingual(
    nl="De indiening waarvan het spreekt, is ingetrokken.", en="The hand-in that it tells of was withdrawn."
)

EDITIONS: Mapping[Edition, Made] = MappingProxyType(
    {
        Edition.DRAFT: Edition.DRAFT,
        Edition.PROVISIONAL: Edition.PROVISIONAL,
        Edition.DECIDED: Edition.DECIDED,
    }
)


@dataclass(frozen=True)
class Verified:
    """What can be said of a PDF."""

    issued: bool
    recomputes: bool
    says: tuple[Bilingual, ...]


def verify(pdf: bytes) -> Verified:
    """Hold a PDF against what was issued here, and make it again from the same facts."""
    with reading() as session:
        known = issued(session, hashlib.sha256(pdf).hexdigest())
        if issued_letter(session, hashlib.sha256(pdf).hexdigest()) or _is_letter(known):
            return Verified(issued=True, recomputes=False, says=(LETTER,))
        if known is None:
            return Verified(issued=False, recomputes=False, says=(_unknown(pdf),))
        same = _made_again(session, known, check_at=check_address_in(pdf)) == pdf
        standing = _standing(session, known)
    return Verified(issued=True, recomputes=same, says=(SAME if same else DIFFERS, *standing))


def _is_letter(known: Document | None) -> bool:
    return known is not None and known.kind is DocumentKind.DECISION_LETTER


def _unknown(pdf: bytes) -> Bilingual:
    try:
        read_back(pdf)
    except NoReportOfOurs:
        return NOT_OURS
    return NOT_ISSUED


def _standing(session: Session, known: Document) -> tuple[Bilingual, ...]:
    if newer := replacement_of(session, known):
        return (Bilingual(nl=REPLACED.nl.format(name=newer.file_name), en=REPLACED.en.format(name=newer.file_name)),)
    return (WITHDRAWN,) if standing_of(session, known) is Standing.WITHDRAWN else ()


def _made_again(session: Session, known: Document, *, check_at: str | None) -> bytes:
    """The same edition of the same version in the same language, made from the facts as they are now.

    The address to check it at is that of the time of its making, which the document itself tells.
    """
    event = _event(session, known)
    about = getattr(event, "version", None)
    assert isinstance(about, ReportVersion)
    sources = sources_of(session, about)
    if isinstance(event, ReportHandedIn) and known.kind is DocumentKind.RECEIPT:
        return receipt_pdf(receipt_of(session, sources, event.signature), known.language)
    content = content_of(session, sources, edition=EDITIONS[known.edition], at=event.at, check_at=check_at)
    return report_pdf(content, known.language)


def _event(session: Session, known: Document) -> Event:
    return read(session.scalars(select(Outbox.body).where(Outbox.event_id == known.for_event)).one())
