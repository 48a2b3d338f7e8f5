"""The lists that come with the product: emission factors by year and air factors."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from importlib.resources import files
from io import StringIO

from workers.domain.factors import AirFactor, AirFactors, FactorSet
from workers.domain.rules import RULE_SETS
from workers.domain.yardsticks import Yardsticks
from workers.reference.factor_list import Units, read_factors

SPEEDS = (18, 25, 35, 50)


@cache
def factor_sets() -> tuple[FactorSet, ...]:
    """Every list that comes with the product, oldest first; ``demo-2025`` is fictional."""
    return read_factors("factors.csv", _text("factors.csv").encode(), units={})


def factor_set(year: int | None) -> FactorSet | None:
    """The list of one report year, if there is one."""
    return next((known for known in factor_sets() if known.year == year), None)


@cache
def own_yardsticks() -> Yardsticks:
    """What the offline commands judge by: the rule sets and the lists that come with the product."""
    return Yardsticks(
        rule_sets={known.from_year: known for known in RULE_SETS},
        factor_sets={known.year: known for known in factor_sets()},
    )


@cache
def air_factors() -> AirFactors:
    """The curves of EMEP/EEA 2019 for buses."""
    return AirFactors(tuple(_curve(line) for line in csv.DictReader(StringIO(_text("air_factors.csv")))))


def units_of_factors() -> Units:
    """Per what each factor is, as the newest list that comes with the product has it: reports are reckoned in these."""
    return {(entry.kind, entry.code): entry.unit for entry in factor_sets()[-1].entries}


def _curve(line: dict[str, str]) -> AirFactor:
    return AirFactor(
        fuel=line["fuel"],
        segment=line["segment"],
        euro=line["euro"],
        tech=line["tech"],
        pollutant=line["pollutant"],
        at_speed=tuple((speed, Decimal(line[f"v{speed}"])) for speed in SPEEDS),
    )


def _text(name: str) -> str:
    return files(__package__ or "workers.reference").joinpath(name).read_text(encoding="utf-8")
