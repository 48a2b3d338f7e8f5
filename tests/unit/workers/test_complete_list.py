"""The complete list of findings: the answer of ``validate`` as JSON, written and read finding by finding."""

from __future__ import annotations

import tracemalloc

import pytest

from schemas.judgement import About, Finding, NotAssessed, Summary, Validation
from schemas.settings import Settings
from schemas.store import files
from tests.unit.workers.publish.contents import a_finding, both
from workers.complete_list import complete_list, keep_complete

TRICKY = ['"findings":[]', "]\n]", "a\nb", ",\n", "\u2028", "{}]", '"},']


def said(*, warnings: int = 0) -> Validation:
    return Validation(
        report=About(concession_id='"findings":[]', report_year=2026, rule_set="2026.1", factor_set=None),
        rows={"energy": 12},
        summary=Summary(errors=0, warnings=warnings, notices=0),
        findings=(),
        not_assessed=(NotAssessed(rule="EVD-001", sheet="evidence", rows=4, reason=both("]")),),
    )


@pytest.mark.parametrize(
    "found",
    [(), (a_finding(),), tuple(a_finding(text, value=text) for text in TRICKY)],
    ids=["none", "one", "with signs of JSON in them"],
)
def test_it_has_the_shape_of_the_answer_and_reads_back(found: tuple[Finding, ...], installation: Settings) -> None:
    whole = said(warnings=len(found)).model_copy(update={"findings": found})

    kept = keep_complete(said(warnings=len(found)), iter(found))

    assert Validation.model_validate_json(files().read(kept.sha256)) == whole
    with complete_list(kept.sha256) as complete:
        assert complete.said == said(warnings=len(found))
        assert (complete.number, complete.size) == (len(found), kept.size)
        assert tuple(complete.findings()) == found


def test_it_can_be_read_again_from_the_beginning(installation: Settings) -> None:
    kept = keep_complete(said(warnings=2), [a_finding("een"), a_finding("twee")])

    with complete_list(kept.sha256) as complete:
        first, again = next(complete.findings()), next(complete.findings())

    assert first == again


def test_the_same_answer_gives_the_same_bytes(installation: Settings) -> None:
    first, second = (keep_complete(said(warnings=1), [a_finding()]) for _ in range(2))

    assert first == second


def test_five_times_as_many_findings_take_no_more_memory(installation: Settings) -> None:
    few, many = peak_of(5_000), peak_of(25_000)

    assert many < 1.2 * few


def peak_of(number: int) -> int:
    """The most memory that is held at once while so many findings are kept and read back, in bytes."""
    tracemalloc.start()
    kept = keep_complete(said(warnings=number), (a_finding() for _ in range(number)))
    with complete_list(kept.sha256) as complete:
        read = sum(1 for _ in complete.findings())
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read == number
    return peak
