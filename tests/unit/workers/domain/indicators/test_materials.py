"""Materials and waste: by weight, by treatment, and never across units."""

from __future__ import annotations

from decimal import Decimal

from tests.builders import a_report, a_vehicle
from tests.reckoning import figures, value, why_not


def a_flow(flow_id, material, quantity, **more):
    return {"flow_id": flow_id, "material": material, "direction": "in", "quantity": quantity, "unit": "kg", **more}


def out(flow_id, material, quantity, treatment, **more):
    return a_flow(flow_id, material, quantity, direction="out", treatment=treatment, **more)


def test_refrigerant_losses_count_at_their_warming_potential_per_type():
    report = a_report(materials=[out("1", "refrigerant_r134a", 2, "loss"), out("2", "refrigerant_r744", 5, "loss")])

    found = figures(report)

    assert found["GHG-10", "total"].value == 3065
    assert found["GHG-10", "material=refrigerant_r744"].value == 5


def test_recycled_content_is_weighted_and_shows_what_is_missing():
    report = a_report(
        materials=[
            a_flow("1", "cobalt", 10, recycled_pct=20),
            a_flow("2", "nickel", 30, recycled_pct=4),
            a_flow("3", "lithium", 40),
        ]
    )

    found = figures(report)["CIR-03", "total"]

    assert found.value == 8
    assert found.why.coverage is not None
    assert found.why.coverage.missing == 50


def test_origin_known_takes_graphite_too():
    report = a_report(materials=[a_flow("1", "graphite", 10, origin_known_pct=60)])

    assert value(report, "DD-06") == 60


def test_packs_are_told_by_what_became_of_them():
    packs = [
        out("1", "battery_pack", 3, "second_life", unit="pieces"),
        out("2", "battery_pack", 1, "recycling", unit="pieces"),
    ]

    found = figures(a_report(materials=packs))

    assert found["CIR-02", "total"].value == 4
    assert found["CIR-02", "treatment=second_life,beside=share"].value == 75


def test_waste_has_a_share_that_is_recycled():
    report = a_report(
        materials=[out("1", "waste_general", 60, "recycling"), out("2", "waste_hazardous", 20, "incineration")]
    )

    found = figures(report)

    assert found["CIR-04", "total"].value == 80
    assert found["CIR-04", "beside=recycled"].value == Decimal(75)


def test_waste_that_is_not_given_is_not_zero():
    found = figures(a_report(materials=[out("1", "waste_general", 60, "recycling")]))

    assert why_not(a_report(materials=[a_flow("1", "tyre", 4)]), "CIR-04") == "Not assessable: waste is not given."
    assert found["CIR-04", "material=waste_general"].value == 60
    assert ("CIR-04", "material=waste_hazardous") not in found


def test_a_chemistry_counts_where_the_capacity_is_blank_too():
    report = a_report(
        a_vehicle("B1", battery_chemistry="lfp"), a_vehicle("B2", battery_kwh=None, battery_chemistry="lfp")
    )

    found = figures(report)

    assert found["CIR-01", "bus_class=bus_12m,chemistry=lfp"].value == 2
    assert found["CIR-01", "bus_class=bus_12m"].value == 350


def test_units_are_never_added_up():
    report = a_report(
        materials=[
            out("1", "waste_general", 60, "recycling"),
            out("2", "waste_general", 20, "landfill", unit="pieces"),
        ]
    )

    assert why_not(report, "CIR-04") == "Not assessable: quantities in pieces cannot be added to kg."


def test_water_is_in_cubic_metres_and_nothing_given_is_not_zero():
    assert value(a_report(materials=[a_flow("1", "water", 3900, unit="m3")]), "CIR-05") == 3900
    assert why_not(a_report(materials=[a_flow("1", "tyre", 4)]), "CIR-05") is not None
