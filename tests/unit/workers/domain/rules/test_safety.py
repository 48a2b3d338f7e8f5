"""Safe work at the bounds of its rules."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import BROKEN, Cells, a_report, findings, not_assessed
from workers.domain.rules.safety import a_fatality_is_explained, the_accident_rate_is_bounded


def a_group(staff_group: str = "drivers", **more: object) -> Cells:
    """A hundred people who fill ninety jobs."""
    return {"staff_group": staff_group, "headcount": 100, "fte": 90, **more}


def a_risk(**more: object) -> Cells:
    """A risk to health and safety."""
    given = {"risk_id": "R1", "chain_role": "other", "theme": "health_safety", "assessed_on": date(2026, 5, 1)}
    return {**given, "severity": 3, "likelihood": 3, "status": "open", "confirmed_incident": False, **more}


def a_measure(indicator_id: object) -> Cells:
    """A planned improvement."""
    return {
        "measure_id": "M1",
        "indicator_id": indicator_id,
        "description": "-",
        "due": date(2027, 1, 1),
        "status": "open",
    }


def test_a_death_without_explanation_is_an_error() -> None:
    report = a_report(workforce=[a_group(fatalities=1), a_group("office", fatalities=0)])

    [finding] = findings(a_fatality_is_explained, report)

    assert finding.place == ("workforce", 2, "fatalities")
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(("indicator", "faults"), [("SOC-04", 0), ("SOC-03", 1), (BROKEN, 0)])
def test_a_measure_for_deaths_explains_it(indicator: object, faults: int) -> None:
    report = a_report(workforce=[a_group(fatalities=1)], measures=[a_measure(indicator)])

    assert len(findings(a_fatality_is_explained, report)) == faults


@pytest.mark.parametrize(
    ("organisation", "risk", "faults"),
    [
        (None, {"supplier_id": None}, 0),
        ("S1", {"supplier_id": "S1"}, 0),
        ("S1", {"supplier_id": None}, 1),
        (None, {"supplier_id": "S1"}, 1),
        (None, {"theme": "water"}, 1),
        (None, {"theme": BROKEN}, 0),
    ],
)
def test_a_safety_risk_of_the_same_organisation_explains_it(
    organisation: object, risk: dict[str, object], faults: int
) -> None:
    report = a_report(workforce=[a_group(organisation_id=organisation, fatalities=1)], due_diligence=[a_risk(**risk)])

    assert len(findings(a_fatality_is_explained, report)) == faults


def test_a_death_that_the_total_repeats_is_reported_once() -> None:
    staff = [
        a_group("total", fatalities=1),
        a_group(fatalities=1),
        a_group("total", organisation_id="S1", fatalities=1),
    ]

    found = findings(a_fatality_is_explained, a_report(workforce=staff))

    assert [finding.row for finding in found] == [3, 4]


@pytest.mark.parametrize(("hours", "faults"), [(200_000, 0), ("199999.999", 1)])
def test_there_are_at_most_15_accidents_per_200_000_hours(hours: object, faults: int) -> None:
    report = a_report(workforce=[a_group(accidents=15, hours_worked=hours)])

    found = findings(the_accident_rate_is_bounded, report)

    assert [finding.place for finding in found] == [("workforce", 2, "accidents")] * faults


@pytest.mark.parametrize("hours", [None, BROKEN])
def test_accidents_without_hours_are_not_assessed(hours: object) -> None:
    report = a_report(workforce=[a_group(accidents=15, hours_worked=hours), a_group("office", accidents=0)])

    assert findings(the_accident_rate_is_bounded, report) == []
    assert list(not_assessed(the_accident_rate_is_bounded, report).values()) == [1]
