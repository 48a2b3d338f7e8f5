"""The rehearsal of a file, and what the report says that it was made from."""

from __future__ import annotations

import hashlib
import io

import pytest
from pypdf import PdfReader

from deploy.demo.reports import VB_OOST, report, with_faults
from deploy.demo.workbook import workbook
from schemas.judgement import Severity
from schemas.texts import Language
from schemas.words import Edition
from tests.builders import terms
from workers.intake import Unreadable
from workers.publish.fingerprints import NoReportOfOurs, read_back
from workers.publish.rehearsal import rehearsal, rehearsed


@pytest.fixture
def this_year(tmp_path):
    path = tmp_path / "rapport-2026.xlsx"
    path.write_bytes(workbook(with_faults(report(VB_OOST, 2026))))
    return path


@pytest.fixture
def last_year(tmp_path):
    path = tmp_path / "rapport-2025.xlsx"
    path.write_bytes(workbook(report(VB_OOST, 2025)))
    return path


def test_it_tells_this_year_beside_last_year_as_a_rehearsal(this_year, last_year):
    content = rehearsed(this_year, previous=(last_year,), terms=terms())

    assert (content.edition, content.year, content.previous_year) == (Edition.DRAFT, 2026, 2025)
    assert content.concession_name == "Voorbeeld-Oost"
    assert content.earlier("FLT-02") is not None
    assert content.previous_factors is not None
    assert content.previous_factors.fictional
    assert content.count(Severity.ERROR) > 0
    assert content.norm("N-ZE-FLEET") is not None


def test_the_pdf_names_the_files_and_lists_that_it_was_made_from(this_year, last_year):
    made = rehearsal(this_year, previous=(last_year,), terms=terms(), language=Language.EN)

    fingerprints = read_back(made)
    assert [(part.name, part.sha256) for part in fingerprints.inputs] == [
        (path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in (this_year, last_year)
    ]
    assert fingerprints.terms is not None
    assert all("Rehearsal" in page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def test_without_terms_it_goes_by_the_name_in_the_file(this_year):
    content = rehearsed(this_year)

    assert (content.concession_name, content.norms, content.fingerprints.terms) == ("VB-OOST", (), None)


def test_the_same_file_twice_is_the_same_report(this_year):
    assert rehearsal(this_year, terms=terms()) == rehearsal(this_year, terms=terms())


def test_what_is_no_report_is_refused(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text("Beste provincie", encoding="utf-8")

    with pytest.raises(Unreadable):
        rehearsal(path)


def test_another_pdf_names_nothing(tmp_path):
    with pytest.raises(NoReportOfOurs):
        read_back(b"%PDF-1.7 niets")
