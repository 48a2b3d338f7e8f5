"""What the energy and emission indicators share: the cells behind the balance, lacking factors, coverage and operator parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from schemas.judgement import Coverage, Input
from schemas.report.code_lists import Carrier, EnergyUse, Origin, Unit
from schemas.texts import Bilingual
from workers.domain import reasons
from workers.domain.energy_balance import Used
from workers.domain.indicators.figures import covered, filled, taken
from workers.domain.indicators.hanging import Uses
from workers.domain.ledger import Ledger
from workers.domain.statement import Given

HOLDER, SUBCONTRACTORS = "operator=holder", "operator=subcontractors"
ENERGY = ("vehicle_id", "site", "period", "use", "carrier", "quantity", "unit", "meter")
CONTRACT = ("contract_id", "carrier", "origin", "quantity", "unit", "certificates_mwh", "certificate_year")

IN_VEHICLES = pl.col("site").is_null()
TRANSPORT = IN_VEHICLES & pl.col("use").is_in([EnergyUse.TRACTION.value, EnergyUse.HEATING.value])
BUILDING = pl.col("use") == EnergyUse.BUILDING
TRACTION = IN_VEHICLES & (pl.col("use") == EnergyUse.TRACTION)
OWN = pl.col("site").is_not_null() | pl.col("operator_id").is_null()
LOSS = ("setting", "vehicle_meter_loss", "wtw")

UNITS = {
    **dict.fromkeys((Carrier.DIESEL_B0, Carrier.DIESEL_B7, Carrier.HVO30, Carrier.HVO100, Carrier.PETROL_E10), "liter"),
    **dict.fromkeys((Carrier.CNG, Carrier.BIO_CNG, Carrier.HYDROGEN_GREY, Carrier.HYDROGEN_GREEN), Unit.KG.value),
    **dict.fromkeys((Carrier.NATURAL_GAS, Carrier.GREEN_GAS), Unit.NM3.value),
    Carrier.DISTRICT_HEAT: Unit.GJ.value,
    Carrier.ELECTRICITY: Unit.KWH.value,
}

Entry = tuple[str, str, str]


def is_one_of(codes: Iterable[str]) -> pl.Expr:
    """Whether the carrier is one of these."""
    return pl.col("carrier").is_in([str(code) for code in codes])


def energy_used(rows: pl.Expr | None, *vehicle_columns: str) -> tuple[Uses, ...]:
    """The cells behind energy on some rows, with those of the vehicles that tell whose and what it is."""
    return (
        Uses("energy", ENERGY, rows=rows, needed=True),
        Uses("vehicles", ("vehicle_id", *vehicle_columns), needed=True),
    )


def contracts_used(used: Iterable[Used], *, booked_on: pl.Expr, more: Sequence[str] = ()) -> tuple[Uses, ...]:
    """The cells behind claims on origin: the contracts on which this energy is booked, and the bookings themselves."""
    names = sorted({row.contract_id for row in used if row.contract_id is not None})
    return (
        Uses("energy_contracts", (*CONTRACT, *more), rows=pl.col("contract_id").is_in(names), claims=True),
        Uses("energy", (*ENERGY, "contract_id"), rows=booked_on | _on_one_of(names), claims=True),
    )


def _on_one_of(names: Sequence[str]) -> pl.Expr:
    """Whether energy is booked on one of these contracts: certificates are shared over all of it."""
    return pl.col("contract_id").is_in(names).fill_null(value=False)


def booked_beside(ledger: Ledger, used: Iterable[Used]) -> tuple[Used, ...]:
    """Everything that is booked on the contracts of some energy, itself included."""
    names = {contract.contract_id for row in used if (contract := ledger.energy.contract_of(row))}
    return ledger.energy.where(lambda row: row.contract_id in names and ledger.energy.contract_of(row) is not None)


@dataclass(frozen=True)
class Lacking:
    """Entries of the year's list that are needed and not there."""

    year: int | None
    entries: tuple[Entry, ...]

    def reason(self) -> Bilingual:
        """In words."""
        if self.year is None:
            return reasons.NOT_GIVEN[Given.FACTORS]
        names = ", ".join(f"{code} ({column})" for _, code, column in self.entries)
        return filled(
            "Niet te beoordelen: de factorenlijst van {year} mist {names}.",
            "Not assessable: the factor list of {year} lacks {names}.",
            year=self.year,
            names=names,
        )


