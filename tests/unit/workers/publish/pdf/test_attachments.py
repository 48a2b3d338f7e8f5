"""A compliance report carries its figures: as data for programs and as a workbook for people."""

from __future__ import annotations

import io

import pikepdf
import pytest
from openpyxl import load_workbook

from schemas.judgement import Outcome
from schemas.texts import Language
from schemas.words import Edition
from tests.unit.workers.publish.contents import a_decision, a_norm, a_receipt, a_report, established
from workers.publish.data import report_data
from workers.publish.pdf import report_pdf
from workers.publish.pdf.receipt import receipt_pdf

NAMES = {Language.NL: ["cijfers.xlsx", "gegevens.json"], Language.EN: ["data.json", "figures.xlsx"]}


def carried(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


@pytest.mark.parametrize("language", Language)
def test_the_data_and_the_workbook_are_carried(language: Language) -> None:
    content = a_report()

    files = carried(report_pdf(content, language))

    assert sorted(files) == NAMES[language]
    assert report_data(content) in files.values()


def test_what_they_are_to_the_document_is_told() -> None:
    with pikepdf.open(io.BytesIO(report_pdf(a_report(), Language.NL))) as document:
        told = {str(spec.F): str(spec.AFRelationship) for spec in document.Root.AF}

    assert told == {"gegevens.json": "/Data", "cijfers.xlsx": "/Supplement"}


def test_a_receipt_carries_nothing() -> None:
    assert carried(receipt_pdf(a_receipt(), Language.NL)) == {}


def test_a_reader_is_told_of_them() -> None:
    with pikepdf.open(io.BytesIO(report_pdf(a_report(), Language.NL))) as document:
        assert {str(spec.Desc) for spec in document.Root.AF} == {
            "Alle cijfers van dit rapport met hun herkomst, voor programma's",
            "De cijfers, oordelen en bevindingen van dit rapport als werkboek",
        }


def test_the_workbook_holds_the_figures_as_numbers() -> None:
    book = load_workbook(io.BytesIO(carried(report_pdf(a_report(), Language.NL))["cijfers.xlsx"]))

    rows = list(book["Indicatoren"].values)
    assert rows[0] == ("Code", "Indicator", "Deel", "2026", "2025", "Eenheid", "Hoe zeker", "Hoe berekend")
    [fleet] = [row for row in rows if row[0] == "FLT-02"]
    assert fleet[2:6] == ("Totaal", 85, 83.6, "%")


def test_the_workbook_holds_what_was_calculated_and_what_was_established() -> None:
    departed = a_norm(established=established(Outcome.DOES_NOT_MEET, "De certificaten kwamen te laat."))
    content = a_report(edition=Edition.DECIDED, norms=(departed,), decision=a_decision())

    book = load_workbook(io.BytesIO(carried(report_pdf(content, Language.NL))["cijfers.xlsx"]))

    _, verdict = book["Oordelen"].values
    assert verdict[3:6] == (85, 75, "%")
    assert verdict[6::2] == ("Voldoet", "Voldoet niet")
    assert verdict[-1] == "De certificaten kwamen te laat."


def test_headings_of_the_workbook_stay_in_sight() -> None:
    book = load_workbook(io.BytesIO(carried(report_pdf(a_report(), Language.EN))["figures.xlsx"]))

    assert book.sheetnames == ["Report", "Indicators", "Verdicts", "Findings by rule"]
    assert all(sheet.freeze_panes == "A2" for sheet in book)
