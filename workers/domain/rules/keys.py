"""Keys, references and periods: whether rows can be told apart and belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from schemas.judgement import Severity
from schemas.report.columns import Column, columns_of
from schemas.report.sheets import BETWEEN_KEYS, BY_NAME, SHEETS, key_of
from workers.domain.case import Case
from workers.domain.frames import COLUMN, ENTITY, LACKS, ROW, ROWS, SHEET
from workers.domain.report import Fields, Report, Table
from workers.domain.statement import Lack, Rule, rule

TABLES = tuple(model.sheet for model in SHEETS if model.sheet != "report")
WITH_PERIOD = ("activity", "energy", "ridership", "incidents")
REFERENCES = tuple(column for sheet in TABLES for column in columns_of(BY_NAME[sheet]) if column.refers_to)

CELL = pl.lit(Lack.CELL.value)
NO_LACK = pl.lit(None, pl.String)


@rule(
    "KEY-001",
    sheet="*",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="De sleutelkolommen van een blad wijzen één rij aan.",
    nl="{key} staat ook al op rij {first_row}.",
    en="{key} stands on row {first_row} already.",
    expected_nl="Eén rij per {headings}.",
    expected_en="One row per {headings}.",
    mend_nl="Voeg de twee rijen samen, verwijder er een, of verbeter wat de rijen uit elkaar houdt.",
    mend_en="Merge the two rows, remove one, or mend what tells the rows apart.",
)
def keys_identify_one_row(case: Case) -> pl.LazyFrame:
    """The key columns of a sheet identify one row."""
    tables = (case.report.table(sheet) for sheet in TABLES)
    repeats = [_repeats(table) for table in tables if _has_key(table)]
    return pl.concat([_repeated_fields(case.report.fields), *repeats])


def _has_key(table: Table) -> bool:
    """Whether the sheet is there with every required column of its key."""
    required = {column.name for column in columns_of(BY_NAME[table.sheet]) if column.key and column.required}
    return table.present and not required & table.absent


def _repeats(table: Table) -> pl.LazyFrame:
    keys = list(key_of(BY_NAME[table.sheet]))
    broken = table.broken(*keys)
    whole = table.fit.filter(~broken)
    # Equal rows have equal hashes, so only rows that share a hash can share a key: mostly none.
    hashes = whole.select(ROW, pl.struct(keys).hash().alias("hash")).collect()
    suspects = hashes.filter(pl.col("hash").is_duplicated())[ROW]
    written = pl.concat_str([pl.col(key).cast(pl.String) for key in keys], separator=BETWEEN_KEYS, ignore_nulls=True)
    first_given = pl.coalesce(pl.when(pl.col(key).is_not_null()).then(pl.lit(key)) for key in keys)
    repeated = whole.filter(pl.col(ROW).is_in(suspects.implode())).select(
        pl.lit(table.sheet).alias(SHEET),
        ROW,
        first_given.alias(COLUMN),
        pl.col(ROW).min().over(keys).alias("first_row"),
        written.alias("key"),
        pl.lit([f"{table.sheet}.{key}" for key in keys]).alias("headings"),
        NO_LACK.alias(LACKS),
    )
    unknown = table.fit.filter(broken).select(pl.lit(table.sheet).alias(SHEET), ROW, CELL.alias(LACKS))
    return pl.concat([repeated.filter(pl.col(ROW) > pl.col("first_row")), unknown], how="diagonal")


def _repeated_fields(fields: Fields) -> pl.LazyFrame:
    """The sheet *report* has its own shape: a field that stands there twice."""
    rows = [
        ("report", row, "field", fields.rows[name], name, ["report.field"], None)
        for name, repeats in fields.repeats.items()
        for row in repeats
    ]
    schema: dict[str, pl.DataType | type[pl.DataType]] = {
        SHEET: pl.String,
        ROW: pl.UInt32,
        COLUMN: pl.String,
        "first_row": pl.UInt32,
        "key": pl.String,
        "headings": pl.List(pl.String),
        LACKS: pl.String,
    }
    return pl.LazyFrame(rows, schema=schema, orient="row")


@rule(
    "KEY-002",
    sheet="*",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Een verwijzing wijst naar een rij die bestaat.",
    nl="{reference} staat niet op het blad {target}.",
    en="{reference} is not on the sheet {target}.",
    expected_nl="Een waarde uit de kolom {heading} van het blad {target}.",
    expected_en="A value from the column {heading} of the sheet {target}.",
    mend_nl="Verbeter de verwijzing of voeg de ontbrekende rij toe.",
    mend_en="Mend the reference or add the missing row.",
)
def references_point_to_an_existing_row(case: Case) -> pl.LazyFrame:
    """A reference points to an existing row."""
    return pl.concat([_NO_REFERENCES, *(_dangling(column, case.report) for column in REFERENCES)])


_NO_REFERENCES = pl.LazyFrame(
    schema={
        SHEET: pl.String,
        ROW: pl.UInt32,
        COLUMN: pl.String,
        "reference": pl.String,
        "target": pl.String,
        "heading": pl.String,
        LACKS: pl.String,
    }
)


def _dangling(column: Column, report: Report) -> pl.LazyFrame:
    target, key = str(column.refers_to).split(".")
    table, name = report.table(column.sheet), column.name
    known = report.table(target).frame[key].drop_nulls().unique()
    given = table.fit.select(pl.col(name).drop_nulls().unique()).collect()[name]
    unknown = given.filter(~given.is_in(known.implode()))
    if unknown.is_empty():
        return _NO_REFERENCES
    return table.fit.filter(pl.col(name).is_in(unknown.implode())).select(
        pl.lit(column.sheet).alias(SHEET),
        ROW,
        pl.lit(name).alias(COLUMN),
        pl.col(name).alias("reference"),
        pl.lit(target).alias("target"),
        pl.lit(column.refers_to).alias("heading"),
        (NO_LACK if _complete(report.table(target), key) else CELL).alias(LACKS),
    )


def _complete(table: Table, key: str) -> bool:
    """Whether the keys of a sheet are all known: what is missing there may stand in a cell that cannot be read."""
    if not table.present:
        return not BY_NAME[table.sheet].required
    return key not in table.absent and not table.frame.select(table.broken(key).any()).item()


@rule(
    "KEY-003",
    sheet="*",
    at="period",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Een periode ligt in de verslagperiode.",
    nl="Periode {period} {why}.",
    en="Period {period} {why}.",
    expected_nl="Een bestaand jaar, bestaande maand of dag van {start} tot en met {end}.",
    expected_en="An existing year, month or day from {start} to {end}.",
    mend_nl="Verbeter de periode, of haal rijen van een ander jaar uit dit rapport.",
    mend_en="Mend the period, or take rows of another year out of this report.",
)
def periods_lie_in_the_reported_period(case: Case) -> pl.LazyFrame:
    """A period lies in the reported period."""
    tables = [case.report.table(sheet) for sheet in WITH_PERIOD]
    found = [_periods_outside(table, case) for table in tables]
    return pl.concat(found if case.period else [*found, _unbounded(tables)], how="diagonal")


def _unbounded(tables: Sequence[Table]) -> pl.LazyFrame:
    """The rows of which only can be said that their period exists, as the reported period is none."""
    there = [table for table in tables if table.frame.height]
    return pl.LazyFrame(
        {
            SHEET: [table.sheet for table in there],
            LACKS: [Lack.PERIOD.value] * len(there),
            ROWS: [table.frame.height for table in there],
        },
        schema={SHEET: pl.String, LACKS: pl.String, ROWS: pl.UInt32},
    )


def _periods_outside(table: Table, case: Case) -> pl.LazyFrame:
    start, end = (case.period.start, case.period.end) if case.period else (None, None)
    period = pl.col("period")
    first_day = pl.concat_str(period, pl.lit("-01-01")).str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    why = (
        pl.when(first_day.is_null()).then(pl.lit("does_not_exist")).when(~_within(period)).then(pl.lit("lies_outside"))
    )
    bounds = (pl.lit(start, pl.Date).alias("start"), pl.lit(end, pl.Date).alias("end"))
    faults = table.fit.select(period.drop_nulls().unique()).with_columns(*bounds).with_columns(why=why)
    known = faults.filter(pl.col("why").is_not_null()).collect()
    rows = table.fit.filter(period.is_in(known["period"].implode()))
    return rows.select(ROW, "period").join(known.lazy(), on="period").with_columns(pl.lit(table.sheet).alias(SHEET))


def _within(period: pl.Expr) -> pl.Expr:
    """Whether one day of a period is reported about: ISO dates sort as texts, cut to the length of the period."""
    length = period.str.len_bytes()
    starts, ends = (pl.col(name).cast(pl.String).str.slice(0, length) for name in ("start", "end"))
    return (period >= starts) & (period <= ends)


@rule(
    "KEY-004",
    sheet="energy",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Energie van een gebouw heeft een locatie; tractie en verwarming hebben een voertuig.",
    nl="Energie met gebruik {use}: {why}.",
    en="Energy with use {use}: {why}.",
    expected_nl="Bij een gebouw alleen een locatie, bij tractie en verwarming alleen een voertuignummer.",
    expected_en="For a building only a site, for traction and heating only a vehicle id.",
    mend_nl="Vul het juiste van de twee in. Verdeel energie van een depot- of onderstationsmeter over de voertuigen, met meetpunt Verdeeld.",
    mend_en="Fill in the right one of the two. Allocate energy metered for a depot or substation to its vehicles, with metering point Allocated.",
    needs=("energy.vehicle_id", "energy.site", "energy.use"),
)
def energy_has_its_place(case: Case) -> pl.LazyFrame:
    """Building energy has a site, traction and heating have a vehicle."""
    building, site, vehicle = pl.col("use") == "building", pl.col("site"), pl.col("vehicle_id")
    why = (
        pl.when(building & site.is_null())
        .then(pl.lit("site_missing"))
        .when(building & vehicle.is_not_null())
        .then(pl.lit("vehicle_too_many"))
        .when(~building & vehicle.is_null())
        .then(pl.lit("vehicle_missing"))
        .when(~building & site.is_not_null())
        .then(pl.lit("site_too_many"))
    )
    at_site = pl.col("why").str.starts_with("site")
    return (
        case.report.energy.filter(~case.report.table("energy").broken("vehicle_id", "site", "use"))
        .with_columns(why=why)
        .filter(pl.col("why").is_not_null())
        .select(ROW, "use", "why", pl.when(at_site).then(pl.lit("site")).otherwise(pl.lit("vehicle_id")).alias(COLUMN))
    )


@rule(
    "KEY-005",
    sheet="activity",
    at="period",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Een voertuig heeft in het jaar één soort periode.",
    nl="Voertuig {vehicle_id} {why}.",
    en="Vehicle {vehicle_id} {why}.",
    expected_nl="Per voertuig alleen maanden of alleen dagen, in Ritproductie en Energie gelijk; een jaar alleen bij een onderaannemer.",
    expected_en="Per vehicle only months or only days, the same in Activity and Energy; a year only with a subcontractor.",
    mend_nl="Geef alle rijen van dit voertuig per maand of per dag.",
    mend_en="Give all rows of this vehicle by month or by day.",
    needs=("activity.vehicle_id", "activity.period"),
)
def a_vehicle_has_one_granularity(case: Case) -> pl.LazyFrame:
    """A vehicle uses one period granularity."""
    report = case.report
    first_rows = report.activity.group_by("vehicle_id").agg(pl.col(ROW).min())
    known = report.table("vehicles")
    holders = known.frame.lazy().filter(pl.col("operator_id").is_null() & ~known.broken("operator_id"))
    of_holder = holders.select("vehicle_id", pl.lit(True).alias("of_holder")).unique()
    why = (
        pl.when(pl.col("lengths").list.len() > 1)
        .then(pl.lit("mixes_periods"))
        .when(pl.col("lengths").list.contains(len("YYYY")) & pl.col("of_holder"))
        .then(pl.lit("by_year"))
    )
    return (
        pl.concat(list(_granularities(report)))
        .group_by("vehicle_id")
        .agg(pl.col("length").unique().alias("lengths"))
        .join(of_holder, on="vehicle_id", how="left")
        .with_columns(why=why)
        .filter(pl.col("why").is_not_null())
        .join(first_rows, on="vehicle_id", how="left")
        .select("vehicle_id", "why", ROW, pl.col("vehicle_id").alias(ENTITY))
    )


def _granularities(report: Report) -> Iterator[pl.LazyFrame]:
    """Which lengths of period a vehicle has, sheet by sheet."""
    length = pl.col("period").str.len_bytes().alias("length")
    for rows in (report.activity, report.energy):
        given = rows.filter(pl.col("vehicle_id").is_not_null() & pl.col("period").is_not_null())
        yield given.select("vehicle_id", length).unique()


RULES: tuple[Rule, ...] = (
    keys_identify_one_row,
    references_point_to_an_existing_row,
    periods_lie_in_the_reported_period,
    energy_has_its_place,
    a_vehicle_has_one_granularity,
)
