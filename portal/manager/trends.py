"""Which way a concession goes: its CO2e per passenger-kilometre beside that of the year before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.filters import number
from portal.language import language
from schemas import amounts
from schemas.indicators.parts import TOTAL
from schemas.store import IndicatorValue, among

INDICATOR: Final = "GHG-05"
MINUS: Final = "\u2212"
HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, kw_only=True)
class Trend:
    """The value of a year beside that of the year before, in grams; ``change`` is in percent."""

    year: int
    before: Decimal
    now: Decimal

    @property
    def change(self) -> Decimal:
        """How much it changed, in percent of the year before, to one decimal."""
        return round((self.now - self.before) / self.before * HUNDRED, 1) + 0

    @property
    def direction(self) -> str:
        """Which arrow: up, down or same."""
        return "up" if self.change > 0 else "down" if self.change < 0 else "same"

    @property
    def text(self) -> str:
        """*−4,2 %*."""
        sign = "+" if self.change > 0 else MINUS if self.change < 0 else ""
        return f"{sign}{number(abs(self.change), 1)} %"

    @property
    def sentence(self) -> str:
        """What the arrow says, for who does not see it."""
        before, now = (amounts.amount(value, language()) for value in (self.before, self.now))
        told = {"before": before, "year": self.year - 1, "now": now}
        match self.direction:
            case "up":
                return str(_("CO2e per reizigerskilometer steeg van %(before)s g in %(year)s naar %(now)s g", **told))
            case "down":
                return str(_("CO2e per reizigerskilometer daalde van %(before)s g in %(year)s naar %(now)s g", **told))
            case _same:
                return str(
                    _("CO2e per reizigerskilometer bleef gelijk: %(before)s g in %(year)s, nu %(now)s g", **told)
                )


def intensities(session: Session, versions: Collection[UUID]) -> Mapping[UUID, Decimal]:
    """The CO2e per passenger-kilometre of each version that knows it, in one query."""
    query = select(IndicatorValue.version, IndicatorValue.value).where(
        among(IndicatorValue.version, versions),
        IndicatorValue.indicator == INDICATOR,
        IndicatorValue.part == TOTAL,
        IndicatorValue.value.is_not(None),
    )
    found = session.execute(query.order_by(IndicatorValue.version))
    return {version: value for version, value in found if value is not None}


def trend(year: int, now: Decimal | None, before: Decimal | None) -> Trend | None:
    """None where one of the two years does not know the figure."""
    return Trend(year=year, before=before, now=now) if now is not None and before else None
