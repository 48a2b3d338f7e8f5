"""What the invented fleet ran and used: kilometres, energy, contracts and passengers, month by month."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from deploy.demo.fleet import Bus
from schemas.report.code_lists import BusClass, Carrier, EnergyUse, Meter, Mode, Origin, Unit
from schemas.report.columns import Row
from schemas.report.energy import Energy, EnergyContract
from schemas.report.fleet import Activity, Ridership

KWH_PER_KM = {BusClass.BUS_12M: 1.15, BusClass.BUS_18M: 1.63, BusClass.MIDI: 0.92}
LITRES_PER_KM = 0.345
# Cold months cost more energy; July and August run a thinner timetable.
COLD = (1.13, 1.11, 1.05, 0.99, 0.95, 0.96, 1.01, 1.02, 0.95, 0.98, 1.05, 1.12)
BUSY = (1.03, 0.98, 1.05, 1.0, 1.02, 1.01, 0.84, 0.83, 1.05, 1.06, 1.04, 0.99)
PASSENGERS_PER_BUS = 8.4
WIND, GREY, HVO = "EC-WIND", "EC-GRIJS", "EC-HVO"


@dataclass(frozen=True)
class MonthOfBus:
    """One bus in one month: kilometres and, at the charger or the pump, energy."""

    bus: Bus
    period: str
    km_timetable: Decimal
    km_total: Decimal
    energy: Decimal


def rounded(value: float, step: str = "0.1") -> Decimal:
    """A quantity as somebody would write it down."""
    return Decimal(str(value)).quantize(Decimal(step), rounding=ROUND_HALF_UP)


def months(buses: tuple[Bus, ...], year: int) -> Iterator[MonthOfBus]:
    """Every bus in every month; the same year always gives the same figures."""
    for bus in buses:
        chance = random.Random(f"{bus.vehicle_id}-{year}")  # noqa: S311 - invented figures, no secret
        for month in range(12):
            total = bus.series.monthly_km * BUSY[month] * chance.uniform(0.97, 1.03)
            per_km = KWH_PER_KM[bus.series.bus_class] if bus.series.electric else LITRES_PER_KM
            yield MonthOfBus(
                bus=bus,
                period=f"{year}-{month + 1:02d}",
                km_timetable=rounded(total * chance.uniform(0.90, 0.92)),
                km_total=rounded(total),
                energy=rounded(total * per_km * COLD[month] * chance.uniform(0.97, 1.03)),
            )


def activity(run: list[MonthOfBus]) -> list[Row]:
    """The kilometres as rows."""
    return [
        Activity(
            vehicle_id=month.bus.vehicle_id,
            period=month.period,
            km_timetable=month.km_timetable,
            km_total=month.km_total,
            avg_speed_kmh=Decimal(26),
        )
        for month in run
    ]


def energy(run: list[MonthOfBus], year: int) -> list[Row]:
    """The energy as rows: electricity by charger, HVO by pump, and the depot's own use."""
    vehicles: list[Row] = [_of_bus(month) for month in run]
    return vehicles + [
        Energy(
            site="Remise Voorbeeld",
            period=f"{year}-{month:02d}",
            use=EnergyUse.BUILDING,
            carrier=Carrier.ELECTRICITY,
            quantity=Decimal(11800),
            unit=Unit.KWH,
            meter=Meter.INVOICE,
            contract_id=WIND,
        )
        for month in range(1, 13)
    ]


def _of_bus(month: MonthOfBus) -> Energy:
    electric = month.bus.series.electric
    grey = month.bus.series.prefix == "G"
    return Energy(
        vehicle_id=month.bus.vehicle_id,
        period=month.period,
        use=EnergyUse.TRACTION,
        carrier=Carrier.ELECTRICITY if electric else Carrier.HVO100,
        quantity=month.energy,
        unit=Unit.KWH if electric else Unit.L,
        meter=Meter.CHARGER if electric else Meter.PUMP,
        contract_id=(GREY if grey else WIND) if electric else HVO,
    )


def contracts(rows: list[Row], year: int) -> list[Row]:
    """The contracts on which that energy was bought, with certificates for all that is claimed as renewable."""
    used = {
        contract: sum((r.quantity for r in rows if isinstance(r, Energy) and r.contract_id == contract), Decimal(0))
        for contract in (WIND, GREY, HVO)
    }
    return [
        _contract(WIND, Carrier.ELECTRICITY, Origin.WIND_NL, used[WIND], Unit.KWH, year, used[WIND] / 1000, "B1"),
        _contract(GREY, Carrier.ELECTRICITY, Origin.GREY, used[GREY], Unit.KWH, year, None, None),
        # 34.54 MJ per litre of HVO100: litres to MWh.
        _contract(
            HVO,
            Carrier.HVO100,
            Origin.CERTIFIED_RENEWABLE,
            used[HVO],
            Unit.L,
            year,
            used[HVO] * Decimal("34.54") / 3600,
            "B2",
        ),
    ]


def _contract(
    number: str,
    carrier: Carrier,
    origin: Origin,
    quantity: Decimal,
    unit: Unit,
    year: int,
    mwh: Decimal | None,
    evidence: str | None,
) -> EnergyContract:
    return EnergyContract(
        contract_id=number,
        supplier_id="L2",
        carrier=carrier,
        origin=origin,
        regional=origin is Origin.WIND_NL,
        valid_from=date(year, 1, 1),
        valid_to=date(year, 12, 31),
        quantity=quantity,
        unit=unit,
        certificates_mwh=mwh.quantize(Decimal("0.001")) if mwh is not None else None,
        certificate_year=year if mwh is not None else None,
        evidence_id=evidence,
    )


def ridership(run: list[MonthOfBus], year: int) -> list[Row]:
    """Passenger-kilometres per month, a little under the national occupancy in summer."""
    return [
        Ridership(
            period=period,
            mode=Mode.BUS,
            passenger_km=rounded(float(km) * PASSENGERS_PER_BUS * BUSY[month], "1"),
            boardings=int(float(km) * PASSENGERS_PER_BUS * BUSY[month] / 9.2),
        )
        for month, period in enumerate(f"{year}-{month:02d}" for month in range(1, 13))
        if (km := sum((m.km_timetable for m in run if m.period == period), Decimal(0)))
    ]
