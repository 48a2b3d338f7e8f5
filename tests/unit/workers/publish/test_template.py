"""The template: complete in both languages, filled with what is known, and read back without surprises."""

import io
import json
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from schemas.report.code_lists import BusClass
from schemas.report.columns import columns_of
from schemas.report.sheets import SHEETS
from schemas.terms import Terms
from schemas.texts import Language
from tests.builders import AGREED, a_report, a_vehicle
from workers.intake import Part, read
from workers.publish.template import template


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("language", Language)
def test_it_has_every_sheet_with_its_headings_and_hints(language: Language) -> None:
    book = opened(template(2026, language=language))

    assert book.sheetnames == ["Start", *(m.label.in_(language) for m in SHEETS), book.sheetnames[-1]]
    for model in SHEETS:
        sheet = book[model.label.in_(language)]
        assert [cell.value for cell in sheet[1]] == [c.label.in_(language) for c in columns_of(model)]
        assert all(cell.comment for cell in sheet[1])
        assert sheet.freeze_panes
        assert not sheet.merged_cells.ranges


@pytest.mark.parametrize("language", Language)
def test_read_back_it_is_only_blank(language: Language) -> None:
    read_ = read(Part("sjabloon.xlsx", template(2026, language=language)))

    assert {o.statement.id for o in read_.offences if o.frame.height} == {"FMT-005"}
    assert set(read_.rows) == {model.sheet for model in SHEETS}


def test_last_years_fleet_and_chain_are_filled_in() -> None:
    gone = a_vehicle("B2", in_service_to=date(2025, 12, 31))
    leaving = a_vehicle("B3", in_service_to=date(2026, 1, 1))
    last_year = a_report(a_vehicle("B1"), gone, leaving)

    read_ = read(Part("sjabloon.xlsx", template(2026, previous=last_year)))

    vehicles = read_.report.table("vehicles").frame
    assert vehicles["vehicle_id"].to_list() == ["B1", "B3"]
    assert vehicles["bus_class"].to_list() == ["bus_12m", "bus_12m"]
    assert (
        vehicles["wheelchair_accessible"].to_list()
        == last_year.table("vehicles").frame["wheelchair_accessible"].to_list()[::2]
    )


def test_a_name_that_looks_like_a_formula_stays_a_text() -> None:
    last_year = a_report(a_vehicle('=HYPERLINK("http://x")'))

    read_ = read(Part("sjabloon.xlsx", template(2026, previous=last_year)))

    assert read_.report.table("vehicles").frame["vehicle_id"].to_list() == ['=HYPERLINK("http://x")']


def test_the_terms_say_by_when_and_for_which_concession() -> None:
    terms = Terms.model_validate(json.loads((AGREED / "terms_example.json").read_text()))

    data = template(2026, terms=terms)

    assert "2027" in str(opened(data)["Start"]["A3"].value)
    assert read(Part("s.xlsx", data)).report.front.concession_id == terms.concession_id


def test_coded_columns_offer_their_list() -> None:
    book = opened(template(2026))
    offers = book["Wagenpark"].data_validations.dataValidation
    [classes] = [offer for offer in offers if str(offer.sqref).startswith("G2")]
    letter = str(classes.formula1).split("$")[1]

    offered = [cell.value for cell in book["Lijsten"][letter][1:] if cell.value]

    assert classes.type == "list"
    assert offered == [code.label.nl for code in BusClass]
