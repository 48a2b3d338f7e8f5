"""The people: staff, social return and incidents."""

from __future__ import annotations

from schemas.report.code_lists import BuildingBlock, IncidentCategory, RegistrationSystem, StaffGroup
from schemas.report.columns import Count, Month, Percentage, Quantity, Row, Text, column
from schemas.texts import Bilingual


class StaffGroupYear(Row):
    """Staff of holder and chain."""

    sheet = "workforce"
    label = Bilingual(nl="Personeel", en="Workforce")
    holds = Bilingual(nl="Personeel van houder en keten", en="Staff of holder and chain")
    required = False
    few_rows = True

    organisation_id: Text | None = column(
        nl="Organisatie",
        en="Organisation",
        key=True,
        refers_to="suppliers.supplier_id",
        note_nl="Leeg = de concessiehouder",
        note_en="Blank = the concession holder",
        absent=True,
    )
    staff_group: StaffGroup = column(nl="Personeelsgroep", en="Staff group", key=True)
    headcount: Count = column(
        nl="Aantal werknemers", en="Headcount", unit="persons", note_nl="Op 31 december", note_en="At 31 December"
    )
    headcount_women: Count | None = column(nl="Waarvan vrouw", en="Of whom women", unit="persons", absent=True)
    permanent: Count | None = column(nl="Vast contract", en="Permanent", unit="persons", absent=True)
    temporary: Count | None = column(nl="Tijdelijk contract", en="Temporary", unit="persons", absent=True)
    fte: Quantity = column(nl="Fte", en="Fte", unit="fte")
    hours_worked: Quantity | None = column(nl="Gewerkte uren", en="Hours worked", unit="h", absent=True)
    sick_leave_pct: Percentage | None = column(
        nl="Ziekteverzuim",
        en="Sickness absence",
        unit="%",
        note_nl="Alleen als de concessie erom vraagt; nooit voor minder dan 10 mensen",
        note_en="Only where the concession asks for it; never for fewer than 10 people",
        absent=True,
    )
    accidents: Count | None = column(nl="Arbeidsongevallen", en="Recordable accidents", unit="count", absent=True)
    fatalities: Count | None = column(nl="Dodelijke ongevallen", en="Fatalities", unit="count", absent=True)
    cba_coverage_pct: Percentage | None = column(
        nl="Cao-dekking", en="Collective agreement coverage", unit="%", absent=True
    )
    training_hours: Quantity | None = column(
        nl="Opleidingsuren totaal", en="Training hours in total", unit="h", absent=True
    )
    leavers: Count | None = column(nl="Uitstroom", en="Leavers", unit="persons", absent=True)
    lowest_hourly_wage_eur: Quantity | None = column(
        nl="Laagste uurloon",
        en="Lowest hourly wage",
        unit="EUR/h",
        note_nl="Van werknemers van 21 jaar en ouder, zonder leerlingen",
        note_en="Of employees of 21 and over, apprentices apart",
        absent=True,
    )


class SocialReturn(Row):
    """Effort per building block."""

    sheet = "social_return"
    label = Bilingual(nl="Social return", en="Social return")
    holds = Bilingual(nl="Inspanning per bouwblok", en="Effort per building block")
    required = False
    few_rows = True

    item_id: Text = column(nl="Regelnummer", en="Item id", key=True)
    organisation_id: Text | None = column(
        nl="Organisatie",
        en="Organisation",
        refers_to="suppliers.supplier_id",
        note_nl="Leeg = de concessiehouder",
        note_en="Blank = the concession holder",
        absent=True,
    )
    building_block: BuildingBlock = column(nl="Bouwblok", en="Building block")
    description: Text = column(
        nl="Omschrijving",
        en="Description",
        note_nl="Geen namen of andere persoonsgegevens",
        note_en="No names or other personal data",
    )
    persons: Count | None = column(nl="Personen", en="Persons", unit="persons", absent=True)
    hours: Quantity | None = column(nl="Uren", en="Hours", unit="h", absent=True)
    value_eur: Quantity = column(nl="Inspanningswaarde", en="Effort value", unit="EUR")
    evidence_id: Text | None = column(nl="Bewijsstuk", en="Evidence", refers_to="evidence.evidence_id", absent=True)


class Incidents(Row):
    """Counts per month."""

    sheet = "incidents"
    label = Bilingual(nl="Incidenten", en="Incidents")
    holds = Bilingual(nl="Aantallen per maand", en="Counts per month")
    required = False
    few_rows = True

    period: Month = column(nl="Maand", en="Month", key=True, unit="YYYY-MM")
    category: IncidentCategory = column(nl="Categorie", en="Category", key=True)
    registration_system: RegistrationSystem = column(
        nl="Registratiesysteem",
        en="Registration system",
        key=True,
        note_nl="Cijfers van verschillende systemen worden nooit opgeteld",
        note_en="Figures of different systems are never added up",
    )
    count: Count = column(nl="Aantal", en="Count", unit="count")
