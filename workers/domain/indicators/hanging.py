"""What an indicator hangs on: an error on a row that it would use makes it not assessable (contract, *Not assessable*)."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from schemas.report.code_lists import EnergyUse
from schemas.report.columns import columns_of
from schemas.report.sheets import BY_NAME, column_named
from schemas.texts import Bilingual
from workers.domain import reasons
from workers.domain.frames import COLUMN, ENTITY, ROW
from workers.domain.indicators.figures import both
from workers.domain.ledger import Ledger
from workers.domain.report import Table
from workers.domain.rules.energy import CARRIERS_OF

# Errors that say nothing of one cell: the row as a whole is not judged further.
WHOLE_ROW = ("KEY-", "FLT-002", "ENE-001", "ENE-002")
# A second row of one key is left out of every sum, so no sum uses it.
REPEAT = "KEY-001"
CLAIMS = "CON-"
HEADINGS = 1
OF_VEHICLES = ("bus_class", "drivetrain", "euro_class", "operator_id", "deployment", "in_service_from")

UNREADABLE = both("Het bestand is niet te lezen.", "The file cannot be read.")


@dataclass(frozen=True)
class Uses:
    """Cells that an indicator uses: columns of a sheet, on some rows.

    ``rows`` may name the vehicle's columns on *activity* and *energy*; where it cannot be told whether a row is used, it is. ``needed`` says
    that there is nothing to reckon without at least one row, ``present`` that an optional sheet must be there; ``claims`` that the
    contract rules (CON) count too, and ``beside`` names rules whose errors do not.
    """

    sheet: str
    columns: tuple[str, ...]
    rows: pl.Expr | None = None
    needed: bool = False
    claims: bool = False
    present: bool = False
    beside: tuple[str, ...] = ()


def obstacle(ledger: Ledger, *uses: Uses) -> Bilingual | None:
    """Why a figure cannot be assessed, if it cannot: the file, a missing sheet or column, an error, or no rows at all."""
    if not ledger.readable:
        return UNREADABLE
    return next((reason for use in uses if (reason := _reason(ledger, use))), None)


def field_obstacle(ledger: Ledger, *names: str) -> Bilingual | None:
    """Why fields of the sheet *report* cannot be used: absent, blank, faulty or broken by a rule."""
    fields = ledger.report.fields
    for name in names:
        if fields.values.get(name) is None:
            return reasons.field_missing(column_named("report", name))
        rows = [fields.rows.get(name), *fields.repeats.get(name, ())]
        found = ledger.faults["report"].filter((pl.col(COLUMN) == name) | pl.col(ROW).is_in(rows))
        if found.height:
            return _faulty("report", found)
    return None


def _reason(ledger: Ledger, use: Uses) -> Bilingual | None:
    table = ledger.report.table(use.sheet)
    return (
        _missing(table, use)
        or _broken(ledger, table, use)
        or (_empty(use.sheet) if use.needed and not table.frame.height else None)
    )


def _missing(table: Table, use: Uses) -> Bilingual | None:
    if not table.present:
        return reasons.sheet_missing(use.sheet) if use.needed or use.present or BY_NAME[use.sheet].required else None
    gone = [
        c for c in columns_of(BY_NAME[use.sheet]) if c.required and c.name in use.columns and c.name in table.absent
    ]
    return reasons.column_missing(gone[0]) if gone else None


def _broken(ledger: Ledger, table: Table, use: Uses) -> Bilingual | None:
    faults = _counting(ledger.faults[use.sheet], use)
    if not faults.height and table.flawless:
        return None
    somewhere = faults.filter(pl.col(ROW).is_null() | (pl.col(ROW) <= HEADINGS))
    placed = somewhere.filter(_hangs_together(ledger, somewhere, use))
    rows = _used_rows(ledger, table, use, faults[ROW].drop_nulls())
    found = pl.concat([placed, faults.filter(pl.col(ROW).is_in(rows[ROW].implode()))])
    if found.height:
        return _faulty(use.sheet, found)
    return _unusable(use.sheet, rows) if rows.height else None


def _counting(faults: pl.DataFrame, use: Uses) -> pl.DataFrame:
    """The errors that concern a cell that is used, or the row as a whole."""
    if faults.is_empty():
        return faults
    rule = pl.col("rule")
    whole = pl.any_horizontal(*(rule.str.starts_with(name) for name in WHOLE_ROW)) | pl.col(COLUMN).is_null()
    claim = rule.str.starts_with(CLAIMS)
    counts = pl.when(claim).then(pl.lit(use.claims)).otherwise(whole | pl.col(COLUMN).is_in(use.columns))
    return faults.filter(counts & ~rule.is_in((REPEAT, *use.beside)))


def _hangs_together(ledger: Ledger, faults: pl.DataFrame, use: Uses) -> pl.Series:
    """Of errors without a row: those that name a vehicle count where a row of that vehicle would be used."""
    if use.rows is None or use.sheet not in ("activity", "energy") or not faults.height:
        return pl.Series([True] * faults.height, dtype=pl.Boolean)
    imagined = pl.DataFrame({"vehicle_id": faults[ENTITY]}, schema={"vehicle_id": pl.String}).with_row_index("fault")
    rows = _imagined(_with_vehicles(ledger, imagined), ledger.report.table(use.sheet).frame.schema)
    used = rows.select("fault", _maybe(use.rows).alias("used")).group_by("fault", maintain_order=True)
    return used.agg(pl.col("used").any())["used"]


def _imagined(vehicles: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """The rows that are not there: of a known vehicle, traction with every carrier that fits its drivetrain."""
    known = pl.col("drivetrain").is_not_null()
    fitting = pl.DataFrame(
        [(drivetrain.value, carrier.value) for drivetrain, carriers in CARRIERS_OF.items() for carrier in carriers],
        schema={"drivetrain": pl.String, "carrier": pl.String},
        orient="row",
    )
    rows = vehicles.join(fitting, on="drivetrain", how="left", maintain_order="left").with_columns(
        pl.when(known).then(pl.lit(EnergyUse.TRACTION.value)).alias("use")
    )
    return rows.with_columns(
        pl.lit(None, dtype=kind).alias(name) for name, kind in schema.items() if name not in rows.columns
    )


def _used_rows(ledger: Ledger, table: Table, use: Uses, faulty: pl.Series) -> pl.DataFrame:
    """The rows that the figure would use and that are faulty: by an error, by a cell, or not judged further."""
    cells = [name for name in use.columns if name in table.frame.columns]
    suspect = table.frame.filter(
        pl.col(ROW).is_in(faulty.implode())
        | (table.broken(*cells) if cells else pl.lit(value=False))
        | _doubtful(table)
    )
    if use.rows is None:
        return suspect.select(ROW)
    return _with_vehicles(ledger, suspect).filter(_maybe(use.rows)).select(ROW)


def _doubtful(table: Table) -> pl.Expr:
    return pl.col("unfit") & ~pl.col(ROW).is_in(table.repeats.implode())


def _with_vehicles(ledger: Ledger, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of *activity* and *energy* with what is known of their vehicle."""
    if "vehicle_id" not in rows.columns or "bus_class" in rows.columns:
        return rows
    vehicles = ledger.report.table("vehicles").frame.select("vehicle_id", *OF_VEHICLES)
    known = vehicles.filter(pl.col("vehicle_id").is_not_null()).unique("vehicle_id", keep="first", maintain_order=True)
    return rows.join(known, on="vehicle_id", how="left", maintain_order="left")


