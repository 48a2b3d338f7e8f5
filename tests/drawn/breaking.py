"""A drawn report beside the same report with one cell that cannot be read."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from tests.builders import BROKEN
from tests.plain_reckoning import Plain
from tests.plain_reckoning.report import Row

Pair = tuple[Plain, Plain]


@st.composite
def with_a_broken_cell(draw: st.DrawFn, reports: st.SearchStrategy[Plain]) -> Pair:
    """The report as drawn, and broken; of a report without rows twice the same."""
    plain = draw(reports)
    places = [(sheet, row) for sheet, rows in plain.sheets.items() for row in range(len(rows))]
    if not places:
        return plain, plain
    sheet, at = draw(st.sampled_from(places))
    column = draw(st.sampled_from(sorted(plain.sheets[sheet][at])))
    rows: list[Row] = [{**row, column: BROKEN} if n == at else row for n, row in enumerate(plain.sheets[sheet])]
    return plain, replace(plain, sheets={**plain.sheets, sheet: rows})
