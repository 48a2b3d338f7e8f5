"""The user's own workbook back: comments at the faulty cells, a list in front, and all else as it was."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from schemas.judgement import Finding
from schemas.texts import Bilingual, Language
from tests.unit.workers.publish.contents import a_finding
from tests.unit.workers.publish.test_findings_list import a_validation
from workers.intake import Part, read
from workers.publish import annotated
from workers.publish.annotated import annotated_workbook

SOURCE = "rapport.xlsx"
TYPES = "[Content_Types].xml"
HIGHLIGHT = CellIsRule(operator="greaterThan", formula=["100"], font=Font(bold=True))
HEADINGS = ["Periode", "Hoeveelheid", "Voertuignummer"]


def a_workbook(change: Any = None, *, rows: Sequence[Sequence[object]] = (("2026-03", 18900, "V0041"),)) -> bytes:
    """A sheet *Wagenpark* and a sheet *Energie* with its columns in an order of their own."""
    book: Any = Workbook()
    fleet, energy = book.active, book.create_sheet("Energie")
    fleet.title = "Wagenpark"
    fleet.append(["Voertuignummer", "Merk"])
    energy.append(HEADINGS)
    for row in rows:
        energy.append(row)
    if change:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def given_back(content: bytes, *findings: Finding, language: Language = Language.NL) -> bytes:
    return annotated_workbook(content, a_validation(*findings), source=SOURCE, language=language)


def opened(made: bytes) -> Any:
    return load_workbook(io.BytesIO(made))


def parts(content: bytes) -> Mapping[str, bytes]:
    with ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def comments(book: Any, sheet: str = "Energie") -> dict[str, str]:
    return {cell.coordinate: cell.comment.text for row in book[sheet].iter_rows() for cell in row if cell.comment}


def test_a_faulty_cell_has_a_comment_that_says_what_is_wrong_what_was_expected_and_what_to_do():
    finding = a_finding(row=2, column="quantity")

    book = opened(given_back(a_workbook(), finding))

    assert comments(book) == {
        "B2": f"Vraag {finding.rule}: {finding.message.nl}\nVerwacht: {finding.expected.nl}\nWat te doen: {finding.mend.nl}"
    }


def test_the_first_sheet_is_chosen_lists_all_and_leads_to_the_cell():
    book = opened(given_back(a_workbook(), a_finding(row=2, column="quantity")))

    sheet = book["Bevindingen"]
    assert (book.sheetnames[0], book.active.title) == ("Bevindingen", "Bevindingen")
    assert [one.title for one in book if one.sheet_view.tabSelected] == ["Bevindingen"]
    assert (sheet["A5"].value, sheet["B5"].value, sheet["C5"].value) == ("Vraag", "ENE-003", "Energie!B2")
    assert sheet["C5"].hyperlink.location == "'Energie'!B2"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:H5")


def test_the_list_is_in_the_language_of_the_reader():
    book = opened(given_back(a_workbook(), a_finding(row=2, column="quantity"), language=Language.EN))

    assert [cell.value for cell in book["Findings"][4]][:3] == ["Kind", "Rule", "Place"]


def test_errors_stand_first():
    later = a_finding(row=2, column="quantity")
    first = later.model_copy(update={"severity": "error", "rule": "FMT-006"})

    sheet = opened(given_back(a_workbook(), later, first))["Bevindingen"]

    assert [sheet["B5"].value, sheet["B6"].value] == ["FMT-006", "ENE-003"]


def test_two_findings_at_one_cell_share_its_comment():
    one = a_finding(row=2, column="quantity")
    other = one.model_copy(update={"rule": "ENE-009"})

    book = opened(given_back(a_workbook(), one, other))

    assert all(rule in comments(book)["B2"] for rule in ("ENE-003", "ENE-009"))


def test_a_finding_without_a_row_leads_to_its_sheet_and_one_about_another_file_to_nothing():
    absent = a_finding(row=None, column="quantity")
    elsewhere = a_finding(row=2, column="quantity").model_copy(update={"source": "laadpalen.csv"})

    book = opened(given_back(a_workbook(), absent, elsewhere))

    sheet = book["Bevindingen"]
    assert comments(book) == {}
    assert sheet["C5"].hyperlink.location == "'Energie'!A1"
    assert (sheet["C6"].value, sheet["C6"].hyperlink) == ("Energie, in laadpalen.csv", None)


def test_what_the_user_wrote_in_a_comment_stays_with_ours_under_it():
    def with_own_words(book: Workbook) -> None:
        book["Energie"]["B2"].comment = Comment("Nog navragen bij het depot.", "Roos")
        book["Wagenpark"]["A1"].comment = Comment("Lijst van januari.", "Roos")

    book = opened(given_back(a_workbook(with_own_words), a_finding(row=2, column="quantity")))

    assert comments(book)["B2"].startswith("Nog navragen bij het depot.\n\nVraag ENE-003")
    assert comments(book, "Wagenpark") == {"A1": "Lijst van januari."}


def test_a_workbook_that_comes_back_is_annotated_anew_and_not_twice():
    finding = a_finding(row=2, column="quantity")
    first = given_back(a_workbook(rows=[("2026-03", 1, "V1"), ("2026-04", 2, "V2")]), finding)

    book = opened(given_back(first, finding.model_copy(update={"row": 3})))

    assert set(comments(book)) == {"B3"}
    assert book.sheetnames == ["Bevindingen", "Wagenpark", "Energie"]
    assert book["Bevindingen"]["C5"].value == "Energie!B3"


def test_our_sheet_is_passed_over_when_the_workbook_is_uploaded_again():
    made = given_back(a_workbook(), a_finding(row=2, column="quantity"))

    before, after = (read(Part(SOURCE, content)) for content in (a_workbook(), made))

    assert after.rows == before.rows
    assert [one.frame.height for one in after.offences] == [one.frame.height for one in before.offences]


def test_what_was_not_touched_is_byte_for_byte_the_users_own():
    def with_looks(book: Workbook) -> None:
        book["Energie"]["B2"].font = Font(italic=True, color="FF00AA00")
        book["Energie"].conditional_formatting.add("B2:B9", HIGHLIGHT)
        book["Wagenpark"].column_dimensions["A"].width = 33

    before = parts(a_workbook(with_looks))
    after = parts(given_back(a_workbook(with_looks), a_finding(row=2, column="quantity")))

    rows = before["xl/worksheets/sheet2.xml"].partition(b"<sheetData>")[2].partition(b"</sheetData>")[0]
    assert rows in after["xl/worksheets/sheet2.xml"]
    assert b"conditionalFormatting" in after["xl/worksheets/sheet2.xml"]
    told = {"xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", TYPES}
    untouched = before.keys() - told - {"xl/worksheets/sheet1.xml"}
    assert {name: after[name] for name in untouched} == {name: before[name] for name in untouched}


def test_the_users_looks_stay():
    def in_green(book: Workbook) -> None:
        book["Energie"]["B2"].font = Font(italic=True, color="FF00AA00")
        book["Energie"]["B2"].number_format = "#,##0"

    cell = opened(given_back(a_workbook(in_green), a_finding(row=2, column="quantity")))["Energie"]["B2"]

    assert (cell.font.i, cell.font.color.rgb, cell.number_format) == (True, "FF00AA00", "#,##0")


def test_a_formula_keeps_the_value_that_was_stored_with_it():
    content = parts(a_workbook())
    sheet = content["xl/worksheets/sheet2.xml"].replace(b"<v>18900</v>", b"<f>9450*2</f><v>18900</v>")
    with_formula = _zipped({**content, "xl/worksheets/sheet2.xml": sheet})

    made = given_back(with_formula, a_finding(row=2, column="quantity"))

    assert load_workbook(io.BytesIO(made), data_only=True)["Energie"]["B2"].value == 18900
    assert opened(made)["Energie"]["B2"].value == "=9450*2"


def test_names_that_belong_to_one_sheet_move_along():
    def with_name(book: Workbook) -> None:
        book["Energie"].defined_names["maart"] = DefinedName("maart", attr_text="'Energie'!$B$2")

    book = opened(given_back(a_workbook(with_name), a_finding(row=2, column="quantity")))

    assert (list(book["Energie"].defined_names), list(book["Wagenpark"].defined_names)) == (["maart"], [])


@pytest.mark.parametrize("text", ["=1+1", "+31", "@SUM(A1)", "-5", "<b>&", "\x07"])
def test_no_text_becomes_a_formula_or_breaks_the_list(text: str):
    finding = a_finding(row=2, column="quantity").model_copy(
        update={"value": text, "message": Bilingual(nl=text, en=text)}
    )

    sheet = opened(given_back(a_workbook(), finding))["Bevindingen"]

    assert {sheet["E5"].data_type, sheet["F5"].data_type} == {"s"}
    assert sheet["E5"].value == text.replace("\x07", "\ufffd")


def test_a_sheet_with_an_apostrophe_in_its_name_is_linked():
    def renamed(book: Workbook) -> None:
        book["Energie"].title = "Ketenrisico's"

    finding = a_finding(row=2, column="theme").model_copy(update={"sheet": "due_diligence"})

    sheet = opened(given_back(a_workbook(renamed), finding))["Bevindingen"]

    assert sheet["C5"].hyperlink.location.startswith("'Ketenrisico''s'!")


def test_a_very_long_list_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(annotated, "MOST", 2)
    findings = [a_finding(row=row, column="quantity") for row in (2, 3, 4)]

    sheet = opened(given_back(a_workbook(), *findings))["Bevindingen"]

    assert sheet.max_row == 6
    assert "de eerste 2" in sheet["A2"].value


def test_the_same_findings_give_the_same_bytes():
    content, finding = a_workbook(), a_finding(row=2, column="quantity")

    assert given_back(content, finding) == given_back(content, finding)


def _zipped(members: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return made.getvalue()
