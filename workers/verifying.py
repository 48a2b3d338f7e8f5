"""Verifying a report: was it issued here, is it the newest, and does it come out the same when it is made again?"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.events import Event, ReportVersion, read
from schemas.store import Document, Outbox, reading
from schemas.texts import Bilingual
from schemas.words import DocumentKind, Edition
from workers.publish.fingerprints import NoReportOfOurs, read_back
from workers.publish.pdf import report_pdf
from workers.report_content import Made, content_of
from workers.sources import sources_of

NOT_OURS = Bilingual(
    nl="Dit is geen rapport van Ketenspiegel: het noemt niet waaruit het is gemaakt.",
    en="This is no report of Ketenspiegel: it does not name what it was made from.",
)
NOT_ISSUED = Bilingual(
    nl="Dit rapport is niet in deze vorm uitgebracht. Het is veranderd, of het komt uit een andere installatie of een proef.",
    en="This report was not issued in this form. It was changed, or comes from another installation or a rehearsal.",
)
SAME = Bilingual(
    nl="Echt: dit rapport is hier uitgebracht, en opnieuw berekend komt precies hetzelfde eruit.",
    en="Authentic: this report was issued here, and made again it comes out exactly the same.",
)
DIFFERS = Bilingual(
    nl="Dit rapport is hier uitgebracht, maar opnieuw berekend komt er iets anders uit: er is daarna iets bijgekomen.",
    en="This report was issued here, but made again it differs: something was added to the case since.",
)
REPLACED = Bilingual(
    nl="Er is een nieuwer rapport van hetzelfde jaar: {name}.", en="There is a newer report of the same year: {name}."
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
    try:
        read_back(pdf)
    except NoReportOfOurs:
        return Verified(issued=False, recomputes=False, says=(NOT_OURS,))
    with reading() as session:
        issued = _issued(session, hashlib.sha256(pdf).hexdigest())
        if issued is None:
            return Verified(issued=False, recomputes=False, says=(NOT_ISSUED,))
        same = made_again(session, issued) == pdf
        newer = _newer(session, issued)
    replaced = Bilingual(nl=REPLACED.nl.format(name=newer), en=REPLACED.en.format(name=newer)) if newer else None
    return Verified(issued=True, recomputes=same, says=(SAME if same else DIFFERS, *([replaced] if replaced else [])))


def made_again(session: Session, issued: Document) -> bytes:
    """The same edition of the same version in the same language, made from the facts as they are now."""
    event = _event(session, issued)
    about = getattr(event, "version", None)
    assert isinstance(about, ReportVersion)
    edition = EDITIONS[issued.edition]
    content = content_of(session, sources_of(session, about), edition=edition, at=event.at)
    return report_pdf(content, issued.language)


def _issued(session: Session, sha256: str) -> Document | None:
    query = select(Document).where(Document.sha256 == sha256, Document.kind == DocumentKind.COMPLIANCE_REPORT)
    return session.scalars(query.order_by(Document.made_at)).first()


def _event(session: Session, issued: Document) -> Event:
    return read(session.scalars(select(Outbox.body).where(Outbox.event_id == issued.for_event)).one())


def _newer(session: Session, issued: Document) -> str | None:
    query = select(Document.file_name).where(
        Document.report == issued.report,
        Document.kind == issued.kind,
        Document.language == issued.language,
        Document.made_at > issued.made_at,
    )
    return session.scalars(query.order_by(Document.made_at.desc())).first()
