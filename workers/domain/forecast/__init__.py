"""The forecast of every norm that is a figure: from the known entries and exits of the fleet and the measures announced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from schemas.forecasts import TARGET_YEAR, Forecast, YearValue
from schemas.judgement import Assessment, Indicator
from schemas.norms import NORMS, NormDefinition
from schemas.terms import NormTerms
from workers.domain.checked import Checked
from workers.domain.forecast.announced import Plan, plan_of
from workers.domain.forecast.fleet_ahead import FleetAhead, fleet_ahead
from workers.domain.forecast.methods import METHODS, SHARES, STAYS, Method
from workers.domain.forecast.outcome import outcome
from workers.domain.indicators.figures import TOTAL, exact
from workers.domain.ledger import Ledger

# Norms that are met or missed by events of a year, or that are no figure, cannot be drawn into the future.
FORESEEABLE = tuple(known for known in NORMS if known.unit in {"%", "g/pkm", "g/vkm", "vehicle-days", "points"})
FULL = Decimal(100)


def forecasts(checked: Checked, assessment: Assessment) -> tuple[Forecast, ...]:
    """A forecast for each norm that the terms ask and whose figure is known, up to and including the target year."""
    ledger, terms = Ledger(checked), checked.case.terms
    period = ledger.period
    if terms is None or period is None or period.year >= TARGET_YEAR:
        return ()
    fleet = fleet_ahead(ledger, period)
    figures = {(figure.indicator, figure.part): figure for figure in assessment.indicators}
    return tuple(
        made
        for norm in FORESEEABLE
        if (asked := _asked(terms.norms, norm)) and (made := _forecast(ledger, fleet, norm, asked, figures))
    )


def _asked(norms: Sequence[NormTerms], norm: NormDefinition) -> tuple[NormTerms, ...]:
    return tuple(asked for asked in norms if asked.norm == norm.id)


def _forecast(
    ledger: Ledger,
    fleet: FleetAhead,
    norm: NormDefinition,
    asked: tuple[NormTerms, ...],
    figures: Mapping[tuple[str, str], Indicator],
) -> Forecast | None:
    indicator, part = norm.indicator or "", asked[-1].part or TOTAL
    figure = figures.get((indicator, part))
    if figure is None or figure.value is None:
        return None
    method = METHODS.get(indicator, STAYS) if part == TOTAL else STAYS
    plan = plan_of(ledger, indicator)
    points = _points(ledger, fleet, method, figure.value, plan, share=norm.unit in SHARES)
    year = fleet.year
    meets_from, says = outcome(norm, asked, (YearValue(year=year, value=figure.value), *points))
    return Forecast(
        norm=norm.id, points=points, meets_from=meets_from, says=says, assumes=method.assumes, announced=plan.measures
    )


def _points(
    ledger: Ledger, fleet: FleetAhead, method: Method, now: Decimal, plan: Plan, *, share: bool
) -> tuple[YearValue, ...]:
    """The values of the years to come, until the year in which the method has nothing left to go by."""
    points = []
    for year in range(fleet.year + 1, TARGET_YEAR + 1):
        value = method.value(ledger, fleet, now, year)
        if value is None:
            break
        planned = exact(value) + plan.change_by(year)
        points.append(
            YearValue(year=year, value=min(max(planned, Decimal(0)), FULL) if share else max(planned, Decimal(0)))
        )
    return tuple(points)
