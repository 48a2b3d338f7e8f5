"""What the fleet ran: why its rules matter, with examples."""

from __future__ import annotations

from datetime import date

from workers.domain.guiding import guide

GUIDANCE = {
    "ACT-001": guide(
        why_nl="Het verschil tussen deze twee cijfers is wat een bus leeg rijdt. Is het totaal te klein, dan ontbreken er ritten en lijkt de bus per kilometer te veel te verbruiken.",
        why_en="The difference between these two figures is what a bus runs empty. If the total is too small, runs are missing and the bus seems to use too much per kilometre.",
        good_nl="V0041, periode 2026-03: 4.500 dienstregelingkilometers, 5.000 kilometers in totaal.",
        good_en="V0041, period 2026-03: 4,500 timetable kilometres, 5,000 kilometres in total.",
        bad_nl="V0041, periode 2026-03: 5.200 dienstregelingkilometers, 5.000 kilometers in totaal.",
        bad_en="V0041, period 2026-03: 5,200 timetable kilometres, 5,000 kilometres in total.",
        found={"vehicle_id": "V0041", "period": "2026-03", "km_timetable": 5200, "km_total": 5000},
    ),
    "ACT-002": guide(
        why_nl="Lege kilometers kosten energie en vervoeren niemand. Zijn het er veel, dan ontbreken vaak dienstregelingkilometers, of ligt de remise ver van de lijn.",
        why_en="Empty kilometres take energy and carry nobody. Where there are many, timetable kilometres are often missing, or the depot is far from the line.",
        good_nl="V0041: elke maand 4.500 dienstregelingkilometers en 5.000 kilometers in totaal.",
        good_en="V0041: every month 4,500 timetable kilometres and 5,000 kilometres in total.",
        bad_nl="V0041: elke maand 4.000 dienstregelingkilometers en 5.000 kilometers in totaal.",
        bad_en="V0041: every month 4,000 timetable kilometres and 5,000 kilometres in total.",
        found={"vehicle_id": "V0041", "share": 20.0, "km_total": 60000, "usual": 15.0},
    ),
    "ACT-003": guide(
        why_nl="Kilometers wegen zwaar in bijna elke norm. Rijdt een bus ongewoon weinig of veel, dan ontbreken er vaak maanden of staat het cijfer in een andere eenheid.",
        why_en="Kilometres weigh heavily in nearly every norm. If a bus runs unusually little or much, months are often missing or the figure is in another unit.",
        good_nl="12-meterbus V0041, het hele jaar in dienst: elke maand 5.000 kilometer.",
        good_en="12-metre bus V0041, in service all year: 5,000 kilometres every month.",
        bad_nl="12-meterbus V0041, het hele jaar in dienst: elke maand 15.000 kilometer.",
        bad_en="12-metre bus V0041, in service all year: 15,000 kilometres every month.",
        found={"vehicle_id": "V0041", "bus_class": "bus_12m", "km_total": 180000, "low": 20000, "high": 130000},
    ),
    "ACT-004": guide(
        why_nl="Kilometers van vóór of na de dienst horen bij een ander voertuig of bij een andere concessie. Tellen ze hier mee, dan tellen ze dubbel.",
        why_en="Kilometres from before or after the service belong to another vehicle or another concession. If they count here, they count double.",
        good_nl="V0041 ging op 30 juni 2026 uit dienst; zijn laatste periode is 2026-06.",
        good_en="V0041 left service on 30 June 2026; its last period is 2026-06.",
        bad_nl="V0041 ging op 30 juni 2026 uit dienst; er is nog een rij voor periode 2026-07.",
        bad_en="V0041 left service on 30 June 2026; there still is a row for period 2026-07.",
        found={
            "vehicle_id": "V0041",
            "period": "2026-07",
            "in_service_from": date(2023, 12, 10),
            "in_service_to": date(2026, 6, 30),
        },
    ),
    "ACT-005": guide(
        why_nl="Een maand zonder rij is iets anders dan een maand zonder kilometers. Ontbreekt de rij, dan weten wij niet of de bus stilstond of vergeten is.",
        why_en="A month without a row is not the same as a month without kilometres. If the row is missing, we do not know whether the bus stood still or was forgotten.",
        good_nl="V0041 was het hele jaar in dienst en heeft een rij voor elke maand. In 2026-03 stond hij stil: 0 kilometer.",
        good_en="V0041 was in service all year and has a row for every month. In 2026-03 it stood still: 0 kilometres.",
        bad_nl="V0041 was het hele jaar in dienst, maar een rij voor 2026-03 ontbreekt.",
        bad_en="V0041 was in service all year, but a row for 2026-03 is missing.",
        found={"vehicle_id": "V0041", "month": "2026-03"},
    ),
}
