"""The front page: its duty, its holder, its period and its assurance."""

from datetime import date

from tests.builders import BROKEN, a_document, a_report, findings, not_assessed, terms
from workers.domain.rules.report import (
    assurance_has_a_name_and_a_statement,
    concession_and_year_match_the_duty,
    the_period_is_a_period,
    the_period_is_the_calendar_year,
    trade_register_number_is_the_holders,
)


def test_the_concession_of_the_terms_is_the_right_one() -> None:
    assert findings(concession_and_year_match_the_duty, a_report(), terms=terms()) == []


def test_another_concession_is_named_beside_the_right_one() -> None:
    report = a_report(concession_id="VB-WEST")

    [finding] = findings(concession_and_year_match_the_duty, report, terms=terms())

    assert finding.place == ("report", 3, "value")
    assert finding.value == "VB-WEST"
    assert finding.nl == "Dit rapport noemt als Concessie VB-WEST; de rapportageplicht is voor VB-OOST."
    assert finding.en == "This report names VB-WEST as Concession; the reporting duty is for VB-OOST."
    assert finding.expected == "VB-OOST"


def test_a_year_in_which_the_concession_does_not_run_is_no_duty() -> None:
    report = a_report(report_year=2022)

    [finding] = findings(concession_and_year_match_the_duty, report, terms=terms())

    assert finding.place == ("report", 6, "value")
    assert finding.expected == "2023"


def test_without_terms_the_duty_is_not_assessed() -> None:
    report = a_report(concession_id="VB-WEST", holder_kvk="1")

    assert list(not_assessed(concession_and_year_match_the_duty, report)) == [
        "The terms of the concession were not given."
    ]
    assert list(not_assessed(trade_register_number_is_the_holders, report)) == [
        "The terms of the concession were not given."
    ]


def test_the_holders_own_number_is_right_and_another_is_not() -> None:
    right, wrong = a_report(), a_report(holder_kvk="12345679")

    [finding] = findings(trade_register_number_is_the_holders, wrong, terms=terms())

    assert findings(trade_register_number_is_the_holders, right, terms=terms()) == []
    assert finding.place == ("report", 4, "value")
    assert finding.nl == "KvK-nummer 12345679 is niet dat van de houder van concessie Voorbeeld-Oost."
    assert finding.en == "Trade register number 12345679 is not that of the holder of concession Voorbeeld-Oost."


def test_the_calendar_year_is_the_period() -> None:
    assert findings(the_period_is_the_calendar_year, a_report()) == []


def test_a_day_less_is_found_at_the_start_first() -> None:
    report = a_report(period_start=date(2026, 1, 2), period_end=date(2026, 12, 30))

    [finding] = findings(the_period_is_the_calendar_year, report)

    assert finding.place == ("report", 7, "value")
    assert finding.value == "2026-01-02"
    assert finding.nl == "Begin verslagperiode is 2 januari 2026; een rapport over 2026 gaat over het hele jaar."
    assert finding.en == "Start of period is 2 January 2026; a report on 2026 is about the whole year."


def test_an_early_end_is_found_at_the_end() -> None:
    report = a_report(period_end=date(2026, 12, 30))

    assert [finding.row for finding in findings(the_period_is_the_calendar_year, report)] == [8]


def test_the_year_in_which_the_concession_starts_may_be_short() -> None:
    report = a_report(report_year=2023, period_start=date(2023, 12, 10), period_end=date(2023, 12, 31))

    assert findings(the_period_is_the_calendar_year, report, terms=terms()) == []
    assert len(findings(the_period_is_the_calendar_year, report)) == 1


def test_no_assurance_needs_nothing() -> None:
    assert findings(assurance_has_a_name_and_a_statement, a_report()) == []


def test_assurance_with_name_and_statement_is_complete() -> None:
    statement = a_document("E1", kind="assurance_statement")
    report = a_report(assurance="limited", assurer_name="Voorbeeld Accountants", evidence=[statement])

    assert findings(assurance_has_a_name_and_a_statement, report) == []


def test_what_assurance_lacks_is_found_one_by_one() -> None:
    report = a_report(assurance="limited", evidence=[a_document("E1")])

    unnamed, undocumented = findings(assurance_has_a_name_and_a_statement, report)

    assert unnamed.place == ("report", None, "value")
    assert unnamed.nl == "De assurance is Beperkt, maar de assuranceverlener is niet genoemd."
    assert undocumented.place == ("report", 11, "value")
    assert undocumented.en == "The assurance is Limited, but there is no assurance statement among the evidence."


def test_a_document_of_a_kind_that_cannot_be_read_may_be_the_statement() -> None:
    report = a_report(assurance="limited", assurer_name="Voorbeeld", evidence=[a_document("E1", kind=BROKEN)])

    assert findings(assurance_has_a_name_and_a_statement, report) == []


def test_a_period_of_one_day_is_a_period() -> None:
    report = a_report(period_start=date(2026, 5, 1), period_end=date(2026, 5, 1))

    assert findings(the_period_is_a_period, report) == []


def test_a_period_that_ends_before_it_starts_is_found_at_its_end_and_nowhere_else() -> None:
    report = a_report(period_start=date(2026, 5, 1), period_end=date(2026, 4, 30))

    [finding] = findings(the_period_is_a_period, report)

    assert finding.place == ("report", 8, "value")
    assert finding.nl == (
        "De verslagperiode eindigt voordat zij begint: 1 mei 2026 tot en met 30 april 2026, verslagjaar 2026."
    )
    assert findings(the_period_is_the_calendar_year, report) == []


def test_a_year_outside_the_period_is_found_at_the_year() -> None:
    report = a_report(report_year=2025)

    [finding] = findings(the_period_is_a_period, report)

    assert finding.place == ("report", 6, "value")
    assert (
        finding.en
        == "The report year does not lie in the period: 1 January 2026 to 31 December 2026, report year 2025."
    )
