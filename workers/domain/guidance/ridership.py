"""Passengers: why their rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "RID-001": guide(
        why_nl="Wij delen de uitstoot door de reizigerskilometers. Staan die in duizendtallen, dan lijkt elke reis duizend keer zo vuil.",
        why_en="We divide the emissions by the passenger-kilometres. If these are in thousands, every trip looks a thousand times as dirty.",
        good_nl="8.000 reizigerskilometers op 1.000 dienstregelingkilometers.",
        good_en="8,000 passenger-kilometres on 1,000 timetable kilometres.",
        bad_nl="40.000 reizigerskilometers op 1.000 dienstregelingkilometers.",
        bad_en="40,000 passenger-kilometres on 1,000 timetable kilometres.",
        found={"passenger_km": 40000, "km_timetable": 1000, "occupancy": 40.0, "low": 2, "high": 25},
    ),
    "RID-002": guide(
        why_nl="De uitstoot van het hele jaar wordt gedeeld door alle reizen van het jaar. Ontbreekt een maand, dan lijkt elke reis vuiler dan hij was.",
        why_en="The emissions of the whole year are divided by all trips of the year. If a month is missing, every trip looks dirtier than it was.",
        good_nl="Een rij voor elke maand van 2026, modaliteit Bus.",
        good_en="A row for every month of 2026, mode Bus.",
        bad_nl="Een rij voor elke maand van 2026, maar 2026-07 ontbreekt.",
        bad_en="A row for every month of 2026, but 2026-07 is missing.",
        found={"month": "2026-07", "mode": "bus"},
    ),
}
