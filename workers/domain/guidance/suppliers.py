"""The firms in the chain: why their rules matter, with examples."""

from __future__ import annotations

from datetime import date

from workers.domain.guiding import guide

GUIDANCE = {
    "SUP-003": guide(
        why_nl="Een elektrische bus heeft een fabrikant, een batterij en grondstoffen, en rijdt op stroom. Juist daar in de keten zijn de risico's voor mensen en milieu groot.",
        why_en="An electric bus has a maker, a battery and raw materials, and runs on electricity. In those parts of the chain the risks for people and environment are large.",
        good_nl="Er rijden batterij-elektrische bussen; fabrikant, batterijleverancier, grondstoffen en energieleverancier staan in de keten.",
        good_en="Battery-electric buses run; vehicle maker, battery supplier, raw materials and energy supplier are in the chain.",
        bad_nl="Er rijden batterij-elektrische bussen, maar een batterijleverancier ontbreekt in de keten.",
        bad_en="Battery-electric buses run, but a battery supplier is missing in the chain.",
        found={"role": "battery"},
    ),
    "SUP-004": guide(
        why_nl="Namen lijken op elkaar, nummers niet. Met het KvK-nummer is zeker om welk bedrijf het gaat.",
        why_en="Names look alike, numbers do not. The registration number says for certain which firm it is.",
        good_nl="Voorbeeldtaxi, KvK-nummer 01234567.",
        good_en="Voorbeeldtaxi, registration number 01234567.",
        bad_nl="Voorbeeldtaxi, KvK-nummer 1234567: de nul vooraan is verdwenen.",
        bad_en="Voorbeeldtaxi, registration number 1234567: its leading zero has gone.",
        found={"registration": "1234567", "name": "Voorbeeldtaxi"},
    ),
    "SUP-005": guide(
        why_nl="Een leverancier mag een vrijwillige vraag weigeren, en een klein bedrijf ook een vraag vanwege de CSRD. Vraagt de concessie het, dan geldt dat recht niet en blijft er een gat in uw rapport.",
        why_en="A supplier may refuse a voluntary request, and a small firm also one because of the CSRD. If the concession asks, that right does not hold and your report keeps a gap.",
        good_nl="Voorbeeldtaxi, 40 werknemers, heeft geweigerd; grondslag: CSRD-uitvraag van de houder.",
        good_en="Voorbeeldtaxi, 40 employees, refused; ground: CSRD request of the holder.",
        bad_nl="Voorbeeldtaxi, 40 werknemers, heeft geweigerd; grondslag: Concessievoorwaarde.",
        bad_en="Voorbeeldtaxi, 40 employees, refused; ground: Concession requirement.",
        found={"name": "Voorbeeldtaxi", "request_ground": "concession", "employees": 40, "most": 1000},
    ),
    "SUP-006": guide(
        why_nl="Een verlopen certificaat bewijst niets over de rest van het jaar. Vaak is er al een nieuw, maar staat dat nog niet in uw lijst.",
        why_en="A certificate that has run out proves nothing about the rest of the year. Often there is a new one that is not in your list yet.",
        good_nl="Voorbeeldtaxi, certificaat geldig tot en met 30 juni 2027.",
        good_en="Voorbeeldtaxi, certificate valid to 30 June 2027.",
        bad_nl="Voorbeeldtaxi, certificaat geldig tot en met 30 juni 2026.",
        bad_en="Voorbeeldtaxi, certificate valid to 30 June 2026.",
        found={
            "name": "Voorbeeldtaxi",
            "certificate_valid_to": date(2026, 6, 30),
            "period_end": date(2026, 12, 31),
        },
    ),
    "SUP-007": guide(
        why_nl="Met de landcode zien wij in welke landen uw keten ligt. ‘Holland’ en ‘Nederland’ zouden anders twee landen zijn.",
        why_en="By the country code we see in which countries your chain lies. ‘Holland’ and ‘Nederland’ would be two countries otherwise.",
        good_nl="Voorbeeldtaxi, land NL.",
        good_en="Voorbeeldtaxi, country NL.",
        bad_nl="Voorbeeldtaxi, land Holland.",
        bad_en="Voorbeeldtaxi, country Holland.",
        found={"country": "Holland", "name": "Voorbeeldtaxi"},
    ),
    "SUP-008": guide(
        why_nl="De fabrikant van een bus is ook in de keten een fabrikant. Past dat niet, dan is een nummer verwisseld of ontbreekt een rij.",
        why_en="The maker of a bus is a maker in the chain too. If that does not fit, an id was swapped or a row is missing.",
        good_nl="S3 is de fabrikant van bus V0041 en heeft schakel K3 Voertuigfabrikant.",
        good_en="S3 is the manufacturer of bus V0041 and has role K3 Vehicle maker.",
        bad_nl="S3 is de fabrikant van bus V0041, maar heeft schakel K4 Batterijleverancier.",
        bad_en="S3 is the manufacturer of bus V0041, but has role K4 Battery supplier.",
        found={"supplier_id": "S3", "role": "battery", "roles": "vehicle_maker", "target": "vehicles"},
    ),
}
