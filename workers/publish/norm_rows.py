"""From verdicts to the rows of norms that a report tells: each with its path ahead and its own line through the years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from schemas.forecasts import Forecast, YearValue
from schemas.judgement import Indicator, Verdict
from schemas.norms import NORM
from schemas.terms import Terms
from workers.publish.content import EstablishedVerdict, NormRow, value_of


def norm_rows(
    terms: Terms,
    verdicts: Iterable[Verdict],
    *,
    year: int,
    history: Mapping[int, Sequence[Indicator]],
    established: Mapping[str, EstablishedVerdict] | None = None,
    forecasts: Iterable[Forecast] = (),
) -> tuple[NormRow, ...]:
    """The norms of the terms with their lines; ``history`` are the indicators by year, the report year included."""
    rows = []
    ahead = {forecast.norm: forecast for forecast in forecasts}
    for verdict in verdicts:
        asked = terms.norm(verdict.norm, year)
        part = (asked.part if asked else None) or "total"
        rows.append(
            NormRow(
                article=asked.article if asked else "",
                machine=verdict,
                established=(established or {}).get(verdict.norm),
                path=_path(asked.path, year) if asked else (),
                own=_own(verdict, history, year=year, part=part),
                forecast=ahead.get(verdict.norm),
            )
        )
    return tuple(rows)


def _path(path: Mapping[int, Decimal | str], year: int) -> tuple[YearValue, ...]:
    """The steps that matter from the year before the report on, up to the target year or the last step."""
    numbers = {known: value for known, value in sorted(path.items()) if isinstance(value, Decimal)}
    past = [known for known in numbers if known < year - 1]
    return tuple(YearValue(year=known, value=value) for known, value in numbers.items() if known not in past[:-1])


def _own(
    verdict: Verdict, history: Mapping[int, Sequence[Indicator]], *, year: int, part: str
) -> tuple[YearValue, ...]:
    definition = NORM.get(verdict.norm)
    if definition is None or definition.indicator is None:
        return ()
    known = {earlier: value_of(figures, definition.indicator, part) for earlier, figures in sorted(history.items())}
    now = {year: verdict.value if isinstance(verdict.value, Decimal) else None}
    return tuple(YearValue(year=y, value=value) for y, value in sorted((known | now).items()) if value is not None)
