"""Social return at the bounds of its rules."""

from __future__ import annotations

import pytest

from schemas.judgement import Severity
from tests.builders import BROKEN, Cells, a_report, findings, not_assessed, terms
from workers.domain.rules.social_return import (
    a_large_effort_has_evidence,
    effort_follows_the_building_blocks,
    effort_per_person_is_bounded,
)


def an_effort(value: object = 15_000, **more: object) -> Cells:
    """An apprentice for a year."""
    given = {"item_id": "I1", "building_block": "bbl", "description": "Leerling", "persons": 1}
    return {**given, "value_eur": value, **more}


@pytest.mark.parametrize(
    ("value", "persons", "faults"), [(140_000, 2, 0), ("140000.001", 2, 1), (1, 0, 0), (1, None, 0)]
)
def test_an_effort_is_worth_at_most_70_000_per_person(value: object, persons: object, faults: int) -> None:
    report = a_report(social_return=[an_effort(value, persons=persons)])

    found = findings(effort_per_person_is_bounded, report)

    assert [finding.place for finding in found] == [("social_return", 2, "value_eur")] * faults


@pytest.mark.parametrize(
    ("effort", "faults"),
    [
        (an_effort(15_150), 0),
        (an_effort(14_850), 0),
        (an_effort("15150.001"), 1),
        (an_effort("14849.999"), 1),
        (an_effort(7500, hours=800, persons=3), 0),
        (an_effort(15_000, hours=800), 1),
        (an_effort(400, building_block="activity", hours=4), 0),
        (an_effort(405, building_block="activity", hours=4), 1),
    ],
)
def test_an_effort_follows_the_building_blocks_within_one_percent(effort: Cells, faults: int) -> None:
    report = a_report(social_return=[effort])

    found = findings(effort_follows_the_building_blocks, report, terms=terms())

    assert [finding.place for finding in found] == [("social_return", 2, "value_eur")] * faults


def test_an_effort_of_another_value_is_told_with_what_it_is_worth() -> None:
    report = a_report(social_return=[an_effort(40_000)])

    [finding] = findings(effort_follows_the_building_blocks, report, terms=terms())

    assert finding.severity is Severity.WARNING
    assert (
        finding.nl == "Volgens het bouwblok Leerwerkplek BBL is deze inspanning € 15.000 waard; opgegeven is € 40.000."
    )


@pytest.mark.parametrize(
    "effort",
    [
        an_effort(building_block="sheltered_purchase"),
        an_effort(building_block="activity"),
        an_effort(persons=None),
        an_effort(BROKEN),
    ],
)
def test_an_effort_that_the_table_says_nothing_of_is_not_assessed(effort: Cells) -> None:
    report = a_report(social_return=[effort])

    assert findings(effort_follows_the_building_blocks, report, terms=terms()) == []
    assert list(not_assessed(effort_follows_the_building_blocks, report, terms=terms()).values()) == [1]


def test_without_terms_or_their_table_no_effort_is_held_against_one() -> None:
    report = a_report(social_return=[an_effort(1)])

    assert findings(effort_follows_the_building_blocks, report) == []
    assert findings(effort_follows_the_building_blocks, report, terms=terms(building_blocks_eur=None)) == []


@pytest.mark.parametrize(
    ("value", "evidence", "faults"), [(10_000, None, 0), ("10000.001", None, 1), (20_000, "E1", 0), (20_000, BROKEN, 0)]
)
def test_an_effort_above_10_000_has_evidence(value: object, evidence: object, faults: int) -> None:
    report = a_report(social_return=[an_effort(value, evidence_id=evidence)])

    found = findings(a_large_effort_has_evidence, report)

    assert [finding.place for finding in found] == [("social_return", 2, "evidence_id")] * faults


def test_what_is_too_much_for_any_person_is_reported_once() -> None:
    report = a_report(social_return=[an_effort(70_001)])

    assert findings(effort_follows_the_building_blocks, report, terms=terms()) == []
    assert len(findings(effort_per_person_is_bounded, report)) == 1
