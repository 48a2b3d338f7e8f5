"""Units as people write them: spelling aside, and in the base unit in which they can be compared."""

from __future__ import annotations

import polars as pl

# Plain spelling to base unit and how many of it.
KNOWN = {
    "kg": ("kg", 1.0),
    "t": ("kg", 1000.0),
    "ton": ("kg", 1000.0),
    "tonne": ("kg", 1000.0),
    "tonnes": ("kg", 1000.0),
    "kwh": ("kwh", 1.0),
    "mwh": ("kwh", 1000.0),
    "liter": ("l", 1.0),
    "litre": ("l", 1.0),
    "litres": ("l", 1.0),
    "pieces": ("stuks", 1.0),
    "pkm": ("rkm", 1.0),
    "passengerkm": ("rkm", 1.0),
    "g/pkm": ("g/rkm", 1.0),
    "vehicledays": ("voertuigdagen", 1.0),
    "€": ("eur", 1.0),
    "count": ("aantal", 1.0),
    "persons": ("personen", 1.0),
    "hours": ("uur", 1.0),
}


def plain(unit: pl.Expr) -> pl.Expr:
    """A unit with its spelling aside: a tonne of CO2e is a tonne."""
    return unit.str.to_lowercase().str.replace_all(r"[\s_-]", "").str.replace(r"co[2₂](e\w*)?", "")


def base(unit: pl.Expr) -> pl.Expr:
    """The base unit in which a unit can be compared."""
    return plain(unit).replace({name: known for name, (known, _) in KNOWN.items()})


def times(unit: pl.Expr) -> pl.Expr:
    """How many of its base unit one of a unit is."""
    return plain(unit).replace_strict({name: many for name, (_, many) in KNOWN.items()}, default=1.0)
