"""How a question may be put to a firm: the ground, the duty and the right to refuse, at the bound of 1 000 employees."""

from __future__ import annotations

import pytest

from schemas.questions import QUESTION, asked_as
from schemas.report.code_lists import RequestGround

WAGE_HEIGHT = QUESTION["Q-WRK-13"]
ACCIDENTS = QUESTION["Q-WRK-07"]
KILOMETRES = QUESTION["Q-GHG-01"]
LADDER = QUESTION["Q-SUP-03"]
FORCED_LABOUR = QUESTION["Q-DD-01"]


@pytest.mark.parametrize("employees", [None, 0, 1_000])
def test_what_csrd_asks_outside_the_cap_is_voluntary_for_a_firm_of_at_most_a_thousand(employees: int | None) -> None:
    asked = asked_as(WAGE_HEIGHT, employees)

    assert (asked.ground, asked.may_refuse, asked.capped) == (RequestGround.VOLUNTARY, True, True)


def test_a_larger_firm_has_to_answer_what_lies_outside_the_cap() -> None:
    asked = asked_as(WAGE_HEIGHT, 1_001)

    assert (asked.ground, asked.may_refuse, asked.capped) == (RequestGround.CSRD, False, False)


@pytest.mark.parametrize("employees", [None, 10, 1_000, 1_001])
def test_what_lies_inside_the_cap_is_asked_of_every_firm(employees: int | None) -> None:
    asked = asked_as(ACCIDENTS, employees)

    assert (asked.ground, asked.duty) == (RequestGround.CSRD, True)


@pytest.mark.parametrize("employees", [None, 10, 1_001])
def test_the_cap_does_not_touch_what_the_concession_asks(employees: int | None) -> None:
    asked = asked_as(KILOMETRES, employees)

    assert (asked.ground, asked.duty, asked.capped) == (RequestGround.CONCESSION, True, False)


@pytest.mark.parametrize("employees", [None, 10, 1_001])
def test_what_is_voluntary_may_always_be_refused(employees: int | None) -> None:
    asked = asked_as(LADDER, employees)

    assert (asked.ground, asked.may_refuse, asked.capped) == (RequestGround.VOLUNTARY, True, False)


@pytest.mark.parametrize("employees", [None, 0, 10])
def test_what_is_comprehensive_is_voluntary_for_a_firm_of_at_most_ten_or_of_unknown_size(employees: int | None) -> None:
    asked = asked_as(FORCED_LABOUR, employees)

    assert (asked.ground, asked.may_refuse, asked.capped) == (RequestGround.VOLUNTARY, True, True)


@pytest.mark.parametrize("employees", [11, 1_000, 1_001])
def test_what_is_comprehensive_is_inside_the_cap_from_eleven_employees_on(employees: int) -> None:
    asked = asked_as(FORCED_LABOUR, employees)

    assert (asked.ground, asked.may_refuse, asked.capped) == (RequestGround.CSRD, False, False)
