"""How many findings each sheet of a version has, from the counts of the rules and the findings that are listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.holder.findings import RESULT_OF_FINDING, in_order
from portal.holder.labels import sheet_label
from portal.holder.rule_titles import published_rules
from schemas.judgement import Severity
from schemas.store import Finding, RuleResult


@dataclass(frozen=True, kw_only=True)
class SheetTally:
    """How many findings a sheet has; at least so many, where a rule that looks at all sheets found more than are listed."""

    sheet: str
    label: str
    number: int
    at_least: bool


@dataclass(frozen=True)
class Counted:
    """What a rule has on one sheet: how many findings are listed there, and how many it found on all sheets."""

    rule: str
    severity: Severity
    sheet: str
    listed: int
    found: int


def sheet_tallies(session: Session, version: UUID) -> list[SheetTally]:
    """The sheets with findings, in the order of the report, with how many."""
    found = _by_sheet(session, version)
    sheets = {rule.rule: rule.sheet for rule in published_rules(session, version)}
    listed: Counter[tuple[str, Severity]] = Counter()
    numbers: Counter[str] = Counter()
    open_ended: set[str] = set()
    for one in found:
        listed[one.rule, one.severity] += one.listed
    for one in found:
        cut, alone = listed[one.rule, one.severity] < one.found, sheets.get(one.rule) == one.sheet
        numbers[one.sheet] += one.found if cut and alone else one.listed
        open_ended |= {one.sheet} if cut and not alone else set()
    return [
        SheetTally(sheet=sheet, label=sheet_label(sheet), number=numbers[sheet], at_least=sheet in open_ended)
        for sheet in in_order(list(numbers))
    ]


def _by_sheet(session: Session, version: UUID) -> list[Counted]:
    """By rule, severity and sheet, how many findings are listed, and how many the rule has in all."""
    by = (Finding.rule, Finding.severity, Finding.sheet)
    query = (
        select(*by, func.count(), RuleResult.count)
        .join(RuleResult, RESULT_OF_FINDING)
        .where(Finding.version == version)
    )
    return [Counted(*row) for row in session.execute(query.group_by(*by, RuleResult.count).order_by(*by))]
