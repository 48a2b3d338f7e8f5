"""What a vehicle ran and used over its year and months: sums that several rules share, each made once, exact.

A vehicle whose sum hangs on a row that cannot be judged is not left out but carries ``lacks``: it is not assessed, never wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from workers.domain.factors import FactorSet
from workers.domain.frames import LACKS, ROW, ROWS
from workers.domain.reasons import Lack
from workers.domain.report import Report, Table
from workers.domain.weights import SCALE as SCALE
from workers.domain.weights import weights

VEHICLE = "vehicle_id"
MONTH = "month"
KM_CELLS = (VEHICLE, "period", "km_timetable", "km_total")
TRACTION_CELLS = (VEHICLE, "period", "use", "carrier", "quantity", "unit", "meter")

# A row that says what else it is used for does not touch a traction sum, whatever else is wrong with it.
MAY_BE_TRACTION = pl.col("use").is_null() | (pl.col("use") == "traction")
LITRES = ("diesel_b0", "diesel_b7", "hvo30", "hvo100", "petrol_e10")
HYDROGEN = ("hydrogen_grey", "hydrogen_green")
CNG = ("cng", "bio_cng")


@dataclass(frozen=True)
class Sums:
    """Sums over the rows of a report that can be judged."""

    report: Report
    factors: FactorSet | None

    @cached_property
    def vehicles(self) -> pl.DataFrame:
        """The vehicles that can be judged."""
        return self.report.vehicles.collect()

    @cached_property
    def activity_months(self) -> pl.DataFrame:
        """Per vehicle and month (or year, for who reports by year): ``month``, ``row``, ``rows``, ``km_total``, ``km_timetable``."""
        return (
            self.report.activity.filter(pl.col(VEHICLE).is_not_null())
            .group_by(VEHICLE, pl.col("period").str.slice(0, 7).alias(MONTH))
            .agg(pl.col(ROW).min(), pl.len().alias(ROWS), pl.col("km_total").sum(), pl.col("km_timetable").sum())
            .collect()
            .sort(VEHICLE, MONTH)
        )

    @cached_property
    def activity_years(self) -> pl.DataFrame:
        """Per vehicle: ``row``, ``rows``, ``km_total``, ``km_timetable``, whether it reports ``by_year``, and ``lacks``."""
        return (
            self.activity_months.group_by(VEHICLE, maintain_order=True)
            .agg(
                pl.col(ROW).min(),
                pl.col(ROWS).sum(),
                pl.col("km_total").sum(),
                pl.col("km_timetable").sum(),
                (pl.col(MONTH).str.len_bytes() == 4).any().alias("by_year"),
            )
            .join(self.activity_doubts, on=VEHICLE, how="left", maintain_order="left")
        )

    @cached_property
    def energy_groups(self) -> pl.DataFrame:
        """Energy of vehicles per month, use, carrier, unit and kind of meter: ``amount`` (kWh, l, kg) and ``mj``, both exact integers.

        Both are in parts of ``weights.SCALE``; energy metered in the vehicle is multiplied by the year's loss. Null where the list lacks a factor.
        """
        return (
            self.report.energy.filter(pl.col(VEHICLE).is_not_null())
            .group_by(
                VEHICLE,
                pl.col("period").str.slice(0, 7).alias(MONTH),
                "use",
                "carrier",
                "unit",
                ((pl.col("meter") == "vehicle") & (pl.col("carrier") == "electricity")).alias("in_vehicle"),
                (pl.col("meter") == "estimate").alias("estimate"),
            )
            .agg(pl.col(ROW).min(), pl.len().alias(ROWS), pl.col("quantity").sum().to_physical().alias("thousandths"))
            .collect()
            .join(weights(self.factors), on=["carrier", "unit", "in_vehicle"], how="left")
            .with_columns(
                (pl.col("thousandths") * pl.col("amount_weight")).alias("amount"),
                (pl.col("thousandths") * pl.col("mj_weight")).alias("mj"),
            )
            .sort(VEHICLE, MONTH, ROW)
        )

    @cached_property
    def energy_years(self) -> pl.DataFrame:
        """Traction energy per vehicle: first ``row`` of the vehicle, ``rows``, whether it ``has`` any, ``kwh``, ``litres``, ``hydrogen``, ``cng``, ``lacks``."""
        groups = self.energy_groups.with_columns(traction=pl.col("use") == "traction")
        return (
            groups.group_by(VEHICLE, maintain_order=True)
            .agg(
                pl.col(ROW).min(),
                pl.col(ROWS).sum(),
                (pl.col("traction") & (pl.col("thousandths") > 0)).any().alias("has"),
                _amount_of(("electricity",)).alias("kwh"),
                _amount_of(LITRES).alias("litres"),
                _amount_of(HYDROGEN).alias("hydrogen"),
                _amount_of(CNG).alias("cng"),
                (pl.col("traction") & pl.col("amount").is_null()).any().alias("no_factor"),
            )
            .join(self.energy_doubts, on=VEHICLE, how="left", maintain_order="left")
            .with_columns(_or_no_factor())
        )

    @cached_property
    def energy_months(self) -> pl.DataFrame:
        """Traction energy per vehicle and month: first ``row`` of the vehicle in the month, ``rows``, ``mj``, ``lacks``."""
        return (
            self.energy_groups.group_by(VEHICLE, MONTH, maintain_order=True)
            .agg(
                pl.col(ROW).min(),
                pl.col(ROWS).sum(),
                pl.col("mj").filter(pl.col("use") == "traction").sum().alias("mj"),
                ((pl.col("use") == "traction") & pl.col("mj").is_null()).any().alias("no_factor"),
            )
            .join(self.energy_doubts, on=VEHICLE, how="left", maintain_order="left")
            .with_columns(_or_no_factor())
        )

    @cached_property
    def only_energy(self) -> pl.DataFrame:
        """The vehicles that used traction energy without a kilometre, as ``energy_years``, with ``lacks`` where kilometres may be missing (ENE-007)."""
        ran = self.activity_years.filter(pl.col("km_total") > 0)
        return (
            self.energy_years.drop(LACKS)
            .filter("has")
            .join(ran, on=VEHICLE, how="anti")
            .join(self.activity_doubts, on=VEHICLE, how="left", maintain_order="left")
        )

    @cached_property
    def activity_doubts(self) -> pl.DataFrame:
        """Vehicles of whose kilometres a part is not known: ``vehicle_id``, ``lacks``."""
        return self._doubts(self.report.table("activity"), cells=KM_CELLS, relevant=pl.lit(True))

    @cached_property
    def energy_doubts(self) -> pl.DataFrame:
        """Vehicles of whose traction energy a part is not known: ``vehicle_id``, ``lacks``."""
        return self._doubts(self.report.table("energy"), cells=TRACTION_CELLS, relevant=MAY_BE_TRACTION)

    @cached_property
    def traction_unclear(self) -> pl.DataFrame:
        """The rows of which it is not known what they add to all traction energy, with ``lacks``."""
        return _unclear(self.report.table("energy"), cells=TRACTION_CELLS, relevant=MAY_BE_TRACTION)

    def _doubts(self, table: Table, *, cells: tuple[str, ...], relevant: pl.Expr) -> pl.DataFrame:
        if table.flawless:
            return _NO_DOUBTS
        unclear = _unclear(table, cells=cells, relevant=relevant)
        known = self.report.table("vehicles").frame
        strays = unclear.join(known, on=VEHICLE, how="anti")
        of_strays = self._without_rows_at(strays["period"].unique(), table.fit.filter(relevant))
        return pl.concat([unclear.select(VEHICLE, LACKS), of_strays]).drop_nulls(VEHICLE).unique(VEHICLE, keep="first")

    def _without_rows_at(self, periods: pl.Series, rows: pl.LazyFrame) -> pl.DataFrame:
        """Vehicles in service that have no row in a period in which a row of an unknown vehicle stands: it may be theirs."""
        served = self.report.table("vehicles").frame.select(VEHICLE, "in_service_from", "in_service_to")
        return (
            served.join(periods.to_frame("period"), how="cross")
            .filter(in_service(pl.col("period")).fill_null(True))
            .join(rows.select(VEHICLE, "period").collect(), on=[VEHICLE, "period"], how="anti")
            .select(VEHICLE, pl.lit(Lack.ROW.value).alias(LACKS))
        )


def _unclear(table: Table, *, cells: tuple[str, ...], relevant: pl.Expr) -> pl.DataFrame:
    """The rows of which it is not known what they add to a sum, with ``lacks``."""
    not_judged = table.doubtful.filter(relevant).with_columns(pl.lit(Lack.ROW.value).alias(LACKS))
    broken = table.fit.filter(relevant & table.broken(*cells)).with_columns(pl.lit(Lack.CELL.value).alias(LACKS))
    return pl.concat([not_judged, broken]).collect()


_NO_DOUBTS = pl.DataFrame(schema={VEHICLE: pl.String, LACKS: pl.String})


def in_service(period: pl.Expr) -> pl.Expr:
    """Whether one day of a year, month or day lies in the service of the vehicle in the same row.

    ISO dates sort as texts: cut to the length of the period they tell whether it ends before or starts after.
    """
    length = period.str.len_bytes()
    starts = pl.col("in_service_from").cast(pl.String).str.slice(0, length)
    ends = pl.col("in_service_to").cast(pl.String).str.slice(0, length)
    return (period >= starts) & (ends.is_null() | (period <= ends))


def _amount_of(carriers: tuple[str, ...]) -> pl.Expr:
    return pl.col("amount").filter(pl.col("traction") & pl.col("carrier").is_in(carriers)).sum()


def _or_no_factor() -> pl.Expr:
    return pl.coalesce(LACKS, pl.when("no_factor").then(pl.lit(Lack.FACTOR.value))).alias(LACKS)
