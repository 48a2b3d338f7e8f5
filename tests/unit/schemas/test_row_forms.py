"""The form of a sheet takes what its row model takes, and refuses what it refuses; what is read is shown again as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas.indicators import INDICATOR
from schemas.report.columns import Column, Kind, columns_of
from schemas.report.sheet_text import Cells, by_form, form_model, form_name, rows_in, sheet_of_form, text_of
from schemas.report.sheets import SHEETS
from schemas.row_forms import INDICATOR_IDS, read_row, shown_row
from schemas.texts import Language

FORMS = [model.sheet for model in SHEETS if by_form(model.sheet)]
NUMBERS = st.decimals(min_value=-5, max_value=2200, places=3)
DAYS = st.dates(date(1985, 1, 1), date(2105, 1, 1))
LANGUAGES = st.sampled_from(list(Language))
TEXTS = st.text("abcdefgh 123", min_size=1).map(str.strip).filter(bool)


def cells_of(column: Column) -> st.SearchStrategy[Any]:
    """Values of a column, also beyond its bounds."""
    match column.kind:
        case Kind.TEXT:
            return st.sampled_from(sorted(INDICATOR)) if column.unit == INDICATOR_IDS else TEXTS
        case Kind.INTEGER:
            return st.integers(-3, 2200)
        case Kind.DECIMAL:
            return NUMBERS
        case Kind.BOOLEAN:
            return st.booleans()
        case Kind.DATE:
            return DAYS
        case Kind.PERIOD:
            return st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(lambda day: f"{day:%Y-%m}")
        case Kind.CODE:
            return st.sampled_from(list(column.codes or ()))


def rows_of(sheet: str) -> st.SearchStrategy[dict[str, Any]]:
    """Rows of a sheet, with every column that is asked for."""
    columns = columns_of(form_model(sheet))
    return st.fixed_dictionaries(
        {one.name: cells_of(one) for one in columns if one.required},
        optional={one.name: cells_of(one) for one in columns if not one.required},
    )


def taken_by_the_model(sheet: str, row: dict[str, Any]) -> bool:
    try:
        form_model(sheet).model_validate(row)
    except ValidationError:
        return False
    return True


def as_kept(row: dict[str, Any]) -> Cells:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


@pytest.mark.parametrize("sheet", FORMS)
@given(data=st.data(), language=LANGUAGES)
def test_form_and_model_take_the_same_rows(sheet: str, data: st.DataObject, language: Language) -> None:
    row = data.draw(rows_of(sheet))

    read = read_row(sheet, shown_row(sheet, as_kept(row), language), language)

    assert (not read.faults) == taken_by_the_model(sheet, row), read.faults


@pytest.mark.parametrize("sheet", FORMS)
@given(data=st.data(), language=LANGUAGES)
def test_what_was_read_is_shown_and_read_again_as_the_same(sheet: str, data: st.DataObject, language: Language) -> None:
    row = data.draw(rows_of(sheet))
    first = read_row(sheet, shown_row(sheet, as_kept(row), language), language)

    [kept] = rows_in(text_of(sheet, [first.cells]))

    assert read_row(sheet, shown_row(sheet, kept, language), language) == first


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("1250", Language.NL, Decimal(1250)),
        ("1250,5", Language.NL, Decimal("1250.5")),
        ("1.250,5", Language.NL, Decimal("1250.5")),
        ("1 250,5", Language.NL, Decimal("1250.5")),
        ("12.5", Language.NL, Decimal("12.5")),
        ("1,250", Language.NL, Decimal("1.25")),
        ("1,250.5", Language.EN, Decimal("1250.5")),
        ("1.250", Language.EN, Decimal("1.25")),
        ("−5", Language.NL, None),
        ("1.250", Language.NL, None),
        ("1,250", Language.EN, None),
        ("1.25.0", Language.NL, None),
        ("12.50,5", Language.NL, None),
        ("1E3", Language.NL, None),
        ("12%", Language.NL, None),
    ],
)
def test_a_number_is_read_as_the_reader_writes_it_or_asked_about(
    typed: str, language: Language, number: Decimal | None
) -> None:
    read = read_row("workforce", {"staff_group": "drivers", "headcount": "1", "fte": typed}, language)

    assert (read.cells["fte"], bool(read.faults)) == ((number, False) if number is not None else (typed, True))


@pytest.mark.parametrize("sheet", FORMS)
def test_the_part_of_a_form_names_its_sheet(sheet: str) -> None:
    assert sheet_of_form(form_name(sheet)) == sheet
