"""Which rows of a sheet a figure was made from, as the user sees them: *2–721, 725*."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import polars as pl

from workers.domain.frames import ROW

# So many ranges are listed; of what follows only the number of rows.
LISTED = 12
# So many runs are looked at first: mostly they give the ranges that are listed.
FIRST_RUNS = 4096
# How many rows tell in which order a file is.
SAMPLE = 10_000
FIRST, LAST = "first", "last"

Range = tuple[int, int]


@dataclass(frozen=True)
class Places:
    """Some rows of a sheet: how many they are, and the first ranges of them."""

    count: int
    ranges: tuple[Range, ...]

    @staticmethod
    def of(rows: Iterable[int]) -> Places:
        """Rows by their numbers, in any order."""
        numbers = sorted(set(rows))
        return Places(len(numbers), tuple(islice(_end_to_end((number, number) for number in numbers), LISTED)))

    @property
    def text(self) -> str | None:
        """The ranges as they are read."""
        said = (str(first) if first == last else f"{first}\u2013{last}" for first, last in self.ranges)
        return ", ".join(said) or None

    @property
    def beyond(self) -> int:
        """How many rows follow on those that are listed."""
        return self.count - sum(last - first + 1 for first, last in self.ranges)


@dataclass(frozen=True)
class Runs:
    """A sheet as runs of rows of one ``kind`` that follow each other, in order: ``first``, ``last``, ``kind``."""

    frame: pl.DataFrame

    @cached_property
    def _first(self) -> list[tuple[int, int, int]]:
        return self.frame.select(FIRST, LAST, "kind").head(FIRST_RUNS).rows()

    def ranges(self, kinds: Collection[int]) -> tuple[Range, ...]:
        """The first ranges of the rows of some kinds."""
        runs = ((first, last) for first, last, kind in self._first if kind in kinds)
        some = tuple(islice(_end_to_end(runs), LISTED + 1))
        if len(some) <= LISTED and self.frame.height > FIRST_RUNS:
            return tuple(_joined(self.frame, kinds).head(LISTED).iter_rows())
        return some[:LISTED]


def _end_to_end(runs: Iterable[Range]) -> Iterator[Range]:
    """Runs in order, those that follow each other as one."""
    start = end = None
    for first, last in runs:
        if start is None or end is None:
            start = first
        elif first != end + 1:
            yield start, end
            start = first
        end = last
    if start is not None and end is not None:
        yield start, end


def of_alike(rows: pl.LazyFrame, vehicles: pl.LazyFrame, *, same: list[str]) -> pl.LazyFrame:
    """Rows with one vehicle put for all that are alike in some columns, where it helps: in a file that is sorted by day."""
    if not _scattered(rows, same=["vehicle_id"]):
        return rows
    alike = vehicles.select("vehicle_id", pl.col("vehicle_id").first().over(same).alias("alike"))
    known = rows.join(alike, on="vehicle_id", how="left", maintain_order="left")
    return known.with_columns(pl.coalesce("alike", "vehicle_id").alias("vehicle_id"))


def _scattered(rows: pl.LazyFrame, *, same: list[str]) -> bool:
    """Whether rows that belong together mostly do not follow each other, as in a file that is sorted by day."""
    return runs_of(rows.head(SAMPLE), same=same).collect().height > SAMPLE // 2


def runs_of(rows: pl.LazyFrame, *, same: list[str]) -> pl.LazyFrame:
    """Rows in the order of the file, those that follow each other and are the same in some columns as one run: ``first``, ``last`` and those columns."""
    before = pl.col(ROW).shift(1)
    follows = pl.all_horizontal(
        pl.col(ROW) == before + 1, *(pl.col(name).eq_missing(pl.col(name).shift(1)) for name in same)
    )
    starts = rows.select(
        pl.col(ROW).alias(FIRST),
        *same,
        before.alias("before"),
        pl.col(ROW).last().alias("end"),
        (~follows).fill_null(value=True).alias("starts"),
    ).filter("starts")
    return starts.select(FIRST, pl.col("before").shift(-1).fill_null(pl.col("end")).alias(LAST), *same)


def _joined(runs: pl.DataFrame, kinds: Collection[int]) -> pl.DataFrame:
    """The runs of some kinds, those that follow each other as one."""
    some = runs.filter(pl.col("kind").is_in(list(kinds))).select(FIRST, LAST)
    apart = (pl.col(FIRST) != pl.col(LAST).shift(1) + 1).fill_null(value=True).cum_sum()
    return (
        some.group_by(apart.alias("range"), maintain_order=True)
        .agg(pl.col(FIRST).first(), pl.col(LAST).last())
        .drop("range")
    )
