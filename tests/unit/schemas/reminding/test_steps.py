"""Steps are data per concession, and terms without them stay what they were."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from schemas.reminding.steps import USUAL, DutyKind
from tests.builders import terms


def test_terms_that_say_nothing_of_reminders_are_written_as_before() -> None:
    assert "reminders" not in terms().model_dump_json()


def test_a_concession_has_the_usual_steps_but_for_the_duties_that_it_names() -> None:
    own = terms(reminders={"report": [{"step": "only", "days": -10}], "evidence": []})

    assert [step.step for step in own.steps_of(DutyKind.REPORT)] == ["only"]
    assert own.steps_of(DutyKind.EVIDENCE) == ()
    assert own.steps_of(DutyKind.MEASURE) == USUAL[DutyKind.MEASURE]


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ([{"step": "one"}], "geef days of working_days"),
        ([{"step": "one", "days": 1, "working_days": 1}], "geef days of working_days"),
        ([{"step": "one", "days": 1}, {"step": "one", "days": 2}], "een stap staat er dubbel"),
        ([{"step": "one", "days": 1, "who": "mayor"}], "who"),
        ([{"step": "One", "days": 1}], "step"),
    ],
)
def test_steps_that_cannot_be_are_refused(steps: list[dict[str, object]], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        terms(reminders={"report": steps})
