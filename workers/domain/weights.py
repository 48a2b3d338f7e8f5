"""What one unit of a carrier weighs: in its base unit (kWh, l, kg, Nm3, GJ) and in MJ, as exact integers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import polars as pl

from schemas.report.code_lists import Carrier, Unit
from workers.domain.factors import FactorSet

# One MJ per kWh is a definition, not a factor of a year.
MJ_PER_KWH: Final = Decimal("3.6")
KWH_PER_MWH: Final = Decimal(1000)
# Weights are integers of this many parts; thousandths of a quantity times a weight are SCALE-ths.
WEIGHT: Final = 10**6
SCALE: Final = 1000 * WEIGHT

UNITS_OF: Final = {
    Carrier.ELECTRICITY: (Unit.KWH, Unit.MWH),
    Carrier.DIESEL_B0: (Unit.L,),
    Carrier.DIESEL_B7: (Unit.L,),
    Carrier.HVO30: (Unit.L,),
    Carrier.HVO100: (Unit.L,),
    Carrier.PETROL_E10: (Unit.L,),
    Carrier.CNG: (Unit.KG,),
    Carrier.BIO_CNG: (Unit.KG,),
    Carrier.HYDROGEN_GREY: (Unit.KG,),
    Carrier.HYDROGEN_GREEN: (Unit.KG,),
    Carrier.NATURAL_GAS: (Unit.NM3,),
    Carrier.GREEN_GAS: (Unit.NM3,),
    Carrier.DISTRICT_HEAT: (Unit.GJ,),
}

SCHEMA: Final = pl.Schema(
    {
        "carrier": pl.String(),
        "unit": pl.String(),
        "in_vehicle": pl.Boolean(),
        "amount_weight": pl.Int128(),
        "mj_weight": pl.Int128(),
    }
)


def weights(factors: FactorSet | None) -> pl.DataFrame:
    """Per ``carrier``, ``unit`` and ``in_vehicle``: ``amount_weight`` and ``mj_weight`` in parts of ``WEIGHT``; null where the list lacks it."""
    return pl.DataFrame(list(_weights(factors)), schema=SCHEMA, orient="row")


def mj_per_unit(carrier: Carrier, factors: FactorSet | None) -> Decimal | None:
    """MJ per base unit of a carrier."""
    if carrier is Carrier.ELECTRICITY:
        return MJ_PER_KWH
    entry = factors.find("carrier", carrier) if factors else None
    return entry.mj_per_unit if entry else None


def _weights(factors: FactorSet | None) -> Iterator[tuple[str, str, bool, int | None, int | None]]:
    loss = factors.vehicle_meter_loss if factors else None
    for carrier, units in UNITS_OF.items():
        mj = mj_per_unit(carrier, factors)
        for unit in units:
            amount = KWH_PER_MWH if unit is Unit.MWH else Decimal(1)
            yield carrier, unit, False, _whole(amount), _whole(amount, mj)
            yield carrier, unit, True, _whole(amount, loss), _whole(amount, mj, loss)


def _whole(*parts: Decimal | None) -> int | None:
    product = Decimal(WEIGHT)
    for part in parts:
        if part is None:
            return None
        product *= part
    return int(product)
