"""Keys, references and periods: why they matter, with examples."""

from __future__ import annotations

from datetime import date

from workers.domain.guiding import guide

GUIDANCE = {
    "KEY-001": guide(
        why_nl="Staat dezelfde maand van een bus er twee keer, dan tellen zijn kilometers dubbel. Elk totaal dat daarop steunt, klopt dan niet.",
        why_en="If the same month of a bus stands there twice, its kilometres count double. Every total that rests on them is then wrong.",
        good_nl="Bus V0041 heeft één rij voor periode 2026-03.",
        good_en="Bus V0041 has one row for period 2026-03.",
        bad_nl="Bus V0041 heeft twee rijen voor periode 2026-03, op rij 2 en op rij 3.",
        bad_en="Bus V0041 has two rows for period 2026-03, on row 2 and on row 3.",
        found={"key": "V0041 · 2026-03", "first_row": 2, "headings": ["activity.vehicle_id", "activity.period"]},
    ),
    "KEY-002": guide(
        why_nl="Energie van een bus die niet in het wagenpark staat, is van niemand. Wij kunnen die bij geen voertuigklasse en bij geen norm meetellen.",
        why_en="Energy of a bus that is not in the fleet belongs to nobody. We cannot count it with any vehicle class or any norm.",
        good_nl="Energie van voertuig V0041, en V0041 staat op het blad Wagenpark.",
        good_en="Energy of vehicle V0041, and V0041 is on the sheet Fleet.",
        bad_nl="Energie van voertuig V0014, terwijl op het blad Wagenpark alleen V0041 staat.",
        bad_en="Energy of vehicle V0014, while only V0041 is on the sheet Fleet.",
        found={"reference": "V0014", "target": "vehicles", "heading": "vehicles.vehicle_id"},
    ),
    "KEY-003": guide(
        why_nl="Het rapport gaat over één jaar. Kilometers van een ander jaar maken dit jaar te groot, en tellen in dat andere jaar misschien nog eens mee.",
        why_en="The report is about one year. Kilometres of another year make this year too large, and may count once more in that other year.",
        good_nl="Periode 2026-12 in een rapport over 2026.",
        good_en="Period 2026-12 in a report on 2026.",
        bad_nl="Periode 2025-12 in een rapport over 2026.",
        bad_en="Period 2025-12 in a report on 2026.",
        found={"period": "2025-12", "why": "lies_outside", "start": date(2026, 1, 1), "end": date(2026, 12, 31)},
    ),
    "KEY-004": guide(
        why_nl="Wij rekenen energie toe aan een voertuig of aan een gebouw. Zonder die plaats is niet te zeggen of die bij het rijden hoort.",
        why_en="We allocate energy to a vehicle or to a building. Without that place nobody can say whether it belongs to driving.",
        good_nl="Tractie: 1.200 kWh voor voertuig V0041, zonder locatie.",
        good_en="Traction: 1,200 kWh for vehicle V0041, without a site.",
        bad_nl="Tractie: 1.200 kWh voor locatie Remise Noord, zonder voertuignummer.",
        bad_en="Traction: 1,200 kWh for site Remise Noord, without a vehicle id.",
        found={"use": "traction", "why": "vehicle_missing"},
    ),
    "KEY-005": guide(
        why_nl="Staan maanden en dagen door elkaar, dan tellen dezelfde kilometers twee keer. Met één soort periode tellen ze één keer.",
        why_en="If months and days are mixed, the same kilometres count twice. With one kind of period they count once.",
        good_nl="V0041: elke rij is een maand, zoals 2026-03.",
        good_en="V0041: every row is a month, such as 2026-03.",
        bad_nl="V0041: een rij voor de maand 2026-03 en een rij voor de dag 2026-03-31.",
        bad_en="V0041: a row for the month 2026-03 and a row for the day 2026-03-31.",
        found={"vehicle_id": "V0041", "why": "mixes_periods"},
    ),
}
