"""Two judgements of one report beside each other: which verdicts and findings differ, and which factors moved them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

import polars as pl

from schemas.judgement import FactorUsed, Indicator, Outcome, Severity, Verdict
from schemas.norms import NORM
from schemas.shadow import FactorMoved, NormBeside, RuleBeside
from schemas.texts import Bilingual
from workers.domain.assess import norms_of
from workers.domain.checked import Checked
from workers.domain.factors import FactorSet
from workers.domain.frames import SEVERITY
from workers.domain.indicators import INDICATORS, Reckon
from workers.domain.indicators.figures import TOTAL
from workers.domain.ledger import Ledger

Place = tuple[str, frozenset[str]]


@dataclass(frozen=True)
class Judgement:
    """A checked report with its figures and verdicts; ``handed_in`` decides on timeliness."""

    checked: Checked
    handed_in: date | None

    @cached_property
    def figures(self) -> Mapping[Reckon, tuple[Indicator, ...]]:
        """The figures by what reckons them, so that some can be reckoned again."""
        ledger = Ledger(self.checked)
        return {reckon: reckon(ledger) for reckon in INDICATORS}

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdict on every norm that the terms ask."""
        figures = tuple(figure for several in self.figures.values() for figure in several)
        return norms_of(Ledger(self.checked), figures, handed_in=self.handed_in)

    def figure(self, place: Place) -> Indicator | None:
        """One figure by indicator and part."""
        return next((one for several in self.figures.values() for one in several if _place(one) == place), None)


def norms_beside(before: Judgement, after: Judgement) -> tuple[NormBeside, ...]:
    """Every norm both ways, in the order of the contract; a norm that one side does not ask says so."""
    sides = [{verdict.norm: verdict for verdict in judged.verdicts} for judged in (before, after)]
    asked = [norm for norm in NORM if any(norm in side for side in sides)]
    pairs = ([side.get(norm) or _not_asked(norm) for side in sides] for norm in asked)
    return tuple(
        NormBeside(before=old, after=new, factors=_moved(old.norm, before, after) if old != new else ())
        for old, new in pairs
    )


def _not_asked(norm: str) -> Verdict:
    return Verdict(norm=norm, verdict=Outcome.NOT_ASSESSABLE, value=None, threshold=None, reason=NOT_ASKED)


NOT_ASKED = Bilingual(nl="Deze norm wordt niet gevraagd.", en="This norm is not asked.")


def rules_beside(before: Checked, after: Checked) -> tuple[RuleBeside, ...]:
    """Every rule that finds something else than it did, or that is in another revision and finds something."""
    old, new = _counts(before), _counts(after)
    revisions = (dict(before.case.rule_set.revisions), dict(after.case.rule_set.revisions))
    return tuple(
        RuleBeside(
            rule=rule,
            severity=severity,
            revision_before=revisions[0].get(rule),
            revision_after=revisions[1].get(rule),
            before=old.get((rule, severity), 0),
            after=new.get((rule, severity), 0),
        )
        for rule, severity in sorted(old.keys() | new.keys())
        if old.get((rule, severity)) != new.get((rule, severity))
    )


def _counts(checked: Checked) -> dict[tuple[str, Severity], int]:
    return {
        (offences.statement.id, Severity(severity)): number
        for offences in checked.offences
        if offences.frame.height
        for severity, number in offences.frame.group_by(SEVERITY).agg(pl.len()).iter_rows()
    }


def _moved(norm: str, before: Judgement, after: Judgement) -> tuple[FactorMoved, ...]:
    """The factors behind a norm that differ, each with what it alone does to the value."""
    place = _behind(norm, after)
    old, new = before.figure(place), after.figure(place)
    moved = list(_differing(old.why.factors if old else (), new.why.factors if new else ()))
    effects = _effects(place, before, moved)
    told = [one.model_copy(update={"effect": effect}) for one, effect in zip(moved, effects, strict=True)]
    return tuple(sorted(told, key=lambda one: (-abs(one.effect or Decimal(0)), one.code, one.column)))


def _behind(norm: str, judgement: Judgement) -> Place:
    """The indicator and part that a norm reads."""
    case = judgement.checked.case
    year = case.report.front.report_year
    asked = case.terms.norm(norm, year) if case.terms and year else None
    return NORM[norm].indicator or "", frozenset(((asked.part if asked else None) or TOTAL).split(","))


def _differing(before: Iterable[FactorUsed], after: Iterable[FactorUsed]) -> Iterator[FactorMoved]:
    old = {(used.code, used.column): used for used in before}
    new = {(used.code, used.column): used for used in after}
    for (code, column), used in sorted((old | new).items()):
        was, now = old.get((code, column)), new.get((code, column))
        values = (was.value if was else None, now.value if now else None)
        if values[0] != values[1]:
            yield FactorMoved(code=code, column=column, unit=used.unit, before=values[0], after=values[1], effect=None)


def _effects(place: Place, before: Judgement, moved: Sequence[FactorMoved]) -> list[Decimal | None]:
    """What each factor does when they are changed one after another; together that is the whole change."""
    reckon = next((known for known, several in before.figures.items() if place in map(_place, several)), None)
    case = before.checked.case
    if reckon is None or case.factors is None:
        return [None] * len(moved)
    steps = [case.factors]
    for one in moved:
        steps.append(_stepped(steps[-1], one))
    ledgers = (Ledger(replace(before.checked, case=replace(case, factors=factors))) for factors in steps)
    values = [next((f.value for f in reckon(ledger) if _place(f) == place), None) for ledger in ledgers]
    return [None if was is None or now is None else now - was for was, now in pairwise(values)]


def _stepped(factors: FactorSet, moved: FactorMoved) -> FactorSet:
    """A list with one figure changed."""
    entries = (
        replace(entry, **{moved.column: moved.after})  # type: ignore[arg-type]  # the columns of figures alone
        if entry.code == moved.code
        else entry
        for entry in factors.entries
    )
    return replace(factors, entries=tuple(entries))


def _place(figure: Indicator) -> Place:
    """Where a figure stands; the order of the pairs in a part does not matter."""
    return figure.indicator, frozenset(figure.part.split(","))
