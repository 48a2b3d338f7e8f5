"""What says something of one person is kept nowhere."""

from __future__ import annotations

import polars as pl
import pytest

from tests.builders import BROKEN, Broken, Cells, a_case, a_report, checked
from workers.domain.check import check
from workers.domain.privacy import blanked
from workers.domain.ranges import RANGES
from workers.domain.rules.people import no_sickness_of_a_small_group
from workers.domain.statement import Offences


def a_group(**more: object) -> Cells:
    """Nine drivers, of whom a third is ill."""
    return {"staff_group": "drivers", "headcount": 9, "fte": 8, "sick_leave_pct": "33.333", **more}


@pytest.mark.parametrize("figure", ["33.333", BROKEN])
def test_the_figure_of_a_small_group_is_gone_as_read_and_as_written(figure: object) -> None:
    report = a_report(workforce=[a_group(sick_leave_pct=figure), a_group(headcount=10)])

    table = blanked(report, RANGES).table("workforce")

    assert table.raw["sick_leave_pct"].to_list() == [None, "33.333"]
    assert [str(value) for value in table.frame["sick_leave_pct"]] == ["None", "33.333"]


def test_a_report_without_small_groups_stays_as_it_is() -> None:
    report = a_report(workforce=[a_group(headcount=10), a_group(sick_leave_pct=None)])

    assert blanked(report, RANGES) is report


def test_a_sheet_without_the_column_stays_as_it_is() -> None:
    report = a_report(workforce=[a_group(sick_leave_pct=None)], absent=["workforce.sick_leave_pct"])

    assert blanked(report, RANGES) is report


def test_after_the_check_the_figure_is_nowhere() -> None:
    report = a_report(workforce=[a_group(sick_leave_pct="41.234"), a_group(organisation_id="S9")])

    result = checked(report)

    assert any(found.statement.id == "WRK-007" and found.frame.height for found in result.offences)
    kept = [result.case.report.table("workforce").raw, *(found.frame for found in result.offences)]
    assert not any("41.234" in frame.write_json() for frame in kept)


def test_a_form_fault_in_such_a_cell_says_where_it_is_and_no_more() -> None:
    statement = no_sickness_of_a_small_group.statement
    cell = {"sheet": "workforce", "row": 2, "column": "sick_leave_pct", "value": "41 procent", "written": "41 procent"}
    form = Offences(statement, pl.DataFrame([cell], schema_overrides={"row": pl.UInt32}))

    result = check(a_case(a_report(workforce=[a_group(sick_leave_pct=Broken("41 procent"))])), form=(form,))

    [found] = [found.frame for found in result.offences if found.frame.height and "written" in found.frame.columns]
    assert found.select("row", "value", "written").rows() == [(2, None, None)]
