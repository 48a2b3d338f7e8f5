"""Energy: why its rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "ENE-001": guide(
        why_nl="De energiedrager bepaalt de uitstoot. Diesel bij een elektrische bus is een typefout of een verkeerd voertuignummer, en telt dan bij de verkeerde bus.",
        why_en="The carrier decides the emissions. Diesel with an electric bus is a typing error or a wrong vehicle id, and then counts with the wrong bus.",
        good_nl="V0041, Batterij-elektrisch, gebruikte Elektriciteit voor tractie.",
        good_en="V0041, Battery electric, used Electricity for traction.",
        bad_nl="V0041, Batterij-elektrisch, gebruikte Diesel B7 voor tractie.",
        bad_en="V0041, Battery electric, used Diesel B7 for traction.",
        found={
            "vehicle_id": "V0041",
            "drivetrain": "bev",
            "carrier": "diesel_b7",
            "carriers": ["electricity"],
        },
    ),
    "ENE-002": guide(
        why_nl="Wij vermenigvuldigen de hoeveelheid met een factor per liter, per kWh of per kg. In een andere eenheid komt daar een onzinnig getal uit.",
        why_en="We multiply the quantity by a factor per litre, per kWh or per kg. In another unit that gives a meaningless figure.",
        good_nl="Diesel B7: 12.400 liter.",
        good_en="Diesel B7: 12,400 litre.",
        bad_nl="Diesel B7: 12.400 kg.",
        bad_en="Diesel B7: 12,400 kg.",
        found={"carrier": "diesel_b7", "unit": "kg", "units": ["l"]},
    ),
    "ENE-006": guide(
        why_nl="Een bus rijdt niet zonder energie. Ontbreekt die, dan lijkt de concessie zuiniger en schoner dan die is.",
        why_en="No bus runs without energy. Where it is missing, the concession looks thriftier and cleaner than it is.",
        good_nl="V0041 reed 5.000 kilometer en gebruikte 5.500 kWh voor tractie.",
        good_en="V0041 ran 5,000 kilometres and used 5,500 kWh for traction.",
        bad_nl="V0041 reed 5.000 kilometer; een rij met energie voor tractie ontbreekt.",
        bad_en="V0041 ran 5,000 kilometres; a row with traction energy is missing.",
        found={"vehicle_id": "V0041", "km_total": 5000},
    ),
    "ENE-007": guide(
        why_nl="Zonder kilometers is niet te zeggen hoe zuinig een bus rijdt. Vaak staat de energie bij het nummer van een andere bus.",
        why_en="Without kilometres nobody can say how thrifty a bus is. Often the energy stands with the number of another bus.",
        good_nl="V0041 gebruikte 5.500 kWh voor tractie en reed 5.000 kilometer.",
        good_en="V0041 used 5,500 kWh for traction and ran 5,000 kilometres.",
        bad_nl="V0041 gebruikte 5.500 kWh voor tractie; kilometers op het blad Ritproductie ontbreken.",
        bad_en="V0041 used 5,500 kWh for traction; kilometres on the sheet Activity are missing.",
        found={"vehicle_id": "V0041"},
    ),
    "ENE-008": guide(
        why_nl="Een elektrische bus met een kachel op brandstof stoot toch iets uit. Wij laten dat zien, zodat de lezer begrijpt waarom zero-emissiebussen in de CO2-cijfers staan.",
        why_en="An electric bus with a fuel heater still emits something. We show it, so that the reader understands why zero-emission buses are in the CO2 figures.",
        good_nl="Batterij-elektrische bus V0041 wordt verwarmd met Elektriciteit.",
        good_en="Battery-electric bus V0041 is heated with Electricity.",
        bad_nl="Batterij-elektrische bus V0041 wordt verwarmd met 40 liter Diesel B7.",
        bad_en="Battery-electric bus V0041 is heated with 40 litres of Diesel B7.",
        found={"vehicle_id": "V0041", "carrier": "diesel_b7"},
    ),
    "ENE-010": guide(
        why_nl="Een meter geeft wat er echt is gebruikt. Een schatting geeft wat u al dacht. Is er veel geschat, dan zegt een daling weinig.",
        why_en="A meter tells what was really used. An estimate tells what you thought already. If much is estimated, a fall says little.",
        good_nl="9.500 kWh gemeten bij het laadpunt, 500 kWh geschat.",
        good_en="9,500 kWh metered at the charger, 500 kWh estimated.",
        bad_nl="8.000 kWh gemeten bij het laadpunt, 2.000 kWh geschat.",
        bad_en="8,000 kWh metered at the charger, 2,000 kWh estimated.",
        found={"share": 20.0, "mj": 36000.0, "usual": 10.0},
    ),
}