def lacking(ledger: Ledger, entries: Iterable[Entry]) -> Bilingual | None:
    """Why factors cannot be applied: no list for the year, or a list without these entries."""
    factors = ledger.case.factors
    wanted = tuple(dict.fromkeys(entries))
    if not wanted:
        return None
    if factors is None:
        return Lacking(None, wanted).reason()
    gone = [(k, c, col) for k, c, col in wanted if (entry := factors.find(k, c)) is None or entry.amount(col) is None]
    return Lacking(factors.year, tuple(gone)).reason() if gone else None


def losses(used: Iterable[Used]) -> list[Entry]:
    """The loss factor, where electricity was metered in the vehicle."""
    return [LOSS] if any(row.in_vehicle for row in used) else []


def quantity_of(used: Iterable[Used]) -> Fraction:
    """What some energy of one unit adds up to, losses included."""
    return sum((row.quantity for row in used), Fraction(0))


def estimated(used: Iterable[Used]) -> bool:
    """Whether an estimate is part of it."""
    return any(row.estimated for row in used)


def weighed(parts: Iterable[tuple[Used, Fraction]]) -> Coverage | None:
    """How much of a quantity was measured and how much estimated; ``parts`` are rows with their weight."""
    known = list(parts)
    guessed = sum((weight for row, weight in known if row.estimated), Fraction(0))
    return covered(measured=sum((weight for _, weight in known), Fraction(0)) - guessed, estimated=guessed)


def put_in(ledger: Ledger, used: Sequence[Used]) -> list[Input]:
    """What went in, by carrier: rows and metered quantity."""
    found = []
    for carrier in (code for code in Carrier if any(row.carrier == code for row in used)):
        rows = [row for row in used if row.carrier == carrier]
        metered = sum((row.metered for row in rows), Fraction(0))
        label = carrier.label
        found.append(
            taken(
                "energy",
                "quantity",
                at=ledger.energy.places(rows),
                amount=metered,
                unit=UNITS[carrier],
                nl=label.nl,
                en=label.en,
            )
        )
    return found


def by_operator(used: Sequence[Used]) -> Iterator[tuple[str, tuple[Used, ...]]]:
    """The holder's own and its subcontractors', apart."""
    yield HOLDER, tuple(row for row in used if not row.subcontracted)
    yield SUBCONTRACTORS, tuple(row for row in used if row.subcontracted)


def by_carrier(
    used: Sequence[Used], carriers: Iterable[Carrier] = tuple(Carrier)
) -> Iterator[tuple[Carrier, tuple[Used, ...]]]:
    """Each carrier of which there is any."""
    for carrier in carriers:
        if rows := tuple(row for row in used if row.carrier == carrier):
            yield carrier, rows


def energy_content(used: Iterable[Used]) -> list[Entry]:
    """The entries that say how many megajoules a unit of each carrier holds."""
    return [(*entry_of(carrier), "mj_per_unit") for carrier in dict.fromkeys(row.carrier for row in used)]


def entry_of(carrier: str) -> tuple[str, str]:
    """Where the list says something of a carrier as such; of electricity every origin has the same energy content."""
    return ("electricity_origin", Origin.GREY) if carrier == Carrier.ELECTRICITY else ("carrier", carrier)


def mj_of(ledger: Ledger, carrier: str) -> Fraction:
    """Megajoules per unit, after ``lacking`` found none missing."""
    mj = ledger.energy.mj(carrier)
    assert mj is not None
    return mj
