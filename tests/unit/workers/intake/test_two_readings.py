"""Two readings of the same rows: the fast path over whole columns and the row models accept and refuse exactly the same."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas.report.columns import Column, Kind, Row, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import SHEETS
from workers.domain.frames import names_of
from workers.intake import Part, read

Cells = dict[str, object]

DAYS = [date(1989, 12, 31), date(1990, 1, 1), date(2026, 5, 1), date(2100, 12, 31), date(2101, 1, 1)]
PERIODS = ["2026", "2026-05", "2026-05-01", "2026-13", "2026-5", "26", "2026-05-01-01", "mei"]
TEXTS = ["x", "Café Ré", "x" * 2000, "x" * 2001, "a\tb", "a\nb", "a\x07b", "a\x85b", "é\u2028x"]
STEP = Decimal("0.001")


def near(column: Column) -> st.SearchStrategy[object]:
    """Values at, just inside and just outside every bound of a column."""
    if column.codes:
        return st.sampled_from([*(code.value for code in column.codes), "no_such_code"])
    if column.unit == "indicators.csv id":
        return st.sampled_from(["GHG-01", "CTX-01"])
    if column.kind in (Kind.INTEGER, Kind.DECIMAL):
        return st.sampled_from(_numbers(column))
    known: dict[Kind, list[object]] = {
        Kind.BOOLEAN: [True, False],
        Kind.DATE: list(DAYS),
        Kind.PERIOD: list(PERIODS),
        Kind.TEXT: list(TEXTS),
    }
    return st.sampled_from(known[column.kind])


def _numbers(column: Column) -> list[object]:
    step = 1 if column.kind is Kind.INTEGER else STEP
    bounds = [bound for bound in (column.low, column.high) if bound is not None and not isinstance(bound, date)]
    around = [number for bound in bounds for number in (bound - step, bound, bound + step)]
    usual: list[object] = (
        [0, 1, 12] if column.kind is Kind.INTEGER else [Decimal("12.345"), Decimal(-1), Decimal(10) ** 34]
    )
    return [int(n) if column.kind is Kind.INTEGER else Decimal(n) for n in around] + usual


def a_row(model: type[Row]) -> st.SearchStrategy[Cells]:
    """A row whose cells lie near their bounds; any of them may be left out."""
    return st.fixed_dictionaries({}, optional={c.name: near(c) for c in columns_of(model)})


def model_refuses(model: type[Row], row: Cells) -> set[str]:
    """The columns that the row model refuses."""
    strict = {
        c.name: c.codes(str(row[c.name])) if c.codes and row.get(c.name) in list(c.codes) else row.get(c.name)
        for c in columns_of(model)
        if c.name in row
    }
    try:
        model(**strict)
    except ValidationError as wrong:
        return {str(error["loc"][0]) for error in wrong.errors()}
    return set()


def as_json(value: object) -> object:
    """A value as a JSON file gives it; a number keeps its digits."""
    return str(value) if isinstance(value, date) else value


def fast_path_refuses(model: type[Row], rows: list[Cells]) -> list[set[str]]:
    """The columns that the fast path refuses, row by row."""
    written = [{name: as_json(value) for name, value in row.items()} for row in rows]
    text = json.dumps({model.sheet: [dict.fromkeys(names_of(model)), *written]}, default=_number)
    read_ = read(Part("r.json", text.replace('"@', "").replace('@"', "").encode()))
    refused: list[set[str]] = [set() for _ in rows]
    for offences in read_.offences:
        for row, column in (
            offences.frame.filter(offences.frame["sheet"] == model.sheet).select("row", "column").iter_rows()
        ):
            if row is not None:
                refused[row - 3].add(column)
    return refused


def _number(value: object) -> str:
    assert isinstance(value, Decimal)
    return f"@{value:f}@"


@pytest.mark.parametrize("model", SHEETS[1:], ids=lambda model: model.sheet)
def test_both_readings_accept_and_refuse_the_same_rows(model: type[Row]) -> None:
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(a_row(model).filter(bool), min_size=1, max_size=12))
    def same(rows: list[Cells]) -> None:
        assert fast_path_refuses(model, rows) == [model_refuses(model, row) for row in rows]

    same()


@settings(max_examples=60, deadline=None)
@given(a_row(Front))
def test_both_readings_accept_and_refuse_the_same_fields(row: Cells) -> None:
    rows = [{"field": name, "value": as_json(value)} for name, value in row.items()]
    text = json.dumps({"report": rows}, default=_number).replace('"@', "").replace('@"', "")

    read_ = read(Part("r.json", text.encode()))

    refused = {
        heading.removeprefix("report.")
        for o in read_.offences
        for heading, sheet in o.frame.select("heading", "sheet").iter_rows()
        if sheet == "report"
    }
    assert refused == model_refuses(Front, row)
