"""How much energy a kilometre takes, at both bounds of every class and month by month."""

from collections.abc import Sequence

import pytest

from tests.builders import (
    BROKEN,
    FACTORS_WITHOUT_LOSS,
    Cells,
    a_diesel_bus,
    a_month,
    a_report,
    a_supplier,
    a_vehicle,
    diesel,
    electric_months,
    electricity,
    findings,
    months,
    not_assessed,
)
from workers.domain.report import Report
from workers.domain.rules.intensity import (
    electric_intensity_is_plausible,
    fuel_intensity_is_plausible,
    gas_intensity_is_plausible,
    months_resemble_the_year,
)


def test_a_bus_exactly_on_the_upper_bound_is_plausible() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000)], energy=[electricity("B1", kwh=1900)])

    assert findings(electric_intensity_is_plausible, report) == []


def test_a_bus_above_it_is_named_in_both_languages() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000)], energy=[electricity("B1", kwh=1901)])

    [finding] = findings(electric_intensity_is_plausible, report)

    assert finding.place == ("energy", 2, "quantity")
    assert finding.value == "1.901"
    assert finding.nl == "Voertuig B1 (12-meterbus) gebruikte 1,901 kWh/km over het jaar; gebruikelijk is 0,8 tot 1,9."
    assert finding.en == "Vehicle B1 (12 m bus) used 1.901 kWh/km over the year; usual is 0.8 to 1.9."
    assert finding.expected == "0,8 tot 1,9 kWh/km over 1.000 kilometer."


ELECTRIC = [
    ("bus_12m", "800", "1900"),
    ("bus_18m", "1200", "2700"),
    ("bus_24m", "1500", "3500"),
    ("bus_15m", "1000", "2300"),
    ("midi", "600", "1500"),
    ("bus_8p", "200", "500"),
]
LIQUID = [("midi", "180", "330"), ("bus_12m", "240", "450"), ("bus_15m", "260", "480"), ("bus_18m", "320", "580")]
LIQUID += [("bus_8p", "70", "140")]


def four_on_and_beyond(low: str, high: str) -> list[str]:
    """Just below, on, on and just above, for 1 000 kilometres."""
    return [f"{int(low) - 1}.999", low, high, f"{high}.001"]


def four_vehicles(bus: Cells, energy: Cells, quantities: Sequence[str]) -> Report:
    names = [f"V{place}" for place in range(len(quantities))]
    return a_report(
        *({**bus, "vehicle_id": name} for name in names),
        activity=[a_month(name, km=1000) for name in names],
        energy=[{**energy, "vehicle_id": name, "quantity": q} for name, q in zip(names, quantities, strict=True)],
    )


@pytest.mark.parametrize(("bus_class", "low", "high"), ELECTRIC)
@pytest.mark.parametrize("drivetrain", ["bev", "trolley"])
def test_electric_intensity_holds_at_both_bounds_of_a_class(
    drivetrain: str, bus_class: str, low: str, high: str
) -> None:
    bus = a_vehicle(bus_class=bus_class, drivetrain=drivetrain)
    report = four_vehicles(bus, electricity(), four_on_and_beyond(low, high))

    assert [finding.row for finding in findings(electric_intensity_is_plausible, report)] == [2, 5]


@pytest.mark.parametrize(("bus_class", "low", "high"), LIQUID)
def test_fuel_intensity_holds_at_both_bounds_of_a_class(bus_class: str, low: str, high: str) -> None:
    report = four_vehicles(a_diesel_bus(bus_class=bus_class), diesel(), four_on_and_beyond(low, high))

    assert [finding.row for finding in findings(fuel_intensity_is_plausible, report)] == [2, 5]


def test_liquid_fuels_are_taken_together() -> None:
    fuels = [diesel("D1", litres=225), diesel("D1", litres="225.001", carrier="hvo100")]
    report = a_report(a_diesel_bus("D1"), activity=[a_month("D1", km=1000)], energy=fuels)

    [finding] = findings(fuel_intensity_is_plausible, report)

    assert finding.place == ("energy", 2, "quantity")
    assert (
        finding.nl
        == "Voertuig D1 (12-meterbus) gebruikte 45 liter per 100 km over het jaar; gebruikelijk is 24 tot 45."
    )
    assert finding.en == "Vehicle D1 (12 m bus) used 45 litres per 100 km over the year; usual is 24 to 45."


@pytest.mark.parametrize(
    ("drivetrain", "carrier", "low", "high"),
    [("fcev", "hydrogen_green", "60", "120"), ("cng", "bio_cng", "310", "630")],
)
def test_gas_intensity_holds_at_both_bounds(drivetrain: str, carrier: str, low: str, high: str) -> None:
    gas = electricity(carrier=carrier, unit="kg", meter="pump")
    report = four_vehicles(a_vehicle(drivetrain=drivetrain), gas, four_on_and_beyond(low, high))

    found = findings(gas_intensity_is_plausible, report)

    assert [finding.row for finding in found] == [2, 5]
    assert found[0].en.endswith(f"; usual is {int(low) // 10} to {int(high) // 10}.")


