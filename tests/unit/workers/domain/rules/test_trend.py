"""This year against last year at the bounds of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import (
    BROKEN,
    Cells,
    a_month,
    a_report,
    a_supplier,
    a_vehicle,
    electricity,
    findings,
    not_assessed,
)
from workers.domain.report import Report
from workers.domain.rules.trend import (
    chain_mapping_does_not_shrink,
    counts_move_little,
    intensities_move_little,
    stock_and_flow_agree,
)


def last_year(*vehicles: Cells, year: int = 2025, **sheets: Sequence[Cells]) -> tuple[Report]:
    """The report of the year before."""
    dates = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
    return (a_report(*vehicles, report_year=year, **dates, **sheets),)  # type: ignore[arg-type]


def fleet(number: int, *, first: int = 1, **more: object) -> list[Cells]:
    """Buses with plates."""
    return [a_vehicle(f"B{n}", licence_plate=f"{n:02}-BX-BB", **more) for n in range(first, first + number)]


def a_thousand_km_on(kwh: object) -> Report:
    """A bus that ran in January."""
    return a_report(a_vehicle(), activity=[a_month(km=1000)], energy=[electricity(kwh=kwh)])


BEFORE = (
    a_report(
        a_vehicle(),
        activity=[a_month(km=1000, period="2025-01")],
        energy=[electricity(kwh=1000, period="2025-01")],
        report_year=2025,
        period_start=date(2025, 1, 1),
        period_end=date(2025, 12, 31),
    ),
)


@pytest.mark.parametrize(("kwh", "faults"), [(1200, 0), (800, 0), ("1200.001", 1), ("799.999", 1)])
def test_an_intensity_moves_by_a_fifth_at_most(kwh: object, faults: int) -> None:
    report = a_thousand_km_on(kwh)

    found = findings(intensities_move_little, report, previous=BEFORE)

    assert [finding.place for finding in found] == [("energy", None, "quantity")] * faults


def test_a_moved_intensity_is_told_with_both_years() -> None:
    report = a_thousand_km_on(1500)

    [finding] = findings(intensities_move_little, report, previous=BEFORE)

    assert finding.severity is Severity.WARNING
    assert finding.nl == (
        "12-meterbus, Batterij-elektrisch: 5,4 MJ per kilometer, vorig jaar 3,6. Dat is 50 % verschil."
    )


def test_an_intensity_that_hangs_on_a_broken_cell_is_not_assessed() -> None:
    report = a_thousand_km_on(BROKEN)

    assert findings(intensities_move_little, report, previous=BEFORE) == []
    assert list(not_assessed(intensities_move_little, report, previous=BEFORE).values()) == [1]


def test_a_vehicle_without_energy_does_not_move_the_intensity_of_its_kind() -> None:
    activity = [a_month(km=1000), a_month("B2", km=9000)]
    report = a_report(a_vehicle(), a_vehicle("B2"), activity=activity, energy=[electricity(kwh=1000)])

    assert findings(intensities_move_little, report, previous=BEFORE) == []


@pytest.mark.parametrize(("now", "faults"), [(13, 0), (7, 0), (14, 1), (6, 1), (0, 1)])
def test_a_count_moves_by_three_in_ten_at_most(now: int, faults: int) -> None:
    found = findings(counts_move_little, a_report(*fleet(now)), previous=last_year(*fleet(10)))

    assert [finding.place for finding in found] == [("vehicles", None, "licence_plate")] * faults


def test_a_plate_counts_once_and_only_while_in_service() -> None:
    again = a_vehicle("B1-2", licence_plate="01BXBB")
    gone = fleet(3, first=20, in_service_to=date(2026, 6, 30))

    assert findings(counts_move_little, a_report(*fleet(1), again, *gone), previous=last_year(*fleet(1))) == []


def test_the_report_of_another_year_is_not_last_year() -> None:
    before = last_year(*fleet(10), year=2024)

    assert findings(counts_move_little, a_report(*fleet(1)), previous=before) == []
    assert list(not_assessed(counts_move_little, a_report(*fleet(1)), previous=before).values()) == [1]


def test_who_left_and_who_entered_explain_the_stock() -> None:
    left = fleet(2, in_service_to=date(2026, 3, 31))
    entered = fleet(3, first=50, in_service_from=date(2026, 4, 1))
    gone_again = fleet(1, first=90, in_service_from=date(2026, 2, 1), in_service_to=date(2026, 3, 1))

    report = a_report(*left, *fleet(8, first=3), *entered, *gone_again)

    assert findings(stock_and_flow_agree, report, previous=last_year(*fleet(10))) == []


def test_a_plate_that_vanished_is_named_once() -> None:
    report = a_report(*fleet(9, first=2))

    [finding] = findings(stock_and_flow_agree, report, previous=last_year(*fleet(10)))

    assert finding.place == ("vehicles", None, "licence_plate")
    assert finding.severity is Severity.ERROR
    assert finding.nl == (
        "Kentekens eind vorig jaar: 10, eruit: 0, erbij: 0, eind dit jaar: 9. Dat klopt niet. "
        "Verdwenen zonder einddatum: 01BXBB. Al langer in dienst, maar vorig jaar onbekend: –."
    )
    assert finding.expected.endswith("met wie erbij kwam: 10.")


def test_a_plate_from_nowhere_is_named() -> None:
    report = a_report(*fleet(11))

    [finding] = findings(stock_and_flow_agree, report, previous=last_year(*fleet(10)))

    assert finding.nl.endswith("vorig jaar onbekend: 11BXBB.")


def test_a_plate_that_turned_into_another_does_not_balance() -> None:
    report = a_report(*fleet(9), *fleet(1, first=77))

    [finding] = findings(stock_and_flow_agree, report, previous=last_year(*fleet(10)))

    assert "Verdwenen zonder einddatum: 10BXBB." in finding.nl


def test_a_bus_that_leaves_on_the_last_day_is_still_in_stock() -> None:
    report = a_report(*fleet(9), *fleet(1, first=10, in_service_to=date(2026, 12, 31)))

    assert findings(stock_and_flow_agree, report, previous=last_year(*fleet(10))) == []


def test_a_stock_that_hangs_on_a_broken_date_is_not_assessed() -> None:
    report = a_report(*fleet(8), a_vehicle("B9", licence_plate="09-BX-BB", in_service_from=BROKEN))

    assert findings(stock_and_flow_agree, report, previous=last_year(*fleet(10))) == []
    assert list(not_assessed(stock_and_flow_agree, report, previous=last_year(*fleet(10))).values()) == [1]


def test_a_tier_with_fewer_suppliers_than_last_year_is_named() -> None:
    before = last_year(
        suppliers=[
            a_supplier("A"),
            a_supplier("B", tier=2, parent_id="A"),
            a_supplier("C", tier=2, parent_id="A"),
            a_supplier("D", tier=3, parent_id="B"),
        ]
    )
    report = a_report(suppliers=[a_supplier("A"), a_supplier("X"), a_supplier("B", tier=2, parent_id="A")])

    found = findings(chain_mapping_does_not_shrink, report, previous=before)

    assert [(finding.place, finding.expected) for finding in found] == [
        (("suppliers", None, "tier"), "Op ketenniveau 2 ten minste 2."),
        (("suppliers", None, "tier"), "Op ketenniveau 3 ten minste 1."),
    ]


def test_a_wrong_tier_is_not_a_chain_that_shrank() -> None:
    chain = [a_supplier("A"), a_supplier("B", tier=2, parent_id="A")]
    report = a_report(suppliers=[a_supplier("A"), a_supplier("B", tier=5, parent_id="A")])

    assert findings(chain_mapping_does_not_shrink, report, previous=last_year(suppliers=chain)) == []


def test_a_supplier_of_unknown_tier_may_be_the_missing_one() -> None:
    before = last_year(suppliers=[a_supplier("A")])
    report = a_report(suppliers=[a_supplier("A", tier=BROKEN, parent_id=BROKEN)])

    assert findings(chain_mapping_does_not_shrink, report, previous=before) == []
    assert list(not_assessed(chain_mapping_does_not_shrink, report, previous=before).values()) == [1]
