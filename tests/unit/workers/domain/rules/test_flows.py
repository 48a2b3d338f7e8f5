"""Materials and incidents at the bounds of their rules."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import BROKEN, Cells, a_report, findings, not_assessed
from workers.domain.report import Report
from workers.domain.rules.flows import (
    a_jump_in_incidents_points_to_registration,
    battery_packs_are_kept_in_use,
    only_what_goes_out_has_a_treatment,
)


def a_flow(direction: str = "out", treatment: object = "recycling", **more: object) -> Cells:
    """A battery pack."""
    given = {"flow_id": "F1", "material": "battery_pack", "direction": direction, "quantity": 1, "unit": "pieces"}
    return {**given, "treatment": treatment, **more}


def incidents(*counts: object, year: int = 2026, **more: object) -> list[Cells]:
    """Traffic accidents per month, in the holder's own system."""
    given = {"category": "traffic_injury", "registration_system": "own"}
    return [{**given, "period": f"{year}-{month:02}", "count": count, **more} for month, count in enumerate(counts, 1)]


def last_year(*rows: Cells) -> tuple[Report]:
    """The report of 2025 with these incidents."""
    return (a_report(incidents=rows, report_year=2025, period_start=date(2025, 1, 1), period_end=date(2025, 12, 31)),)


@pytest.mark.parametrize(
    ("direction", "treatment", "faults"),
    [("out", "recycling", 0), ("out", None, 1), ("in", None, 0), ("in", "reuse", 1), ("out", BROKEN, 0)],
)
def test_only_an_outgoing_flow_has_a_treatment(direction: str, treatment: object, faults: int) -> None:
    report = a_report(materials=[a_flow(direction, treatment)])

    found = findings(only_what_goes_out_has_a_treatment, report)

    assert [finding.place for finding in found] == [("materials", 2, "treatment")] * faults


@pytest.mark.parametrize(
    ("flow", "severity"),
    [
        (a_flow(treatment="reuse"), None),
        (a_flow(treatment="second_life"), None),
        (a_flow(treatment="loss"), Severity.WARNING),
        (a_flow(treatment="incineration"), Severity.ERROR),
        (a_flow(treatment="landfill"), Severity.ERROR),
        (a_flow(treatment="landfill", material="tyre"), None),
        (a_flow(treatment=None), None),
    ],
)
def test_a_battery_pack_is_kept_in_use(flow: Cells, severity: Severity | None) -> None:
    found = findings(battery_packs_are_kept_in_use, a_report(materials=[flow]))

    assert [(finding.place, finding.severity) for finding in found] == (
        [(("materials", 2, "treatment"), severity)] if severity else []
    )


@pytest.mark.parametrize(("now", "faults"), [((10, 4), 0), ((10, 5), 1)])
def test_three_times_last_years_count_is_noticed(now: tuple[int, int], faults: int) -> None:
    report = a_report(incidents=incidents(*now))

    found = findings(a_jump_in_incidents_points_to_registration, report, previous=last_year(*incidents(5, year=2025)))

    assert [(finding.place, finding.severity) for finding in found] == [
        (("incidents", None, "count"), Severity.NOTICE)
    ] * faults


def test_systems_and_categories_are_never_added_up() -> None:
    report = a_report(incidents=incidents(9) + incidents(9, registration_system="trias"))
    before = last_year(*incidents(3, year=2025), *incidents(4, year=2025, registration_system="trias"))

    [finding] = findings(a_jump_in_incidents_points_to_registration, report, previous=before)

    assert finding.nl == (
        "Verkeersongeval met letsel in Eigen systeem: 9 dit jaar, 3 vorig jaar. "
        "Zo'n sprong komt meestal door anders registreren."
    )


@pytest.mark.parametrize("before", [(), last_year(), last_year(*incidents(0, year=2025))])
def test_without_a_count_of_last_year_nothing_jumps(before: tuple[Report, ...]) -> None:
    report = a_report(incidents=incidents(9))

    assert findings(a_jump_in_incidents_points_to_registration, report, previous=before) == []


def test_a_count_that_hangs_on_a_broken_month_is_not_assessed() -> None:
    report = a_report(incidents=incidents(1, BROKEN))
    before = last_year(*incidents(1, year=2025))

    assert findings(a_jump_in_incidents_points_to_registration, report, previous=before) == []
    assert list(not_assessed(a_jump_in_incidents_points_to_registration, report, previous=before).values()) == [1]
