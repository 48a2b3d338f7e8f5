"""The rules on kilometres, each at its boundary."""

from tests.builders import a_month, a_report, a_vehicle, findings
from workers.domain.rules.activity import timetable_kilometres_fit_in_all_kilometres


def test_timetable_kilometres_may_be_all_kilometres() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000, km_timetable=1000)])

    assert findings(timetable_kilometres_fit_in_all_kilometres, report) == []


def test_more_timetable_kilometres_than_kilometres_are_named_in_both_languages() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=18900, km_timetable="18900.001")])

    [finding] = findings(timetable_kilometres_fit_in_all_kilometres, report)

    assert finding.place == ("activity", 2, "km_timetable")
    assert finding.value == "18900.001"
    assert finding.nl == (
        "Voertuig B1 reed in januari 2026 18.900,001 dienstregelingkilometers: meer dan de 18.900 kilometers in totaal."
    )
    assert finding.en == (
        "Vehicle B1 ran 18,900.001 timetable kilometres in January 2026: more than the 18,900 kilometres in total."
    )
    assert finding.expected == "Hoogstens 18.900 kilometer."
