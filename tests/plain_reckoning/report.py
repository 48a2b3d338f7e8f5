"""A report as plain rows, with the terms and the lists by which it is read."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from tests.plain_reckoning.answers import NotAssessable, summed

Row = Mapping[str, object]
DATA = Path(__file__).parents[2] / "workers" / "reference"
ZERO_EMISSION = ("bev", "fcev", "trolley", "overhead_electric")
YEAR = {"report_year": 2026, "period_start": date(2026, 1, 1), "period_end": date(2026, 12, 31)}


def read(name: str) -> list[dict[str, str]]:
    """One of the lists that come with the product."""
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


FACTORS = {(r["kind"], r["code"]): r for r in read("factors.csv") if r["set"] == "official-2026"}


def amount(value: object) -> Fraction:
    """A cell as an exact number."""
    return Fraction(Decimal(str(value)))


def day(value: object) -> date:
    """A cell that holds a date."""
    assert isinstance(value, date)
    return value


def months_earlier(then: date, months: int) -> date:
    """The same day so many whole years of months earlier; 29 February becomes the 28th."""
    assert months % 12 == 0
    year = then.year - months // 12
    leap = (then.month, then.day) == (2, 29) and year % 4
    return then.replace(year=year, day=28 if leap else then.day)


@dataclass(frozen=True)
class Agreed:
    """The terms of the concession, as far as indicators read them."""

    asks_sick_leave: bool = True
    wages: Sequence[tuple[date, Decimal]] = ()
    scores: Mapping[str, Decimal] | None = None
    exemptions: Sequence[tuple[date, date]] = ()


@dataclass(frozen=True)
class Plain:
    """The rows of a report as they were built; a sheet that is not there is absent, and ``lacking`` names entries that the list lacks."""

    sheets: Mapping[str, Sequence[Row]]
    front: Row = field(default_factory=lambda: YEAR)
    terms: Agreed | None = None
    lacking: frozenset[tuple[str, str]] = frozenset()

    def rows(self, sheet: str, chosen: Callable[[Row], bool] = bool) -> list[Row]:
        """The rows of a sheet; none where it is absent."""
        return [row for row in self.sheets.get(sheet, ()) if chosen(row)]

    def there(self, *sheets: str) -> None:
        """Stop where the file lacks a sheet; it may be empty."""
        if not all(sheet in self.sheets for sheet in sheets):
            raise NotAssessable

    def needs(self, *sheets: str) -> None:
        """Stop where a sheet has nothing to go by: blank is absent, never zero."""
        if not all(self.rows(sheet) for sheet in sheets):
            raise NotAssessable

    def field(self, name: str) -> object:
        """A field of the first sheet, where it is given."""
        if self.front.get(name) is None:
            raise NotAssessable
        return self.front[name]

    def number(self, name: str) -> Fraction:
        """A field that holds a number."""
        return amount(self.field(name))

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return day(self.field("period_start"))

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        return day(self.field("period_end"))

    def factor(self, kind: str, code: str, column: str) -> Fraction:
        """A figure of the year's list; a blank biogenic factor counts as none."""
        if (kind, code) in self.lacking or (kind, code) not in FACTORS:
            raise NotAssessable
        cell = FACTORS[kind, code][column]
        if not cell and column != "biogenic":
            raise NotAssessable
        return Fraction(cell or "0")

    def vehicle(self, row: Row) -> Row:
        """The vehicle that a row is about; nothing is known of it where it has none."""
        found = (v for v in self.rows("vehicles") if v["vehicle_id"] == row.get("vehicle_id"))
        return next(found, {})

    def by_bus(self, row: Row) -> bool:
        """Bus classes are all but train."""
        return self.vehicle(row).get("bus_class", "train") != "train"

    def by_train(self, row: Row) -> bool:
        """Whether a train ran or used it."""
        return self.vehicle(row).get("bus_class") == "train"

    def own(self, row: Row) -> bool:
        """Whether it is the holder's: of a site, or of a vehicle without operator."""
        return not self.vehicle(row).get("operator_id")

    def km(self, chosen: Callable[[Row], bool], column: str = "km_total") -> Fraction:
        """Kilometres on some rows of activity."""
        return summed(amount(row[column]) for row in self.rows("activity", chosen))


def above_eight(vehicle: Row) -> bool:
    """Bus classes without bus_8p."""
    return vehicle.get("bus_class", "train") not in ("train", "bus_8p")


def zero_emission(vehicle: Row) -> bool:
    """The drivetrains with Euro class ze (rule FLT-001)."""
    return vehicle.get("drivetrain") in ZERO_EMISSION
