"""Due diligence at the bounds of its rules."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import BROKEN, Cells, a_diesel_bus, a_report, a_supplier, a_vehicle, findings, not_assessed
from workers.domain.rules.diligence import (
    a_confirmed_incident_has_a_remedy,
    later_steps_follow_step_two,
    no_open_measure_is_overdue,
    risky_roles_have_risks,
    risky_roles_were_assessed,
)


def a_risk(role: object = "battery", *, on: object = date(2026, 5, 1), **more: object) -> Cells:
    """An open risk of a chain role."""
    given = {"risk_id": "R1", "chain_role": role, "theme": "water", "assessed_on": on, "severity": 2, "likelihood": 2}
    return {**given, "status": "open", "confirmed_incident": False, **more}


def steps(*states: object) -> list[Cells]:
    """The six steps with their status."""
    return [{"step": number, "status": status} for number, status in enumerate(states, start=1)]


BOTH = [a_supplier("S1", role="battery"), a_supplier("S2", role="raw_material")]


def test_an_assessment_of_exactly_12_months_ago_or_later_is_recent() -> None:
    risks = [a_risk(on=date(2025, 12, 31)), a_risk("raw_material", on=date(2027, 1, 5))]

    assert findings(risky_roles_were_assessed, a_report(a_vehicle(), due_diligence=risks)) == []


def test_an_older_assessment_is_reported_at_the_newest_row_of_its_role() -> None:
    risks = [
        a_risk(on=date(2024, 1, 1)),
        a_risk(on=date(2025, 12, 30)),
        a_risk(on=date(2025, 1, 1)),
        a_risk("raw_material"),
    ]

    [finding] = findings(risky_roles_were_assessed, a_report(a_vehicle(), due_diligence=risks))

    assert finding.place == ("due_diligence", 3, "assessed_on")
    assert finding.severity is Severity.ERROR
    assert finding.nl == (
        "Er rijden batterij-elektrische bussen, maar de schakel K4 Batterijleverancier is te lang geleden beoordeeld. "
        "Laatste beoordeling: 30 december 2025."
    )


@pytest.mark.parametrize("risks", [None, [], [a_risk("energy")]])
def test_without_rows_both_roles_are_named_without_a_row(risks: list[Cells] | None) -> None:
    found = findings(risky_roles_were_assessed, a_report(a_vehicle(), suppliers=BOTH, due_diligence=risks))

    assert [finding.place for finding in found] == [("due_diligence", None, "assessed_on")] * 2
    assert findings(risky_roles_have_risks, a_report(a_vehicle(), suppliers=BOTH, due_diligence=risks)) == []


def test_a_fleet_without_batteries_needs_no_assessment() -> None:
    assert findings(risky_roles_were_assessed, a_report(a_diesel_bus())) == []


@pytest.mark.parametrize(
    "risks", [[a_risk(on=BROKEN), a_risk("raw_material")], [a_risk(BROKEN), a_risk("raw_material")]]
)
def test_a_row_that_cannot_be_read_may_be_the_assessment(risks: list[Cells]) -> None:
    report = a_report(a_vehicle(), due_diligence=risks)

    assert findings(risky_roles_were_assessed, report) == []
    assert list(not_assessed(risky_roles_were_assessed, report).values()) == [1]


def test_a_risky_role_in_the_chain_has_at_least_one_risk() -> None:
    report = a_report(a_diesel_bus(), suppliers=BOTH, due_diligence=[a_risk(severity=1, likelihood=1)])

    [finding] = findings(risky_roles_have_risks, report)

    assert finding.place == ("due_diligence", None, "chain_role")
    assert finding.expected == "Ten minste één risico van de schakel K5 Grondstoffen."


@pytest.mark.parametrize(
    ("confirmed", "remedy", "faults"), [(True, None, 1), (True, "Betaald", 0), (False, None, 0), (True, BROKEN, 0)]
)
def test_a_confirmed_incident_asks_for_a_remedy(confirmed: bool, remedy: object, faults: int) -> None:
    report = a_report(due_diligence=[a_risk(confirmed_incident=confirmed, remedy=remedy)])

    found = findings(a_confirmed_incident_has_a_remedy, report)

    assert [finding.place for finding in found] == [("due_diligence", 2, "remedy")] * faults


def test_steps_three_to_six_are_not_further_than_step_two() -> None:
    report = a_report(oecd_steps=steps(2, 1, 1, 2, 0, 2))

    found = findings(later_steps_follow_step_two, report)

    assert [finding.place for finding in found] == [("oecd_steps", 5, "status"), ("oecd_steps", 7, "status")]
    assert found[0].nl.startswith("Stap 4 heeft status 2, maar stap 2 pas status 1.")


@pytest.mark.parametrize("second", [2, BROKEN])
def test_steps_up_to_step_two_are_fine(second: object) -> None:
    assert findings(later_steps_follow_step_two, a_report(oecd_steps=steps(0, second, 2, 2, 2, 2))) == []


@pytest.mark.parametrize(
    ("due", "status", "faults"),
    [
        (date(2026, 12, 30), "open", 1),
        (date(2026, 12, 30), "in_progress", 1),
        (date(2026, 12, 30), "closed", 0),
        (date(2026, 12, 31), "open", 0),
        (None, "open", 0),
    ],
)
def test_no_measure_is_overdue_on_the_last_day(due: object, status: str, faults: int) -> None:
    report = a_report(due_diligence=[a_risk(due=due, status=status)])

    found = findings(no_open_measure_is_overdue, report)

    assert [finding.place for finding in found] == [("due_diligence", 2, "due")] * faults
