"""What the indicators share: kilometres by kind of vehicle and the energy balance, each reckoned once per report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from schemas.report.sheets import SHEETS
from workers.domain.case import Case, Period
from workers.domain.checked import Checked
from workers.domain.energy_balance import EnergyBalance
from workers.domain.frames import COLUMN, ENTITY, ROW, SEVERITY, SHEET
from workers.domain.mileage import Mileage
from workers.domain.report import Report

FAULT = pl.Schema({"rule": pl.String(), ROW: pl.UInt32(), COLUMN: pl.String(), ENTITY: pl.String()})


@dataclass(frozen=True)
class Ledger:
    """A checked report, opened for reckoning."""

    checked: Checked

    @property
    def case(self) -> Case:
        """The case with the rows that can be judged."""
        return self.checked.case

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.case.report

    @cached_property
    def period(self) -> Period | None:
        """The reported period, where the report says one."""
        return self.case.period

    @cached_property
    def mileage(self) -> Mileage:
        """The kilometres by kind of vehicle."""
        return Mileage.of(self.report)

    @cached_property
    def energy(self) -> EnergyBalance:
        """The energy by use, carrier and contract."""
        return EnergyBalance.of(self.report, self.case.factors)

    @cached_property
    def readable(self) -> bool:
        """Whether the file could be read at all (FMT-001)."""
        return not any(found.frame.height for found in self.checked.offences if found.statement.id == "FMT-001")

    @cached_property
    def faults(self) -> dict[str, pl.DataFrame]:
        """The errors by sheet, as ``rule``, ``row``, ``column`` and ``entity``."""
        found = {model.sheet: [pl.DataFrame(schema=FAULT)] for model in SHEETS}
        for offences in self.checked.offences:
            errors = offences.frame.filter(pl.col(SEVERITY) == "error") if offences.frame.height else offences.frame
            rule = pl.lit(offences.statement.id).alias("rule")
            for (sheet,), rows in errors.group_by(SHEET) if errors.height else ():
                if sheet in found:
                    found[str(sheet)].append(rows.select(rule, ROW, COLUMN, ENTITY).cast(FAULT))
        return {sheet: pl.concat(parts) for sheet, parts in found.items()}
