"""SOC-01 to SOC-07 and SOC-13 once more: the people of the holder and of its suppliers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.plain_reckoning.answers import TOTAL, Answer, NotAssessable, Parts, attempted, known, summed
from tests.plain_reckoning.materials import mean
from tests.plain_reckoning.report import Agreed, Plain, Row, amount

SMALLEST_GROUP = 10
HOURS_PER_RATE = 200_000
WAGES = ((date(2026, 1, 1), Decimal("14.71")),)

# What organisations state; None is not known.
Stated = dict[object, Fraction | None]


def _organisations(plain: Plain) -> dict[object, list[Row]]:
    plain.needs("workforce")
    rows = plain.rows("workforce")
    return {
        name: [row for row in rows if row["organisation_id"] == name] for name in {r["organisation_id"] for r in rows}
    }


def _is_total(row: Row) -> bool:
    return row["staff_group"] == "total"


def _stated(plain: Plain, column: str) -> Stated:
    """Per organisation its total, else its groups where all are given (WRK-001: the groups add up to the total)."""
    return {name: _of_one(rows, column) for name, rows in _organisations(plain).items()}


def _of_one(rows: Sequence[Row], column: str) -> Fraction | None:
    whole = next((row[column] for row in rows if _is_total(row) and row[column] is not None), None)
    if whole is not None:
        return amount(whole)
    groups = [row[column] for row in rows if not _is_total(row)]
    return summed(amount(cell) for cell in groups) if groups and None not in groups else None


def _refused(plain: Plain, name: object) -> bool:
    """Blanks of a supplier that refused are no gap (SUP-005)."""
    return any(firm["supplier_id"] == name and firm["refused"] for firm in plain.rows("suppliers"))


def _heard(plain: Plain, *stated: Stated) -> list[object]:
    """The organisations that count: all but those that refused and leave one of these blank."""
    everyone = stated[0]
    return [n for n in everyone if not (_refused(plain, n) and any(one[n] is None for one in stated))]


def _sum(stated: Stated, names: Sequence[object]) -> Fraction:
    """Together, where everyone says it: a blank is not a zero."""
    if not names or any(stated[name] is None for name in names):
        raise NotAssessable
    return summed(stated[name] or Fraction(0) for name in names)


def _totals(plain: Plain, column: str, prefix: str = "") -> Parts:
    stated = _stated(plain, column)
    names = _heard(plain, stated)
    parts = {
        "organisation=holder": [n for n in names if n is None],
        "organisation=suppliers": [n for n in names if n is not None],
    }
    yield prefix or TOTAL, attempted(lambda: known(_sum(stated, names)))
    for part, some in parts.items():
        if some:
            yield ",".join(filter(None, (prefix, part))), attempted(lambda s=some: known(_sum(stated, s)))  # type: ignore[misc]


def employees(plain: Plain) -> Parts:
    """SOC-01: workforce headcount permanent temporary women fte, holder and suppliers apart."""
    yield from _totals(plain, "headcount")
    for column in ("headcount_women", "permanent", "temporary", "fte"):
        yield from _totals(plain, column, f"figure={column}")


def sick_leave(plain: Plain) -> Parts:
    """SOC-02: sick_leave_pct weighted by fte; only where the concession asks; groups under 10 left out."""
    if plain.terms and not plain.terms.asks_sick_leave:
        raise NotAssessable
    large = [
        [row for row in rows if amount(row["headcount"]) >= SMALLEST_GROUP] for rows in _organisations(plain).values()
    ]
    yield TOTAL, _nobody_twice(large, "sick_leave_pct", "fte")


def _nobody_twice(organisations: Sequence[Sequence[Row]], column: str, weight: str) -> Answer:
    """The mean over the totals of organisations that give one, and over the groups of the others."""
    chosen = [row for rows in organisations for row in _finest(rows, column)]
    return mean(chosen, column, lambda row: amount(row[weight]))


def _finest(rows: Sequence[Row], column: str) -> Sequence[Row]:
    totals, groups = [row for row in rows if _is_total(row)], [row for row in rows if not _is_total(row)]
    return totals if not groups or any(row[column] is not None for row in totals) else groups


def accidents(plain: Plain) -> Parts:
    """SOC-03: accidents and accidents / hours_worked x 200 000."""
    yield from _totals(plain, "accidents")
    yield "beside=rate", attempted(lambda: _ratio(plain, "accidents", "hours_worked", times=HOURS_PER_RATE))


def _ratio(plain: Plain, above: str, below: str, *, times: int = 1) -> Answer:
    stated, over = _stated(plain, above), _stated(plain, below)
    names = _heard(plain, stated, over)
    whole = _sum(over, names)
    if not whole:
        raise NotAssessable
    return known(_sum(stated, names) / whole * times)


def fatalities(plain: Plain) -> Parts:
    """SOC-04: fatalities, holder and chain."""
    yield from _totals(plain, "fatalities")


def collective_agreement(plain: Plain) -> Parts:
    """SOC-05: cba_coverage_pct weighted by headcount."""
    yield TOTAL, _nobody_twice(list(_organisations(plain).values()), "cba_coverage_pct", "headcount")


def training(plain: Plain) -> Parts:
    """SOC-06: training_hours / headcount."""
    yield TOTAL, _ratio(plain, "training_hours", "headcount")


def wages(plain: Plain) -> Parts:
    """SOC-07: all lowest_hourly_wage_eur >= statutory minimum in force on the first day of the period."""
    plain.needs("workforce")
    paid = [row["lowest_hourly_wage_eur"] for row in plain.rows("workforce")]
    given = [amount(wage) for wage in paid if wage is not None]
    least = _minimum(plain.terms, plain.first_day)
    if not given:
        raise NotAssessable
    yield TOTAL, known(int(all(wage >= least for wage in given)))


def _minimum(terms: Agreed | None, first_day: date) -> Fraction:
    """The wage of the terms, else the one that comes with the rule set."""
    in_force = [(since, wage) for since, wage in (terms.wages if terms else ()) or WAGES if since <= first_day]
    if not in_force:
        raise NotAssessable
    return amount(max(in_force)[1])


def turnover(plain: Plain) -> Parts:
    """SOC-13: leavers / headcount, in per cent."""
    yield TOTAL, _ratio(plain, "leavers", "headcount", times=100)


INDICATORS = {
    "SOC-01": employees,
    "SOC-02": sick_leave,
    "SOC-03": accidents,
    "SOC-04": fatalities,
    "SOC-05": collective_agreement,
    "SOC-06": training,
    "SOC-07": wages,
    "SOC-13": turnover,
}
