"""Which rule set and factor sets are in force: what was switched on last, by report year."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store.adoptions import Adoption
from schemas.words import SetKind


def in_force(session: Session, kind: SetKind) -> Mapping[int, Adoption]:
    """The newest adoption of each report year. A rule set holds for later years too, until another one does."""
    query = select(Adoption).where(Adoption.kind == kind).order_by(Adoption.n)
    return {adoption.year: adoption for adoption in session.scalars(query)}


def rule_set_in_force(session: Session, year: int) -> str | None:
    """The name of the rule set that judges the reports of a year: that of the newest year not after it."""
    adopted = in_force(session, SetKind.RULE_SET)
    reached = [since for since in adopted if since <= year]
    return adopted[max(reached)].set_id if reached else None
