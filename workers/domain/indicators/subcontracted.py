"""GHG-09: what subcontractors emit, with and without vehicles in the report."""

from __future__ import annotations

from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator, Status
from schemas.report.code_lists import ChainRole
from schemas.texts import Bilingual
from workers.domain.energy_balance import Basis
from workers.domain.frames import ROW
from workers.domain.indicators.climate import BASES
from workers.domain.indicators.emissions import (
    KG_PER_TONNE,
    emissions,
    in_tonnes,
    kg_of,
    scope_obstacle,
    tonnes,
)
from workers.domain.indicators.figures import Figures, both, covered, taken, told
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.refusals import left_out
from workers.domain.indicators.scope3 import SPENT
from workers.domain.indicators.transport import OF_SUBCONTRACTORS
from workers.domain.ledger import Ledger
from workers.domain.mileage import THOUSANDTHS
from workers.domain.places import Places


def subcontracted(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-09: emissions of vehicles of subcontractors, and of subcontractors whose vehicles are not in the report (scope 3)."""
    figures = Figures(
        "GHG-09",
        both(
            "GHG-04 van voertuigen van onderaannemers, plus de toegerekende ketenemissies van onderaannemers zonder voertuigen in het rapport.",
            "GHG-04 of vehicles of subcontractors, plus the allocated chain emissions of subcontractors without vehicles in the report.",
        ),
        factors=ledger.case.factors,
    )
    chain = outside_the_report(ledger)
    reason = obstacle(ledger, *chain_used(chain)) or _silent(chain)
    return tuple(_with_chain(ledger, figures, part, basis, chain, reason) for part, basis in BASES.items())


def chain_used(chain: pl.DataFrame) -> tuple[Uses, ...]:
    """The cells behind chain emissions of subcontractors without vehicles."""
    theirs = pl.col("supplier_id").is_in(chain["supplier_id"].implode())
    return (
        Uses("suppliers", ("supplier_id", "role"), rows=pl.col("role") == ChainRole.SUBCONTRACTOR),
        Uses("chain_emissions", ("supplier_id", "kg_co2e", "allocation_pct"), rows=theirs),
    )


def outside_the_report(ledger: Ledger) -> pl.DataFrame:
    """Subcontractors without vehicles in the report: ``supplier_id``, ``refused``, ``rows``, ``kg`` allocated, ``guessed`` of it, and ``at`` which rows."""
    with_vehicles = ledger.report.vehicles.filter(pl.col("operator_id").is_not_null()).select("operator_id")
    # Kilograms times per cent, in whole thousandths of each: exact.
    allocated = pl.col("kg_co2e").to_physical() * pl.col("allocation_pct").to_physical()
    emitted = ledger.report.rows("chain_emissions").filter(pl.col("supplier_id").is_not_null())
    return (
        ledger.report.rows("suppliers")
        .filter(pl.col("role") == ChainRole.SUBCONTRACTOR)
        .join(with_vehicles, left_on="supplier_id", right_on="operator_id", how="anti")
        .join(
            emitted.group_by("supplier_id").agg(
                pl.len().alias("rows"),
                pl.col(ROW).alias("at"),
                allocated.sum().alias("kg"),
                allocated.filter(SPENT).sum().alias("guessed"),
            ),
            on="supplier_id",
            how="left",
        )
        .select(
            "supplier_id", pl.col("refused").fill_null(value=False), pl.col("rows", "kg", "guessed").fill_null(0), "at"
        )
        .sort("supplier_id")
        .collect()
    )


def _silent(chain: pl.DataFrame) -> Bilingual | None:
    """Whether a subcontractor gives neither vehicles nor emissions, without having refused."""
    silent = chain.filter((pl.col("rows") == 0) & ~pl.col("refused"))["supplier_id"].to_list()
    if not silent:
        return None
    names = ", ".join(silent)
    return both(
        f"Niet te beoordelen: van onderaannemer {names} staan er geen voertuigen en geen ketenemissies in het rapport.",
        f"Not assessable: the report has neither vehicles nor chain emissions of subcontractor {names}.",
    )


def _with_chain(
    ledger: Ledger, figures: Figures, part: str, basis: Basis, chain: pl.DataFrame, reason: Bilingual | None
) -> Indicator:
    if reason := reason or scope_obstacle(ledger, OF_SUBCONTRACTORS, basis):
        return figures.unknown(reason, part=part)
    found = emissions(ledger, OF_SUBCONTRACTORS.used(ledger), basis, "wtw")
    own, rows = tonnes(ledger, figures, found), [row for some in chain["at"].drop_nulls() for row in some]
    kg, spent = chain_kg(chain), chain_kg(chain, "guessed")
    guessed = kg_of(emission for emission in found if emission.used.estimated) + spent
    given = taken("chain_emissions", "kg_co2e", at=Places.of(rows), amount=kg, unit="kg")
    return figures.known(
        (kg_of(found) + kg) / KG_PER_TONNE,
        part=part,
        worked=in_tonnes(found, [told(kg, decimals=3)] if rows else [], kg),
        inputs=[*own.why.inputs, *([given] if rows else [])],
        entries=[emission.entry for emission in found],
        coverage=covered(measured=kg_of(found) + kg - guessed, estimated=guessed),
        notes=left_out(chain.filter((pl.col("rows") == 0) & pl.col("refused"))["supplier_id"].to_list()),
        estimated=own.status is Status.ESTIMATED or bool(spent),
    )


def chain_kg(chain: pl.DataFrame, column: str = "kg") -> Fraction:
    """What subcontractors without vehicles in the report emit, as allocated to the concession."""
    return Fraction(int(chain[column].sum()), THOUSANDTHS * THOUSANDTHS * 100)


INDICATORS = (subcontracted,)
