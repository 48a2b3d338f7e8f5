"""What new terms would change, before they are taken in: each report of the concession is judged by them as well."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.shadow import ReportBeside, Untried
from schemas.store import Concession, reading
from schemas.store import Terms as TermsRow
from schemas.terms import Terms
from schemas.terms_preview import TermsPreview
from workers.domain.terms_changes import changes
from workers.domain.yardsticks import Yardsticks
from workers.reading_parts import reading_of
from workers.shadow import HELD, Tell, tried
from workers.shadow_subjects import subjects
from workers.sources import VersionSources


@dataclass(frozen=True)
class NewTerms:
    """Terms that are tried."""

    terms: Terms

    def over(self, sources: VersionSources, by: Yardsticks) -> tuple[VersionSources, Yardsticks]:
        """A report as if it had been opened on these terms."""
        return replace(sources, terms=self.terms), by


def preview(terms: Terms, *, tell: Tell) -> TermsPreview:
    """The changes and their effect on every report of the concession; ``tell`` hears how many of how many are done."""
    with reading() as session:
        before = _newest(session, terms.concession_id)
        tried_on = list(subjects(session, until=None, concession=terms.concession_id))
    read = lru_cache(maxsize=HELD)(reading_of)
    found: list[ReportBeside | Untried] = []
    for number, subject in enumerate(tried_on, start=1):
        found.append(tried(subject, NewTerms(terms), read))
        tell(number, len(tried_on))
    return TermsPreview(
        concession=terms.concession_id,
        name=terms.name,
        known=before is not None,
        changes=changes(before, terms) if before else (),
        reports=tuple(one for one in found if isinstance(one, ReportBeside)),
        untried=tuple(one for one in found if isinstance(one, Untried)),
    )


def _newest(session: Session, code: str) -> Terms | None:
    """The terms that were taken in last; a duty that opens now is opened on them."""
    query = select(TermsRow.body).join(Concession, Concession.id == TermsRow.concession).where(Concession.code == code)
    body = session.scalars(query.order_by(TermsRow.imported_at.desc(), TermsRow.id).limit(1)).first()
    return Terms.model_validate(body) if body is not None else None
