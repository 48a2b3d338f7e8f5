"""How values are said: numbers, dates, periods and codes in the reader's language."""

from datetime import date
from decimal import Decimal

import pytest

from schemas.texts import Language
from workers.domain.rendering import filled, number, period, placeholders, said
from workers.domain.wording import wanted

NL, EN = Language.NL, Language.EN


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (Decimal("18900"), "18.900", "18,900"),
        (Decimal("18900.500"), "18.900,5", "18,900.5"),
        (1.901, "1,901", "1.901"),
        (1.9005, "1,901", "1.901"),
        (0, "0", "0"),
        (-1234.5, "-1.234,5", "-1,234.5"),
        (100, "100", "100"),
        (0.15 * 100, "15", "15"),
    ],
)
def test_numbers_have_the_readers_separators(value: Decimal | float, nl: str, en: str) -> None:
    assert (number(value, NL), number(value, EN)) == (nl, en)


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        ("2026", "2026", "2026"),
        ("2026-03", "maart 2026", "March 2026"),
        ("2026-03-05", "5 maart 2026", "5 March 2026"),
        ("2026-13", "2026-13", "2026-13"),
    ],
)
def test_periods_are_said_in_words_as_far_as_they_exist(value: str, nl: str, en: str) -> None:
    assert (period(value, NL), period(value, EN)) == (nl, en)


@pytest.mark.parametrize(
    ("name", "value", "nl", "en"),
    [
        ("bus_class", "bus_12m", "12-meterbus", "12 m bus"),
        ("carriers", ["cng", "bio_cng"], "CNG (aardgas) of Bio-CNG (groengas)", "CNG (fossil) or Bio-CNG"),
        ("in_service_from", date(2027, 5, 1), "1 mei 2027", "1 May 2027"),
        ("in_service_to", None, "nu", "now"),
        ("battery_kwh", None, "leeg", "blank"),
        ("refused", True, "ja", "yes"),
        ("report_year", 2026, "2026", "2026"),
        ("first_row", 12345, "12345", "12345"),
        ("target", "vehicles", "Wagenpark", "Fleet"),
        ("headings", ["activity.vehicle_id", "activity.period"], "Voertuignummer en Periode", "Vehicle id and Period"),
        ("span", [150.0, 600.0], "150 tot 600", "150 to 600"),
        ("span", [None, None], "niet bekend voor deze klasse", "not known for this class"),
        ("make", "bus_12m", "bus_12m", "bus_12m"),
    ],
)
def test_a_value_is_said_by_what_its_column_holds(name: str, value: object, nl: str, en: str) -> None:
    assert said(value, name, sheet="vehicles", language=NL) == nl
    assert said(value, name, sheet="vehicles", language=EN) == en


def test_what_a_user_wrote_is_never_read_as_a_text_of_ours() -> None:
    text = filled("{make} {model}", {"make": "{model}", "model": "X"}, sheet="vehicles", language=NL)

    assert text == "{model} X"
    assert placeholders("{make} {model}") == {"make", "model"}


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (Decimal("13.5"), "€ 13,50 per uur", "€ 13.50 per uur"),
        (Decimal("1234.5"), "€ 1.234,50 per uur", "€ 1,234.50 per uur"),
        (Decimal("14.709"), "€ 14,709 per uur", "€ 14.709 per uur"),
        (Decimal(15000), "€ 15.000 per uur", "€ 15,000 per uur"),
    ],
)
def test_money_has_whole_euros_or_cents(value: Decimal, nl: str, en: str) -> None:
    text = "€ {minimum} per uur"

    assert filled(text, {"minimum": value}, sheet="workforce", language=NL) == nl
    assert filled(text, {"minimum": value}, sheet="workforce", language=EN) == en


def test_the_bounds_of_a_day_stand_apart_from_its_example() -> None:
    assert wanted("vehicles.in_service_from", NL) == "een datum, zoals 31-12-2026, van 1990 tot en met 2100"
    assert wanted("vehicles.in_service_from", EN) == "a date, such as 2026-12-31, from 1990 to 2100"
    assert wanted("due_diligence.severity", NL) == "een geheel getal van 1 tot en met 5"


def test_a_value_without_words_is_an_error_of_ours() -> None:
    with pytest.raises(TypeError):
        said(object(), "make", sheet="vehicles", language=NL)
