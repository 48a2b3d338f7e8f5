"""The gaps in the chain as a report tells them: what the holder declares as missing, and who used its right to refuse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.store import Report, declared_gaps
from workers.publish.content import GapTold


def gaps_told(session: Session, report: Report, refused: Sequence[str], *, at: datetime) -> tuple[GapTold, ...]:
    """What stood as declared at the moment of the event, by name; then those who refused, which is no gap."""
    declared = declared_gaps(session, [report.id], at=at)[report.id]
    return (
        *(GapTold(supplier=one.supplier_name, reason=one.reason, on=dutch_day(one.at)) for one in declared),
        *(GapTold(supplier=name, reason="", on=None) for name in refused),
    )
