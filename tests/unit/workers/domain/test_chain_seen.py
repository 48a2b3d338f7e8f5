"""What a check sees of the chain beside its own sheet: which links are asked for, and how data came."""

from __future__ import annotations

from datetime import date

from schemas.chain import DataQuality
from schemas.report.code_lists import ChainRole
from tests.builders import a_contract, a_diesel_bus, a_document, a_report, a_supplier, a_vehicle
from workers.domain.chain_seen import chain_seen


def an_emission(supplier, **more):
    known = {"entry_id": f"C-{supplier}", "scope3_category": 2, "activity": "Batterijen", "kg_co2e": 10}
    return {**known, "allocation_pct": 100, "method": "supplier_specific", "supplier_id": supplier, **more}


def asked(report, role):
    return next(one for one in chain_seen(report).asking if one.role is role)


def test_only_battery_vehicles_ask_for_a_battery_supplier():
    report = a_report(a_vehicle("B1", battery_supplier_id="A1"), a_vehicle("B2"), a_diesel_bus("D1"))

    battery = asked(report, ChainRole.BATTERY)

    assert (battery.of, dict(battery.named), battery.unnamed) == (2, {"A1": 1}, 1)


def test_a_proof_by_a_third_party_makes_own_data_verified():
    report = a_report(
        a_vehicle(),
        chain_emissions=[an_emission("A1", evidence_id="E1")],
        evidence=[a_document("E1", kind="certificate")],
    )

    assert chain_seen(report).quality == {"A1": DataQuality.VERIFIED}


def test_a_declaration_of_the_firm_itself_verifies_nothing():
    report = a_report(
        a_vehicle(),
        chain_emissions=[an_emission("A1", evidence_id="E1")],
        evidence=[a_document("E1", kind="declaration")],
    )

    assert chain_seen(report).quality == {"A1": DataQuality.PRIMARY}


def test_the_weakest_row_of_a_supplier_counts():
    rows = [an_emission("A1"), an_emission("A1", entry_id="C2", method="spend")]

    assert chain_seen(a_report(a_vehicle(), chain_emissions=rows)).quality == {"A1": DataQuality.ESTIMATED}


def test_who_drives_or_delivers_gave_its_own_data():
    report = a_report(
        a_vehicle(operator_id="T1"),
        energy_contracts=[a_contract(supplier_id="S2", evidence_id=None)],
        suppliers=[a_supplier("T1")],
    )

    assert chain_seen(report).quality == {"S2": DataQuality.PRIMARY, "T1": DataQuality.PRIMARY}


def test_a_certificate_with_a_last_day_is_kept_with_what_it_is_of():
    dated = {"certificate_valid_to": date(2027, 6, 30), "co2_ladder": "4.0/2", "pso_step": "2"}
    report = a_report(a_vehicle(), suppliers=[a_supplier("T1", name="Voorbeeldtaxi", **dated), a_supplier("T2")])

    [kept] = chain_seen(report).certificates

    assert (kept.supplier_id, kept.name, kept.valid_to) == ("T1", "Voorbeeldtaxi", date(2027, 6, 30))
    assert kept.titles == ("CO2-Prestatieladder 4.0/2", "PSO 2")
