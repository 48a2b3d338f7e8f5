"""How a norm is expected to go on, as the page tells it: the sentence, what it assumes, and what was announced."""

from __future__ import annotations

from dataclasses import dataclass

from portal.language import in_language
from schemas.forecasts import Announced, Forecast, YearValue
from schemas.store import NormVerdict


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """The forecast of one norm; ``meets_from`` is the year from which it is met and stays so, none where it is not."""

    says: str
    assumes: str
    meets_from: int | None
    points: tuple[YearValue, ...]
    announced: tuple[Announced, ...]


def ahead_of(verdict: NormVerdict) -> Ahead | None:
    """What was forecast with a verdict; none for a norm that cannot be drawn into the future."""
    if not verdict.forecast:
        return None
    forecast = Forecast.model_validate(verdict.forecast, strict=False)
    return Ahead(
        says=in_language(forecast.says),
        assumes=in_language(forecast.assumes),
        meets_from=forecast.meets_from,
        points=forecast.points,
        announced=forecast.announced,
    )
