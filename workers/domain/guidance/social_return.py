"""Social return: why its rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "SRO-001": guide(
        why_nl="Social return gaat om mensen die werk vinden. Een heel hoog bedrag per persoon betekent vaak dat er personen ontbreken.",
        why_en="Social return is about people who find work. A very high amount per person often means that persons are missing.",
        good_nl="€ 60.000 voor 2 personen.",
        good_en="€ 60,000 for 2 persons.",
        bad_nl="€ 150.000 voor 2 personen.",
        bad_en="€ 150,000 for 2 persons.",
        found={"value_eur": 150000, "each": 70000, "persons": 2, "most": 140000},
    ),
    "SRO-002": guide(
        why_nl="De concessie geeft elke inspanning een vaste waarde. Zo zijn jaren en bedrijven te vergelijken.",
        why_en="The concession gives every effort a fixed value. So years and firms can be compared.",
        good_nl="Bouwblok WIA of WAO, 800 uur: € 15.000. Dat is de helft van een vol jaar.",
        good_en="Building block Disability benefit, 800 hours: € 15,000. That is half of a full year.",
        bad_nl="Bouwblok WIA of WAO, 800 uur: € 25.000.",
        bad_en="Building block Disability benefit, 800 hours: € 25,000.",
        found={"building_block": "disability", "value_eur": 25000, "due": 15000.0, "allowed": 1.0},
    ),
    "SRO-003": guide(
        why_nl="Een grote inspanning weegt zwaar in de norm. Dan moet de provincie kunnen zien dat die er echt was.",
        why_en="A large effort weighs heavily in the norm. Then the province has to be able to see that it was really there.",
        good_nl="€ 12.000, bewijsstuk E1.",
        good_en="€ 12,000, evidence E1.",
        bad_nl="€ 12.000, bewijsstuk leeg.",
        bad_en="€ 12,000, evidence blank.",
        found={"value_eur": 12000, "most": 10000},
    ),
}
