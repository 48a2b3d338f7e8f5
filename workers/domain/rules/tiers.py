"""The shape of the chain: it ends at the holder, and every tier is one further away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from schemas.judgement import Severity
from workers.domain.case import Case
from workers.domain.frames import LACKS
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.statement import Lack, rule

# Of a long circle the first steps are told.
SHOWN = 10


def _cycles(case: Case) -> Iterator[tuple[str, ...]]:
    """The circles in the chain, each from its first row on; every supplier has at most one parent."""
    rows = case.report.rows("suppliers").sort("row").select("supplier_id", "parent_id").collect()
    parents = dict(rows.drop_nulls().iter_rows())
    known: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        step: str | None = start
        while step is not None and step not in path and step not in known:
            path[step] = None
            step = parents.get(step)
        if step in path:
            yield _circle(step, parents)
        known.update(path)


def _circle(start: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    circle = [start]
    while (step := parents[circle[-1]]) != start:
        circle.append(step)
    return tuple(circle)


def _shown(circle: tuple[str, ...]) -> str:
    steps = circle if len(circle) <= SHOWN else (*circle[:SHOWN], "…")
    return " → ".join((*steps, circle[0]))


@rule(
    "SUP-001",
    sheet="suppliers",
    at="parent_id",
    severity=Severity.ERROR,
    basis="integrity",
    needs=("suppliers.supplier_id", "suppliers.parent_id"),
    duty_nl="De keten heeft geen kringen.",
    nl="De keten loopt in een kring: {circle}.",
    en="The chain runs in a circle: {circle}.",
    expected_nl="Een keten die bij de concessiehouder eindigt.",
    expected_en="A chain that ends at the concession holder.",
    mend_nl="Verbeter bij een van deze leveranciers aan wie hij levert.",
    mend_en="Correct for one of these suppliers whom it supplies.",
)
def the_chain_has_no_cycle(case: Case) -> pl.LazyFrame:
    """The chain has no cycle."""
    circles = list(_cycles(case))
    members = [(member, number) for number, circle in enumerate(circles) for member in circle]
    shown = [(number, _shown(circle)) for number, circle in enumerate(circles)]
    return (
        pl.LazyFrame(members, schema={"supplier_id": pl.String, "number": pl.Int64}, orient="row")
        .join(case.report.rows("suppliers").select("supplier_id", "row"), on="supplier_id")
        .group_by("number")
        .agg(pl.col("row").max())
        .join(pl.LazyFrame(shown, schema={"number": pl.Int64, "circle": pl.String}, orient="row"), on="number")
        .select("row", "circle")
    )


def depths(case: Case) -> pl.LazyFrame:
    """How far each supplier really is from the holder, whatever the tiers say, as ``depth``; above a gap or a circle it is not known."""
    table = case.report.table("suppliers")
    rows = table.fit.filter(~table.broken("parent_id")).select("supplier_id", "parent_id").collect()
    parents: dict[str, str | None] = dict(rows.iter_rows())
    known: dict[str, int | None] = {}
    for supplier in parents:
        path: dict[str, None] = {}
        step: str | None = supplier
        while step in parents and step not in path and step not in known:
            path[step] = None
            step = parents[step]
        above = 0 if step is None else known.get(step)
        far = range(above + 1, above + len(path) + 1) if above is not None else [None] * len(path)
        known.update(zip(reversed(path), far, strict=True))
    return pl.LazyFrame(list(known.items()), schema={"supplier_id": pl.String, "depth": pl.Int64}, orient="row")


@rule(
    "SUP-002",
    sheet="suppliers",
    at="tier",
    severity=Severity.ERROR,
    basis="integrity",
    needs=("suppliers.tier", "suppliers.parent_id"),
    duty_nl="Het ketenniveau is dat van de afnemer plus 1, en 1 zonder afnemer in de keten.",
    nl="{supplier_id} heeft ketenniveau {tier}, maar hoort op niveau {wanted} (levert aan: {parent_id}; leeg is de concessiehouder).",
    en="{supplier_id} has tier {tier}, but belongs in tier {wanted} (supplies: {parent_id}; blank is the concession holder).",
    expected_nl="Ketenniveau {wanted}.",
    expected_en="Tier {wanted}.",
    mend_nl="Verbeter het ketenniveau, of aan wie deze leverancier levert.",
    mend_en="Correct the tier, or whom this supplier supplies.",
)
def tier_follows_the_parent(case: Case) -> pl.LazyFrame:
    """Tier is the parent's tier + 1 (1 without parent)."""
    table = case.report.table("suppliers")
    circles = [member for circle in _cycles(case) for member in circle]
    parents = table.fit.select(pl.col("supplier_id").alias("parent_id"), (pl.col("tier") + 1).alias("below_parent"))
    holder = pl.col("parent_id").is_null()
    return (
        with_lacks(table, "tier", "parent_id")
        .filter(~pl.col("supplier_id").is_in(circles))
        .join(parents, on="parent_id", how="left")
        .with_columns(pl.when(holder).then(1).otherwise("below_parent").alias("wanted"))
        .with_columns(lacking(Lack.ROW, pl.col("wanted").is_null()))
        .join(depths(case), on="supplier_id", how="left")
        # Where the tier fits the chain itself, the fault is higher up and is reported there.
        .filter(judged_by((pl.col("tier") != pl.col("wanted")) & pl.col("tier").ne_missing(pl.col("depth"))))
        .select("row", "supplier_id", "tier", "wanted", "parent_id", LACKS)
    )


RULES = (the_chain_has_no_cycle, tier_follows_the_parent)
