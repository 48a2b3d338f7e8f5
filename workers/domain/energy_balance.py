"""The energy balance: what was used, by whom and for what, and how far certificates cover what contracts claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

import polars as pl

from schemas.report.code_lists import BusClass, Carrier, EnergyUse, Meter, Origin, Unit
from workers.domain.factors import FactorSet
from workers.domain.places import Places, Runs, of_alike, runs_of
from workers.domain.report import Report

# By what energy is told apart: how it was used and metered, and by whom.
HOW = ["use", "carrier", "unit", "meter", "contract_id"]
WHO = ["at_site", "subcontracted", "bus_class", "drivetrain", "recent"]
RECENT = date(2025, 1, 1)
KWH_PER_MWH = 1000
MJ_PER_MWH = 3600
# Of HVO30 this part is renewable.
RENEWABLE_IN_HVO30 = Fraction(30, 100)
UNCLAIMED = frozenset({Origin.GREY, Origin.UNKNOWN, Origin.FOSSIL})
RENEWABLE_FUELS = frozenset({Carrier.HVO100, Carrier.HVO30, Carrier.BIO_CNG, Carrier.HYDROGEN_GREEN})
TRANSPORT = frozenset({EnergyUse.TRACTION, EnergyUse.HEATING})
NEARBY = frozenset({Origin.WIND_NL, Origin.SOLAR_NL, Origin.OWN_SOLAR})


class Basis(StrEnum):
    """Whether electricity counts by what was bought or by what the grid delivers."""

    MARKET = "market"
    LOCATION = "location"


@dataclass(frozen=True)
class Used:
    """Energy of one kind. ``quantity`` is in the unit of the factor list (kWh for electricity), ``metered`` as written but in that unit.

    ``kind`` numbers the kinds of a report: no two rows of the balance have the same.
    """

    at_site: bool
    subcontracted: bool
    bus_class: str | None
    drivetrain: str | None
    recent: bool
    use: str
    carrier: str
    meter: str
    contract_id: str | None
    rows: int
    metered: Fraction
    quantity: Fraction
    kind: int = 0

    @property
    def by_train(self) -> bool:
        """Whether a train used it."""
        return self.bus_class == BusClass.TRAIN

    @property
    def in_vehicle(self) -> bool:
        """Electricity metered in the vehicle: charging and standby losses are added."""
        return self.meter == Meter.VEHICLE and self.carrier == Carrier.ELECTRICITY

    @property
    def estimated(self) -> bool:
        """Whether the quantity is an estimate, wholly or by its losses."""
        return self.meter == Meter.ESTIMATE or self.in_vehicle


@dataclass(frozen=True)
class Contract:
    """One energy contract; quantities as ``Used.quantity``."""

    contract_id: str
    carrier: str
    origin: str
    regional: bool
    quantity: Fraction
    certificates_mwh: Fraction
    row: int = 0

    @property
    def nearby(self) -> bool:
        """Whether it was generated in the Netherlands or the region."""
        return self.regional or self.origin in NEARBY


@dataclass(frozen=True)
class Delivery:
    """A quantity with the entry of the factor list that it counts at."""

    used: Used
    kind: str
    code: str
    quantity: Fraction


@dataclass(frozen=True)
class EnergyBalance:
    """All energy of a report with its contracts."""

    used: tuple[Used, ...]
    contracts: dict[str, Contract]
    factors: FactorSet | None
    report: Report
    kinds: pl.DataFrame

    @staticmethod
    def of(report: Report, factors: FactorSet | None) -> EnergyBalance:
        """The balance of the rows that are judged further; without a known loss, metered in the vehicle counts as metered."""
        loss = factors.vehicle_meter_loss if factors else None
        frame = _kinds(report).collect()
        used = tuple(_used(row, Fraction(loss or 1)) for row in frame.iter_rows(named=True))
        rows = report.energy_contracts.sort("row").collect().iter_rows(named=True)
        contracts = {row["contract_id"]: _contract(row) for row in rows}
        return EnergyBalance(used=used, contracts=contracts, factors=factors, report=report, kinds=frame)

    def where(self, chosen: Callable[[Used], bool]) -> tuple[Used, ...]:
        """Some of the energy."""
        return tuple(used for used in self.used if chosen(used))

    @cached_property
    def runs(self) -> Runs:
        """The rows of the sheet, by kind."""
        return Runs(_runs(self.report, self.kinds))

    def places(self, used: Iterable[Used]) -> Places:
        """On which rows some of the energy stands."""
        some = list(used)
        return Places(sum(row.rows for row in some), self.runs.ranges({row.kind for row in some}))

    def contract_of(self, used: Used) -> Contract | None:
        """The contract on which energy was booked, where it is one of its carrier."""
        contract = self.contracts.get(used.contract_id or "")
        return contract if contract and contract.carrier == used.carrier else None

    def mj(self, carrier: str) -> Fraction | None:
        """Megajoules per unit of a carrier."""
        kind, code = ("electricity_origin", Origin.GREY) if carrier == Carrier.ELECTRICITY else ("carrier", carrier)
        entry = self.factors.find(kind, code) if self.factors else None
        return Fraction(entry.mj_per_unit) if entry and entry.mj_per_unit is not None else None

    @cached_property
    def covered(self) -> dict[str, Fraction]:
        """Per contract the share of what is booked that has its origin proven.

        Certificates short of what is booked are shared over the contract's rows in proportion to MWh, building energy included: so
        every row has the same share. Own solar counts up to the contract quantity; grey, unknown and fossil claim nothing.
        """
        return {
            name: _share(self._entitled(contract), self._booked(contract)) for name, contract in self.contracts.items()
        }

    def _booked(self, contract: Contract) -> Fraction | None:
        """What is booked, in MWh of the renewable part; own solar, grey and unknown in the carrier's unit."""
        rows = [used for used in self.used if self.contract_of(used) is contract]
        total = sum((used.quantity for used in rows), Fraction(0))
        return total if _without_certificates(contract) else self._mwh(contract.carrier, total)

    def _entitled(self, contract: Contract) -> Fraction | None:
        if contract.origin in UNCLAIMED:
            return None
        return contract.quantity if contract.origin == Origin.OWN_SOLAR else contract.certificates_mwh

    def _mwh(self, carrier: str, quantity: Fraction) -> Fraction | None:
        mj = self.mj(carrier)
        renewable = RENEWABLE_IN_HVO30 if carrier == Carrier.HVO30 else 1
        return None if mj is None else quantity * mj * renewable / MJ_PER_MWH

    def deliveries(self, used: Used, basis: Basis) -> Iterator[Delivery]:
        """The energy by the entry of the factor list that it counts at."""
        if used.carrier != Carrier.ELECTRICITY:
            yield Delivery(used, "carrier", used.carrier, used.quantity)
        elif basis is Basis.LOCATION:
            yield Delivery(used, "electricity_origin", Origin.UNKNOWN, used.quantity)
        else:
            yield from self._bought(used)

    def _bought(self, used: Used) -> Iterator[Delivery]:
        """Electricity at its contract's origin as far as that is proven, the rest at grey."""
        contract = self.contract_of(used)
        share = self.covered[contract.contract_id] if contract else Fraction(0)
        if contract and share:
            yield Delivery(used, "electricity_origin", contract.origin, used.quantity * share)
        if share != 1:
            yield Delivery(used, "electricity_origin", Origin.GREY, used.quantity * (1 - share))

    def certified(self, used: Used) -> Fraction:
        """The share of a renewable fuel that certificates of its contract cover."""
        contract = self.contract_of(used)
        if contract is None or used.carrier not in RENEWABLE_FUELS or contract.origin != Origin.CERTIFIED_RENEWABLE:
            return Fraction(0)
        return self.covered[contract.contract_id]

    def proven(self, used: Used) -> Fraction:
        """The share of this energy that is renewable with evidence (ENE-07)."""
        if used.carrier != Carrier.ELECTRICITY:
            return self.certified(used) * (RENEWABLE_IN_HVO30 if used.carrier == Carrier.HVO30 else 1)
        contract = self.contract_of(used)
        claimed = contract is not None and contract.origin not in UNCLAIMED
        return self.covered[contract.contract_id] if contract and claimed else Fraction(0)


