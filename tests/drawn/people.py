"""The people, drawn at random: staff of holder and suppliers, social return, incidents, and what the holder states itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

from hypothesis import strategies as st

from tests.drawn.cells import blank_or, booleans, percentages, quantities, some_of
from tests.drawn.running import agreements, firm, passengers, period_of, vehicles, with_gaps
from tests.plain_reckoning import Plain
from tests.plain_reckoning.report import Row

ORGANISATIONS = (None, "S1", "S2")
GROUPS = ("total", "drivers", "office")
STATED = ("SOC-12", "DD-07", "DD-10", "GOV-05")
DAYS = (date(2026, 12, 30), date(2026, 12, 31))
few = st.integers(0, 3)


def staff(organisation: str | None, group: str) -> st.SearchStrategy[Row]:
    """A group of an organisation; small as often as not."""
    return st.fixed_dictionaries(
        {
            "organisation_id": st.just(organisation),
            "staff_group": st.just(group),
            "headcount": st.sampled_from([0, 9, 10, 40, 40]),
            "headcount_women": blank_or(few),
            "permanent": blank_or(few),
            "temporary": blank_or(few),
            "fte": st.sampled_from([Decimal(0), Decimal("7.5"), Decimal(30)]),
            "hours_worked": blank_or(quantities),
            "sick_leave_pct": blank_or(percentages),
            "accidents": blank_or(few),
            "fatalities": blank_or(few),
            "cba_coverage_pct": blank_or(percentages),
            "training_hours": blank_or(quantities),
            "leavers": blank_or(few),
            "lowest_hourly_wage_eur": st.sampled_from([None, Decimal("14.709"), Decimal("14.71"), Decimal(20)]),
        }
    )


@st.composite
def workforce(draw: st.DrawFn) -> list[Row]:
    """Any groups of any organisations, each once."""
    all_groups = list(product(ORGANISATIONS, GROUPS))
    chosen = draw(st.lists(st.sampled_from(all_groups), unique=True, max_size=5))
    return [draw(staff(*group)) for group in chosen]


@st.composite
def incidents(draw: st.DrawFn) -> list[Row]:
    """Counts per month, category and system, each once."""
    categories = ("social_safety_a", "social_safety_b", "traffic_injury")
    kinds = list(product(("2026-01", "2026-02"), categories, draw(st.sampled_from([("own",), ("own", "trias")]))))
    chosen = draw(st.lists(st.sampled_from(kinds), unique=True, max_size=4))
    names = ("period", "category", "registration_system")
    return [{**dict(zip(names, kind, strict=True)), "count": draw(few)} for kind in chosen]


@st.composite
def declared(draw: st.DrawFn) -> list[Row]:
    """Totals with and without a part, a value, a text and evidence."""
    kinds = list(product(STATED, (None, "K3")))
    return [
        {
            "indicator_id": indicator,
            "part": part,
            "value": draw(blank_or(quantities)),
            "text_value": draw(blank_or(some_of("A", "ja"))),
            "unit": "aantal",
            "evidence_id": draw(st.sampled_from(["E1", "E1", None])),
        }
        for indicator, part in draw(st.lists(st.sampled_from(kinds), unique=True, min_size=1, max_size=6))
    ]


def effort(number: int, value: object) -> Row:
    """A row of social return."""
    return {"item_id": f"I{number}", "building_block": "bbl", "description": "Leerwerkplek", "value_eur": value}


@st.composite
def fronts(draw: st.DrawFn) -> Row:
    """The first sheet, with fields left out."""
    return {
        **period_of(2026, date(2026, 12, 31)),
        "assurance": draw(some_of("none", "limited")),
        "concession_revenue_eur": draw(blank_or(quantities)),
        "sroi_base_eur": draw(blank_or(quantities)),
        "pso_step": draw(st.sampled_from([None, "trede 2", "30+", "aspirant"])),
        "pso_valid_to": draw(blank_or(st.sampled_from(DAYS))),
        "co2_ladder": draw(st.sampled_from(["3.1/4", "4.0 / 2", "niveau 3", None])),
        "co2_ladder_valid_to": draw(st.sampled_from([*DAYS, DAYS[1], None])),
    }


@st.composite
def staffed(draw: st.DrawFn) -> Plain:
    """Who works for the concession and what is said of it; a sheet may be empty or absent."""
    efforts = draw(st.lists(quantities, max_size=3))
    sheets = {
        "vehicles": [draw(vehicles("B1"))],
        "suppliers": [firm(name, role="other", refused=draw(booleans)) for name in ("S1", "S2")],
        "workforce": draw(workforce()),
        "social_return": [effort(number, value) for number, value in enumerate(efforts)],
        "incidents": draw(incidents()),
        "ridership": draw(passengers(2026)),
        "declared": draw(declared()),
    }
    return Plain(sheets=draw(with_gaps(sheets)), front=draw(fronts()), terms=draw(blank_or(agreements())))
