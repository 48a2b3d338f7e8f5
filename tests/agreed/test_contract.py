"""The row models say exactly what the contract says: column by column, code by code, field by field."""

import csv
from pathlib import Path

import pytest

from schemas.indicators import INDICATORS
from schemas.norms import NORMS
from schemas.report.code_lists import CODE_LISTS
from schemas.report.columns import Column, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME, SHEETS

HERE = Path(__file__).parent


def agreed(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_sheets_are_those_of_the_contract_in_its_order() -> None:
    ours = [(s.sheet, s.label.nl, s.label.en, "yes" if s.required else "no", s.holds.en) for s in SHEETS]

    assert ours == [(s["sheet"], s["label_nl"], s["label_en"], s["required"], s["holds"]) for s in agreed("sheets.csv")]


def said(column: Column) -> tuple[str, ...]:
    code_list = next((name for name, codes in CODE_LISTS.items() if codes is column.codes), None)
    return (
        column.sheet,
        column.name,
        column.kind.value,
        "yes" if column.required else "no",
        "yes" if column.key else "",
        column.refers_to or "",
        code_list or column.unit or "",
        column.label.nl,
        column.label.en,
        column.note.en if column.note else "",
    )


@pytest.mark.parametrize("sheet", BY_NAME)
def test_the_columns_of_a_sheet_are_those_of_the_contract(sheet: str) -> None:
    ours = [said(column) for column in columns_of(BY_NAME[sheet])]

    assert ours == [tuple(row.values()) for row in agreed("report_columns.csv") if row["sheet"] == sheet]


def test_the_fields_of_the_report_are_those_of_the_contract() -> None:
    ours = [
        (c.name, "code:assurance" if c.codes else c.kind.value, "yes" if c.required else "no", c.label.nl, c.label.en)
        for c in columns_of(Front)
    ]

    assert ours == [tuple(row.values())[:5] for row in agreed("report_fields.csv")]


def test_the_code_lists_are_those_of_the_contract() -> None:
    ours = [(n, code.value, code.label.nl, code.label.en) for n, codes in CODE_LISTS.items() for code in codes]

    assert ours == [tuple(row.values()) for row in agreed("code_lists.csv")]


def test_the_indicators_are_those_of_the_contract() -> None:
    ours = [
        (
            i.id,
            i.name.nl,
            i.name.en,
            i.unit,
            ",".join(i.chain_roles),
            i.period,
            i.standard,
            i.plausible,
            i.usual_norm,
            i.cap,
            i.definition,
        )
        for i in INDICATORS
    ]

    assert ours == [tuple(row.values()) for row in agreed("indicators.csv")]


def test_the_norms_are_those_of_the_contract() -> None:
    ours = [
        (
            n.id,
            n.indicator or "-",
            n.comparison,
            n.threshold_example,
            n.unit,
            n.from_year,
            n.name.nl,
            n.name.en,
            n.basis,
        )
        for n in NORMS
    ]

    assert ours == [tuple(row.values()) for row in agreed("norms.csv")]
