"""Evidence at the bounds of its rules."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import BROKEN, a_document, a_report, findings, not_assessed
from workers.domain.case import Evidence
from workers.domain.rules.evidence import a_file_is_new_this_year, every_evidence_row_has_its_file, evidence_is_recent


def test_a_file_that_came_along_is_found_whatever_its_capitals_and_accents() -> None:
    report = a_report(evidence=[a_document(file_name="Énergie.PDF")])

    assert findings(every_evidence_row_has_its_file, report, evidence=Evidence({"Énergie.pdf": "aa"})) == []


def test_a_file_that_did_not_come_along_is_named() -> None:
    report = a_report(evidence=[a_document(), a_document("E2", file_name="audit.pdf")])

    [finding] = findings(every_evidence_row_has_its_file, report, evidence=Evidence({"E1.pdf": "aa"}))

    assert finding.place == ("evidence", 3, "file_name")
    assert (finding.severity, finding.value) == (Severity.ERROR, "audit.pdf")
    assert finding.nl == "Het bestand audit.pdf van bewijsstuk E2 is niet meegestuurd."


def test_without_a_folder_of_evidence_no_file_is_missed() -> None:
    report = a_report(evidence=[a_document()])

    assert findings(every_evidence_row_has_its_file, report) == []
    assert list(not_assessed(every_evidence_row_has_its_file, report).values()) == [1]


def test_a_broken_file_name_is_not_assessed() -> None:
    report = a_report(evidence=[a_document(file_name=BROKEN)])

    assert findings(every_evidence_row_has_its_file, report, evidence=Evidence({})) == []


def test_a_file_of_an_earlier_year_is_told_with_that_year() -> None:
    report = a_report(evidence=[a_document(), a_document("E2")])
    evidence = Evidence({"E1.pdf": "aa", "E2.pdf": "bb"}, earlier={"bb": 2025})

    [finding] = findings(a_file_is_new_this_year, report, evidence=evidence)

    assert finding.place == ("evidence", 3, "file_name")
    assert finding.severity is Severity.WARNING
    assert finding.en == "Exactly the same file as E2.pdf was handed in before, with the report on 2025."


def test_where_nothing_is_known_of_earlier_files_none_is_judged() -> None:
    report = a_report(evidence=[a_document()])

    assert findings(a_file_is_new_this_year, report, evidence=Evidence({"E1.pdf": "aa"})) == []
    assert list(not_assessed(a_file_is_new_this_year, report, evidence=Evidence({"E1.pdf": "aa"})).values()) == [1]


@pytest.mark.parametrize(
    ("issued_on", "faults"), [(date(2023, 12, 31), 0), (date(2023, 12, 30), 1), (None, 0), (date(2027, 2, 1), 0)]
)
def test_evidence_is_at_most_36_months_old_at_the_end_of_the_period(issued_on: object, faults: int) -> None:
    report = a_report(evidence=[a_document(issued_on=issued_on)])

    found = findings(evidence_is_recent, report)

    assert [finding.place for finding in found] == [("evidence", 2, "issued_on")] * faults


def test_old_evidence_is_told_with_its_dates() -> None:
    report = a_report(evidence=[a_document(issued_on=date(2020, 5, 1))])

    [finding] = findings(evidence_is_recent, report)

    assert finding.nl == "Bewijsstuk E1 is afgegeven op 1 mei 2020. Dat is meer dan 36 maanden vóór 31 december 2026."
    assert finding.expected == "Afgegeven op of na 31 december 2023."
