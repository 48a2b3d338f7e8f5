"""Chain emissions at the bounds of their rules."""

from __future__ import annotations

import pytest

from schemas.judgement import Severity
from tests.builders import BROKEN, Cells, a_report, a_supplier, a_vehicle, checked, findings, not_assessed
from workers.domain.rules.chain import (
    a_subcontractor_is_not_counted_twice,
    a_subcontractor_without_vehicles_has_emissions,
    at_most_half_is_spend_based,
    battery_emissions_are_plausible,
    embodied_emissions_are_plausible,
)


def an_emission(entry_id: str = "E1", **more: object) -> Cells:
    """A tonne of purchased goods, all for this concession."""
    given = {"entry_id": entry_id, "scope3_category": 1, "activity": "Inkoop", "kg_co2e": 1000, "allocation_pct": 100}
    return {**given, "method": "average", **more}


def test_emissions_of_a_subcontractor_with_vehicles_count_twice() -> None:
    suppliers = [a_supplier("S1"), a_supplier("S2"), a_supplier("S3", role="energy")]
    emissions = [an_emission(str(number), supplier_id=name) for number, name in enumerate(("S1", "S2", "S3", None))]
    fleet = [a_vehicle(operator_id="S1"), a_vehicle("B2", operator_id="S3")]

    found = findings(
        a_subcontractor_is_not_counted_twice, a_report(*fleet, suppliers=suppliers, chain_emissions=emissions)
    )

    assert [finding.place for finding in found] == [("chain_emissions", 2, "supplier_id")]


@pytest.mark.parametrize(("spent", "faults"), [(1000, 0), ("1000.001", 1)])
def test_half_may_be_spend_based(spent: object, faults: int) -> None:
    emissions = [an_emission(kg_co2e=2000, allocation_pct=50), an_emission("E2", kg_co2e=spent, method="spend")]

    found = findings(at_most_half_is_spend_based, a_report(chain_emissions=emissions))

    assert [finding.place for finding in found] == [("chain_emissions", None, "method")] * faults


def test_the_spend_based_share_is_told_in_percent() -> None:
    emissions = [an_emission(), an_emission("E2", kg_co2e=3000, method="spend")]

    [finding] = findings(at_most_half_is_spend_based, a_report(chain_emissions=emissions))

    assert finding.nl == "75 % van de toegerekende ketenemissies is op basis van uitgaven berekend."
    assert (finding.expected, finding.severity) == ("Hoogstens 50 %.", Severity.WARNING)


def test_a_share_that_hangs_on_a_broken_figure_is_not_assessed() -> None:
    report = a_report(chain_emissions=[an_emission(kg_co2e=BROKEN), an_emission("E2", method="spend")])

    assert findings(at_most_half_is_spend_based, report) == []
    assert list(not_assessed(at_most_half_is_spend_based, report).values()) == [1]


def test_a_subcontractor_without_vehicles_or_emissions_is_named() -> None:
    report = a_report(suppliers=[a_supplier("S1"), a_supplier("S2", role="energy")])

    [finding] = findings(a_subcontractor_without_vehicles_has_emissions, report)

    assert finding.place == ("chain_emissions", None, "supplier_id")
    assert finding.en == "Subcontractor S1 (Voorbeeldvervoer) has no vehicles and no chain emissions in the report."


@pytest.mark.parametrize(
    "more",
    [
        {"vehicles": [a_vehicle(operator_id="S1")]},
        {"chain_emissions": [an_emission(supplier_id="S1")]},
        {"suppliers": [a_supplier("S1", refused=True)]},
        {"suppliers": [a_supplier("S1", refused=BROKEN)]},
        {"chain_emissions": [an_emission(supplier_id=BROKEN)]},
    ],
)
def test_a_subcontractor_with_vehicles_emissions_or_a_refusal_is_complete(more: dict[str, list[Cells]]) -> None:
    sheets = {"suppliers": [a_supplier("S1")], **more}
    vehicles = sheets.pop("vehicles", [])

    report = a_report(*vehicles, **sheets)  # type: ignore[arg-type]

    assert findings(a_subcontractor_without_vehicles_has_emissions, report) == []


def test_a_vehicle_that_is_not_judged_further_is_a_vehicle_all_the_same() -> None:
    fleet = a_vehicle(operator_id="S1", in_service_to="2020-01-01")

    result = checked(a_report(fleet, suppliers=[a_supplier("S1")]))

    assert not [found for found in result.offences if found.statement.id == "CHN-003" and found.frame.height]


@pytest.mark.parametrize(("kg", "faults"), [(30_000, 0), (120_000, 0), ("29999.999", 1), ("120000.001", 1), (None, 0)])
def test_building_a_12_metre_bus_emits_30_to_120_tonnes(kg: object, faults: int) -> None:
    report = a_report(a_vehicle(embodied_kg_co2e=kg), a_vehicle("B2", bus_class="midi", embodied_kg_co2e=1))

    found = findings(embodied_emissions_are_plausible, report)

    assert [finding.place for finding in found] == [("vehicles", 2, "embodied_kg_co2e")] * faults


@pytest.mark.parametrize(("kg", "faults"), [(4000, 0), (15_000, 0), ("3999.999", 1), ("15000.001", 1)])
def test_a_battery_emits_40_to_150_kg_per_kwh(kg: object, faults: int) -> None:
    emission = an_emission(supplier_id="S1", quantity=100, quantity_unit="kWh", kg_co2e=kg)
    other = an_emission("E2", supplier_id="S1", quantity=1, quantity_unit="stuks", kg_co2e=10**9)
    report = a_report(suppliers=[a_supplier("S1", role="battery")], chain_emissions=[emission, other])

    found = findings(battery_emissions_are_plausible, report)

    assert [finding.place for finding in found] == [("chain_emissions", 2, "kg_co2e")] * faults


def test_a_battery_without_a_quantity_is_not_assessed() -> None:
    emission = an_emission(supplier_id="S1", quantity_unit="kWh")
    report = a_report(suppliers=[a_supplier("S1", role="battery")], chain_emissions=[emission])

    assert findings(battery_emissions_are_plausible, report) == []
    assert list(not_assessed(battery_emissions_are_plausible, report).values()) == [1]
