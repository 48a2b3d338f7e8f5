"""The list of findings as a workbook: text stays text, numbers stay numbers, the same twice."""

from __future__ import annotations

import io
import tempfile
import tracemalloc

import pytest
from openpyxl import load_workbook

from schemas.judgement import About, NotAssessed, Summary, Validation
from schemas.texts import Language
from tests.unit.workers.publish.contents import a_finding, both
from workers.publish import findings_list
from workers.publish.findings_list import findings_workbook, write_findings


def a_validation(*findings, not_assessed=()):
    return Validation(
        report=About(concession_id="VB-OOST", report_year=2026, rule_set="2026.1", factor_set="official-2026"),
        rows={"energy": 12},
        summary=Summary(errors=0, warnings=len(findings), notices=0),
        findings=findings,
        not_assessed=not_assessed,
    )


def opened(made: bytes):
    return load_workbook(io.BytesIO(made))


def test_a_finding_is_a_row_under_headings_that_stay_and_filter():
    made = findings_workbook(a_validation(a_finding()), Language.NL)

    sheet = opened(made).worksheets[0]
    assert [cell.value for cell in sheet[1]][:7] == ["Soort", "Regel", "Bron", "Blad", "Rij", "Kolom", "Waarde"]
    assert [cell.value for cell in sheet[2]][:7] == [
        "Vraag",
        "ENE-003",
        "rapport.xlsx",
        "Energie",
        26,
        "Hoeveelheid",
        "18900",
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:J2")


@pytest.mark.parametrize("start", ["=1+1", "+31", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_a_text_never_becomes_a_formula(start):
    made = findings_workbook(a_validation(a_finding(start, value=start)), Language.NL)

    row = opened(made).worksheets[0][2]
    assert {row[6].data_type, row[7].data_type} == {"s"}
    assert row[6].quotePrefix
    assert row[6].value.strip() == start.strip()


def test_an_id_with_leading_zeroes_keeps_them():
    made = findings_workbook(a_validation(a_finding(value="00012")), Language.EN)

    assert opened(made).worksheets[0]["G2"].value == "00012"


def test_what_a_cell_cannot_hold_is_replaced():
    made = findings_workbook(a_validation(a_finding("fout\x00\x1b[31m" + "x" * 40_000)), Language.NL)

    said = opened(made).worksheets[0]["H2"].value
    assert said.startswith("fout\ufffd\ufffd[31m")
    assert len(said) == 32_767


def test_a_list_that_is_longer_than_a_sheet_goes_on_on_the_next(monkeypatch):
    monkeypatch.setattr(findings_list, "MOST_ROWS", 2)

    made = opened(findings_workbook(a_validation(*(a_finding(value=str(n)) for n in range(5))), Language.NL))

    assert made.sheetnames == ["Bevindingen", "Bevindingen 2", "Bevindingen 3"]
    assert [[row[6] for row in sheet.iter_rows(min_row=2, values_only=True)] for sheet in made.worksheets] == [
        ["0", "1"],
        ["2", "3"],
        ["4"],
    ]
    assert [sheet.auto_filter.ref for sheet in made.worksheets] == ["A1:J3", "A1:J3", "A1:J2"]


def test_ten_times_as_many_findings_take_no_more_memory():
    few, many = peak_of(1_000), peak_of(10_000)

    assert many < 1.2 * few


def peak_of(number: int) -> int:
    """The most memory that is held at once while so many findings are written, in bytes."""
    said = a_validation()
    with tempfile.TemporaryFile() as target:
        tracemalloc.start()
        write_findings(target, said, (a_finding() for _ in range(number)), number=number, language=Language.NL)
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return peak


def test_it_says_how_large_it_is_to_who_reads_row_by_row():
    made = findings_workbook(a_validation(*(a_finding(value=str(n)) for n in range(5))), Language.NL)

    assert load_workbook(io.BytesIO(made), read_only=True).worksheets[0].calculate_dimension() == "A1:J6"


def test_without_findings_there_are_headings_alone():
    [sheet] = opened(findings_workbook(a_validation(), Language.NL)).worksheets

    assert (sheet.max_row, sheet.auto_filter.ref) == (1, "A1:J1")


def test_the_same_findings_give_the_same_bytes():
    validation = a_validation(a_finding())

    assert findings_workbook(validation, Language.NL) == findings_workbook(validation, Language.NL)


def test_title_and_language_stand_in_its_properties():
    properties = opened(findings_workbook(a_validation(), Language.EN)).properties

    assert (properties.title, properties.language) == ("Findings VB-OOST 2026", "en")
    assert properties.modified.year == 2000


def test_what_was_not_judged_is_on_a_sheet_of_its_own():
    open_ = NotAssessed(rule="EVD-001", sheet="evidence", rows=4, reason=both("Niet meegegeven."))

    sheets = opened(findings_workbook(a_validation(not_assessed=(open_,)), Language.NL)).worksheets

    assert sheets[1].title == "Niet beoordeeld"
    assert [cell.value for cell in sheets[1][2]] == ["EVD-001", "Bewijsstukken", 4, "Niet meegegeven."]
