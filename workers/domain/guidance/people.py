"""The workforce: why its rules matter, with examples."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from workers.domain.guiding import guide

GUIDANCE = {
    "WRK-001": guide(
        why_nl="Is iemand vergeten of twee keer geteld, dan klopt geen enkel percentage meer: niet van vrouwen, niet van vaste contracten.",
        why_en="If somebody was forgotten or counted twice, no percentage is right any more: not of women, not of permanent contracts.",
        good_nl="Chauffeurs: 220 werknemers, van wie 180 met een vast en 40 met een tijdelijk contract.",
        good_en="Drivers: 220 employees, of whom 180 with a permanent and 40 with a temporary contract.",
        bad_nl="Chauffeurs: 220 werknemers, van wie 180 met een vast en 30 met een tijdelijk contract.",
        bad_en="Drivers: 220 employees, of whom 180 with a permanent and 30 with a temporary contract.",
        found={"staff_group": "drivers", "why": "contracts_differ", "part": 210, "whole": 220},
    ),
    "WRK-002": guide(
        why_nl="Verzuim laat zien of mensen hun werk volhouden. Een ongewoon cijfer is vaak een rekenfout. Klopt het wel, dan wil de lezer weten wat er speelt.",
        why_en="Absence shows whether people can keep up their work. An unusual figure often is a slip. If it is right, the reader wants to know what is going on.",
        good_nl="Chauffeurs: 220 werknemers, ziekteverzuim 9,2 %.",
        good_en="Drivers: 220 employees, sickness absence 9.2 %.",
        bad_nl="Chauffeurs: 220 werknemers, ziekteverzuim 20 %.",
        bad_en="Drivers: 220 employees, sickness absence 20 %.",
        found={"staff_group": "drivers", "sick_leave_pct": 20, "low": 3, "high": 15, "most": 35},
    ),
    "WRK-005": guide(
        why_nl="Van een eerlijk loon moet iemand kunnen leven, ook bij een onderaannemer. Minder dan het minimumloon betalen is verboden.",
        why_en="A fair wage is one to live on, with a subcontractor too. Paying less than the minimum wage is unlawful.",
        good_nl="Chauffeurs: laagste uurloon € 14,71.",
        good_en="Drivers: lowest hourly wage € 14.71.",
        bad_nl="Chauffeurs: laagste uurloon € 13,50.",
        bad_en="Drivers: lowest hourly wage € 13.50.",
        found={
            "staff_group": "drivers",
            "lowest_hourly_wage_eur": Decimal("13.5"),
            "since": date(2026, 1, 1),
            "minimum": Decimal("14.71"),
        },
    ),
    "WRK-006": guide(
        why_nl="Een fte is één volledige baan. Meer volledige banen dan mensen kan bijna niet: vaak zijn twee kolommen verwisseld.",
        why_en="An fte is one full job. More full jobs than people is hardly possible: often two columns were swapped.",
        good_nl="Chauffeurs: 220 werknemers, 198 fte.",
        good_en="Drivers: 220 employees, 198 fte.",
        bad_nl="Chauffeurs: 198 werknemers, 220 fte.",
        bad_en="Drivers: 198 employees, 220 fte.",
        found={"staff_group": "drivers", "fte": 220, "headcount": 198, "most": 207.9},
    ),
    "WRK-007": guide(
        why_nl="In een kleine groep is te raden wie er ziek was. Gezondheid is privé; daarom bewaren wij zo'n cijfer niet.",
        why_en="In a small group one can guess who was ill. Health is private; so we do not keep such a figure.",
        good_nl="Techniek: 6 werknemers, de cel Ziekteverzuim is leeg.",
        good_en="Technical: 6 employees, the cell Sickness absence is blank.",
        bad_nl="Techniek: 6 werknemers, en de cel Ziekteverzuim is ingevuld.",
        bad_en="Technical: 6 employees, and the cell Sickness absence is filled in.",
        found={"staff_group": "technical", "headcount": 6, "least": 10},
    ),
    "WRK-008": guide(
        why_nl="Opleiding houdt mensen bekwaam en veilig. Een heel hoog getal is vaak een bedrag in euro's.",
        why_en="Training keeps people skilled and safe. A very high number often is an amount in euro.",
        good_nl="Chauffeurs: 220 werknemers, 3.300 opleidingsuren in totaal.",
        good_en="Drivers: 220 employees, 3,300 training hours in total.",
        bad_nl="Chauffeurs: 220 werknemers, 33.000 opleidingsuren in totaal.",
        bad_en="Drivers: 220 employees, 33,000 training hours in total.",
        found={"staff_group": "drivers", "training_hours": 33000, "headcount": 220, "high": 120, "most": 26400},
    ),
}
