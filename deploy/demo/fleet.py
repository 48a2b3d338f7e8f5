"""The invented fleet of a demo concession: which bus, since when, on what, and how far it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from schemas.report.code_lists import BatteryChemistry, BusClass, Deployment, Drivetrain, EuroClass
from schemas.report.fleet import Vehicle

SEATS = {BusClass.BUS_12M: 38, BusClass.BUS_18M: 52, BusClass.MIDI: 24}
CAPACITY = {BusClass.BUS_12M: Decimal(350), BusClass.BUS_18M: Decimal(500), BusClass.MIDI: Decimal(150)}


@dataclass(frozen=True)
class Series:
    """A number of like buses that came into service on one day; ``monthly_km`` is each bus's usual month."""

    prefix: str
    count: int
    bus_class: BusClass
    drivetrain: Drivetrain
    since: date
    monthly_km: int
    make: str
    operator_id: str | None = None

    @property
    def electric(self) -> bool:
        """Whether the buses charge."""
        return self.drivetrain is Drivetrain.BEV


@dataclass(frozen=True)
class Bus:
    """One bus of a series."""

    number: int
    series: Series

    @property
    def vehicle_id(self) -> str:
        """The holder's own number of the bus."""
        return f"{self.series.prefix}{self.number:03d}"

    @property
    def plate(self) -> str:
        """A plate of sidecode 7, like those of buses since 2008, in a letter pair for each series."""
        first, second = self.series.prefix[0], "BDFGHJKLNPRSTVXZ"[self.number // 10 % 16]
        return f"{10 + self.number % 90:02d}-B{first}{second}-{self.number % 10}"

    def row(self) -> Vehicle:
        """The bus as a row of the fleet sheet."""
        series = self.series
        return Vehicle(
            vehicle_id=self.vehicle_id,
            licence_plate=self.plate,
            operator_id=series.operator_id,
            manufacturer_id="L3",
            make=series.make,
            model=series.bus_class.label.nl,
            bus_class=series.bus_class,
            drivetrain=series.drivetrain,
            euro_class=EuroClass.ZE if series.electric else EuroClass.EURO_6,
            first_admission=series.since,
            in_service_from=series.since,
            deployment=Deployment.REGULAR,
            seats=SEATS[series.bus_class],
            wheelchair_accessible=True,
            battery_kwh=CAPACITY[series.bus_class] if series.electric else None,
            battery_chemistry=BatteryChemistry.LFP if series.electric else None,
            battery_supplier_id="L4" if series.electric else None,
        )


def buses(series: tuple[Series, ...], *, year: int) -> tuple[Bus, ...]:
    """The buses in service at the end of the year."""
    return tuple(
        Bus(number=number, series=one) for one in series if one.since.year <= year for number in range(1, one.count + 1)
    )


OOST = (
    Series("E", 36, BusClass.BUS_12M, Drivetrain.BEV, date(2023, 12, 10), 6100, "Verzonnen Busfabriek"),
    Series("G", 6, BusClass.BUS_18M, Drivetrain.BEV, date(2024, 6, 1), 5600, "Verzonnen Busfabriek"),
    Series("N", 5, BusClass.BUS_12M, Drivetrain.BEV, date(2026, 1, 1), 6000, "Verzonnen Busfabriek"),
    Series("D", 9, BusClass.BUS_12M, Drivetrain.DIESEL, date(2018, 12, 9), 4300, "Verzonnen Busfabriek"),
    Series("K", 4, BusClass.MIDI, Drivetrain.BEV, date(2024, 1, 1), 3900, "Verzonnen Busfabriek", operator_id="L1"),
)
WEST = (
    Series("W", 22, BusClass.BUS_12M, Drivetrain.BEV, date(2024, 12, 15), 6400, "Verzonnen Busfabriek"),
    Series("V", 18, BusClass.BUS_12M, Drivetrain.DIESEL, date(2019, 12, 15), 5200, "Verzonnen Busfabriek"),
)
