"""Materials, measures and the totals that a holder states itself."""

from __future__ import annotations

from schemas.report.code_lists import ActionStatus, Direction, Material, Treatment, Unit
from schemas.report.columns import AnyQuantity, Day, Percentage, Quantity, Row, Text, column
from schemas.texts import Bilingual


class MaterialFlow(Row):
    """Flows in and out."""

    sheet = "materials"
    label = Bilingual(nl="Materialen en afval", en="Materials and waste")
    holds = Bilingual(nl="Stromen in en uit", en="Flows in and out")
    required = False
    few_rows = True

    flow_id: Text = column(nl="Stroomnummer", en="Flow id", key=True)
    supplier_id: Text | None = column(
        nl="Leverancier of verwerker", en="Supplier or processor", refers_to="suppliers.supplier_id", absent=True
    )
    material: Material = column(nl="Materiaal", en="Material")
    direction: Direction = column(nl="Richting", en="Direction")
    quantity: Quantity = column(nl="Hoeveelheid", en="Quantity")
    unit: Unit = column(nl="Eenheid", en="Unit")
    recycled_pct: Percentage | None = column(nl="Gerecycled gehalte", en="Recycled content", unit="%", absent=True)
    origin_known_pct: Percentage | None = column(
        nl="Herkomst bekend",
        en="Origin known",
        unit="%",
        note_nl="Kobalt, lithium, nikkel en grafiet: deel van de massa dat tot smelter of mijn is gevolgd",
        note_en="Co Li Ni graphite: share of mass traced to smelter or mine",
        absent=True,
    )
    treatment: Treatment | None = column(
        nl="Bestemming",
        en="Treatment",
        note_nl="Verplicht als de richting uitgaand is",
        note_en="Required when direction is out",
        absent=True,
    )


class Measure(Row):
    """Improvement plan."""

    sheet = "measures"
    label = Bilingual(nl="Verbetermaatregelen", en="Measures")
    holds = Bilingual(nl="Verbeterplan", en="Improvement plan")
    required = False
    few_rows = True

    measure_id: Text = column(nl="Maatregelnummer", en="Measure id", key=True)
    indicator_id: Text = column(nl="Indicator", en="Indicator", unit="indicators.csv id")
    description: Text = column(nl="Omschrijving", en="Description")
    due: Day = column(nl="Gereed op", en="Due")
    status: ActionStatus = column(nl="Status", en="Status")
    expected_effect: Text | None = column(nl="Verwacht effect", en="Expected effect", absent=True)


class Declared(Row):
    """Totals that the holder states itself."""

    sheet = "declared"
    label = Bilingual(nl="Opgegeven totalen", en="Declared totals")
    holds = Bilingual(nl="Totalen die de houder zelf opgeeft", en="Totals that the holder states itself")
    required = False
    few_rows = True

    indicator_id: Text = column(
        nl="Indicator",
        en="Indicator",
        key=True,
        unit="indicators.csv id",
        note_nl="Totalen die u zelf opgeeft; wij vergelijken ze met wat de rijen geven",
        note_en="Totals the holder itself states; compared with what the rows give",
    )
    part: Text | None = column(
        nl="Onderdeel",
        en="Part",
        key=True,
        note_nl="Energiedrager of building/vehicles als een totaal in delen is gegeven; leeg = totaal",
        note_en="Carrier or building/vehicles when a total is given in parts; blank = total",
        absent=True,
    )
    value: AnyQuantity | None = column(nl="Waarde", en="Value", absent=True)
    text_value: Text | None = column(
        nl="Waarde (tekst)",
        en="Text value",
        note_nl="Voor indicatoren die geen getal zijn",
        note_en="For indicators that are no number",
        absent=True,
    )
    unit: Text = column(nl="Eenheid", en="Unit")
    quantity: Quantity | None = column(
        nl="Onderliggende hoeveelheid",
        en="Underlying quantity",
        note_nl="Om de gebruikte emissiefactor te controleren",
        note_en="For the implied-factor check",
        absent=True,
    )
    quantity_unit: Unit | None = column(nl="Eenheid hoeveelheid", en="Quantity unit", absent=True)
    evidence_id: Text | None = column(nl="Bewijsstuk", en="Evidence", refers_to="evidence.evidence_id", absent=True)
    note: Text | None = column(nl="Toelichting", en="Note", absent=True)
