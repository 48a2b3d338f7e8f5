"""How much energy a kilometre takes: why its rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "ENE-003": guide(
        why_nl="Dit cijfer toetst meter, eenheid en kilometers in één keer. Zit het ernaast, dan is het laadpunt vaak van twee bussen, of staat er kWh waar MWh hoort.",
        why_en="This figure tests meter, unit and kilometres at once. If it is off, the charger often serves two buses, or kWh stands where MWh belongs.",
        good_nl="12-meterbus V0041: 1.900 kWh op 1.000 km, nog net gebruikelijk.",
        good_en="12-metre bus V0041: 1,900 kWh on 1,000 km, still just usual.",
        bad_nl="12-meterbus V0041: 2.400 kWh op 1.000 km.",
        bad_en="12-metre bus V0041: 2,400 kWh on 1,000 km.",
        found={
            "vehicle_id": "V0041",
            "bus_class": "bus_12m",
            "intensity": 2.4,
            "low": 0.8,
            "high": 1.9,
            "km_total": 1000,
        },
    ),
    "ENE-004": guide(
        why_nl="Liters komen van de pomp, kilometers uit de planning. Passen die twee niet bij elkaar, dan is er een tankbeurt dubbel geboekt of zijn er ritten vergeten.",
        why_en="Litres come from the pump, kilometres from the planning. If the two do not fit, a refuelling was booked twice or runs were forgotten.",
        good_nl="12-meterbus V0107: 380 liter op 1.000 km.",
        good_en="12-metre bus V0107: 380 litres on 1,000 km.",
        bad_nl="12-meterbus V0107: 620 liter op 1.000 km.",
        bad_en="12-metre bus V0107: 620 litres on 1,000 km.",
        found={
            "vehicle_id": "V0107",
            "bus_class": "bus_12m",
            "intensity": 62.0,
            "low": 24,
            "high": 45,
            "km_total": 1000,
        },
    ),
    "ENE-005": guide(
        why_nl="Waterstof en gas staan soms in kubieke meters op de factuur. Een ongewoon verbruik is vaak een hoeveelheid die niet naar kg is omgerekend.",
        why_en="Hydrogen and gas are sometimes invoiced in cubic metres. An unusual use often is a quantity that was not converted to kg.",
        good_nl="12-meterbus V0301 op waterstof: 90 kg op 1.000 km.",
        good_en="12-metre bus V0301 on hydrogen: 90 kg on 1,000 km.",
        bad_nl="12-meterbus V0301 op waterstof: 180 kg op 1.000 km.",
        bad_en="12-metre bus V0301 on hydrogen: 180 kg on 1,000 km.",
        found={
            "vehicle_id": "V0301",
            "bus_class": "bus_12m",
            "drivetrain": "fcev",
            "intensity": 18.0,
            "low": 6,
            "high": 12,
            "km_total": 1000,
        },
    ),
    "ENE-009": guide(
        why_nl="Een bus rijdt elke maand ongeveer even zuinig; in de winter kost het wat meer. Springt één maand eruit, dan is er vaak een meterstand gemist of dubbel geboekt.",
        why_en="A bus is about as thrifty in every month; winter takes a little more. If one month stands out, a meter reading was often missed or booked twice.",
        good_nl="V0041: elke maand 1.000 kWh op 1.000 km, en in de laatste maand 1.300 kWh.",
        good_en="V0041: 1,000 kWh on 1,000 km every month, and 1,300 kWh in the last month.",
        bad_nl="V0041: elke maand 1.000 kWh op 1.000 km, en in de laatste maand 4.000 kWh.",
        bad_en="V0041: 1,000 kWh on 1,000 km every month, and 4,000 kWh in the last month.",
        found={
            "vehicle_id": "V0041",
            "month": "2026-12",
            "intensity": 14.4,
            "median": 3.6,
            "low": 1.8,
            "high": 7.2,
        },
    ),
}
