"""The figures on whole columns agree exactly with the definitions reckoned row by row in plain Python."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings

from tests.builders import a_case, a_report, a_supplier
from tests.drawn import reports
from tests.plain_reckoning import Plain, reckon
from workers.domain.checked import Checked
from workers.domain.indicators.figures import exact
from workers.domain.ledger import Ledger
from workers.domain.reckoning import reckoned
from workers.reference import air_factors, factor_set


def _reckoned_on_columns(plain: Plain) -> dict[tuple[str, str], Decimal | None]:
    """By the product, on rows that no rule has judged: this is about the sums."""
    sheets: dict[str, Any] = {"activity": plain.activity, "energy": plain.energy, "energy_contracts": plain.contracts}
    report = a_report(*plain.vehicles, suppliers=[a_supplier("S1", refused=True)], **sheets)
    case = replace(a_case(report, factors=factor_set(2026)), air=air_factors())
    return {(f.indicator, f.part): f.value for f in reckoned(Ledger(Checked(case=case, offences=())))}


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(plain=reports())
def test_whole_columns_and_single_rows_give_the_same_figures(plain: Plain) -> None:
    expected = {figure: None if value is None else exact(value) for figure, value in reckon(plain).items()}

    found = _reckoned_on_columns(plain)

    assert {figure: found[figure] for figure in expected} == expected
