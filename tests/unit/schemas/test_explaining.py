"""When an explanation answers a finding."""

from dataclasses import replace

import pytest

from schemas.explaining import Answer, Asked, RuleAsked, answers, in_band, unanswered

ASKED = Asked(rule="ENE-003", revision=1, entity="B1", column="quantity", value="100")
ANSWER = Answer(rule="ENE-003", revision=1, entity="B1", column="quantity", value="100")


def a_rule(count: int, *listed: Asked) -> RuleAsked:
    return RuleAsked(rule="ENE-003", revision=1, count=count, listed=listed)


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


def test_a_rule_asks_for_each_finding_that_has_no_answer() -> None:
    rule = a_rule(2, ASKED, replace(ASKED, entity="B2"))

    found = unanswered(rule, [ANSWER])

    assert found == 1


def test_findings_that_are_not_listed_ask_for_an_answer_in_bulk() -> None:
    rule = a_rule(1500, ASKED)

    one_by_one, in_one = unanswered(rule, [ANSWER]), unanswered(rule, [in_bulk(1500)])

    assert (one_by_one, in_one) == (1499, 0)


@pytest.mark.parametrize(("count", "left"), [(110, 0), (50, 0), (111, 111)])
def test_an_answer_in_bulk_lapses_when_the_rule_finds_over_ten_per_cent_more(count: int, left: int) -> None:
    found = unanswered(a_rule(count), [in_bulk(100)])

    assert found == left
