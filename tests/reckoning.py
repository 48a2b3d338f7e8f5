"""The figures and verdicts of a report, as tests read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from schemas.judgement import Assessment, Indicator, Outcome, Status, Verdict
from tests import builders
from workers.domain.assess import assess
from workers.domain.report import Report
from workers.reference import air_factors, factor_set

Figures = Mapping[tuple[str, str], Indicator]


def assessment(report: Report, *, handed_in: date | None = None, **case: Any) -> Assessment:
    """A report judged by all rules and reckoned with the lists that come with the product, unless given others."""
    checked = builders.checked(report, **{"factors": factor_set(2026), **case})
    return assess(replace(checked, case=replace(checked.case, air=air_factors())), handed_in=handed_in)


def figures(report: Report, **case: Any) -> Figures:
    """Every figure by indicator and part."""
    return {(figure.indicator, figure.part): figure for figure in assessment(report, **case).indicators}


def value(report: Report, indicator: str, part: str = "total", **case: Any) -> Decimal | None:
    """The value of one figure."""
    return figures(report, **case)[indicator, part].value


def why_not(report: Report, indicator: str, part: str = "total", **case: Any) -> str | None:
    """Why a figure is not assessable, in English; None where it is."""
    figure = figures(report, **case)[indicator, part]
    return figure.why.notes[0].en if figure.status is Status.NOT_ASSESSABLE else None


def verdict(report: Report, norm: str, *, handed_in: date | None = None, **case: Any) -> Verdict:
    """The verdict on one norm."""
    return next(v for v in assessment(report, handed_in=handed_in, **case).verdicts if v.norm == norm)


def outcome(report: Report, norm: str, **case: Any) -> Outcome:
    """Whether one norm is met."""
    return verdict(report, norm, **case).verdict
