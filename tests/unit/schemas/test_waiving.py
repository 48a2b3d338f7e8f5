"""When a waiver holds, to the day, and which findings it covers."""

from datetime import date

import pytest

from schemas.waiving import covers, holds_over


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [
        (date(2025, 1, 1), date(2026, 1, 1), True),
        (date(2025, 1, 1), date(2025, 12, 31), False),
        (date(2026, 12, 31), date(2027, 6, 1), True),
        (date(2027, 1, 1), date(2027, 6, 1), False),
        (date(2026, 6, 1), date(2026, 6, 1), True),
    ],
)
def test_a_waiver_holds_for_a_year_that_shares_a_day_with_it(starts: date, ends: date, holds: bool) -> None:
    assert holds_over(2026, starts=starts, ends=ends) is holds


@pytest.mark.parametrize(
    ("entities", "entity", "covered"),
    [
        ([], "V0041", True),
        ([], None, True),
        (["V0041"], "V0041", True),
        (["V0041"], "V0041 · 2026-03", True),
        (["V0041", "V0042"], "V0042", True),
        (["V0041"], "V00411", False),
        (["V0041"], None, False),
    ],
)
def test_a_waiver_covers_what_it_names_by_a_key_of_the_row(
    entities: list[str], entity: str | None, covered: bool
) -> None:
    assert covers(entities, entity) is covered
