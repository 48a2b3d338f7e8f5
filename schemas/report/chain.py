"""The chain: who supplies whom, its emissions, its risks and the six steps."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.report.code_lists import ActionStatus, ChainMethod, ChainRole, RequestGround, RiskTheme
from schemas.report.columns import Count, Day, Percentage, Quantity, Row, Text, column
from schemas.texts import Bilingual


class Supplier(Row):
    """Suppliers and who they supply."""

    sheet = "suppliers"
    label = Bilingual(nl="Keten", en="Chain")
    holds = Bilingual(nl="Leveranciers en aan wie zij leveren", en="Suppliers and who they supply")
    required = True
    few_rows = True

    supplier_id: Text = column(
        nl="Leveranciersnummer",
        en="Supplier id",
        key=True,
        note_nl="Uw eigen vaste nummer",
        note_en="Holder's own stable id",
    )
    name: Text = column(nl="Naam", en="Name")
    registration: Text | None = column(
        nl="KvK- of registratienummer",
        en="Registration number",
        note_nl="Acht cijfers in Nederland",
        note_en="Eight digits for NL",
        absent=True,
    )
    country: Text = column(nl="Land", en="Country", unit="ISO 3166-1 alpha-2")
    role: ChainRole = column(
        nl="Schakel",
        en="Chain role",
        note_nl="Een bedrijf met twee schakels of twee afnemers in de keten heeft voor elk een rij, met hetzelfde registratienummer",
        note_en="A firm with two roles or two customers in the chain has a row for each, with the same registration",
    )
    tier: Annotated[int, Field(ge=1, le=9)] = column(
        nl="Ketenniveau",
        en="Tier",
        unit="1-9",
        note_nl="1 = levert rechtstreeks aan de concessiehouder",
        note_en="1 = supplies the holder directly",
    )
    parent_id: Text | None = column(
        nl="Levert aan",
        en="Supplies to",
        refers_to="suppliers.supplier_id",
        note_nl="Leeg = de concessiehouder",
        note_en="Blank = the concession holder",
        absent=True,
    )
    spend_eur: Quantity | None = column(
        nl="Inkoopwaarde",
        en="Spend",
        unit="EUR",
        note_nl="Alleen ketenniveau 1; voor deze concessie",
        note_en="Tier 1 only; for this concession",
        absent=True,
    )
    employees: Count | None = column(
        nl="Werknemers",
        en="Employees",
        unit="persons",
        note_nl="Bepaalt hoeveel er gevraagd mag worden",
        note_en="Decides the value-chain cap",
        absent=True,
    )
    request_ground: RequestGround | None = column(nl="Grondslag uitvraag", en="Ground for the request", absent=True)
    refused: bool | None = column(
        nl="Geweigerd",
        en="Refused",
        note_nl="De leverancier heeft het recht om te weigeren gebruikt",
        note_en="Supplier used its right to refuse",
        absent=True,
    )
    code_of_conduct: bool | None = column(nl="Gedragscode getekend", en="Code of conduct signed", absent=True)
    co2_ladder: Text | None = column(
        nl="CO2-Prestatieladder",
        en="CO2 Performance Ladder",
        note_nl="Versie en niveau of trede, zoals 3.1/5 of 4.0/2",
        note_en="version and level or step such as 3.1/5 or 4.0/2",
        absent=True,
    )
    pso_step: Text | None = column(nl="PSO-trede", en="PSO step", absent=True)
    certificate_valid_to: Day | None = column(nl="Certificaat geldig tot", en="Certificate valid to", absent=True)
    audited_on: Day | None = column(
        nl="Laatste audit",
        en="Last audit",
        note_nl="Door een onafhankelijke derde",
        note_en="By an independent third party",
        absent=True,
    )
    audit_standard: Text | None = column(nl="Auditstandaard", en="Audit standard", absent=True)


class ChainEmission(Row):
    """Scope 3 beyond energy."""

    sheet = "chain_emissions"
    label = Bilingual(nl="Ketenemissies", en="Chain emissions")
    holds = Bilingual(nl="Scope 3 naast energie", en="Scope 3 beyond energy")
    required = False
    few_rows = True

    entry_id: Text = column(nl="Regelnummer", en="Entry id", key=True)
    supplier_id: Text | None = column(
        nl="Leverancier",
        en="Supplier",
        refers_to="suppliers.supplier_id",
        note_nl="Leeg = de houder (zoals woon-werkverkeer); van onderaannemers alleen die zonder voertuigen in het rapport",
        note_en="Blank = the holder (such as commuting); of subcontractors only those without vehicles in the report",
        absent=True,
    )
    scope3_category: Annotated[int, Field(ge=1, le=15)] = column(
        nl="Scope 3-categorie",
        en="Scope 3 category",
        unit="1-15",
        note_nl="Nummering van het GHG Protocol",
        note_en="GHG Protocol numbering",
    )
    activity: Text = column(nl="Activiteit", en="Activity")
    quantity: Quantity | None = column(nl="Hoeveelheid", en="Quantity", absent=True)
    quantity_unit: Text | None = column(nl="Eenheid", en="Quantity unit", absent=True)
    kg_co2e: Quantity = column(
        nl="Emissie", en="Emissions", unit="kg CO2e", note_nl="Vóór toerekening", note_en="Before allocation"
    )
    allocation_pct: Percentage = column(nl="Toegerekend aan concessie", en="Allocated to the concession", unit="%")
    method: ChainMethod = column(nl="Methode", en="Method")
    factor_source: Text | None = column(nl="Bron emissiefactor", en="Source of the factor", absent=True)
    evidence_id: Text | None = column(nl="Bewijsstuk", en="Evidence", refers_to="evidence.evidence_id", absent=True)


class Risk(Row):
    """Risks and measures in the chain."""

    sheet = "due_diligence"
    label = Bilingual(nl="Ketenrisico's", en="Due diligence")
    holds = Bilingual(nl="Risico's en maatregelen in de keten", en="Risks and measures in the chain")
    required = False
    few_rows = True

    risk_id: Text = column(nl="Risiconummer", en="Risk id", key=True)
    supplier_id: Text | None = column(
        nl="Leverancier",
        en="Supplier",
        refers_to="suppliers.supplier_id",
        note_nl="Leeg = de schakel als geheel",
        note_en="Blank = the chain role as a whole",
        absent=True,
    )
    chain_role: ChainRole = column(nl="Schakel", en="Chain role")
    theme: RiskTheme = column(nl="Thema", en="Theme")
    assessed_on: Day = column(nl="Beoordeeld op", en="Assessed on")
    severity: Annotated[int, Field(ge=1, le=5)] = column(nl="Ernst", en="Severity", unit="1-5")
    likelihood: Annotated[int, Field(ge=1, le=5)] = column(nl="Waarschijnlijkheid", en="Likelihood", unit="1-5")
    measure: Text | None = column(nl="Maatregel", en="Measure", absent=True)
    due: Day | None = column(nl="Gereed op", en="Due", absent=True)
    status: ActionStatus = column(nl="Status", en="Status")
    confirmed_incident: bool = column(nl="Bevestigd incident", en="Confirmed incident")
    remedy: Text | None = column(nl="Herstel", en="Remedy", absent=True)


class OecdStep(Row):
    """The six steps."""

    sheet = "oecd_steps"
    label = Bilingual(nl="OESO-stappen", en="OECD steps")
    holds = Bilingual(nl="De zes stappen", en="The six steps")
    required = True
    few_rows = True

    step: Annotated[int, Field(ge=1, le=6)] = column(
        nl="OESO-stap",
        en="OECD step",
        key=True,
        unit="1-6",
        note_nl="Alle zes stappen zijn rijen",
        note_en="All six steps are rows",
    )
    status: Annotated[int, Field(ge=0, le=2)] = column(
        nl="Status",
        en="Status",
        unit="0-2",
        note_nl="0 niet begonnen; 1 onderweg; 2 op orde",
        note_en="0 not started; 1 under way; 2 in place",
    )
    note: Text | None = column(nl="Toelichting", en="Note", absent=True)
