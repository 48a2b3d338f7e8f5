"""The energy of a report once more: how much, of which origin, and how far that is proven."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.plain_reckoning.answers import ZERO, Answer, Shares, known, shares, summed
from tests.plain_reckoning.report import Plain, Row, amount

CLAIMS_NOTHING = ("grey", "unknown", "fossil")
FUELS_WITH_CERTIFICATES = ("hvo100", "hvo30", "bio_cng", "hydrogen_green")
COUNTERPART = {"hvo100": "diesel_b7", "hvo30": "diesel_b7", "bio_cng": "cng", "hydrogen_green": "hydrogen_grey"}
RENEWABLE_IN_HVO30 = Fraction(3, 10)
MJ_PER_MWH = 3600


def electric(row: Row) -> bool:
    """Whether it is electricity."""
    return row["carrier"] == "electricity"


def in_vehicle(row: Row) -> bool:
    """Electricity metered in the vehicle."""
    return electric(row) and row["meter"] == "vehicle"


def estimated(rows: Iterable[Row]) -> bool:
    """Whether an estimate is part of it (ENE-010 counts metered in the vehicle as one)."""
    return any(row["meter"] == "estimate" or in_vehicle(row) for row in rows)


def moved(row: Row) -> bool:
    """Use traction and heating of vehicles."""
    return row["use"] in ("traction", "heating")


def weighed(rows: Sequence[Row], weight: Callable[[Row], Fraction]) -> Shares | None:
    """How much of a quantity was measured and how much estimated."""
    guessed = summed(weight(row) for row in rows if estimated([row]))
    return shares(measured=summed(weight(row) for row in rows) - guessed, estimated=guessed)


def told(rows: Sequence[Row], weight: Callable[[Row], Fraction], *, divided_by: int = 1) -> Answer:
    """What some energy adds up to."""
    total = summed(weight(row) for row in rows) / divided_by
    return known(total, estimated=estimated(rows), coverage=weighed(rows, weight))


@dataclass(frozen=True)
class Balance:
    """The energy of one report."""

    plain: Plain

    def used(self, chosen: Callable[[Row], bool]) -> list[Row]:
        """Some of the energy."""
        return self.plain.rows("energy", chosen)

    def quantity(self, row: Row) -> Fraction:
        """In the unit of the factor list, with what was lost in charging."""
        lost = self.plain.factor("setting", "vehicle_meter_loss", "wtw") if in_vehicle(row) else 1
        return amount(row["quantity"]) * (1000 if row["unit"] == "MWh" else 1) * lost

    def mj(self, row: Row) -> Fraction:
        """The energy content; of electricity every origin has the same."""
        kind, code = ("electricity_origin", "grey") if electric(row) else ("carrier", str(row["carrier"]))
        return self.quantity(row) * self.plain.factor(kind, code, "mj_per_unit")

    def contract(self, row: Row) -> Row | None:
        """The contract of a row, where it is one of its carrier."""
        found = (c for c in self.plain.rows("energy_contracts") if c["contract_id"] == row["contract_id"])
        return next((c for c in found if c["carrier"] == row["carrier"]), None)

    def origin(self, row: Row) -> str | None:
        """The origin that a row's contract claims."""
        contract = self.contract(row)
        return str(contract["origin"]) if contract else None

    def share(self, row: Row) -> Fraction:
        """How much of the origin that its contract claims is proven; short certificates are shared in proportion to MWh."""
        contract = self.contract(row)
        if contract is None:
            return ZERO
        if contract["origin"] in CLAIMS_NOTHING:
            return Fraction(1)
        booked = self.used(lambda other: self.contract(other) is contract)
        if contract["origin"] == "own_solar":
            whole = summed(self.quantity(other) for other in booked)
            entitled = amount(contract["quantity"]) * (1000 if contract["unit"] == "MWh" else 1)
        else:
            whole = summed(self.mj(other) * _renewable(other) / MJ_PER_MWH for other in booked)
            entitled = amount(contract["certificates_mwh"] or 0)
        return min(Fraction(1), entitled / whole) if whole else Fraction(1)

    def certified(self, row: Row) -> Fraction:
        """How much of a renewable fuel its certificates cover."""
        certified = row["carrier"] in FUELS_WITH_CERTIFICATES and self.origin(row) == "certified_renewable"
        return self.share(row) if certified else ZERO

    def evidenced(self, row: Row) -> Fraction:
        """MJ that are renewable with evidence (ENE-07)."""
        if not electric(row):
            return self.mj(row) * self.certified(row) * _renewable(row)
        claims = self.origin(row) not in (None, *CLAIMS_NOTHING)
        return self.mj(row) * self.share(row) if claims else ZERO

    def nearby(self, row: Row) -> bool:
        """Generated in the Netherlands or the region (ENE-08)."""
        contract = self.contract(row) or {}
        return bool(contract.get("regional")) or contract.get("origin") in ("wind_nl", "solar_nl", "own_solar")

    def kg(self, row: Row, column: str, basis: str = "market") -> Fraction:
        """What a row emits, at one column of the list."""
        quantity = self.quantity(row)
        if not electric(row):
            return quantity * self.plain.factor("carrier", str(row["carrier"]), column)
        if basis == "location":
            return quantity * self.plain.factor("electricity_origin", "unknown", column)
        share = self.share(row)
        proven = self.plain.factor("electricity_origin", str(self.origin(row)), column) if share else ZERO
        rest = self.plain.factor("electricity_origin", "grey", column) if share != 1 else ZERO
        return quantity * (share * proven + (1 - share) * rest)

    def kg_beside_fossil(self, row: Row) -> Fraction:
        """The same well to wheel, with the fossil counterpart for what no certificate covers."""
        if row["carrier"] not in COUNTERPART:
            return self.kg(row, "wtw")
        share = self.certified(row)
        fossil = self.plain.factor("carrier", COUNTERPART[str(row["carrier"])], "wtw")
        return self.kg(row, "wtw") * share + self.quantity(row) * fossil * (1 - share)


def _renewable(row: Row) -> Fraction:
    return RENEWABLE_IN_HVO30 if row["carrier"] == "hvo30" else Fraction(1)
