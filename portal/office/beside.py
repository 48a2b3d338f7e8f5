"""What trying something showed, as people read it: each report both ways, with what moved and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from portal.holder.verdicts import said
from portal.language import in_language, language
from schemas import amounts
from schemas.judgement import Verdict
from schemas.norms import NORM
from schemas.shadow import FactorMoved, NormBeside, ReportBeside, RuleBeside, Untried

MOST_PLACES = 6


@dataclass(frozen=True, kw_only=True)
class Side:
    """One verdict: its tone and the value."""

    tone: str
    value: str


@dataclass(frozen=True, kw_only=True)
class NormShown:
    """One norm both ways, and what moved it."""

    name: str
    now: Side
    then: Side
    turns: bool
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReportShown:
    """One report of which something moves."""

    title: str
    standing: str
    turns: bool
    norms: tuple[NormShown, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Everything that a trial showed, with what turns first; ``same`` counts the reports of which nothing moves."""

    reports: int
    turning: int
    verdicts: int
    shown: tuple[ReportShown, ...]
    same: int
    untried: tuple[tuple[str, str], ...]


def outcome(reports: Iterable[ReportBeside], untried: Iterable[Untried]) -> Outcome:
    """What moved, from what turns to what only moves."""
    every = list(reports)
    moving = sorted((one for one in every if one.moves), key=lambda one: not one.turns)
    return Outcome(
        reports=len(every),
        turning=sum(one.turns for one in every),
        verdicts=sum(norm.turns for one in every for norm in one.norms),
        shown=tuple(map(_report, moving)),
        same=len(every) - len(moving),
        untried=tuple((f"{one.concession} {one.year}", in_language(one.reason)) for one in untried),
    )


def _report(report: ReportBeside) -> ReportShown:
    accepted = _("van kracht") if report.in_force else _("nog niet aanvaard")
    return ReportShown(
        title=f"{report.concession_name} {report.year}",
        standing=_("versie %(number)s, %(standing)s", number=report.number, standing=accepted),
        turns=report.turns,
        norms=tuple(_norm(one) for one in report.norms if one.moves),
        rules=tuple(map(_rule, report.rules)),
    )


def _norm(norm: NormBeside) -> NormShown:
    known = NORM.get(norm.before.norm)
    unit = known.unit if known else ""
    why = tuple(_factor(one, unit) for one in norm.factors) or ((in_language(norm.after.reason),) if norm.turns else ())
    return NormShown(
        name=in_language(known.name) if known else norm.before.norm,
        now=_side(norm.before, unit),
        then=_side(norm.after, unit),
        turns=norm.turns,
        why=why,
    )


def _side(verdict: Verdict, unit: str) -> Side:
    value = None if verdict.value is None else str(verdict.value)
    threshold = None if verdict.threshold is None else str(verdict.threshold)
    return Side(tone=verdict.verdict.value, value=said(value, unit, against=threshold))


def _factor(moved: FactorMoved, unit: str) -> str:
    """grey wtw: 0,456 → 0,483 per kWh (+3,1 g per reizigerskm)."""
    told = f"{moved.code} {moved.column}: {_amount(moved.before)} → {_amount(moved.after)} per {moved.unit}"
    if moved.effect is None:
        return told
    sign = "+" if moved.effect > 0 else ""
    return f"{told} ({sign}{said(str(moved.effect), unit)})"


def _amount(value: Decimal | None) -> str:
    return "–" if value is None else amounts.written(value, MOST_PLACES, language())


def _rule(rule: RuleBeside) -> str:
    told: str = _(
        "regel %(rule)s: %(before)s → %(after)s bevindingen", rule=rule.rule, before=rule.before, after=rule.after
    )
    if rule.revision_before == rule.revision_after:
        return told
    before, after = (one or "–" for one in (rule.revision_before, rule.revision_after))
    return f"{told}, {_('herziening %(before)s → %(after)s', before=before, after=after)}"