def _without_certificates(contract: Contract) -> bool:
    return contract.origin in UNCLAIMED or contract.origin == Origin.OWN_SOLAR


def _share(entitled: Fraction | None, booked: Fraction | None) -> Fraction:
    """All of it where nothing is to be proven or nothing is booked."""
    if entitled is None or not booked:
        return Fraction(1) if booked is not None else Fraction(0)
    return min(Fraction(1), entitled / booked)


def _used(row: dict[str, object], loss: Fraction) -> Used:
    """A group of rows; electricity in MWh is told in kWh."""
    quantity = row["quantity"]
    assert isinstance(quantity, Decimal)
    metered = Fraction(quantity) * (KWH_PER_MWH if row["unit"] == Unit.MWH else 1)
    lost = loss if row["meter"] == Meter.VEHICLE and row["carrier"] == Carrier.ELECTRICITY else Fraction(1)
    kind = {name: value for name, value in row.items() if name not in ("quantity", "unit")}
    return Used(**kind, metered=metered, quantity=metered * lost)  # type: ignore[arg-type]


def _contract(row: dict[str, object]) -> Contract:
    quantity, certificates = row["quantity"] or Decimal(0), row["certificates_mwh"] or Decimal(0)
    assert isinstance(quantity, Decimal)
    assert isinstance(certificates, Decimal)
    return Contract(
        contract_id=str(row["contract_id"]),
        carrier=str(row["carrier"]),
        origin=str(row["origin"]),
        row=int(str(row["row"])),
        regional=bool(row["regional"]),
        quantity=Fraction(quantity) * (KWH_PER_MWH if row["unit"] == Unit.MWH else 1),
        certificates_mwh=Fraction(certificates),
    )


