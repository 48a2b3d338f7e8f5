"""What the fleet ran: kilometres per vehicle and period."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from workers.domain.case import Case
from workers.domain.statement import Rule, rule


@rule(
    "ACT-001",
    sheet="activity",
    at="km_timetable",
    severity=Severity.ERROR,
    basis="MIPOV, supply",
    duty_nl="Dienstregelingkilometers zijn een deel van alle kilometers.",
    nl="Voertuig {vehicle_id} reed in {period} {km_timetable} dienstregelingkilometers: meer dan de {km_total} kilometers in totaal.",
    en="Vehicle {vehicle_id} ran {km_timetable} timetable kilometres in {period}: more than the {km_total} kilometres in total.",
    expected_nl="Hoogstens {km_total} kilometer.",
    expected_en="At most {km_total} kilometres.",
    mend_nl="Controleer of de materieelritten in het totaal zijn meegeteld.",
    mend_en="Check that empty runs are counted in the total.",
    needs=("activity.km_timetable", "activity.km_total"),
)
def timetable_kilometres_fit_in_all_kilometres(case: Case) -> pl.LazyFrame:
    """Timetable kilometres are part of all kilometres."""
    return case.report.activity.filter(pl.col("km_timetable") > pl.col("km_total"))


RULES: tuple[Rule, ...] = (timetable_kilometres_fit_in_all_kilometres,)
