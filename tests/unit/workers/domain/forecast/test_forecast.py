"""The forecast at its boundaries: days of entry and exit, mixes that change, measures with and without a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests import builders
from tests.builders import a_diesel_bus, a_report, a_vehicle, diesel, electricity, months, terms
from workers.domain.assess import assess
from workers.domain.forecast import forecasts
from workers.domain.forecast.announced import change_in
from workers.reference import air_factors, factor_set


def ahead(report, norm="N-ZE-FLEET", *, path=None, **asked):
    """The forecast of one norm that the terms ask; None where there is none."""
    wanted = {"norm": norm, "article": "art. 1", "path": path or {"2026": 75, "2028": 90, "2030": 100}, **asked}
    checked = builders.checked(report, factors=factor_set(2026), terms=terms(norms=[wanted]))
    checked = replace(checked, case=replace(checked.case, air=air_factors()))
    return next(iter(forecasts(checked, assess(checked))), None)


def values(forecast):
    return {point.year: round(point.value, 3) for point in forecast.points}


def a_plan(effect, **more):
    return {
        "measure_id": "V1",
        "indicator_id": "FLT-02",
        "description": "Vier e-bussen besteld",
        "due": date(2028, 6, 30),
        "status": "open",
        "expected_effect": effect,
        **more,
    }


def test_a_bus_that_leaves_on_the_last_day_of_a_year_counts_in_it_and_not_in_the_next():
    forecast = ahead(a_report(a_vehicle("B1"), a_diesel_bus("D1", in_service_to=date(2028, 12, 31))))

    assert values(forecast) == {2027: 50, 2028: 50, 2029: 100, 2030: 100}


def test_a_bus_that_enters_on_the_last_day_of_a_year_counts_in_it():
    forecast = ahead(a_report(a_vehicle("B1"), a_diesel_bus("D1"), a_vehicle("B2", in_service_from=date(2029, 12, 31))))

    assert values(forecast) == {2027: 50, 2028: 50, 2029: Decimal("66.667"), 2030: Decimal("66.667")}


def test_the_year_from_which_a_norm_is_met_and_stays_so_is_told():
    forecast = ahead(a_report(a_vehicle("B1"), a_diesel_bus("D1", in_service_to=date(2027, 12, 30))))

    assert forecast.meets_from == 2027
    assert forecast.says.nl == "Met wat nu bekend is, wordt de norm gehaald vanaf 2027."


def test_a_norm_that_is_met_now_and_missed_later_is_told_with_the_year():
    forecast = ahead(a_report(a_vehicle("B1"), a_vehicle("B2"), a_vehicle("B3"), a_diesel_bus("D1")))

    assert forecast.meets_from is None
    assert forecast.says.nl == (
        "Met wat nu bekend is, wordt de norm vanaf 2028 niet meer gehaald: dan 75 %, gevraagd 90 %."
    )


def test_where_every_bus_leaves_the_forecast_ends_and_says_so():
    forecast = ahead(a_report(a_vehicle("B1", in_service_to=date(2028, 6, 30))))

    assert values(forecast) == {2027: 100}
    assert forecast.says.nl.startswith("Verder dan 2027")


def test_kilometres_go_by_the_day_and_a_new_bus_runs_as_the_average():
    report = a_report(
        a_vehicle("B1"),
        a_diesel_bus("D1", in_service_to=date(2026, 12, 31)),
        a_vehicle("B2", in_service_from=date(2027, 7, 2)),
        a_diesel_bus("D2"),
        activity=[*months("B1", km=1000), *months("D1", km=1000), *months("D2", km=1000)],
    )

    forecast = ahead(report, "N-ZE-KM")

    # 2027: one bus a whole year and one for 183 of 365 days beside a diesel bus; from 2028 on two beside one.
    assert values(forecast)[2027] == round(Decimal(548) / 913 * 100, 3)
    assert values(forecast)[2029] == Decimal("66.667")


def test_emissions_follow_the_mix_of_drivetrains():
    report = a_report(
        a_vehicle("B1"),
        a_diesel_bus("D1", in_service_to=date(2026, 12, 31)),
        activity=[*months("B1", km=1000), *months("D1", km=1000)],
        energy=[electricity("B1", kwh=12000), diesel("D1", litres=4000)],
    )

    forecast = ahead(report, "N-WTW-VKM", path={"2026": 2000})

    assert values(forecast)[2027] == round(_grams_of_grey_electricity(), 3)


def _grams_of_grey_electricity():
    """Per kWh, and here per kilometre: the bus used one kWh on each."""
    factors = factor_set(2026)
    grey = factors.find("electricity_origin", "grey") if factors else None
    assert grey is not None
    assert grey.wtw is not None
    return grey.wtw * 1000


def test_a_drivetrain_of_which_nothing_is_known_ends_the_forecast_of_emissions():
    report = a_report(
        a_vehicle("B1"),
        a_vehicle("H1", drivetrain="fcev", in_service_from=date(2028, 1, 1), battery_kwh=None),
        activity=months("B1", km=1000),
        energy=[electricity("B1", kwh=12000)],
    )

    forecast = ahead(report, "N-WTW-VKM", path={"2026": 2000})

    assert set(values(forecast)) == {2027}


def test_days_outside_the_agreement_are_those_of_the_year_itself():
    report = a_report(a_vehicle("B1"), a_diesel_bus("D1", deployment="temporary", in_service_to=date(2027, 1, 10)))

    forecast = ahead(report, "N-TEMP", path={"2024": 0})

    assert values(forecast) == {2027: 10, 2028: 0, 2029: 0, 2030: 0}
    assert forecast.meets_from == 2028


@pytest.mark.parametrize(
    ("effect", "change"),
    [
        ("+12,5", "12.5"),
        (" - 3 ", "-3"),
        ("−0.25", "-0.25"),
        ("12", None),
        ("+12 bussen", None),
        ("+1.234,5", None),
        ("veel", None),
        (None, None),
    ],
)
def test_only_a_number_with_its_sign_is_an_effect(effect, change):
    assert change_in(effect) == (None if change is None else Decimal(change))


def test_a_measure_counts_from_the_year_in_which_it_is_ready():
    forecast = ahead(a_report(a_vehicle("B1"), a_diesel_bus("D1"), measures=[a_plan("+40")]))

    assert values(forecast) == {2027: 50, 2028: 90, 2029: 90, 2030: 90}
    assert [(one.measure, one.year, one.counted) for one in forecast.announced] == [("V1", 2028, True)]


def test_a_share_does_not_pass_a_hundred():
    forecast = ahead(a_report(a_vehicle("B1"), a_diesel_bus("D1"), measures=[a_plan("+60")]))

    assert values(forecast)[2030] == 100


def test_a_measure_in_words_is_shown_and_does_not_count():
    forecast = ahead(a_report(a_vehicle("B1"), a_diesel_bus("D1"), measures=[a_plan("alle bussen elektrisch")]))

    assert values(forecast)[2030] == 50
    assert [one.counted for one in forecast.announced] == [False]


def test_a_closed_measure_is_in_the_figure_already():
    forecast = ahead(a_report(a_vehicle("B1"), a_diesel_bus("D1"), measures=[a_plan("+40", status="closed")]))

    assert (values(forecast)[2030], forecast.announced) == (50, ())


def test_a_part_without_a_method_stays_as_it_is_and_says_so():
    report = a_report(
        a_vehicle("B1", in_service_from=date(2025, 1, 1), in_service_to=date(2027, 1, 1)),
        activity=months("B1", km=1000),
        energy=[electricity("B1", kwh=12000)],
    )

    forecast = ahead(report, "N-RENEWABLE", path={"2026": 70}, part="new")

    assert values(forecast) == dict.fromkeys(range(2027, 2031), 0)
    assert forecast.assumes.nl.startswith("Wij nemen aan dat dit cijfer blijft")


def test_a_norm_that_ends_is_not_held_against_the_years_after_it():
    report = a_report(a_vehicle("B1"), a_diesel_bus("D1"))

    forecast = ahead(report, path={"2026": 50}, last_year=2027)

    assert forecast.meets_from == 2026
    assert forecast.says.nl == "Met wat nu bekend is, wordt de norm tot en met 2027 elk jaar gehaald."


def test_a_figure_that_is_not_known_has_no_forecast():
    assert ahead(a_report()) is None
