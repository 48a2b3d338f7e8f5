"""A judged report: what can be judged of it further, and everything that breaks a rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from schemas.judgement import NotAssessed, Severity, Summary
from workers.domain.case import Case
from workers.domain.frames import COLUMN, ENTITY, ROW, SEVERITY, SHEET
from workers.domain.statement import Offences


@dataclass(frozen=True)
class Checked:
    """A judged report: the case with the rows that can be judged further, and everything that breaks a rule."""

    case: Case
    offences: tuple[Offences, ...]

    @cached_property
    def not_assessed(self) -> tuple[NotAssessed, ...]:
        """What could not be judged, by rule and sheet."""
        said = (item for offences in self.offences for item in offences.not_assessed)
        return tuple(sorted(said, key=lambda item: (item.rule, item.sheet, item.reason.en)))

    def summary(self) -> Summary:
        """How many errors, warnings and notices there are; exact."""
        counts = dict.fromkeys(Severity, 0)
        for offences in self.offences:
            for severity, number in offences.frame.group_by(SEVERITY).len().iter_rows():
                counts[Severity(severity)] += number
        return Summary(
            errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], notices=counts[Severity.NOTICE]
        )

    def errors_at(self, sheet: str) -> pl.DataFrame:
        """The errors on a sheet as ``rule``, ``row``, ``column`` and ``entity``: a figure that would use such a row is not assessable."""
        faults = [
            offences.frame.filter((pl.col(SHEET) == sheet) & (pl.col(SEVERITY) == Severity.ERROR)).select(
                pl.lit(offences.statement.id).alias("rule"), ROW, COLUMN, ENTITY
            )
            for offences in self.offences
            if offences.frame.height
        ]
        schema = {"rule": pl.String, ROW: pl.UInt32, COLUMN: pl.String, ENTITY: pl.String}
        return pl.concat([pl.DataFrame(schema=schema), *faults])
