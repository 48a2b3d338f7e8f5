"""The lists that come with the product: emission factors by year and air factors."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from io import StringIO

from workers.domain.factors import AirFactor, AirFactors, Factor, FactorSet
from workers.domain.rules import RULE_SETS
from workers.domain.yardsticks import Yardsticks

AMOUNTS = ("wtw", "ttw", "wtt", "biogenic", "infrastructure", "mj_per_unit")
SPEEDS = (18, 25, 35, 50)
KINDS = frozenset({"carrier", "electricity_origin", "gwp", "material", "setting"})
FICTIONAL = "demo-"


@dataclass(frozen=True)
class UnreadableFactors(Exception):
    """A factor list that cannot be used, with the line where it goes wrong."""

    line: int
    what: str

    def __str__(self) -> str:
        """Where and what."""
        return f"line {self.line}: {self.what}"


@cache
def factor_sets() -> tuple[FactorSet, ...]:
    """Every list that comes with the product, oldest first; ``demo-2025`` is fictional."""
    return parse_factors(_text("factors.csv"))


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


def parse_factors(text: str) -> tuple[FactorSet, ...]:
    """The lists of a CSV: year, kind, code, unit, wtw, ttw, wtt, biogenic, infrastructure, mj_per_unit, source and perhaps set.

    Without the column ``set`` a list is named ``official-`` and its year; one whose name starts with ``demo-`` is fictional.
    Raises ``UnreadableFactors`` where a line cannot be understood: a factor is never guessed.
    """
    reader = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    missing = {"year", "kind", "code", "unit", "source", *AMOUNTS} - set(reader.fieldnames or ())
    if missing:
        raise UnreadableFactors(1, f"missing columns {', '.join(sorted(missing))}")
    lists: dict[tuple[int, str], list[Factor]] = defaultdict(list)
    for number, line in enumerate(reader, start=2):
        year = _year(line["year"], number)
        name = line.get("set") or f"official-{year}"
        lists[year, name].append(_entry(line, number, lists[year, name]))
    return tuple(
        FactorSet(id=name, year=year, entries=tuple(entries), fictional=name.startswith(FICTIONAL))
        for (year, name), entries in sorted(lists.items())
    )


def _entry(line: dict[str, str], number: int, known: list[Factor]) -> Factor:
    if line["kind"] not in KINDS:
        raise UnreadableFactors(number, f"unknown kind {line['kind']!r}")
    if any((entry.kind, entry.code) == (line["kind"], line["code"]) for entry in known):
        raise UnreadableFactors(number, f"{line['code']} stands there twice")
    wtw, ttw, wtt, biogenic, infrastructure, mj = (_amount(line[name], number) for name in AMOUNTS)
    return Factor(
        kind=line["kind"],
        code=line["code"],
        unit=line["unit"],
        wtw=wtw,
        ttw=ttw,
        wtt=wtt,
        biogenic=biogenic,
        infrastructure=infrastructure,
        mj_per_unit=mj,
        source=line["source"],
    )


def _amount(text: str | None, number: int) -> Decimal | None:
    if not text or not text.strip():
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise UnreadableFactors(number, f"{text!r} is no number") from None
    if not amount.is_finite() or amount < 0:
        raise UnreadableFactors(number, f"{text!r} is no factor")
    return amount


def _year(text: str, number: int) -> int:
    if not text.isascii() or not text.isdigit() or len(text) != 4:
        raise UnreadableFactors(number, f"{text!r} is no year")
    return int(text)


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
