"""What reports are judged by as the rows say it: rule sets by name from this release, factor sets from their rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.store import Check, Report, Version, in_force
from schemas.store import FactorSet as FactorSetRow
from schemas.store import RuleSet as RuleSetRow
from schemas.words import SetKind
from workers.domain.factors import Factor, FactorSet
from workers.domain.rule_set import RuleSet
from workers.domain.rules import RULE_SETS
from workers.domain.yardsticks import Yardsticks
from workers.publish.content import Named
from workers.sources import earlier_in_force
from workers.worker import Permanent

Entry = dict[str, str | None]
TEXTS = ("kind", "code", "unit", "source")


def yardsticks_in_force(session: Session) -> Yardsticks:
    """What is switched on now, for every report year."""
    rule_sets = in_force(session, SetKind.RULE_SET)
    if not rule_sets:
        raise Permanent("no_rule_set", "No rule set is in force: run db upgrade.")
    lists = in_force(session, SetKind.FACTOR_SET)
    return Yardsticks(
        rule_sets={year: rule_set_named(adoption.set_id) for year, adoption in rule_sets.items()},
        factor_sets={year: factor_set_named(session, adoption.set_id) for year, adoption in sorted(lists.items())},
    )


def yardsticks_for(session: Session, report_id: UUID) -> Yardsticks:
    """What a report is judged by now; for earlier years the lists by which the reports in force were judged."""
    now, report = yardsticks_in_force(session), session.get_one(Report, report_id)
    earlier = {year: factors_of(session, version) for year, version in earlier_in_force(session, report).items()}
    return replace(now, factor_sets=_with(now.factor_sets, earlier))


def judged_by(session: Session, version: UUID) -> Yardsticks:
    """What a version was judged by, whatever was switched on since."""
    report = session.get_one(Report, session.get_one(Version, version).report)
    now = yardsticks_for(session, report.id)
    rule_set = rule_set_named(session.get_one(Check, version).rule_set)
    lists = _with(now.factor_sets, {report.report_year: factors_of(session, version)})
    return replace(now, rule_sets={report.report_year: rule_set}, factor_sets=lists)


def factors_of(session: Session, version: UUID) -> FactorSet | None:
    """The factor set that a version was judged by."""
    name = session.get_one(Check, version).factor_set
    return factor_set_named(session, name) if name else None


def rule_set_named(name: str) -> RuleSet:
    """A rule set of this release; one that kept versions name stays in every later release."""
    known = next((rule_set for rule_set in RULE_SETS if rule_set.id == name), None)
    if known is None:
        raise Permanent("no_such_rule_set", f"Rule set {name} is not in this release.")
    return known


def factor_set_named(session: Session, name: str) -> FactorSet:
    """A factor set as it is kept; under one name it is always the same."""
    row = session.get(FactorSetRow, name)
    if row is None:
        raise Permanent("no_such_factor_set", f"Factor set {name} is not kept here.")
    return FactorSet(
        id=row.id, year=row.year, fictional=row.fictional, entries=tuple(map(_entry, cast("list[Entry]", row.body)))
    )


def kept_rule_set(session: Session, name: str) -> Named:
    """A kept rule set by its name and sha256, as documents name it."""
    return Named(name=name, sha256=session.get_one(RuleSetRow, name).sha256)


def _with(lists: Mapping[int, FactorSet], others: Mapping[int, FactorSet | None]) -> dict[int, FactorSet]:
    """The lists by year with those of some years replaced, or taken out."""
    merged = {**lists, **others}
    return {year: known for year, known in sorted(merged.items()) if known is not None}


def _entry(kept: Entry) -> Factor:
    texts = {name: kept[name] or "" for name in TEXTS}
    amounts = {name: None if text is None else Decimal(text) for name, text in kept.items() if name not in TEXTS}
    return Factor(**texts, **amounts)  # type: ignore[arg-type]  # the names are those of the entries that were written
