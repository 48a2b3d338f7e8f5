"""What the column *part* of a declared total names: a carrier, an origin of electricity, buildings or vehicles."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import polars as pl

from schemas.report.code_lists import Carrier, EnergyUse, Origin


class Family(StrEnum):
    """Parts of one family add up to the total."""

    CARRIER = "carrier"
    ORIGIN = "origin"
    PLACE = "place"


BUILDING = ("building", "buildings", "gebouw", "gebouwen", EnergyUse.BUILDING.label.nl, EnergyUse.BUILDING.label.en)
VEHICLES = ("vehicles", "vehicle", "voertuigen", "voertuig")


def _names() -> Iterator[tuple[str, str, str]]:
    for family, codes in ((Family.CARRIER, Carrier), (Family.ORIGIN, Origin)):
        for code in codes:
            yield from ((name.lower(), family.value, code.value) for name in (code, code.label.nl, code.label.en))
    for place, names in (("building", BUILDING), ("vehicles", VEHICLES)):
        yield from ((name.lower(), Family.PLACE.value, place) for name in names)


NAMES = pl.DataFrame(
    sorted(set(_names())), schema={"part_name": pl.String, "family": pl.String, "code": pl.String}, orient="row"
)


def with_parts(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Declared rows with ``family`` and ``code`` of their part; null where it names none. ``dimension=code`` is understood too."""
    named = pl.col("part").str.split(",").list.last().str.split("=").list.last().str.strip_chars().str.to_lowercase()
    return rows.with_columns(named.alias("part_name")).join(
        NAMES.lazy(), on="part_name", how="left", maintain_order="left"
    )
