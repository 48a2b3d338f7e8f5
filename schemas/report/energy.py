"""The energy that was used and where it came from."""

from __future__ import annotations

from schemas.report.code_lists import Carrier, EnergyUse, Meter, Origin, Unit
from schemas.report.columns import Day, Period, Quantity, Row, Text, Year, column
from schemas.texts import Bilingual


class Energy(Row):
    """Energy per vehicle or site and period."""

    sheet = "energy"
    label = Bilingual(nl="Energie", en="Energy")
    holds = Bilingual(nl="Energie per voertuig of locatie en periode", en="Energy per vehicle or site and period")
    required = True

    vehicle_id: Text | None = column(
        nl="Voertuignummer",
        en="Vehicle id",
        key=True,
        refers_to="vehicles.vehicle_id",
        note_nl="Vul óf een voertuignummer óf een locatie in",
        note_en="Exactly one of vehicle_id and site",
        absent=True,
    )
    site: Text | None = column(
        nl="Locatie", en="Site", key=True, note_nl="Remise of gebouw", note_en="Depot or building", absent=True
    )
    period: Period = column(
        nl="Periode", en="Period", key=True, unit="YYYY-MM or YYYY-MM-DD; YYYY only for a vehicle with operator_id"
    )
    use: EnergyUse = column(nl="Gebruik", en="Use", key=True)
    carrier: Carrier = column(nl="Energiedrager", en="Energy carrier", key=True)
    quantity: Quantity = column(nl="Hoeveelheid", en="Quantity")
    unit: Unit = column(nl="Eenheid", en="Unit")
    meter: Meter = column(nl="Meetpunt", en="Metering point", key=True)
    contract_id: Text | None = column(
        nl="Energiecontract",
        en="Energy contract",
        key=True,
        refers_to="energy_contracts.contract_id",
        note_nl="Leeg = geen claim op herkomst",
        note_en="Blank = no claim on origin",
        absent=True,
    )


class EnergyContract(Row):
    """Origin and certificates."""

    sheet = "energy_contracts"
    label = Bilingual(nl="Energiecontracten", en="Energy contracts")
    holds = Bilingual(nl="Herkomst en certificaten", en="Origin and certificates")
    required = False
    few_rows = True

    contract_id: Text = column(nl="Contractnummer", en="Contract id", key=True)
    supplier_id: Text | None = column(
        nl="Leverancier",
        en="Supplier",
        refers_to="suppliers.supplier_id",
        note_nl="Leeg = eigen opwek",
        note_en="Blank = own generation",
        absent=True,
    )
    carrier: Carrier = column(nl="Energiedrager", en="Energy carrier")
    origin: Origin = column(nl="Herkomst", en="Origin")
    regional: bool | None = column(nl="Regionaal opgewekt", en="Regionally generated", absent=True)
    valid_from: Day = column(nl="Geldig vanaf", en="Valid from")
    valid_to: Day = column(nl="Geldig tot en met", en="Valid to")
    quantity: Quantity = column(
        nl="Gecontracteerde hoeveelheid",
        en="Contracted quantity",
        note_nl="Voor het verslagjaar",
        note_en="For the report year",
    )
    unit: Unit = column(nl="Eenheid", en="Unit")
    certificates_mwh: Quantity | None = column(
        nl="Certificaten (MWh)",
        en="Certificates (MWh)",
        unit="MWh",
        note_nl="Garanties van oorsprong of vergelijkbaar, afgeboekt voor dit gebruik",
        note_en="GvO or comparable cancelled for this use",
        absent=True,
    )
    certificate_year: Year | None = column(
        nl="Certificaatjaar",
        en="Certificate year",
        unit="year",
        note_nl="Leveringsjaar",
        note_en="Year of delivery",
        absent=True,
    )
    capacity_kwp: Quantity | None = column(
        nl="Vermogen eigen opwek",
        en="Own generation capacity",
        unit="kWp",
        note_nl="Alleen bij eigen opwek",
        note_en="Only for own generation",
        absent=True,
    )
    evidence_id: Text | None = column(nl="Bewijsstuk", en="Evidence", refers_to="evidence.evidence_id", absent=True)
