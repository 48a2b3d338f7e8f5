"""Switching a rule set or factor set on: a fact with its date, by whom and why, once people have seen in shadow what it changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import dutch_day, now
from schemas.store import Adoption, in_force, note
from schemas.store import FactorSet as FactorSetRow
from schemas.store import RuleSet as RuleSetRow
from schemas.texts import Bilingual
from schemas.words import SetKind
from workers.domain.rules import RULE_SETS
from workers.shadow import newest_run

COMMAND = {SetKind.FACTOR_SET: "factors", SetKind.RULE_SET: "ruleset"}


class NotAdopted(Exception):
    """Why nothing was switched on."""

    def __init__(self, nl: str, en: str) -> None:
        self.reason = Bilingual(nl=nl, en=en)

    def __str__(self) -> str:
        """In both languages."""
        return f"{self.reason.nl} / {self.reason.en}"


def adopt(
    session: Session, kind: SetKind, name: str, *, by: str, reason: str, from_year: int | None = None
) -> Adoption:
    """Judge by this set from the next check on; what was decided stays as it was judged.

    Raises ``NotAdopted`` for a set that is not known, that holds already, or of which nobody saw what it changes.
    """
    if not reason.strip():
        raise NotAdopted("Zeg waarom: --reason.", "Say why: --reason.")
    own_year = _year(session, kind, name)
    year = own_year if from_year is None else from_year
    holds = in_force(session, kind).get(year)
    if holds is not None and holds.set_id == name:
        raise NotAdopted(f"{name} geldt al voor {year}.", f"{name} holds for {year} already.")
    run = newest_run(session, kind, name)
    if run is None:
        command = f"ketenspiegel {COMMAND[kind]} shadow {name}"
        raise NotAdopted(f"Bekijk eerst wat {name} verandert: {command}.", f"See first what {name} changes: {command}.")
    adoption = Adoption(kind=kind, set_id=name, year=year, at=now(), by=by, reason=reason.strip())
    session.add(adoption)
    details = {"year": year, "before": holds.set_id if holds else None, "shadow": str(run.id)}
    note(session, actor=by, action=f"{kind}.adopt", subject=f"{kind}/{name}", details=details)
    return adoption


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


def _year(session: Session, kind: SetKind, name: str) -> int:
    """The report year that a known set is for."""
    if kind is SetKind.FACTOR_SET:
        row = session.get(FactorSetRow, name)
        return row.year if row else _unknown(name, session.scalars(select(FactorSetRow.id).order_by(FactorSetRow.id)))
    known = next((rule_set for rule_set in RULE_SETS if rule_set.id == name), None)
    if known is None or session.get(RuleSetRow, name) is None:
        return _unknown(name, (rule_set.id for rule_set in RULE_SETS))
    return known.from_year


def _unknown(name: str, known: Iterable[str]) -> int:
    listed = ", ".join(known)
    raise NotAdopted(
        f"{name} is hier niet bekend. Bekend: {listed}.",
        f"{name} is not known here. Known: {listed}.",
    )
