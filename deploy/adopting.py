"""Switching a rule set or factor set on from the command line, by the same way as the portal does; and all sets in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.use_cases import switching
from schemas.clock import dutch_day
from schemas.store import Adoption, in_force
from schemas.store import FactorSet as FactorSetRow
from schemas.store import RuleSet as RuleSetRow
from schemas.web import Said
from schemas.words import SetKind

COMMAND = {SetKind.FACTOR_SET: "factors", SetKind.RULE_SET: "ruleset"}


def adopt(
    session: Session, kind: SetKind, name: str, *, by: str, reason: str, from_year: int | None = None
) -> Adoption:
    """Switch a set on as the portal does; who did not try it yet is told the command that does."""
    try:
        return switching.adopt(session, kind, name, by=by, actor=by, reason=reason, from_year=from_year)
    except switching.NotTried as wrong:
        command = f"ketenspiegel {COMMAND[kind]} shadow {name}"
        raise wrong.adding(Said(f"Dat doet: {command}.", f"This does: {command}.")) from wrong


def known_sets(session: Session, kind: SetKind) -> Iterator[str]:
    """Every set in one line: its name, what it is for, and since when it holds, by whom and why."""
    holding: dict[str, list[Adoption]] = defaultdict(list)
    for adoption in in_force(session, kind).values():
        holding[adoption.set_id].append(adoption)
    for name, about in _described(session, kind):
        held = " · ".join(map(_holds, holding[name])) or "geldt niet / not in force"
        yield f"{name}{about} · {held}"


def _described(session: Session, kind: SetKind) -> Iterator[tuple[str, str]]:
    if kind is SetKind.RULE_SET:
        yield from ((name, "") for name in session.scalars(select(RuleSetRow.id).order_by(RuleSetRow.id)))
        return
    for row in session.scalars(select(FactorSetRow).order_by(FactorSetRow.year, FactorSetRow.id)):
        fictional = " · fictief / fictional" if row.fictional else ""
        yield row.id, f" · {row.year} · {len(row.body)} factoren / factors{fictional}"


def _holds(held: Adoption) -> str:
    years = f"{held.year} en later / and later" if held.kind is SetKind.RULE_SET else f"{held.year}"
    return f"geldt / in force: {years} ({dutch_day(held.at)}, {held.by}: {held.reason})"
