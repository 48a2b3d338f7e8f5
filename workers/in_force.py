"""What reports are judged by as the rows say it: rule sets by name from this release, factor sets from their rows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import cast

from sqlalchemy.orm import Session

from schemas.store import Check, in_force
from schemas.store import FactorSet as FactorSetRow
from schemas.store import RuleSet as RuleSetRow
from schemas.words import SetKind
from workers.domain.factors import Factor, FactorSet
from workers.domain.rule_set import RuleSet
from workers.domain.rules import RULE_SETS
from workers.domain.yardsticks import Yardsticks
from workers.publish.content import Named
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


def judged_by(session: Session, check: Check, *, year: int) -> Yardsticks:
    """What a version was judged by, whatever was switched on since."""
    now = yardsticks_in_force(session)
    others = {known: listed for known, listed in now.factor_sets.items() if known != year}
    own = {year: factor_set_named(session, check.factor_set)} if check.factor_set else {}
    return replace(now, rule_sets={year: rule_set_named(check.rule_set)}, factor_sets=others | own)


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


def _entry(kept: Entry) -> Factor:
    texts = {name: kept[name] or "" for name in TEXTS}
    amounts = {name: None if text is None else Decimal(text) for name, text in kept.items() if name not in TEXTS}
    return Factor(**texts, **amounts)  # type: ignore[arg-type]  # the names are those of the entries that were written
