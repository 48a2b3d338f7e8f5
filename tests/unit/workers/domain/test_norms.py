"""The verdicts: on the bound, on a path, on a named part, and when there is nothing to judge."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from schemas.judgement import Indicator, Outcome, Status, Why
from tests.builders import a_diesel_bus, a_month, a_report, a_vehicle, electricity, terms
from tests.reckoning import assessment, outcome, verdict
from workers.domain.indicators.figures import both
from workers.domain.norm_duties import Certificate, Facts
from workers.domain.norms import verdicts

MEETS, NOT, OPEN = Outcome.MEETS, Outcome.DOES_NOT_MEET, Outcome.NOT_ASSESSABLE
NO_CERTIFICATE = Certificate(None, None, None)


def a_figure(indicator, value, part="total"):
    formula = both("formule", "formula")
    status = Status.MEASURED if value is not None else Status.NOT_ASSESSABLE
    why = Why(formula=formula, notes=() if value is not None else (both("daarom", "because"),))
    return Indicator(indicator=indicator, part=part, value=value, unit="%", status=status, why=why)


def asking(norm, path, **more):
    return terms(norms=[{"norm": norm, "article": "art. 1", "path": path, **more}])


def judged(norm, path, *figures, year=2026, certificate=NO_CERTIFICATE, handed_in=None, extended=None, **more):
    facts = Facts(year=year, indicators=figures, certificate=certificate, handed_in=handed_in, extended=extended)
    [found] = verdicts(asking(norm, path, **more), facts)
    return found


@pytest.mark.parametrize(
    ("value", "expected"), [("75", MEETS), ("74.99999999", MEETS), ("74.9999", NOT), ("100", MEETS), ("0", NOT)]
)
def test_at_least_holds_at_the_bound_with_a_little_slack(value, expected):
    found = judged("N-ZE-FLEET", {"2026": 75}, a_figure("FLT-02", Decimal(value)))

    assert found.verdict is expected


@pytest.mark.parametrize(("value", "expected"), [("40", MEETS), ("40.00000003", MEETS), ("40.001", NOT)])
def test_at_most_holds_at_the_bound_with_a_little_slack(value, expected):
    found = judged("N-WTW-PKM", {"2026": 40}, a_figure("GHG-05", Decimal(value)))

    assert found.verdict is expected


@pytest.mark.parametrize(("year", "threshold"), [(2026, 75), (2027, 75), (2028, 90), (2031, 100)])
def test_a_path_asks_the_newest_year_not_after_the_report_year(year, threshold):
    path = {"2026": 75, "2028": 90, "2030": 100}

    assert judged("N-ZE-FLEET", path, a_figure("FLT-02", Decimal(80)), year=year).threshold == threshold


def test_before_the_first_year_there_is_no_duty():
    found = judged("N-ZE-FLEET", {"2028": 90}, a_figure("FLT-02", Decimal(80)))

    assert found.verdict is OPEN
    assert found.reason.nl == "Nog geen eis: art. 1 geldt vanaf 2028."


def test_a_norm_reads_the_total_unless_its_terms_name_a_part():
    figures = [a_figure("ENE-07", Decimal(50)), a_figure("ENE-07", Decimal(100), "new")]

    assert judged("N-RENEWABLE", {"2026": 70}, *figures).verdict is NOT
    assert judged("N-RENEWABLE", {"2026": 70}, *figures, part="new").verdict is MEETS


def test_a_figure_that_is_not_assessable_gives_its_own_reason():
    found = judged("N-ZE-FLEET", {"2026": 75}, a_figure("FLT-02", None))

    assert found.verdict is OPEN
    assert found.reason.en == "because"


def test_the_reason_says_value_article_and_threshold_in_both_languages():
    found = judged("N-WTW-VKM", {"2026": Decimal("738.5")}, a_figure("GHG-06", Decimal("1909.25")))

    assert (
        found.reason.nl
        == "CO2e-intensiteit per voertuigkilometer (WTW) is 1.909,25 g/vkm; art. 1 vraagt hoogstens 738,5 g/vkm. Voldoet niet."
    )
    assert (
        found.reason.en
        == "GHG intensity per vehicle-km is 1,909.25 g/vkm; art. 1 asks at most 738.5 g/vkm. Does not meet."
    )


@pytest.mark.parametrize(
    ("held", "asked", "expected"),
    [
        ("3.1/3", "3.1/3", MEETS),
        ("3.1/2", "3.1/3", NOT),
        ("4.0/3", "3.1/3", OPEN),
        ("niveau 5", "3.1/3", OPEN),
        (None, "3.1/3", OPEN),
    ],
)
def test_the_ladder_is_compared_inside_one_version_only(held, asked, expected):
    certificate = Certificate(held, date(2027, 6, 30), date(2026, 12, 31))

    assert judged("N-LADDER", {"2026": asked}, certificate=certificate).verdict is expected


@pytest.mark.parametrize(
    ("valid_to", "expected"), [(date(2026, 12, 31), MEETS), (date(2026, 12, 30), NOT), (None, OPEN)]
)
def test_a_certificate_counts_when_it_is_valid_on_the_last_day(valid_to, expected):
    certificate = Certificate("3.1/5", valid_to, date(2026, 12, 31))

    assert judged("N-LADDER", {"2026": "3.1/3"}, certificate=certificate).verdict is expected


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2027, 5, 1), MEETS), (date(2027, 5, 3), MEETS), (date(2027, 5, 4), NOT)]
)
def test_a_term_that_ends_on_a_saturday_runs_to_the_next_working_day(day, expected):
    assert judged("N-TIMELY", {"2024": "05-01"}, handed_in=day).verdict is expected


def test_holidays_move_a_term_too():
    # 5 May 2027 is Liberation Day and 6 May Ascension Day.
    assert judged("N-TIMELY", {"2024": "05-05"}, handed_in=date(2027, 5, 6)).threshold == "2027-05-07"


def test_the_terms_may_say_that_a_term_does_not_move():
    found = judged("N-TIMELY", {"2024": "05-01"}, handed_in=date(2027, 5, 3), moves_to_working_day=False)

    assert (found.verdict, found.threshold) == (NOT, "2027-05-01")


@pytest.mark.parametrize(("day", "expected"), [(date(2027, 6, 1), MEETS), (date(2027, 6, 2), NOT)])
def test_time_that_was_granted_counts_and_is_told(day, expected):
    found = judged("N-TIMELY", {"2024": "05-01"}, handed_in=day, extended=date(2027, 6, 1))

    assert (found.verdict, found.threshold) == (expected, "2027-06-01")
    assert "uiterlijk 3 mei 2027, met uitstel tot en met 1 juni 2027" in found.reason.nl


def test_offline_timeliness_is_not_assessable():
    assert judged("N-TIMELY", {"2024": "05-01"}).verdict is OPEN


def test_a_month_day_that_does_not_exist_is_told():
    assert judged("N-TIMELY", {"2024": "02-30"}, handed_in=date(2027, 1, 1)).verdict is OPEN


def test_without_terms_there_are_no_verdicts():
    assert assessment(a_report(a_vehicle("B1"))).verdicts == ()


def test_without_a_year_no_norm_is_judged():
    report = a_report(a_vehicle("B1"), report_year=None)

    assert {found.verdict for found in assessment(report, terms=terms()).verdicts} == {OPEN}


def test_a_whole_report_is_judged_on_its_terms():
    report = a_report(
        *(a_vehicle(f"B{number}") for number in range(3)),
        a_diesel_bus("D1"),
        activity=[a_month("B0")],
        energy=[electricity("B0")],
    )

    found = verdict(report, "N-ZE-FLEET", terms=terms())

    assert (found.verdict, found.value, found.threshold) == (MEETS, Decimal(75), Decimal(75))


def test_a_blocking_error_leaves_the_norm_open():
    report = a_report(a_vehicle("B1", euro_class="euro_6"))

    assert outcome(report, "N-ZE-FLEET", terms=terms()) is OPEN


def test_a_norm_that_has_ended_asks_nothing_and_names_its_successor():
    found = judged(
        "N-WTW-VKM", {"2024": 800}, a_figure("GHG-06", Decimal(900)), year=2027, last_year=2026, successor="N-WTW-PKM"
    )

    assert (found.verdict, found.threshold) == (OPEN, None)
    assert found.reason.nl == ("Geen eis meer: art. 1 gold tot en met 2026. Daarna geldt: CO2e per reizigerskilometer.")
