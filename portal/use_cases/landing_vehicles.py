"""Which vehicles an answer of their maker is about: those that it delivered in the report year, if they are of one class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from schemas.report.sheet_text import Cells

VEHICLES: Final = "vehicles"
# Of these one figure per vehicle can be true of all.
SAME: Final = ("bus_class", "drivetrain")


def delivered(rows: Sequence[Cells], maker: str, year: int) -> tuple[int, ...]:
    """The places of the vehicles that name this maker and were admitted in this year."""
    return tuple(
        place
        for place, row in enumerate(rows)
        if row.get("manufacturer_id") == maker and str(row.get("first_admission") or "").startswith(f"{year}-")
    )


def of_one_class(rows: Sequence[Cells], places: Sequence[int]) -> bool:
    """Whether one figure can be meant for all of these vehicles."""
    return len({tuple(rows[place].get(name) for name in SAME) for place in places}) == 1
