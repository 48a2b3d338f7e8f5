"""Emissions in the chain: why their rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "CHN-001": guide(
        why_nl="Rijdt een onderaannemer met bussen uit uw rapport, dan tellen wij hun energie al mee. Staat dezelfde uitstoot ook bij de ketenemissies, dan telt die dubbel.",
        why_en="If a subcontractor runs buses of your report, we count their energy already. If the same emissions are in the chain emissions too, they count twice.",
        good_nl="S1 rijdt met bus V0041; bij de ketenemissies staat S1 niet.",
        good_en="S1 runs bus V0041; S1 is not in the chain emissions.",
        bad_nl="S1 rijdt met bus V0041; bij de ketenemissies staat ook 12.000 kg CO2e van S1.",
        bad_en="S1 runs bus V0041; the chain emissions also have 12,000 kg CO2e of S1.",
        found={"supplier_id": "S1"},
    ),
    "CHN-002": guide(
        why_nl="Wie met uitgaven rekent, zegt eigenlijk: duurder is vuiler. Dan ziet u niet of een leverancier schoner is geworden.",
        why_en="Reckoning by spend really says: dearer is dirtier. Then you do not see whether a supplier has become cleaner.",
        good_nl="8.000 kg leverancierspecifiek, 2.000 kg op basis van uitgaven.",
        good_en="8,000 kg supplier specific, 2,000 kg spend based.",
        bad_nl="2.000 kg leverancierspecifiek, 8.000 kg op basis van uitgaven.",
        bad_en="2,000 kg supplier specific, 8,000 kg spend based.",
        found={"share": 80.0, "most": 50.0},
    ),
    "CHN-003": guide(
        why_nl="Elke kilometer in de concessie telt, ook die van een onderaannemer. Zonder voertuigen en zonder emissies ontbreekt zijn deel.",
        why_en="Every kilometre in the concession counts, those of a subcontractor too. Without vehicles and without emissions its part is missing.",
        good_nl="Onderaannemer S1 heeft geen voertuigen in het rapport, wel een regel met 12.000 kg CO2e.",
        good_en="Subcontractor S1 has no vehicles in the report, but a row with 12,000 kg CO2e.",
        bad_nl="Onderaannemer S1 heeft geen voertuigen en geen ketenemissies in het rapport.",
        bad_en="Subcontractor S1 has no vehicles and no chain emissions in the report.",
        found={"supplier_id": "S1", "name": "Voorbeeldtaxi"},
    ),
    "CHN-004": guide(
        why_nl="Een bus bouwen kost tientallen tonnen CO2e. Een cijfer dat er ver naast zit, is vaak in ton in plaats van kg, of telt de batterij mee.",
        why_en="Building a bus takes tens of tonnes of CO2e. A figure far from it is often in tonnes instead of kg, or counts the battery.",
        good_nl="12-meterbus V0041: 65.000 kg CO2e voor de bouw.",
        good_en="12-metre bus V0041: 65,000 kg CO2e to build it.",
        bad_nl="12-meterbus V0041: 65 kg CO2e voor de bouw.",
        bad_en="12-metre bus V0041: 65 kg CO2e to build it.",
        found={"embodied_kg_co2e": 65, "bus_class": "bus_12m", "vehicle_id": "V0041", "low": 30000, "high": 120000},
    ),
    "CHN-005": guide(
        why_nl="De batterij weegt zwaar in de keten van een elektrische bus. Per kWh liggen de cijfers niet ver uit elkaar, dus een verkeerde eenheid valt op.",
        why_en="The battery weighs heavily in the chain of an electric bus. Per kWh the figures are not far apart, so a wrong unit stands out.",
        good_nl="28.000 kg CO2e voor een batterij van 350 kWh.",
        good_en="28,000 kg CO2e for a battery of 350 kWh.",
        bad_nl="280.000 kg CO2e voor een batterij van 350 kWh.",
        bad_en="280,000 kg CO2e for a battery of 350 kWh.",
        found={
            "kg_co2e": 280000,
            "quantity": 350,
            "low": 40,
            "high": 150,
            "least": 14000.0,
            "most": 52500.0,
        },
    ),
}
