"""Against last year: why its rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "YOY-001": guide(
        why_nl="Het gebruik per kilometer verandert in één jaar niet veel. Een sprong is een andere meter, een andere eenheid, of nieuws dat de lezer wil horen.",
        why_en="The use per kilometre does not change much in one year. A jump is another meter, another unit, or news that the reader wants to hear.",
        good_nl="12-meterbussen op batterij: vorig jaar 1.000 kWh op 1.000 km, dit jaar 1.100 kWh.",
        good_en="12-metre battery buses: 1,000 kWh on 1,000 km last year, 1,100 kWh this year.",
        bad_nl="12-meterbussen op batterij: vorig jaar 1.000 kWh op 1.000 km, dit jaar 1.500 kWh.",
        bad_en="12-metre battery buses: 1,000 kWh on 1,000 km last year, 1,500 kWh this year.",
        found={
            "bus_class": "bus_12m",
            "drivetrain": "bev",
            "figure": 5.4,
            "before": 3.6,
            "change": 50.0,
            "allowed": 20.0,
        },
    ),
    "YOY-002": guide(
        why_nl="Bussen koopt en verkoopt u in groepen, en dat is bekend. Verandert het aantal sterk zonder uitleg, dan is het wagenpark vaak niet volledig ingevuld.",
        why_en="Buses are bought and sold in groups, and people know about it. If the number changes a lot without an explanation, the fleet is often not filled in completely.",
        good_nl="12-meterbussen op batterij: eind vorig jaar 10, eind dit jaar 11.",
        good_en="12-metre battery buses: 10 at the end of last year, 11 at the end of this year.",
        bad_nl="12-meterbussen op batterij: eind vorig jaar 10, eind dit jaar 4.",
        bad_en="12-metre battery buses: 10 at the end of last year, 4 at the end of this year.",
        found={"bus_class": "bus_12m", "drivetrain": "bev", "figure": 4, "before": 10, "allowed": 30.0},
    ),
    "YOY-003": guide(
        why_nl="Een bus verdwijnt niet zomaar. Komt de telling niet uit, dan is een bus vergeten of een kenteken veranderd.",
        why_en="A bus does not just vanish. If the count does not come out, a bus was forgotten or a licence plate was changed.",
        good_nl="Bus 12-BKL-3 van vorig jaar staat nog op het blad, in dienst tot en met 30 juni 2026.",
        good_en="Bus 12-BKL-3 of last year still is on the sheet, in service to 30 June 2026.",
        bad_nl="Bus 12-BKL-3 van vorig jaar staat niet meer op het blad.",
        bad_en="Bus 12-BKL-3 of last year is no longer on the sheet.",
        found={
            "before": 2,
            "left": 0,
            "entered": 0,
            "now": 1,
            "vanished": "12BKL3",
            "appeared": "–",
            "due": 2,
        },
    ),
    "YOY-004": guide(
        why_nl="Een leverancier die u vorig jaar kende, kent u nog. Zijn het er minder, dan is de lijst vaak niet bijgewerkt.",
        why_en="A supplier that you knew last year you still know. If there are fewer, the list was often not brought up to date.",
        good_nl="Ketenniveau 1: vorig jaar 2 leveranciers, dit jaar 2.",
        good_en="Tier 1: 2 suppliers last year, 2 this year.",
        bad_nl="Ketenniveau 1: vorig jaar 2 leveranciers, dit jaar 1.",
        bad_en="Tier 1: 2 suppliers last year, 1 this year.",
        found={"tier": 1, "figure": 1, "before": 2},
    ),
}
