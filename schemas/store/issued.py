"""What was issued: a document or letter by the sha256 of its bytes, and whether it is still the newest of its kind."""

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from schemas.store.reports import Signature
from schemas.store.shortfalls import Shortfall, ShortfallLetter, ShortfallStep
from schemas.store.work import Document
from schemas.words import DocumentKind, Edition, Standing

ISSUED = (DocumentKind.COMPLIANCE_REPORT, DocumentKind.RECEIPT, DocumentKind.DECISION_LETTER)
# What is decided stays in force beside a draft of a restatement: a document gives way only to one that is as final.
AS_FINAL = {
    Edition.NONE: (Edition.NONE,),
    Edition.DRAFT: (Edition.DRAFT, Edition.PROVISIONAL, Edition.DECIDED),
    Edition.PROVISIONAL: (Edition.PROVISIONAL, Edition.DECIDED),
    Edition.DECIDED: (Edition.DECIDED,),
}


def issued(session: Session, sha256: str) -> Document | None:
    """The report, receipt or letter of a decision on a report that went out in exactly these bytes."""
    query = select(Document).where(Document.sha256 == sha256, Document.kind.in_(ISSUED))
    return session.scalars(query.order_by(Document.made_at.desc(), Document.id)).first()


def issued_letter(session: Session, sha256: str) -> tuple[ShortfallLetter, ShortfallStep, Shortfall] | None:
    """The letter of a step in a case that went out in exactly these bytes; a concept never went out."""
    query = (
        select(ShortfallLetter, ShortfallStep, Shortfall)
        .join(ShortfallStep, ShortfallStep.id == ShortfallLetter.step)
        .join(Shortfall, Shortfall.id == ShortfallStep.shortfall)
        .where(ShortfallLetter.sha256 == sha256, ShortfallLetter.edition == Edition.NONE)
        .order_by(ShortfallLetter.made_at.desc(), ShortfallLetter.id)
    )
    for letter, step, case in session.execute(query.limit(1)):
        return letter, step, case
    return None


def replacement_of(session: Session, document: Document) -> Document | None:
    """The newest document that takes the place of this one; of two of the same moment the more final is the newer."""
    query = select(Document).where(
        Document.report == document.report,
        Document.kind == document.kind,
        Document.language == document.language,
        Document.edition.in_(AS_FINAL[document.edition]),
        or_(
            Document.made_at > document.made_at,
            and_(Document.made_at == document.made_at, Document.edition != document.edition),
        ),
        Document.sha256 != document.sha256,
    )
    return session.scalars(query.order_by(Document.made_at.desc(), Document.id)).first()


def standing_of(session: Session, document: Document) -> Standing:
    """Whether a document that was issued still counts."""
    if replacement_of(session, document):
        return Standing.REPLACED
    return Standing.WITHDRAWN if _was_withdrawn(session, document) else Standing.CURRENT


def _was_withdrawn(session: Session, document: Document) -> bool:
    """Whether it tells of a hand-in that was taken back, and of none that stands."""
    if document.edition is Edition.DRAFT:
        return False
    query = select(Signature.withdrawn_at).where(Signature.version == document.version).order_by(Signature.at)
    moments = session.scalars(query).all()
    return bool(moments) and all(moments)
