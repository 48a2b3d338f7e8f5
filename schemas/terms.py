"""The terms of one concession: calendar, norms with a path per year, building blocks and exemptions, with their articles."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator

MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


def _exact(value: object) -> object:
    """A JSON number as the decimal that was written, not as its nearest binary fraction."""
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _day(value: object) -> object:
    return date.fromisoformat(value) if isinstance(value, str) else value


Exact = Annotated[Decimal, BeforeValidator(_exact)]
IsoDay = Annotated[date, BeforeValidator(_day)]


class Agreed(BaseModel):
    """Frozen; an unknown key is refused, as a misspelt term must not pass for an absent one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Calendar(Agreed):
    """The yearly cycle as month-day, in the year after the report year."""

    opens: MonthDay
    suppliers_answer_by: MonthDay
    hand_in_by: MonthDay
    completeness_by: MonthDay
    feedback_by: MonthDay


class Wage(Agreed):
    """The statutory minimum wage per hour in force from a day."""

    from_: IsoDay = Field(alias="from")
    value: Exact


class BuildingBlocks(Agreed):
    """What an effort for social return is worth, in euro."""

    per_person_year: dict[str, Exact] = {}
    per_hour: dict[str, Exact] = {}
    full_year_hours: Exact = Decimal(1600)


class NormTerms(Agreed):
    """One norm as this concession asks it: article, path per year, and the part it judges (else the total)."""

    norm: str
    article: str
    path: dict[int, Exact | str]
    part: str | None = None
    moves_to_working_day: bool = True

    @field_validator("path", mode="before")
    @classmethod
    def _years(cls, path: object) -> object:
        return {int(year): value for year, value in path.items()} if isinstance(path, dict) else path

    def threshold(self, year: int) -> Decimal | str | None:
        """The threshold of the newest year not after ``year``; before the first year there is no duty."""
        reached = [known for known in self.path if known <= year]
        return self.path[max(reached)] if reached else None


class Exemption(Agreed):
    """Days on which a norm is not held, with the decision that says so."""

    norm: str
    from_: IsoDay = Field(alias="from")
    to: IsoDay
    decision: str
    reason: str


class Terms(Agreed):
    """The terms of one concession."""

    concession_id: str
    name: str
    authorities: tuple[str, ...]
    lead_authority: str
    holder_kvk: str
    starts: IsoDay
    ends: IsoDay
    calendar: Calendar
    asks_sick_leave: bool = False
    statutory_hourly_wage_eur: tuple[Wage, ...] = ()
    building_blocks_eur: BuildingBlocks | None = None
    environmental_scores: dict[str, Exact] | None = None
    norms: tuple[NormTerms, ...] = ()
    exemptions: tuple[Exemption, ...] = ()

    def norm(self, norm: str) -> NormTerms | None:
        """What this concession asks of one norm, if anything."""
        return next((asked for asked in self.norms if asked.norm == norm), None)
