"""Reports of many sizes as folders of CSV files: from one small concession by month to the whole of the Netherlands by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
from openpyxl import Workbook

from deploy.demo.reports import VB_OOST, report
from deploy.demo.workbook import csv_files
from schemas.report.columns import Kind, columns_of
from schemas.report.sheets import SHEETS

YEAR = 2026


@dataclass(frozen=True)
class Size:
    """How many buses report by what."""

    name: str
    buses: int
    by_day: bool

    @property
    def periods(self) -> list[str]:
        """The periods of the year."""
        if not self.by_day:
            return [f"{YEAR}-{month:02d}" for month in range(1, 13)]
        days = pl.date_range(date(YEAR, 1, 1), date(YEAR, 12, 31), eager=True)
        return days.dt.to_string("%Y-%m-%d").to_list()


SIZES = (
    Size("60 buses by month", 60, by_day=False),
    Size("350 buses by month", 350, by_day=False),
    Size("350 buses by day", 350, by_day=True),
    Size("5,200 buses by day (all of the Netherlands)", 5200, by_day=True),
)


def write_csv(size: Size, folder: Path) -> Path:
    """The report as a folder of CSV files; the small sheets are those of the demo."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in csv_files(report(VB_OOST, YEAR)).items():
        (folder / name).write_text(text, encoding="utf-8")
    fleet = _fleet(size)
    fleet.write_csv(folder / "vehicles.csv")
    grid = fleet.select("vehicle_id").join(pl.DataFrame({"period": size.periods}), how="cross")
    run = _activity(grid, by_day=size.by_day)
    run.drop("kwh").write_csv(folder / "activity.csv")
    _energy(run).write_csv(folder / "energy.csv")
    return folder


def _fleet(size: Size) -> pl.DataFrame:
    number = pl.int_range(size.buses, eager=True).alias("number")
    letters = "BDFGHJKLNPRSTVXZ"
    return pl.DataFrame({"number": number}).select(
        vehicle_id=pl.format("V{}", pl.col("number").cast(pl.String).str.zfill(5)),
        licence_plate=pl.format(
            "{}-B{}{}-{}",
            (pl.col("number") % 90 + 10).cast(pl.String),
            pl.col("number").map_elements(lambda n: letters[n // 90 % 16], return_dtype=pl.String),
            pl.col("number").map_elements(lambda n: letters[n // 1440 % 16], return_dtype=pl.String),
            (pl.col("number") % 10).cast(pl.String),
        ),
        manufacturer_id=pl.lit("L3"),
        make=pl.lit("Verzonnen Busfabriek"),
        bus_class=pl.lit("bus_12m"),
        drivetrain=pl.lit("bev"),
        euro_class=pl.lit("ze"),
        first_admission=pl.lit(f"{YEAR - 2}-06-01"),
        in_service_from=pl.lit(f"{YEAR - 2}-12-10"),
        deployment=pl.lit("regular"),
        wheelchair_accessible=pl.lit("yes"),
        battery_kwh=pl.lit("350"),
        battery_supplier_id=pl.lit("L4"),
    )


def _activity(grid: pl.DataFrame, *, by_day: bool) -> pl.DataFrame:
    """Kilometres that differ per bus and period without chance, in tenths."""
    usual = 200 if by_day else 6000
    tenths = usual * 10 + (pl.int_range(pl.len()) * 7919 % (usual * 2))
    return grid.with_columns(tenths=tenths).select(
        "vehicle_id",
        "period",
        km_timetable=_one_decimal(pl.col("tenths") * 91 // 100),
        km_total=_one_decimal(pl.col("tenths")),
        kwh=_one_decimal(pl.col("tenths") * 115 // 100),
    )


def _one_decimal(tenths: pl.Expr) -> pl.Expr:
    return pl.format("{}.{}", tenths // 10, tenths % 10)


def _energy(run: pl.DataFrame) -> pl.DataFrame:
    return run.select(
        "vehicle_id",
        "period",
        use=pl.lit("traction"),
        carrier=pl.lit("electricity"),
        quantity=pl.col("kwh"),
        unit=pl.lit("kWh"),
        meter=pl.lit("charger"),
    )


def write_workbook(folder: Path, target: Path) -> int:
    """A folder of CSV files as one workbook with typed numbers, as most people send it; gives its rows."""
    book = Workbook(write_only=True)
    done = 0
    for model in SHEETS:
        frame = pl.read_csv(folder / f"{model.sheet}.csv", infer_schema=False)
        numbers = [column.name for column in columns_of(model) if column.kind in (Kind.DECIMAL, Kind.INTEGER)]
        typed = frame.with_columns(pl.col(name).cast(pl.Float64) for name in numbers if name in frame.columns)
        sheet = book.create_sheet(model.sheet)
        sheet.append(frame.columns)
        for row in typed.iter_rows():
            sheet.append(row)
        done += frame.height
    book.save(target)
    return done
