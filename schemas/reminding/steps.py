"""The steps of reminding: so many days before or after the last day of a duty, to whom; and the usual ones of each duty."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

StepCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,29}$")]
DaysAway = Annotated[int, Field(ge=-400, le=400)]


class DutyKind(StrEnum):
    """What somebody can be reminded of; the values stand in terms and rows."""

    REPORT = "report"
    CORRECTION = "correction"
    QUESTION = "question"
    SUPPLIER = "supplier"
    SIGNATURE = "signature"
    REVIEW = "review"
    SECOND_READING = "second_reading"
    MEASURE = "measure"
    CERTIFICATE = "certificate"
    EVIDENCE = "evidence"


class Rung(StrEnum):
    """Who a step is for: who has to act, and above them the ladder that a duty climbs when nothing happens."""

    ACTOR = "actor"
    ABOVE = "above"
    HOLDER = "holder"
    MANAGER = "manager"
    OFFICE = "office"


LADDER: Final = tuple(Rung)


class Step(BaseModel):
    """One reminder of a duty: negative days lie before its last day, positive ones after it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: StepCode
    days: DaysAway | None = None
    working_days: DaysAway | None = None
    who: Rung = Rung.ACTOR

    @model_validator(mode="after")
    def _one_of_both(self) -> Step:
        if (self.days is None) == (self.working_days is None):
            raise ValueError(f"{self.step}: geef days of working_days / give days or working_days")
        return self

    @property
    def is_late(self) -> bool:
        """Whether it comes after the last day."""
        return (self.days or self.working_days or 0) > 0


def calendar_days(step: str, days: int, who: Rung = Rung.ACTOR) -> Step:
    """A step so many calendar days away."""
    return Step(step=step, days=days, who=who)


def working(step: str, days: int, who: Rung = Rung.ACTOR) -> Step:
    """A step so many working days away."""
    return Step(step=step, working_days=days, who=who)


OVERDUE: Final = working("overdue", 1)

USUAL: Final[Mapping[DutyKind, tuple[Step, ...]]] = MappingProxyType(
    {
        DutyKind.REPORT: (
            calendar_days("first", -60),
            calendar_days("month", -30),
            calendar_days("fortnight", -14),
            working("last", -5),
            OVERDUE,
            working("signatories", 3, Rung.HOLDER),
            working("manager", 5, Rung.MANAGER),
        ),
        DutyKind.CORRECTION: (
            calendar_days("fortnight", -14),
            working("last", -3),
            OVERDUE,
            working("manager", 5, Rung.MANAGER),
        ),
        DutyKind.QUESTION: (working("last", -3), OVERDUE, working("manager", 5, Rung.MANAGER)),
        DutyKind.SUPPLIER: (
            calendar_days("month", -30),
            calendar_days("fortnight", -14),
            working("last", -3),
            OVERDUE,
            working("above", 3, Rung.ABOVE),
            working("holder", 5, Rung.HOLDER),
            working("manager", 10, Rung.MANAGER),
        ),
        DutyKind.SIGNATURE: (
            calendar_days("week", -7),
            working("last", -2),
            OVERDUE,
            working("manager", 3, Rung.MANAGER),
        ),
        DutyKind.REVIEW: (
            calendar_days("fortnight", -14),
            working("last", -3),
            OVERDUE,
            working("office", 5, Rung.OFFICE),
        ),
        DutyKind.SECOND_READING: (
            calendar_days("week", -7),
            working("last", -2),
            OVERDUE,
            working("manager", 3, Rung.MANAGER),
        ),
        DutyKind.MEASURE: (
            calendar_days("first", -60),
            calendar_days("fortnight", -14),
            OVERDUE,
            working("manager", 10, Rung.MANAGER),
        ),
        DutyKind.CERTIFICATE: (calendar_days("first", -60), calendar_days("fortnight", -14), OVERDUE),
        DutyKind.EVIDENCE: (calendar_days("fortnight", -14), working("last", -5), OVERDUE),
    }
)
