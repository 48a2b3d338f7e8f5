"""What is booked on each energy contract: exact sums, in the unit of the contract and in MWh of the renewable claim."""

from __future__ import annotations

import polars as pl

from schemas.report.code_lists import Carrier
from workers.domain.case import Case
from workers.domain.frames import LACKS
from workers.domain.lacking import with_lacks
from workers.domain.statement import Lack
from workers.domain.weights import SCALE, weights

MJ_PER_MWH = 3600
# Of HVO30 this part is renewable, and so needs certificates.
RENEWABLE_IN_HVO30 = 0.30
CELLS = ("contract_id", "carrier", "quantity", "unit", "meter")


def booked(case: Case) -> pl.LazyFrame:
    """Per contract ``booked`` (kWh, l, kg, Nm3 or GJ), ``booked_mwh`` (the renewable part) and ``booking_lacks``.

    Energy of another carrier than the contract's is no part of it: it has a finding of its own (CON-006). Energy metered in
    the vehicle is multiplied by the year's loss; where the list lacks a weight the contract carries ``Lack.FACTOR``.
    """
    contracts = case.report.energy_contracts.select("contract_id", pl.col("carrier").alias("contracted"))
    in_vehicle = (pl.col("meter") == "vehicle") & (pl.col("carrier") == Carrier.ELECTRICITY.value)
    of_contract = (pl.col("carrier") == pl.col("contracted")) | pl.col(LACKS).is_not_null()
    groups = (
        with_lacks(case.report.table("energy"), *CELLS)
        .filter(pl.col("contract_id").is_not_null())
        .join(contracts, on="contract_id")
        .filter(of_contract)
        .group_by("contract_id", "carrier", "unit", in_vehicle.alias("in_vehicle"), LACKS)
        .agg(pl.col("quantity").sum().to_physical().alias("thousandths"))
        .join(weights(case.factors).lazy(), on=["carrier", "unit", "in_vehicle"], how="left")
    )
    return groups.group_by("contract_id").agg(
        _amount("amount_weight") / SCALE, _mwh(), _lacks("amount_weight"), _lacks("mj_weight")
    )


def _amount(weight: str) -> pl.Expr:
    return (pl.col("thousandths") * pl.col(weight)).sum().cast(pl.Float64).alias("booked")


def _mwh() -> pl.Expr:
    renewable = pl.when(pl.col("carrier").first() == Carrier.HVO30.value).then(RENEWABLE_IN_HVO30).otherwise(1.0)
    return (_amount("mj_weight") / SCALE / MJ_PER_MWH * renewable).alias("booked_mwh")


def _lacks(weight: str) -> pl.Expr:
    """Why a sum with this weight is not known, if so."""
    no_factor = pl.when(pl.col(weight).is_null().any()).then(pl.lit(Lack.FACTOR.value))
    return pl.coalesce(pl.col(LACKS).drop_nulls().min(), no_factor).alias(f"{weight}_lacks")
