"""Two judgements beside each other: which verdicts turn, which factors did it, and which rules find something else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from schemas.judgement import Outcome, Severity
from schemas.shadow import NormBeside, RuleBeside
from tests.builders import a_diesel_bus, a_report, a_vehicle, checked, diesel, electric_months, months, ridership, terms
from tests.factors import FACTORS_2026
from workers.domain.factors import FactorSet
from workers.domain.ranges import RANGES, Span, Spans
from workers.domain.report import Report
from workers.domain.rules import NEWEST
from workers.domain.rules.intensity import electric_intensity_is_plausible
from workers.domain.shadow import Judgement, norms_beside, rules_beside

YEAR = [f"2026-{month:02}" for month in range(1, 13)]


def a_year_of_driving() -> Report:
    """An electric bus on 12 000 kWh of unnamed origin and a diesel bus on 1 200 litres, for 246 000 passenger-kilometres."""
    return a_report(
        a_vehicle("B1"),
        a_diesel_bus("D1"),
        activity=[*months("B1", km=1000), *months("D1", km=300)],
        energy=[*electric_months("B1", kwh=1000), *(diesel("D1", litres=100, period=month) for month in YEAR)],
        ridership=[ridership(month, passenger_km=20500) for month in YEAR],
    )


def listed(**wtw: str) -> FactorSet:
    """The list of 2026 with some other well-to-wheel factors."""
    entries = (replace(one, wtw=Decimal(wtw[one.code])) if one.code in wtw else one for one in FACTORS_2026.entries)
    return replace(FACTORS_2026, id="other", entries=tuple(entries))


def judgement(**case: Any) -> Judgement:
    return Judgement(checked=checked(a_year_of_driving(), terms=terms(), **case), handed_in=None)


def beside(norm: str = "N-WTW-PKM", **case: Any) -> NormBeside:
    """One norm, by the list of 2026 and as the case would have it."""
    return next(one for one in norms_beside(judgement(), judgement(**case)) if one.before.norm == norm)


def test_the_same_set_twice_moves_nothing() -> None:
    norms = norms_beside(judgement(), judgement())

    assert norms
    assert not any(norm.moves or norm.factors for norm in norms)


def test_a_verdict_that_turns_names_the_factors_that_did_it() -> None:
    norm = beside(factors=listed(grey="0.5", diesel_b7="3.3"))

    assert (norm.before.verdict, norm.after.verdict) == (Outcome.MEETS, Outcome.DOES_NOT_MEET)
    assert [(moved.code, moved.column, moved.before, moved.after) for moved in norm.factors] == [
        ("grey", "wtw", Decimal("0.483"), Decimal("0.5")),
        ("diesel_b7", "wtw", Decimal("3.251"), Decimal("3.3")),
    ]


def test_what_the_factors_do_one_after_another_is_the_whole_change() -> None:
    norm = beside(factors=listed(grey="0.5", diesel_b7="3.3"))

    effects = [moved.effect for moved in norm.factors if moved.effect is not None]
    assert float(effects[0]) == pytest.approx(12_000 * 0.017 * 1000 / 246_000)
    assert float(effects[1]) == pytest.approx(1_200 * 0.049 * 1000 / 246_000)
    assert isinstance(norm.before.value, Decimal)
    assert isinstance(norm.after.value, Decimal)
    assert float(sum(effects)) == pytest.approx(float(norm.after.value - norm.before.value))


@pytest.mark.parametrize(("grey", "turns"), [("0.4946", False), ("0.4949", False), ("0.4950", True)])
def test_a_value_may_move_without_the_verdict(grey: str, turns: bool) -> None:
    norm = beside(factors=listed(grey=grey))

    assert norm.moves
    assert norm.turns is turns


def test_a_factor_that_nothing_hangs_on_is_not_named() -> None:
    assert beside(factors=listed(hvo100="9")).factors == ()


def test_a_list_that_lacks_a_factor_makes_the_norm_not_assessable() -> None:
    without = replace(FACTORS_2026, id="less", entries=tuple(one for one in FACTORS_2026.entries if one.code != "grey"))

    norm = beside(factors=without)

    assert norm.turns
    assert norm.after.verdict is Outcome.NOT_ASSESSABLE
    assert [(moved.code, moved.after, moved.effect) for moved in norm.factors if moved.code == "grey"] == [
        ("grey", None, None)
    ]


def test_no_list_at_all_is_not_assessable_either() -> None:
    assert beside(factors=None).after.verdict is Outcome.NOT_ASSESSABLE


def test_a_norm_that_reads_no_factor_stays() -> None:
    assert not beside("N-ZE-FLEET", factors=listed(grey="9")).moves


def test_a_rule_that_finds_more_is_told_with_both_revisions() -> None:
    rule = electric_intensity_is_plausible
    strict = replace(RANGES, kwh_per_km=Spans((("bus_12m", Span(0.8, 0.9)),)))
    second = replace(rule, statement=replace(rule.statement, revision=2))
    newer = NEWEST.revised("2027.1", second, from_year=2027, ranges=strict)

    found = rules_beside(checked(a_year_of_driving()), checked(a_year_of_driving(), rule_set=newer))

    assert found == (
        RuleBeside(
            rule="ENE-003",
            severity=Severity.WARNING,
            revision_before=1,
            revision_after=2,
            before=0,
            after=1,
        ),
    )


def test_rules_that_find_the_same_are_not_told() -> None:
    assert rules_beside(checked(a_year_of_driving()), checked(a_year_of_driving())) == ()