def _kinds(report: Report) -> pl.LazyFrame:
    """One row per kind of energy, in a fixed order: first per vehicle over all rows, then by kind of vehicle."""
    of_vehicles = report.energy.group_by("vehicle_id", *HOW).agg(
        pl.col("quantity").sum(), pl.len().cast(pl.Int64).alias("rows")
    )
    return (
        _with_vehicles(of_vehicles, report)
        .group_by(WHO + HOW)
        .agg(pl.col("quantity").sum(), pl.col("rows").sum())
        .sort(WHO + HOW, nulls_last=True)
        .with_row_index("kind")
    )


def _with_vehicles(rows: pl.LazyFrame, report: Report) -> pl.LazyFrame:
    """Energy with what is known of whose it is."""
    return rows.join(_vehicles(report), on="vehicle_id", how="left", maintain_order="left").with_columns(
        pl.col("vehicle_id").is_null().alias("at_site"), pl.col("subcontracted", "recent").fill_null(value=False)
    )


def _vehicles(report: Report) -> pl.LazyFrame:
    """The vehicles by what their energy is told apart."""
    return report.vehicles.select(
        "vehicle_id",
        pl.col("operator_id").is_not_null().alias("subcontracted"),
        "bus_class",
        "drivetrain",
        (pl.col("in_service_from") >= RECENT).alias("recent"),
    ).unique("vehicle_id", keep="first", maintain_order=True)


def _runs(report: Report, kinds: pl.DataFrame) -> pl.DataFrame:
    """The rows of the sheet as runs of one kind."""
    rows = of_alike(report.energy, _vehicles(report), same=WHO[1:])
    runs = _with_vehicles(runs_of(rows, same=["vehicle_id", *HOW]), report)
    return (
        runs.join(
            kinds.lazy().select("kind", *WHO, *HOW), on=WHO + HOW, how="inner", nulls_equal=True, maintain_order="left"
        )
        .select("first", "last", "kind")
        .collect()
    )
