"""Due diligence: why its rules matter, with examples."""

from __future__ import annotations

from datetime import date

from workers.domain.guiding import guide

GUIDANCE = {
    "DDL-001": guide(
        why_nl="In batterijen en hun grondstoffen zitten bekende risico's: kinderarbeid, dwangarbeid, vervuiling. Ze veranderen, dus u kijkt er elk jaar naar.",
        why_en="Batteries and their raw materials carry known risks: child labour, forced labour, pollution. They change, so you look at them every year.",
        good_nl="K4 Batterijleverancier en K5 Grondstoffen, beoordeeld op 15 september 2026.",
        good_en="K4 Battery supplier and K5 Raw materials, assessed on 15 September 2026.",
        bad_nl="K5 Grondstoffen, voor het laatst beoordeeld op 15 september 2024.",
        bad_en="K5 Raw materials, last assessed on 15 September 2024.",
        found={
            "chain_role": "raw_material",
            "why": "assessed_long_ago",
            "assessed_on": date(2024, 9, 15),
            "since": date(2025, 12, 31),
        },
    ),
    "DDL-002": guide(
        why_nl="Een keten van batterijen zonder risico's bestaat bijna niet. Staat er geen enkel, dan heeft vaak nog niemand gekeken.",
        why_en="A chain of batteries without risks hardly exists. If there is none, often nobody has looked yet.",
        good_nl="Batterijleverancier S4 staat in de keten, met een risico: Dwangarbeid.",
        good_en="Battery supplier S4 is in the chain, with a risk: Forced labour.",
        bad_nl="Batterijleverancier S4 staat in de keten, zonder risico.",
        bad_en="Battery supplier S4 is in the chain, without a risk.",
        found={"chain_role": "battery"},
    ),
    "DDL-003": guide(
        why_nl="Is er echt schade, dan telt wat u doet voor de mensen die het treft. Herstel is de zesde stap van de OESO.",
        why_en="If there is real harm, what counts is what you do for the people it hits. Remedy is the sixth step of the OECD.",
        good_nl="Risico R7, incident bevestigd; herstel: achterstallig loon betaald.",
        good_en="Risk R7, incident confirmed; remedy: overdue wages paid.",
        bad_nl="Risico R7, incident bevestigd; herstel: leeg.",
        bad_en="Risk R7, incident confirmed; remedy: blank.",
        found={"risk_id": "R7", "theme": "living_wage"},
    ),
    "DDL-004": guide(
        why_nl="In stap 2 zoekt u de risico's. Zonder die stap is er niets om te stoppen, te volgen of te herstellen.",
        why_en="In step 2 you look for the risks. Without that step there is nothing to stop, to follow or to remedy.",
        good_nl="Stap 2 heeft status 1, stap 3 heeft status 1.",
        good_en="Step 2 has status 1, step 3 has status 1.",
        bad_nl="Stap 2 heeft status 0, stap 3 heeft status 2.",
        bad_en="Step 2 has status 0, step 3 has status 2.",
        found={"step": 3, "state": 2, "found": 0},
    ),
    "DDL-005": guide(
        why_nl="Een datum is een belofte aan wie het risico loopt. Is de datum voorbij, dan wil de lezer weten waarom.",
        why_en="A date is a promise to those who run the risk. When it has passed, the reader wants to know why.",
        good_nl="Risico R7: maatregel gereed op 30 juni 2026, status Gesloten.",
        good_en="Risk R7: measure due on 30 June 2026, status Closed.",
        bad_nl="Risico R7: maatregel gereed op 30 juni 2026, status Open.",
        bad_en="Risk R7: measure due on 30 June 2026, status Open.",
        found={"risk_id": "R7", "due": date(2026, 6, 30), "status": "open", "period_end": date(2026, 12, 31)},
    ),
}
