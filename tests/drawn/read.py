"""A drawn report as the product reads it, on rows that no rule has judged: this is about the sums."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from schemas.report.sheets import SHEETS
from tests.builders import a_case, a_report, terms
from tests.plain_reckoning import Agreed, Plain
from workers.domain.case import Case
from workers.domain.factors import FactorSet
from workers.domain.report import Report
from workers.reference import air_factors, factor_set, factor_sets


def report_of(plain: Plain) -> Report:
    """Its sheets; what is not drawn is absent."""
    given: dict[str, Any] = {name: rows for name, rows in plain.sheets.items() if name != "vehicles"}
    absent = [model.sheet for model in SHEETS if model.sheet not in (*plain.sheets, "report")]
    front: dict[str, Any] = dict(plain.front)
    return a_report(*plain.sheets.get("vehicles", ()), absent=absent, **front, **given)


def case_of(plain: Plain) -> Case:
    """The report with its terms and the list of its year, without the entries that it lacks."""
    agreed = _terms(plain.terms) if plain.terms else {}
    case = a_case(
        report_of(plain),
        terms=terms(**agreed) if plain.terms else None,
        factors=_list_of(plain),
        all_factors=factor_sets(),
    )
    return replace(case, air=air_factors())


def _list_of(plain: Plain) -> FactorSet | None:
    known = factor_set(int(str(plain.front["report_year"])))
    if known is None:
        return None
    there = (entry for entry in known.entries if (entry.kind, entry.code) not in plain.lacking)
    return replace(known, entries=tuple(there))


def _terms(agreed: Agreed) -> dict[str, Any]:
    return {
        "asks_sick_leave": agreed.asks_sick_leave,
        "statutory_hourly_wage_eur": [{"from": since, "value": wage} for since, wage in agreed.wages],
        "environmental_scores": agreed.scores,
        "exemptions": [
            {"norm": "N-TEMP", "from": first, "to": last, "decision": "1", "reason": "late"}
            for first, last in agreed.exemptions
        ],
    }
