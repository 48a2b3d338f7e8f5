"""What says something of one person is kept nowhere."""

from __future__ import annotations

import pytest

from tests.builders import BROKEN, Cells, a_report
from workers.domain.privacy import blanked
from workers.domain.ranges import RANGES


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
