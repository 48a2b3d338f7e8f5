"""When an explanation answers a finding."""

from dataclasses import replace

import pytest

from schemas.explaining import Answer, Asked, RuleAsked, answers, answers_in_bulk, in_band, still_says

ASKED = Asked(rule="ENE-003", revision=1, entity="B1", column="quantity", value="100")
ANSWER = Answer(rule="ENE-003", revision=1, entity="B1", column="quantity", value="100")


def a_rule(count: int, *, revision: int = 1) -> RuleAsked:
    return RuleAsked(rule="ENE-003", revision=revision, count=count)


def in_bulk(number: int) -> Answer:
    return Answer(rule="ENE-003", revision=1, entity=None, column=None, value=str(number))


@pytest.mark.parametrize(
    ("value", "explained", "holds"),
    [
        ("110", "100", True),
        ("90", "100", True),
        ("110.001", "100", False),
        ("89.999", "100", False),
        ("-110", "-100", True),
        ("0", "0", True),
        ("0.001", "0", False),
        ("wind", "wind", True),
        ("wind", "solar", False),
        (None, None, True),
        (None, "100", False),
        ("1,1", "1", True),
        ("NaN", "NaN", True),
        ("1.100.000", "1.000.000", True),
        ("1.100.001", "1.000.000", False),
        ("1.100,0", "1000", True),
        ("1,100.1", "1000", False),
        ("01.03.2026", "01.04.2026", False),
    ],
)
def test_a_value_is_answered_within_ten_per_cent_and_a_code_when_it_is_the_same(
    value: str | None, explained: str | None, holds: bool
) -> None:
    found = in_band(value, explained)

    assert found is holds


@pytest.mark.parametrize("change", [{"rule": "ENE-004"}, {"revision": 2}, {"entity": "B2"}, {"column": "unit"}])
def test_an_explanation_lapses_when_anything_it_sticks_to_changes(change: dict[str, str | int]) -> None:
    asked = replace(ASKED, **change)  # type: ignore[arg-type]

    assert answers(ANSWER, ASKED)
    assert not answers(ANSWER, asked)


@pytest.mark.parametrize(("count", "holds"), [(110, True), (50, True), (111, False)])
def test_an_answer_in_bulk_lapses_when_the_rule_finds_over_ten_per_cent_more(count: int, holds: bool) -> None:
    found = answers_in_bulk(in_bulk(100), a_rule(count))

    assert found is holds


def test_an_answer_in_bulk_lapses_when_the_rule_is_revised() -> None:
    found = answers_in_bulk(in_bulk(100), a_rule(100, revision=2))

    assert not found


@pytest.mark.parametrize(
    ("earlier", "later", "holds"),
    [
        (ANSWER, replace(ANSWER, value="110"), True),
        (ANSWER, replace(ANSWER, value="111"), False),
        (ANSWER, replace(ANSWER, entity="B2"), False),
        (in_bulk(100), in_bulk(110), True),
        (in_bulk(100), in_bulk(111), False),
        (ANSWER, in_bulk(100), False),
        (in_bulk(100), ANSWER, False),
    ],
)
def test_an_answer_is_said_again_as_long_as_it_would_have_held(earlier: Answer, later: Answer, holds: bool) -> None:
    found = still_says(earlier, later)

    assert found is holds
