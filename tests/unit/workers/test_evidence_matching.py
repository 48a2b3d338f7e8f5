"""Evidence that a version names is found, missing or unused."""

from __future__ import annotations

from tests.builders import a_report
from tests.rows import a_contract, a_document
from workers.evidence_matching import Matched, matched, within_correction


def test_a_file_beside_the_report_is_found_under_its_name() -> None:
    report = a_report(evidence=[a_document("E1", file_name="garantie.pdf")])

    found = matched(report, beside={"garantie.pdf": "a" * 64}, inside={})

    assert found == (
        Matched(evidence_id="E1", file_name="garantie.pdf", sha256="a" * 64, inside=False, sheets=("evidence",)),
    )


def test_a_file_that_is_nowhere_is_missing() -> None:
    report = a_report(evidence=[a_document("E1", file_name="garantie.pdf")])

    [found] = matched(report, beside={"anders.pdf": "a" * 64}, inside={})

    assert (found.evidence_id, found.sha256) == ("E1", None)


def test_a_file_in_the_zip_that_no_row_names_is_unused() -> None:
    report = a_report(evidence=[a_document("E1", file_name="garantie.pdf")])

    found = matched(report, beside={}, inside={"garantie.pdf": "a" * 64, "los.pdf": "b" * 64})

    assert found == (
        Matched(evidence_id="E1", file_name="garantie.pdf", sha256="a" * 64, inside=True, sheets=("evidence",)),
        Matched(evidence_id=None, file_name="los.pdf", sha256="b" * 64, inside=True),
    )


def test_a_file_beside_the_report_goes_before_one_in_the_zip() -> None:
    report = a_report(evidence=[a_document("E1", file_name="garantie.pdf")])

    [found] = matched(report, beside={"garantie.pdf": "a" * 64}, inside={"garantie.pdf": "b" * 64})

    assert (found.sha256, found.inside) == ("a" * 64, False)


def test_capitals_and_the_way_an_accent_is_written_make_no_difference() -> None:
    report = a_report(evidence=[a_document("E1", file_name="Reçu.PDF")])

    [found] = matched(report, beside={"rec\u0327u.pdf": "a" * 64}, inside={})

    assert found.sha256 == "a" * 64


def test_two_rows_may_name_one_file() -> None:
    report = a_report(evidence=[a_document("E1", file_name="g.pdf"), a_document("E2", file_name="g.pdf")])

    found = matched(report, beside={}, inside={"g.pdf": "a" * 64})

    assert [(one.evidence_id, one.sha256) for one in found] == [("E1", "a" * 64), ("E2", "a" * 64)]


def test_a_report_without_the_sheet_leaves_every_file_of_the_zip_unused() -> None:
    found = matched(a_report(absent=["evidence"]), beside={"a.pdf": "a" * 64}, inside={"los.pdf": "b" * 64})

    assert [one.file_name for one in found] == ["los.pdf"]


def test_a_piece_is_of_the_evidence_sheet_and_of_what_rests_on_it() -> None:
    report = a_report(
        evidence=[a_document("E1", file_name="garantie.pdf")], energy_contracts=[a_contract("C1", evidence_id="E1")]
    )

    [found] = matched(report, beside={}, inside={})

    assert found.sheets == ("evidence", "energy_contracts")


def test_in_a_correction_only_evidence_of_open_sheets_comes_from_the_new_zip() -> None:
    report = a_report(
        evidence=[a_document("E1", file_name="garantie.pdf"), a_document("E2", file_name="los.pdf")],
        energy_contracts=[a_contract("C1", evidence_id="E1")],
    )
    before, after = {"garantie.pdf": "a" * 64, "los.pdf": "b" * 64}, {"garantie.pdf": "c" * 64, "los.pdf": "d" * 64}

    held = within_correction(report, before=before, after=after, opened={"energy_contracts"})

    assert held == {"garantie.pdf": "c" * 64, "los.pdf": "b" * 64}
