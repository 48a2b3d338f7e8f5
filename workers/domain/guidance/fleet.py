"""The fleet: why its rules matter, with examples."""

from __future__ import annotations

from datetime import date

from workers.domain.guiding import guide

GUIDANCE = {
    "FLT-001": guide(
        why_nl="De Euroklasse bepaalt of een bus als zero-emissie meetelt, en hoeveel stikstofoxiden en fijnstof wij berekenen. Een dieselbus met klasse Zero-emissie maakt het wagenpark schoner dan het is.",
        why_en="The Euro class decides whether a bus counts as zero emission, and how much nitrogen oxide and particulate matter we reckon. A diesel bus of class Zero emission makes the fleet cleaner than it is.",
        good_nl="V0041: aandrijflijn Batterij-elektrisch, Euroklasse Zero-emissie.",
        good_en="V0041: drivetrain Battery electric, Euro class Zero emission.",
        bad_nl="V0107: aandrijflijn Diesel of HVO, Euroklasse Zero-emissie.",
        bad_en="V0107: drivetrain Diesel or HVO, Euro class Zero emission.",
        found={"vehicle_id": "V0107", "drivetrain": "diesel", "euro_class": "ze"},
    ),
    "FLT-002": guide(
        why_nl="Uit de datums in dienst volgt in welke maanden een voertuig meetelt. Staan ze andersom, dan was het nooit in dienst.",
        why_en="The dates in service say in which months a vehicle counts. The other way round, it never was in service.",
        good_nl="In dienst van 10 december 2023 tot en met 30 juni 2026.",
        good_en="In service from 10 December 2023 to 30 June 2026.",
        bad_nl="In dienst van 10 december 2026 tot en met 30 juni 2026.",
        bad_en="In service from 10 December 2026 to 30 June 2026.",
        found={
            "vehicle_id": "V0041",
            "in_service_from": date(2026, 12, 10),
            "in_service_to": date(2026, 6, 30),
        },
    ),
    "FLT-003": guide(
        why_nl="Een bus mag pas rijden als hij is toegelaten. Aan deze datum zien wij ook hoe oud een bus is, en of hij nieuw is.",
        why_en="A bus may run only once it is admitted. This date also tells how old a bus is, and whether it is new.",
        good_nl="Toegelaten op 1 november 2023, in dienst vanaf 10 december 2023.",
        good_en="Admitted on 1 November 2023, in service from 10 December 2023.",
        bad_nl="Toegelaten op 1 november 2024, in dienst vanaf 10 december 2023.",
        bad_en="Admitted on 1 November 2024, in service from 10 December 2023.",
        found={
            "vehicle_id": "V0041",
            "first_admission": date(2024, 11, 1),
            "in_service_from": date(2023, 12, 10),
        },
    ),
    "FLT-004": guide(
        why_nl="Overheden en vervoerders spraken af dat nieuwe bussen geen uitlaatgassen meer hebben (BAZEB). Een nieuwe dieselbus rijdt nog jaren rond, ook als straks alle bussen zero-emissie moeten zijn.",
        why_en="Authorities and operators agreed that new buses have no exhaust gases any more (BAZEB). A new diesel bus stays for years, also when all buses have to be zero emission.",
        good_nl="V0201, in dienst vanaf 1 april 2026: Batterij-elektrisch.",
        good_en="V0201, in service from 1 April 2026: Battery electric.",
        bad_nl="V0201, toegelaten op 1 maart 2026 en in dienst vanaf 1 april 2026: Diesel of HVO.",
        bad_en="V0201, admitted on 1 March 2026 and in service from 1 April 2026: Diesel or HVO.",
        found={
            "vehicle_id": "V0201",
            "report_year": 2026,
            "in_service_from": date(2026, 4, 1),
            "drivetrain": "diesel",
            "from_year": 2025,
        },
    ),
    "FLT-005": guide(
        why_nl="Aan het kenteken herkennen wij een bus in het rapport van vorig jaar, en in het register van de RDW. Door een typefout lijkt het een andere bus.",
        why_en="By its licence plate we know a bus again in last year's report, and in the vehicle register. A typing error makes it look like another bus.",
        good_nl="Kenteken 12-BKL-3.",
        good_en="Licence plate 12-BKL-3.",
        bad_nl="Kenteken 12-BKL-33: een cijfer te veel.",
        bad_en="Licence plate 12-BKL-33: one digit too many.",
        found={"licence_plate": "12-BKL-33", "vehicle_id": "V0041"},
    ),
    "FLT-006": guide(
        why_nl="Een kenteken hoort bij één bus. Twee bussen met hetzelfde kenteken zijn vaak één bus die twee keer is ingevuld. Dan lijkt het wagenpark te groot.",
        why_en="A licence plate belongs to one bus. Two buses with the same plate often are one bus filled in twice. Then the fleet looks too large.",
        good_nl="V0041 droeg 12-BKL-3 tot en met 30 juni 2026, V0042 vanaf 1 juli 2026.",
        good_en="V0041 carried 12-BKL-3 to 30 June 2026, V0042 from 1 July 2026.",
        bad_nl="V0041 (rij 2) en V0042 (rij 3) dragen het hele jaar 12-BKL-3.",
        bad_en="V0041 (row 2) and V0042 (row 3) carry 12-BKL-3 all year.",
        found={"vehicle_id": "V0042", "licence_plate": "12-BKL-3", "other": "V0041", "other_row": 2},
    ),
    "FLT-007": guide(
        why_nl="De capaciteit zegt hoeveel grondstoffen er in de batterij zitten, en dus hoe zwaar die weegt in de keten. Met een nul te veel of te weinig klopt dat niet.",
        why_en="The capacity tells how much raw material is in the battery, and so what it weighs in the chain. With a zero too many or too few that is wrong.",
        good_nl="12-meterbus V0041 met een batterij van 350 kWh.",
        good_en="12-metre bus V0041 with a battery of 350 kWh.",
        bad_nl="12-meterbus V0041 met een batterij van 3.500 kWh.",
        bad_en="12-metre bus V0041 with a battery of 3,500 kWh.",
        found={"vehicle_id": "V0041", "bus_class": "bus_12m", "battery_kwh": 3500, "span": [150, 600]},
    ),
    "FLT-008": guide(
        why_nl="In de concessie staat welke bussen mogen rijden. Valt een dieselbus in zonder ontheffing, dan is een afspraak niet nagekomen. De provincie wil weten waarom.",
        why_en="The concession says which buses may run. If a diesel bus steps in without an exemption, an agreement was not kept. The province wants to know why.",
        good_nl="Dieselbus V0107 heeft inzet Regulier: die hoort bij het afgesproken wagenpark.",
        good_en="Diesel bus V0107 has deployment Regular: it belongs to the agreed fleet.",
        bad_nl="Dieselbus V0107 was van 1 tot en met 31 maart 2026 in dienst, met inzet Tijdelijk zonder ontheffing.",
        bad_en="Diesel bus V0107 was in service from 1 to 31 March 2026, with deployment Temporary without exemption.",
        found={"vehicle_id": "V0107", "drivetrain": "diesel", "days": 31, "deployment": "temporary"},
    ),
}
