"""The measures that the holder has announced for a figure: those with a number count, the others are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import polars as pl

from schemas.forecasts import Announced
from schemas.report.code_lists import ActionStatus
from workers.domain.indicators.rows import rows_of
from workers.domain.ledger import Ledger

# A number with its sign, such as +12,5 or -3: anything else is words, and words are not guessed at.
CHANGE = re.compile(r"^\s*([+\-−])\s*(\d+(?:[.,]\d{1,3})?)\s*$")


@dataclass(frozen=True)
class Plan:
    """Measures in the order in which they are due, with what each changes in the unit of the figure."""

    measures: tuple[Announced, ...]
    changes: tuple[tuple[int, Decimal], ...]

    def change_by(self, year: int) -> Decimal:
        """What all measures that are ready in or before a year change together."""
        return sum((change for due, change in self.changes if due <= year), Decimal(0))


def plan_of(ledger: Ledger, indicator: str) -> Plan:
    """The open measures on one indicator; a closed one is in the figure already."""
    wanted = (pl.col("indicator_id") == indicator) & (pl.col("status") != ActionStatus.CLOSED)
    columns = ["measure_id", "description", "due", "expected_effect"]
    rows = rows_of(ledger, "measures", wanted).select(columns).sort("due", "measure_id", nulls_last=True)
    known = [row for row in rows.iter_rows() if isinstance(row[2], date)]
    return Plan(tuple(_announced(known)), tuple(_changes(known)))


def _announced(rows: Iterable[tuple[str, str, date, str | None]]) -> Iterable[Announced]:
    for measure, description, due, effect in rows:
        counted = change_in(effect) is not None
        yield Announced(
            measure=str(measure), description=str(description or ""), year=due.year, effect=effect, counted=counted
        )


def _changes(rows: Iterable[tuple[str, str, date, str | None]]) -> Iterable[tuple[int, Decimal]]:
    for _, _, due, effect in rows:
        if (change := change_in(effect)) is not None:
            yield due.year, change


def change_in(effect: str | None) -> Decimal | None:
    """The change that an expected effect says as a number with its sign; None where it says it in words."""
    found = CHANGE.match(effect or "")
    if found is None:
        return None
    amount = Decimal(found[2].replace(",", "."))
    return amount if found[1] == "+" else -amount
