"""The gaps in their chains that holders declare, as they stood at a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from schemas.store.among import among
from schemas.store.chain import DeclaredGap


def declared_gaps(
    session: Session, reports: Iterable[UUID], *, at: datetime | None = None
) -> dict[UUID, list[DeclaredGap]]:
    """By report, what its holder declares as missing, now or at a moment, by name."""
    query = select(DeclaredGap).where(among(DeclaredGap.report, reports))
    standing = DeclaredGap.withdrawn_at.is_(None)
    query = query.where(standing if at is None else or_(standing, DeclaredGap.withdrawn_at > at))
    query = query if at is None else query.where(DeclaredGap.at <= at)
    found: dict[UUID, list[DeclaredGap]] = defaultdict(list)
    for one in session.scalars(query.order_by(DeclaredGap.supplier_name, DeclaredGap.at, DeclaredGap.id)):
        found[one.report].append(one)
    return found
