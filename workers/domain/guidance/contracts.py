"""Energy contracts: why their rules matter, with examples."""

from __future__ import annotations

from datetime import date

from workers.domain.guiding import guide

GUIDANCE = {
    "CON-001": guide(
        why_nl="Stroom is pas groen met garanties van oorsprong. Geen ander cijfer verandert de uitstoot van een concessie zo sterk. Daarom moet elke geboekte MWh gedekt zijn.",
        why_en="Electricity is green only with guarantees of origin. No other figure changes the emissions of a concession so much. So every MWh booked has to be covered.",
        good_nl="Contract C1, Wind Nederland: 1.000 MWh geboekt, certificaten voor 1.000 MWh.",
        good_en="Contract C1, Wind NL: 1,000 MWh booked, certificates for 1,000 MWh.",
        bad_nl="Contract C1, Wind Nederland: 1.000 MWh geboekt, certificaten voor 900 MWh.",
        bad_en="Contract C1, Wind NL: 1,000 MWh booked, certificates for 900 MWh.",
        found={"contract_id": "C1", "origin": "wind_nl", "booked_mwh": 1000.0, "certificates": 900, "due": 980.0},
    ),
    "CON-002": guide(
        why_nl="Een certificaat hoort bij het jaar waarin de stroom is geleverd. Met certificaten van een ander jaar telt dezelfde groene stroom in twee jaren.",
        why_en="A certificate belongs to the year in which the electricity was delivered. With certificates of another year the same green electricity counts in two years.",
        good_nl="Rapport over 2026, certificaatjaar 2026.",
        good_en="Report on 2026, certificate year 2026.",
        bad_nl="Rapport over 2026, certificaatjaar 2025.",
        bad_en="Report on 2026, certificate year 2025.",
        found={"contract_id": "C1", "origin": "wind_nl", "certificate_year": 2025, "report_year": 2026},
    ),
    "CON-003": guide(
        why_nl="Iedereen kan schrijven dat zijn stroom groen is. Met het bewijsstuk kan de provincie het nagaan.",
        why_en="Anybody can write that their electricity is green. With the document the province can check it.",
        good_nl="Contract C1, Wind Nederland, bewijsstuk E1.",
        good_en="Contract C1, Wind NL, evidence E1.",
        bad_nl="Contract C1, Wind Nederland, bewijsstuk leeg.",
        bad_en="Contract C1, Wind NL, evidence blank.",
        found={"contract_id": "C1", "origin": "wind_nl"},
    ),
    "CON-004": guide(
        why_nl="Zonnepanelen geven in Nederland elk jaar ongeveer even veel stroom per kWp. Veel meer of minder wijst op een andere eenheid of een verkeerd vermogen.",
        why_en="In the Netherlands solar panels give about the same electricity per kWp every year. Much more or less points to another unit or a wrong capacity.",
        good_nl="45.000 kWh uit 50 kWp eigen zonnepanelen.",
        good_en="45,000 kWh from 50 kWp of own solar panels.",
        bad_nl="75.000 kWh uit 50 kWp eigen zonnepanelen.",
        bad_en="75,000 kWh from 50 kWp of own solar panels.",
        found={"kwh": 75000.0, "capacity_kwp": 50, "low": 600, "high": 1100, "least": 30000.0, "most": 55000.0},
    ),
    "CON-005": guide(
        why_nl="U kunt niet meer energie van een contract gebruiken dan u hebt gekocht. Wat erboven komt, heeft een andere herkomst.",
        why_en="You cannot use more energy of a contract than you bought. What goes beyond it has another origin.",
        good_nl="Contract C1: 1.000.000 kWh gecontracteerd, 1.000.000 kWh geboekt.",
        good_en="Contract C1: 1,000,000 kWh contracted, 1,000,000 kWh booked.",
        bad_nl="Contract C1: 1.000.000 kWh gecontracteerd, 1.100.000 kWh geboekt.",
        bad_en="Contract C1: 1,000,000 kWh contracted, 1,100,000 kWh booked.",
        found={
            "contract_id": "C1",
            "booked": 1100000.0,
            "units": "kWh",
            "quantity": 1000000,
            "unit": "kWh",
            "most": 1020000.0,
        },
    ),
    "CON-006": guide(
        why_nl="Een contract geldt voor één energiedrager en voor een bepaalde tijd. Daarbuiten zegt het niets over de herkomst van uw energie.",
        why_en="A contract is for one carrier and for a certain time. Outside these it says nothing about the origin of your energy.",
        good_nl="Elektriciteit in 2026-01 op contract C1, geldig vanaf 1 januari 2026.",
        good_en="Electricity of 2026-01 on contract C1, valid from 1 January 2026.",
        bad_nl="Elektriciteit in 2026-01 op contract C1, geldig vanaf 1 juli 2026.",
        bad_en="Electricity of 2026-01 on contract C1, valid from 1 July 2026.",
        found={
            "carrier": "electricity",
            "period": "2026-01",
            "contract_id": "C1",
            "carriers": "electricity",
            "valid_from": date(2026, 7, 1),
            "valid_to": date(2026, 12, 31),
        },
    ),
    "CON-007": guide(
        why_nl="Wind en zon zijn herkomsten van stroom. Brandstof en gas zijn fossiel of gecertificeerd hernieuwbaar. Voor een andere combinatie bestaat geen factor.",
        why_en="Wind and solar are origins of electricity. Fuel and gas are fossil or certified renewable. For any other pair there is no factor.",
        good_nl="Contract C1 voor Elektriciteit, herkomst Wind Nederland.",
        good_en="Contract C1 for Electricity, origin Wind NL.",
        bad_nl="Contract C1 voor Bio-CNG (groengas), herkomst Wind Nederland.",
        bad_en="Contract C1 for Bio-CNG, origin Wind NL.",
        found={
            "contract_id": "C1",
            "carrier": "bio_cng",
            "origin": "wind_nl",
            "origins": ["certified_renewable", "fossil"],
        },
    ),
}
