"""Switching a rule set or factor set on: a fact with its date, by whom and why, once people have seen in shadow what it changes."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.refusals import Refused
from schemas.clock import now
from schemas.store import Adoption, FactorSet, Organisation, Person, RuleSet, in_force, newest_run, note
from schemas.web import Said
from schemas.words import SetKind

FIRST_YEAR: Final = 1990
WHY: Final = Said("Zeg waarom.", "Say why.")
HOLDS: Final = Said("{name} geldt al voor {year}.", "{name} holds for {year} already.")
SEE_FIRST: Final = Said("Bekijk eerst wat {name} verandert.", "See first what {name} changes.")
UNKNOWN: Final = Said("{name} is hier niet bekend. Bekend: {known}.", "{name} is not known here. Known: {known}.")


class NotTried(Refused):
    """A set of which nobody saw what it changes."""


def adopt(
    session: Session,
    kind: SetKind,
    name: str,
    *,
    by: str,
    actor: str,
    reason: str,
    from_year: int | None = None,
) -> Adoption:
    """Judge by this set from the next check on; what was decided stays as it was judged.

    Refused for a set that is not known, that holds already, or of which nobody saw what it changes. Going back to an
    earlier set is a decision like any other.
    """
    if not reason.strip():
        raise Refused(WHY, field="reden")
    own_year = year_of(session, kind, name)
    year = own_year if from_year is None else from_year
    holds = in_force(session, kind).get(year)
    if holds is not None and holds.set_id == name:
        raise Refused(HOLDS.format(name=name, year=year), field="vanaf-jaar", status=409)
    run = newest_run(session, kind, name)
    if run is None:
        raise NotTried(SEE_FIRST.format(name=name), status=409)
    adoption = Adoption(kind=kind, set_id=name, year=year, at=now(), by=by, reason=reason.strip())
    session.add(adoption)
    details = {"year": year, "before": holds.set_id if holds else None, "shadow": str(run.id)}
    note(session, actor=actor, action=f"{kind}.adopt", subject=f"{kind}/{name}", details=details)
    return adoption


def adopt_as(
    session: Session, kind: SetKind, name: str, *, by: UUID, reason: str, from_year: int | None = None
) -> Adoption:
    """The same by somebody who is signed in, told by name and organisation."""
    person = session.get_one(Person, by)
    told = f"{person.name}, {session.get_one(Organisation, person.organisation).name}"
    return adopt(session, kind, name, by=told, actor=f"person/{by}", reason=reason, from_year=from_year)


def year_of(session: Session, kind: SetKind, name: str) -> int:
    """The report year that a known set is for, or from which on."""
    row = session.get(FactorSet, name) if kind is SetKind.FACTOR_SET else session.get(RuleSet, name)
    return _unknown(session, kind, name) if row is None else year_in(row)


def year_in(row: FactorSet | RuleSet) -> int:
    """The same of a set that is at hand; a rule set of before years were told is for all of them."""
    return row.year if isinstance(row, FactorSet) else int(row.body.get("from_year", FIRST_YEAR))


def _unknown(session: Session, kind: SetKind, name: str) -> int:
    table = FactorSet if kind is SetKind.FACTOR_SET else RuleSet
    known = ", ".join(session.scalars(select(table.id).order_by(table.id)))
    raise Refused(UNKNOWN.format(name=name, known=known), status=404)
