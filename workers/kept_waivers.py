"""What a concession is not held to in a report year, as a report tells it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from schemas.store import Report, waivers_over
from schemas.terms import Terms
from schemas.waiving import holds_over
from workers.acting import named
from workers.publish.content import WaiverTold


def waivers_told(session: Session, report: Report, terms: Terms, *, at: datetime) -> tuple[WaiverTold, ...]:
    """The waivers that stood at a moment and hold for the year of a report, and then the exemptions of its terms."""
    recorded = tuple(
        WaiverTold(
            norm=one.norm,
            rule=one.rule,
            entities=tuple(one.entities),
            decision=one.decision_number,
            starts=one.starts,
            ends=one.ends,
            reason=one.reason,
            by=named(session, one.by),
        )
        for one in waivers_over(session, report, at)
    )
    return recorded + _exemptions(terms, report.report_year)


def _exemptions(terms: Terms, year: int) -> tuple[WaiverTold, ...]:
    asked = {one.norm: terms.norm(one.norm, year) for one in terms.exemptions}
    return tuple(
        WaiverTold(
            norm=one.norm,
            rule=None,
            decision=one.decision,
            starts=one.from_,
            ends=one.to,
            reason=one.reason,
            article=known.article if (known := asked[one.norm]) else "",
        )
        for one in terms.exemptions
        if holds_over(year, starts=one.from_, ends=one.to)
    )