def _maybe(rows: pl.Expr) -> pl.Expr:
    return rows.fill_null(value=True)


def _faulty(sheet: str, faults: pl.DataFrame) -> Bilingual:
    """The first error, and how many more there are."""
    first = faults.sort(ROW, "rule", nulls_last=True).row(0, named=True)
    label, more = BY_NAME[sheet].label, faults.height - 1
    nl = f"regel {first['rule']} vindt een fout op het blad {label.nl}"
    en = f"rule {first['rule']} finds an error on the sheet {label.en}"
    at = ("", "") if first[ROW] is None else (f", rij {first[ROW]}", f", row {first[ROW]}")
    others = ("", "") if not more else (f" (en nog {more})", f" (and {more} more)")
    return both(f"Niet te beoordelen: {nl}{at[0]}{others[0]}.", f"Not assessable: {en}{at[1]}{others[1]}.")


def _unusable(sheet: str, rows: pl.DataFrame) -> Bilingual:
    label, row = BY_NAME[sheet].label, rows[ROW].sort()[0]
    return both(
        f"Niet te beoordelen: op het blad {label.nl} is rij {row} niet te gebruiken.",
        f"Not assessable: on the sheet {label.en} row {row} cannot be used.",
    )


def _empty(sheet: str) -> Bilingual:
    label = BY_NAME[sheet].label
    return both(
        f"Niet te beoordelen: het blad {label.nl} heeft geen rijen; leeg is niet hetzelfde als nul.",
        f"Not assessable: the sheet {label.en} has no rows; blank is not the same as zero.",
    )