def test_hybrids_have_no_usual_intensity() -> None:
    report = four_vehicles(a_vehicle(drivetrain="hybrid"), diesel(), ["1", "99999"])

    for rule in (electric_intensity_is_plausible, fuel_intensity_is_plausible, gas_intensity_is_plausible):
        assert findings(rule, report) == []


def test_megawatt_hours_and_kilowatt_hours_add_up() -> None:
    energy = [electricity("B1", kwh="1.9", unit="MWh"), electricity("B1", kwh="0.001", meter="invoice")]
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000)], energy=energy)

    assert len(findings(electric_intensity_is_plausible, report)) == 1


def test_energy_metered_in_the_vehicle_is_raised_by_the_loss_first() -> None:
    within = a_report(
        a_vehicle("B1"), activity=[a_month("B1", km=1120)], energy=[electricity("B1", kwh=1900, meter="vehicle")]
    )
    beyond = a_report(
        a_vehicle("B1"), activity=[a_month("B1", km=1120)], energy=[electricity("B1", kwh="1900.001", meter="vehicle")]
    )

    assert findings(electric_intensity_is_plausible, within) == []
    assert len(findings(electric_intensity_is_plausible, beyond)) == 1


def test_without_a_known_loss_only_what_hangs_on_it_is_not_assessed() -> None:
    report = four_vehicles(a_vehicle(), electricity(), ["9999", "9999"])
    metered = a_report(a_vehicle("B1"), activity=[a_month("B1")], energy=[electricity("B1", kwh=9999, meter="vehicle")])

    for factors in (FACTORS_WITHOUT_LOSS, None):
        assert len(findings(electric_intensity_is_plausible, report, factors=factors)) == 2
        assert findings(electric_intensity_is_plausible, metered, factors=factors) == []
        assert list(not_assessed(electric_intensity_is_plausible, metered, factors=factors).values()) == [1]


def test_heating_is_no_traction() -> None:
    energy = [electricity("B1", kwh=1900), electricity("B1", kwh=500, use="heating")]
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000)], energy=energy)

    assert findings(electric_intensity_is_plausible, report) == []


def test_a_vehicle_with_one_quantity_that_cannot_be_read_is_not_assessed() -> None:
    energy = [electricity("B1", kwh=BROKEN), electricity("B1", kwh=9999, period="2026-02")]
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000)], energy=energy)

    assert findings(electric_intensity_is_plausible, report) == []
    assert list(not_assessed(electric_intensity_is_plausible, report).values()) == [2]


def a_year_with(december: object, *, number: int = 12) -> Report:
    """Months of 1 000 kWh on 1 000 km, the last one different."""
    energy = [*electric_months("B1", kwh=1000)[: number - 1], electricity("B1", kwh=december, period="2026-12")]
    rows = months("B1", km=1000)
    return a_report(a_vehicle("B1"), activity=[*rows[: number - 1], rows[-1]], energy=energy)


@pytest.mark.parametrize(("december", "found"), [("500", 0), ("499.999", 1), ("2000", 0), ("2000.001", 1)])
def test_a_month_is_half_to_twice_the_median_month(december: str, found: int) -> None:
    assert len(findings(months_resemble_the_year, a_year_with(december))) == found


def test_a_month_that_stands_apart_is_named_in_both_languages() -> None:
    [finding] = findings(months_resemble_the_year, a_year_with("4000"))

    assert finding.place == ("energy", 13, "quantity")
    assert finding.nl == "Voertuig B1 gebruikte in december 2026 14,4 MJ/km; in zijn middelste maand was dat 3,6."
    assert finding.en == "Vehicle B1 used 14.4 MJ/km in December 2026; in its median month that was 3.6."
    assert finding.expected == "1,8 tot 7,2 MJ/km."


@pytest.mark.parametrize(("number", "found"), [(6, 1), (5, 0)])
def test_a_median_needs_six_months(number: int, found: int) -> None:
    assert len(findings(months_resemble_the_year, a_year_with("4000", number=number))) == found


def test_a_month_with_kilometres_and_no_energy_row_stands_apart_without_a_row() -> None:
    report = a_report(a_vehicle("B1"), activity=months("B1"), energy=electric_months("B1")[:11])

    assert [finding.place for finding in findings(months_resemble_the_year, report)] == [("energy", None, "quantity")]


def test_days_are_added_up_to_months_before_months_are_compared() -> None:
    days = [a_month("B1", km=500, period=f"2026-{month:02}-{day:02}") for month in range(1, 8) for day in (1, 2)]
    energy = [
        electricity("B1", kwh=kwh, period=f"2026-{m:02}-{d:02}") for m in range(1, 8) for d, kwh in ((1, 0), (2, 1200))
    ]
    report = a_report(a_vehicle("B1"), activity=days, energy=energy)

    assert findings(months_resemble_the_year, report) == []


def test_a_vehicle_reported_by_year_has_no_months_to_compare() -> None:
    report = a_report(
        a_vehicle("B1", operator_id="S1"),
        activity=[a_month("B1", period="2026")],
        energy=[electricity("B1", period="2026")],
        suppliers=[a_supplier("S1")],
    )

    assert findings(months_resemble_the_year, report) == []
