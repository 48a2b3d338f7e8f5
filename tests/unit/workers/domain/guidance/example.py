"""An example of a rule as reports: one that it accepts, one that it does not, and what they are judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.builders import a_report
from tests.rows import Cells
from workers.domain.report import Report


@dataclass(frozen=True)
class Example:
    """The reports behind the words of a rule's example; ``case`` is as for ``a_case``, ``good_case`` where it differs."""

    good: Report
    bad: Report
    case: Mapping[str, Any] = field(default_factory=dict)
    good_case: Mapping[str, Any] | None = None


def rows(sheet: str, good: Cells, bad: Cells) -> Example:
    """An example of one row of a sheet without vehicles."""
    first: Mapping[str, Any] = {sheet: [good]}
    second: Mapping[str, Any] = {sheet: [bad]}
    return Example(a_report(**first), a_report(**second))


def last_year(*vehicles: Cells, **sheets: Any) -> tuple[Report]:
    """The report on 2025."""
    period: Mapping[str, Any] = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    return (a_report(*vehicles, report_year=2025, **period, **sheets),)
