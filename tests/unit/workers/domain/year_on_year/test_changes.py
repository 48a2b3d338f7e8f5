"""This year beside last year: which cause a change is told to, and that the causes are the whole change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings

from schemas.change import Change
from tests.builders import (
    a_case,
    a_contract,
    a_diesel_bus,
    a_document,
    a_month,
    a_report,
    a_supplier,
    a_vehicle,
    building,
    electricity,
)
from tests.builders import diesel as litres_of_diesel
from tests.drawn.read import case_of
from tests.drawn.running import runs
from tests.factors import FACTORS_2026
from tests.plain_reckoning import Plain
from tests.reckoning import figures
from workers.domain.checked import Checked
from workers.domain.factors import FactorSet
from workers.domain.ledger import Ledger
from workers.domain.reckoning import reckoned
from workers.domain.report import Report
from workers.domain.year_on_year import with_changes
from workers.domain.year_on_year.splits import SPLITS
from workers.reference import air_factors, factor_set, factor_sets

LISTS = (replace(FACTORS_2026, id="2025", year=2025), FACTORS_2026)


def _year(year: int, *vehicles: Any, **sheets: Any) -> Report:
    front: dict[str, Any] = {"report_year": year, "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
    return a_report(*(vehicles or (a_vehicle("B1"), a_diesel_bus("D1"))), **front, **sheets)


def _run(year: int, *, electric: object = 1000, diesel: object = 1000) -> list[Any]:
    return [a_month(v, km=km, period=f"{year}-01") for v, km in (("B1", electric), ("D1", diesel))]


def _used(year: int, *, kwh: object = 1200, litres: object = 300, **more: Any) -> list[Any]:
    period = f"{year}-01"
    return [electricity("B1", kwh=kwh, period=period, **more), litres_of_diesel("D1", litres=litres, period=period)]


def _change(now: Report, last: Report | None, *, lists: tuple[FactorSet, ...] = LISTS, of: str = "GHG-04") -> Change:
    previous = (last,) if last else ()
    found = figures(now, previous=previous, all_factors=lists, factors=FACTORS_2026)[of, "total"].why.change
    assert found is not None
    return found


def _effects(change: Change) -> dict[str, Decimal]:
    """The effects that are not nothing, to the gram."""
    assert change.effects is not None
    return {name: round(value, 6) for name, value in change.effects if round(value, 6)}


LAST = _year(2025, activity=_run(2025), energy=_used(2025))
EMITTED = Decimal("1.5549")  # 1,200 kWh × 0.483 + 300 l × 3.251, in tonnes.


def test_twice_the_kilometres_with_twice_the_energy_is_all_activity():
    twice = _year(2026, activity=_run(2026, electric=2000, diesel=2000), energy=_used(2026, kwh=2400, litres=600))

    change = _change(twice, LAST)

    assert _effects(change) == {"activity": EMITTED}


def test_more_energy_for_the_same_kilometres_is_all_intensity():
    thirsty = _year(2026, activity=_run(2026), energy=_used(2026, kwh=2400, litres=600))

    change = _change(thirsty, LAST)

    assert _effects(change) == {"intensity": EMITTED}


def test_kilometres_that_go_over_to_another_drivetrain_are_all_mix():
    cleaner = _year(2026, activity=_run(2026, electric=2000, diesel=0), energy=_used(2026, kwh=2400, litres=0))

    change = _change(cleaner, LAST)

    assert _effects(change) == {"mix": Decimal("1.1592") - EMITTED}


def test_the_same_year_by_a_new_factor_list_is_all_factor():
    dearer = tuple(replace(one, wtw=one.wtw * 2) if one.wtw else one for one in FACTORS_2026.entries[:-1])
    lists = (FactorSet(id="2025", year=2025, entries=(*dearer, FACTORS_2026.entries[-1])), FACTORS_2026)
    same = _year(2026, activity=_run(2026), energy=_used(2026))

    change = _change(same, LAST, lists=lists)

    assert _effects(change) == {"factor": -EMITTED}


def test_power_that_becomes_green_is_mix_and_no_intensity():
    wind = a_contract(certificates_mwh="1.2")
    sheets: dict[str, Any] = {
        "energy_contracts": [wind],
        "evidence": [a_document()],
        "suppliers": [a_supplier("S2", role="energy")],
    }
    green = _year(2026, activity=_run(2026), energy=_used(2026, contract_id="C1"), **sheets)

    change = _change(green, LAST)

    assert _effects(change)["mix"] < Decimal("-0.5")
    assert "intensity" not in _effects(change)


def test_energy_that_was_metered_elsewhere_has_changed_nothing():
    in_vehicle = _year(2026, activity=_run(2026), energy=_used(2026, kwh="1071.429", meter="vehicle"))

    change = _change(in_vehicle, LAST)

    assert round(change.difference or Decimal(0), 6) == 0
    assert _effects(change) == {}


def test_what_a_building_uses_is_told_apart():
    depot = _year(2026, activity=_run(2026), energy=[*_used(2026), building(quantity=1000)])

    change = _change(depot, LAST, of="GHG-02")

    assert _effects(change) == {"other": Decimal("0.401")}


def test_energy_of_a_bus_without_a_kilometre_is_told_apart():
    standing = _year(2026, activity=_run(2026, diesel=0), energy=_used(2026))

    change = _of_unjudged(standing, LAST)

    assert change.effects
    assert round(change.effects.other, 6) == Decimal("0.9753")


def test_a_subcontractor_by_year_counts_with_its_kilometres():
    theirs = a_vehicle("B1", operator_id="S1"), a_diesel_bus("D1")
    sheets = {"suppliers": [a_supplier("S1")]}

    def of(year: int, km: int, kwh: int) -> Report:
        run = [a_month("B1", km=km, period=str(year)), a_month("D1", km=1000, period=f"{year}-01")]
        used = [electricity("B1", kwh=kwh, period=str(year)), litres_of_diesel("D1", period=f"{year}-01")]
        return _year(year, *theirs, activity=run, energy=used, **sheets)

    change = _change(of(2026, 20_000, 24_000), of(2025, 10_000, 12_000), of="GHG-09")

    assert _effects(change) == {"activity": Decimal("5.796")}


def test_diesel_that_becomes_hvo_adds_biogenic_co2():
    last = _year(2025, activity=_run(2025), energy=_used(2025))
    hvo = litres_of_diesel("D1", litres=300, period="2026-01", carrier="hvo100")

    change = _change(_year(2026, activity=_run(2026), energy=[hvo]), last, of="GHG-11")

    assert change.difference == Decimal("0.6810")  # 300 l × (2.446 kg − 0.176 kg of what B7 blends in), in tonnes.
    assert set(_effects(change)) <= {"mix", "intensity"}


def test_without_last_year_it_says_so():
    change = _change(_year(2026, activity=_run(2026), energy=_used(2026)), None)

    assert change.effects is None
    assert change.reason
    assert change.reason.nl == "Er is geen rapport van vorig jaar om mee te vergelijken."


def test_a_figure_that_last_year_could_not_be_assessed_says_why():
    change = _change(_year(2026, activity=_run(2026), energy=_used(2026)), LAST, lists=(FACTORS_2026,))

    assert change.effects is None
    assert change.reason
    assert change.reason.nl == "Over 2025: Voor dit verslagjaar is er geen lijst met emissiefactoren."


def test_an_error_of_last_year_on_what_a_figure_uses_is_told_in_place_of_causes():
    without_diesel = _year(2025, activity=_run(2025), energy=_used(2025)[:1])

    change = _change(_year(2026, activity=_run(2026), energy=_used(2026)), without_diesel)

    assert (change.effects, change.before) == (None, None)
    assert change.reason is not None
    assert change.reason.en == "On 2025: Not assessable: rule ENE-006 finds an error on the sheet Energy."


def test_an_error_of_last_year_on_what_a_figure_does_not_use_changes_nothing():
    last = _year(2025, activity=_run(2025), energy=_used(2025), suppliers=[a_supplier("S1", country="NL", tier=3)])
    now = _year(2026, activity=_run(2026), energy=_used(2026, kwh=2400))

    assert _effects(_change(now, last)) == {"intensity": Decimal("0.5796")}


def test_a_row_that_repeats_a_key_last_year_counts_once():
    twice = _year(2025, activity=[*_run(2025), a_month("B1", km=1000, period="2025-01")], energy=_used(2025))

    change = _change(_year(2026, activity=_run(2026), energy=_used(2026)), twice)

    assert _effects(change) == {}


def test_a_report_of_two_years_ago_is_not_last_year():
    long_ago = _year(2024, activity=_run(2024), energy=_used(2024))

    change = _change(_year(2026, activity=_run(2026), energy=_used(2026)), long_ago)

    assert change.effects is None


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(last=runs(2025), now=runs(2026))
def test_the_causes_are_the_whole_change_to_the_last_decimal(last: Plain, now: Plain) -> None:
    before, after = _ledger(last), _ledger(now)

    known = {(figure.indicator, figure.part): figure.value for figure in reckoned(before)}

    found = with_changes(reckoned(after), after, before)

    for figure in found:
        change = figure.why.change
        if change is not None and change.effects is not None:
            assert sum((value for _, value in change.effects), Decimal(0)) == change.difference
            assert change.difference == (figure.value or 0) - (known[figure.indicator, figure.part] or 0)


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(now=runs(2026))
def test_every_figure_of_energy_and_emissions_is_held_against_last_year(now: Plain) -> None:
    after = _ledger(now)

    found = with_changes(reckoned(after), after, None)

    told = {(figure.indicator, figure.part) for figure in found if figure.why.change}
    assert told == {(f.indicator, f.part) for f in found if f.value is not None} & SPLITS.keys()


def _ledger(plain: Plain) -> Ledger:
    return Ledger(Checked(case=case_of(plain), offences=()))


def _unjudged(report: Report, year: int) -> Ledger:
    """A report on rows that no rule has judged: this is about the sums."""
    case = a_case(report, factors=factor_set(year), all_factors=factor_sets())
    return Ledger(Checked(case=replace(case, air=air_factors()), offences=()))


def _of_unjudged(now: Report, last: Report) -> Change:
    """How GHG-04 changed."""
    after = _unjudged(now, 2026)
    found = with_changes(reckoned(after), after, _unjudged(last, 2025))
    change = next(one.why.change for one in found if (one.indicator, one.part) == ("GHG-04", "total"))
    assert change is not None
    return change
