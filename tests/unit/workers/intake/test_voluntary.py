"""The workbook of the voluntary standard is read by its defined names, and another file says what it is not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.workers.intake.files import a_workbook, member, with_member
from tests.unit.workers.intake.voluntary_books import SHEET, a_voluntary_book
from workers.intake.unreadable import Unreadable
from workers.intake.voluntary import voluntary
from workers.intake.written import CellKind

SCOPE_1, ENERGY = "GrossScope1GreenhouseGasEmissions", "TotalEnergyConsumption"


def test_a_datapoint_is_found_by_its_name_wherever_it_stands() -> None:
    book = a_voluntary_book({SCOPE_1: 12.5, ENERGY: 340})

    read = voluntary("vsme.xlsx", book, [SCOPE_1, ENERGY])

    assert {name: one.cell.text for name, one in read.datapoints.items()} == {SCOPE_1: "12.5", ENERGY: "340"}
    assert read.datapoints[SCOPE_1].place == f"{SHEET}!D6"


def test_the_workbook_says_whose_it_is_and_of_which_period() -> None:
    read = voluntary("vsme.xlsx", a_voluntary_book({}), [])

    assert (read.entity, read.starts, read.ends) == ("Taxi Denkbeeld", date(2026, 1, 1), date(2026, 12, 31))


def test_what_was_not_filled_in_or_not_asked_for_is_not_there() -> None:
    book = a_voluntary_book({SCOPE_1: None, ENERGY: 340})

    assert voluntary("vsme.xlsx", book, [SCOPE_1]).datapoints == {}


def test_a_name_that_points_at_several_merged_cells_means_the_first() -> None:
    book = a_voluntary_book({SCOPE_1: 7})

    read = voluntary("vsme.xlsx", _with_area(book), [SCOPE_1])

    assert read.datapoints[SCOPE_1].cell.text == "7"


def test_a_cell_whose_formula_was_never_reckoned_is_no_value() -> None:
    book = a_voluntary_book({SCOPE_1: "=1+1"})

    found = voluntary("vsme.xlsx", book, [SCOPE_1]).datapoints[SCOPE_1]

    assert (found.is_value, found.cell.kind) == (False, CellKind.UNSTORED)


def test_a_period_that_is_no_day_is_none() -> None:
    read = voluntary("vsme.xlsx", a_voluntary_book({}, starts="vorig jaar"), [])

    assert read.starts is None


def test_another_workbook_is_told_which_one_is_meant() -> None:
    with pytest.raises(Unreadable) as refused:
        voluntary("rapport.xlsx", a_workbook({"Blad": [["a", 1]]}), [SCOPE_1])

    assert "rapport.xlsx is geen werkboek van de vrijwillige standaard" in refused.value.reason.nl
    assert "EFRAG" in refused.value.mend.en


def test_a_file_of_another_kind_is_refused_with_its_reason() -> None:
    with pytest.raises(Unreadable, match="is no report"):
        voluntary("verklaring.pdf", b"%PDF-1.7 a declaration", [SCOPE_1])


def _with_area(book: bytes) -> bytes:
    xml = member(book, "xl/workbook.xml").replace(b"$D$6", b"$D$6:$F$6")
    return with_member(book, "xl/workbook.xml", xml)
