"""The terms of one concession: calendar, norms with a path per year, building blocks and exemptions, with their articles."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from schemas.norms import NORM
from schemas.reminding.steps import USUAL, DutyKind, Step
from schemas.texts import Bilingual

# Of a year without a leap day.
A_SHORT_YEAR: Final = 2023


def _of_every_year(month_day: str) -> str:
    """A day that comes every year; the shortest February has 28 days."""
    month, day = (int(part) for part in month_day.split("-"))
    last = monthrange(A_SHORT_YEAR, month)[1]
    if day > last:
        usable = f"{month:02}-{last:02}"
        raise ValueError(
            f"{month_day} bestaat niet in elk jaar; kies {usable} of eerder / does not exist in every year; choose {usable} or earlier"
        )
    return month_day


MonthDay = Annotated[
    str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"), AfterValidator(_of_every_year)
]


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
    """One norm as this concession asks it: article, path per year, and the part it judges (else the total).

    It holds from the first year of its path up to and including ``last_year`` (none: as long as the concession lasts);
    ``successor`` is the norm that takes its place after that. A norm may stand more than once, with other articles, as
    long as no two of its entries hold in one year.
    """

    norm: str
    article: str
    path: dict[int, Exact | str] = Field(min_length=1)
    part: str | None = None
    moves_to_working_day: bool = True
    last_year: int | None = None
    successor: str | None = None

    @field_validator("path", mode="before")
    @classmethod
    def _years(cls, path: object) -> object:
        return {int(year): value for year, value in path.items()} if isinstance(path, dict) else path

    @field_validator("norm", "successor")
    @classmethod
    def _known(cls, norm: str | None) -> str | None:
        if norm is not None and norm not in NORM:
            raise ValueError(f"{norm} is geen norm / is no norm; bekend / known: {', '.join(NORM)}")
        return norm

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> NormTerms:
        if self.last_year is not None and self.last_year < max(self.path):
            raise ValueError(
                f"{self.norm} ({self.article}): last_year {self.last_year} ligt vóór het laatste jaar van het pad / is before the last year of the path, {max(self.path)}"
            )
        return self

    @property
    def first_year(self) -> int:
        """The report year from which it holds."""
        return min(self.path)

    def ended(self, year: int) -> bool:
        """Whether it no longer holds in a year."""
        return self.last_year is not None and year > self.last_year

    def threshold(self, year: int) -> Decimal | str | None:
        """The threshold of the newest year not after ``year``; before the first year and after the last there is no duty."""
        reached = [known for known in self.path if known <= year]
        return self.path[max(reached)] if reached and not self.ended(year) else None


class Exemption(Agreed):
    """Days on which a norm is not held, with the decision that says so."""

    norm: str
    from_: IsoDay = Field(alias="from")
    to: IsoDay
    decision: str
    reason: str


class Consequence(Agreed):
    """What may follow on a norm that is not met, by its article; ``most_eur`` bounds the amount where it is one."""

    code: str
    article: str
    name: Bilingual
    most_eur: Exact | None = None


# Six weeks, by law (Awb 6:7).
USUAL_APPEAL_DAYS: Final = 42


class ShortfallTerms(Agreed):
    """How a shortfall is dealt with: the terms in calendar days, the consequences, and how the holder can object.

    In ``redress`` ``{day}`` is the last day for an objection and ``{authority}`` who takes it.
    """

    warning_days: int = Field(default=42, ge=1)
    plan_days: int = Field(default=28, ge=1)
    view_days: int = Field(default=14, ge=1)
    objection_days: int = Field(default=42, ge=1)
    appeal_days: int = Field(default=USUAL_APPEAL_DAYS, ge=1, exclude_if=lambda days: days == USUAL_APPEAL_DAYS)
    consequences: tuple[Consequence, ...] = ()
    redress: Bilingual | None = None


# Terms that say nothing of shortfalls keep the written form, and so the sha256, that they had before there were any.
USUAL_SHORTFALLS = ShortfallTerms()


USUAL_VIEW_DAYS: Final = 14


class Terms(Agreed):
    """The terms of one concession.

    ``hears_before_sending_back``: a report is never sent back before the holder could give its view.
    ``tells_plan_before_handing_in``: no report is handed in before the holder told how its measures stand.
    ``reminders``: the steps of a duty in place of the usual ones; none at all where the list of a duty is empty.
    """

    concession_id: str
    name: str
    authorities: tuple[str, ...]
    lead_authority: str
    holder_kvk: str
    starts: IsoDay
    ends: IsoDay
    calendar: Calendar
    asks_sick_leave: bool = False
    hears_before_sending_back: bool = False
    tells_plan_before_handing_in: bool = False
    statutory_hourly_wage_eur: tuple[Wage, ...] = ()
    building_blocks_eur: BuildingBlocks | None = None
    environmental_scores: dict[str, Exact] | None = None
    norms: tuple[NormTerms, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    shortfalls: ShortfallTerms = Field(default=USUAL_SHORTFALLS, exclude_if=lambda told: told == USUAL_SHORTFALLS)
    publication_view_days: int = Field(default=USUAL_VIEW_DAYS, ge=1, exclude_if=lambda told: told == USUAL_VIEW_DAYS)
    reminders: dict[DutyKind, tuple[Step, ...]] = Field(default={}, exclude_if=lambda told: not told)

    @model_validator(mode="after")
    def _one_at_a_time(self) -> Terms:
        for before, after in pairwise(sorted(self.norms, key=lambda asked: (asked.norm, asked.first_year))):
            if before.norm == after.norm and not before.ended(after.first_year):
                raise ValueError(
                    f"{before.norm}: {before.article} en / and {after.article} gelden allebei in / hold both in {after.first_year}; geef de eerste een / give the first a last_year"
                )
        return self

    @field_validator("reminders")
    @classmethod
    def _each_step_once(cls, reminders: dict[DutyKind, tuple[Step, ...]]) -> dict[DutyKind, tuple[Step, ...]]:
        for kind, steps in reminders.items():
            if len({one.step for one in steps}) < len(steps):
                raise ValueError(f"{kind}: een stap staat er dubbel / a step stands there twice")
        return reminders

    def steps_of(self, kind: DutyKind) -> tuple[Step, ...]:
        """On which days around its last day a duty is reminded of, and to whom."""
        return self.reminders.get(kind, USUAL[kind])

    def norm(self, norm: str, year: int | None = None) -> NormTerms | None:
        """What this concession asks of one norm in a report year, if anything.

        Where nothing holds in that year it is what held last before it, else what holds first after it.
        """
        entries = sorted((asked for asked in self.norms if asked.norm == norm), key=lambda asked: asked.first_year)
        begun = [asked for asked in entries if year is None or asked.first_year <= year]
        return begun[-1] if begun else entries[0] if entries else None


@lru_cache(maxsize=512)
def read_terms(written: str) -> Terms:
    """Terms as the store holds them; every page asks for some, and they do not change."""
    return Terms.model_validate_json(written)
