"""Figures that are a quotient of two others: a share of a whole, or a figure per kilometre; two of the three tell the third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from schemas.publication.items import Item, Kind

if TYPE_CHECKING:
    from schemas.publication.inference import Sum

SLACK: Final = Decimal("1e-9")
PER_CENT: Final = Decimal(100)
ROUNDED: Final = 6


@dataclass(frozen=True)
class Quotient:
    """A figure that is ``times`` a part divided by a whole."""

    share: str
    part: str
    whole: str
    times: Decimal

    @property
    def all(self) -> tuple[str, str, str]:
        """The three figures."""
        return self.share, self.part, self.whole


# Grams from tonnes, over kilometres: the definitions of the contract, each part by the part.
PER_KILOMETRE: Final = {"GHG-05": ("GHG-04", "CTX-03"), "GHG-06": ("GHG-04", "CTX-02")}
GRAMS_IN_TONNE: Final = Decimal(1_000_000)


def quotients_of(items: Iterable[Item], sums: Iterable[Sum]) -> tuple[Quotient, ...]:
    """Every quotient that holds between the figures: shares of a theme of what adds up in it, and figures per kilometre."""
    figures = {one.id: one for one in items if one.kind is Kind.FIGURE and one.value is not None}
    return (*_shares(figures, sums), *_per_kilometre(figures.values()))


def _shares(figures: Mapping[str, Item], sums: Iterable[Sum]) -> Iterator[Quotient]:
    """A share of all or of nothing says no more than the sum itself does."""
    by_value: dict[tuple[str, Decimal], list[tuple[str, str]]] = defaultdict(list)
    for one in sums:
        for part in one.parts:
            whole = figures[one.whole]
            if whole.value and figures[part].value:
                share = (figures[part].value or Decimal(0)) / whole.value * PER_CENT
                by_value[whole.theme, round(share, ROUNDED)].append((part, one.whole))
    for figure in figures.values():
        if figure.unit == "%" and figure.value is not None and 0 < figure.value < PER_CENT:
            for part, whole_id in by_value.get((figure.theme, round(figure.value, ROUNDED)), ()):
                yield Quotient(figure.id, part, whole_id, PER_CENT)


def _per_kilometre(figures: Iterable[Item]) -> Iterator[Quotient]:
    known = list(figures)
    for figure in known:
        over = PER_KILOMETRE.get(figure.code)
        if over is None:
            continue
        tops = [one for one in known if one.code == over[0]]
        bottoms = [one for one in known if one.code == over[1]]
        yield from (
            Quotient(figure.id, top.id, bottom.id, GRAMS_IN_TONNE)
            for top in tops
            for bottom in bottoms
            if _holds(figure, top, bottom)
        )


def _holds(figure: Item, top: Item, bottom: Item) -> bool:
    if not bottom.value or not figure.value or not top.value:
        return False
    reckoned = top.value * GRAMS_IN_TONNE / bottom.value
    return abs(reckoned - figure.value) <= SLACK * max(abs(reckoned), abs(figure.value))
