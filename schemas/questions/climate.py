"""Questions about transport, energy and emissions."""

from __future__ import annotations

from typing import Final

from schemas.questions.question import Cell, FieldKind, Question, Vsme
from schemas.questions.units import KG_CO2E, KM, KWH, LITRE, MWH, YEAR
from schemas.report.code_lists import ChainRole, RequestGround
from schemas.texts import Bilingual

TRANSPORT: Final = (("scope3_category", "1"), ("activity", "Vervoer in opdracht"), ("quantity_unit", "km"))
BATTERY: Final = (("scope3_category", "2"), ("activity", "Batterijen"))

CLIMATE: Final = (
    Question(
        id="Q-GHG-01",
        roles=(ChainRole.SUBCONTRACTOR,),
        target=Cell("chain_emissions", "quantity", TRANSPORT),
        indicator="CTX-02",
        field=FieldKind.NUMBER,
        unit=KM,
        text=Bilingual(
            nl="Hoeveel kilometer reden uw voertuigen in het verslagjaar voor deze concessie?",
            en="How many kilometres did your vehicles run for this concession in the report year?",
        ),
        example=Bilingual(
            nl="Alle kilometers, ook de lege ritten. Bijvoorbeeld 182400.",
            en="All kilometres, empty runs too. For instance 182400.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=False,
    ),
    Question(
        id="Q-GHG-02",
        roles=(ChainRole.SUBCONTRACTOR,),
        target=Cell("chain_emissions", "kg_co2e", TRANSPORT),
        indicator="GHG-09",
        field=FieldKind.NUMBER,
        unit=KG_CO2E,
        text=Bilingual(
            nl="Hoeveel CO2 stootten uw voertuigen in het verslagjaar uit voor deze concessie?",
            en="How much CO2 did your vehicles emit for this concession in the report year?",
        ),
        example=Bilingual(
            nl="Bijvoorbeeld 41000. Weet u het niet? De brandstof in de volgende vragen is genoeg.",
            en="For instance 41000. Do you not know? The fuel in the next questions is enough.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=True,
        vsme=Vsme("B3 30(a)", "GrossScope1GreenhouseGasEmissions", times=1_000),
    ),
    Question(
        id="Q-ENE-01",
        roles=(ChainRole.SUBCONTRACTOR,),
        indicator="ENE-01",
        field=FieldKind.NUMBER,
        unit=LITRE,
        text=Bilingual(
            nl="Hoeveel liter diesel gebruikten uw voertuigen in het verslagjaar voor deze concessie?",
            en="How many litres of diesel did your vehicles use for this concession in the report year?",
        ),
        example=Bilingual(
            nl="Tel uw tankbonnen op, bijvoorbeeld 12300. Geen diesel? Vul 0 in.",
            en="Add up your fuel receipts, for instance 12300. No diesel? Fill in 0.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=True,
        vsme=Vsme("B3 29"),
    ),
    Question(
        id="Q-ENE-02",
        roles=(ChainRole.SUBCONTRACTOR,),
        indicator="ENE-02",
        field=FieldKind.NUMBER,
        unit=LITRE,
        text=Bilingual(
            nl="Hoeveel liter HVO100 gebruikten uw voertuigen in het verslagjaar voor deze concessie?",
            en="How many litres of HVO100 did your vehicles use for this concession in the report year?",
        ),
        example=Bilingual(
            nl="HVO100 is diesel uit afvalolie. Geen HVO100? Vul 0 in.",
            en="HVO100 is diesel made of waste oil. No HVO100? Fill in 0.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=True,
        vsme=Vsme("B3 29"),
        usual=False,
    ),
    Question(
        id="Q-ENE-03",
        roles=(ChainRole.SUBCONTRACTOR,),
        indicator="ENE-04",
        field=FieldKind.NUMBER,
        unit=KWH,
        text=Bilingual(
            nl="Hoeveel stroom laadden uw elektrische voertuigen in het verslagjaar voor deze concessie?",
            en="How much electricity did your electric vehicles charge for this concession in the report year?",
        ),
        example=Bilingual(
            nl="Gemeten aan de lader, bijvoorbeeld 64500. Geen elektrische voertuigen? Vul 0 in.",
            en="Metered at the charger, for instance 64500. No electric vehicles? Fill in 0.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=True,
        vsme=Vsme("B3 29"),
    ),
    Question(
        id="Q-CON-01",
        roles=(ChainRole.ENERGY,),
        target=Cell("energy_contracts", "quantity", (("unit", "kWh"),)),
        indicator="ENE-07",
        field=FieldKind.NUMBER,
        unit=KWH,
        text=Bilingual(
            nl="Hoeveel energie leverde u in het verslagjaar voor deze concessie?",
            en="How much energy did you deliver for this concession in the report year?",
        ),
        example=Bilingual(
            nl="De som van de jaarafrekeningen, bijvoorbeeld 8400000.",
            en="The sum of the annual bills, for instance 8400000.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=True,
        vsme=Vsme("B3 29"),
    ),
    Question(
        id="Q-CON-02",
        roles=(ChainRole.ENERGY,),
        target=Cell("energy_contracts", "origin"),
        indicator="ENE-07",
        field=FieldKind.CODE,
        text=Bilingual(
            nl="Waar kwam die energie vandaan?",
            en="Where did that energy come from?",
        ),
        example=Bilingual(
            nl="Kies de herkomst die op de garanties van oorsprong staat.",
            en="Choose the origin that the guarantees of origin name.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=True,
        vsme=Vsme("B3 29"),
    ),
    Question(
        id="Q-CON-03",
        roles=(ChainRole.ENERGY,),
        target=Cell("energy_contracts", "certificates_mwh"),
        indicator="ENE-07",
        field=FieldKind.NUMBER,
        unit=MWH,
        text=Bilingual(
            nl="Voor hoeveel MWh hebt u garanties van oorsprong afgeboekt voor deze levering?",
            en="For how many MWh did you cancel guarantees of origin for this delivery?",
        ),
        example=Bilingual(
            nl="Zoals op het afboekbewijs, bijvoorbeeld 8400. Geen? Vul 0 in.",
            en="As on the cancellation statement, for instance 8400. None? Fill in 0.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=True,
        vsme=Vsme("B3 29"),
    ),
    Question(
        id="Q-CON-04",
        roles=(ChainRole.ENERGY,),
        target=Cell("energy_contracts", "certificate_year"),
        indicator="ENE-07",
        field=FieldKind.NUMBER,
        unit=YEAR,
        text=Bilingual(
            nl="Uit welk jaar van levering zijn die garanties van oorsprong?",
            en="Of which year of delivery are those guarantees of origin?",
        ),
        example=Bilingual(nl="Bijvoorbeeld 2026.", en="For instance 2026."),
        ground=RequestGround.CONCESSION,
        inside_cap=True,
        vsme=Vsme("B3 29"),
    ),
    Question(
        id="Q-CON-05",
        roles=(ChainRole.ENERGY,),
        target=Cell("energy_contracts", "regional"),
        indicator="ENE-08",
        field=FieldKind.YES_NO,
        text=Bilingual(
            nl="Is de energie in de regio van de concessie opgewekt?",
            en="Was the energy generated in the region of the concession?",
        ),
        example=Bilingual(
            nl="Ja, als de molen of het zonnepark in een van de provincies van de concessie staat.",
            en="Yes, when the turbine or solar park stands in one of the provinces of the concession.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=False,
    ),
    Question(
        id="Q-VEH-01",
        roles=(ChainRole.VEHICLE_MAKER,),
        target=Cell("vehicles", "embodied_kg_co2e"),
        indicator="GHG-07",
        field=FieldKind.NUMBER,
        unit=KG_CO2E,
        text=Bilingual(
            nl="Hoeveel CO2 kostte het maken van één bus die u in het verslagjaar leverde?",
            en="How much CO2 did it take to make one bus that you delivered in the report year?",
        ),
        example=Bilingual(
            nl="Van grondstof tot fabriekspoort, zonder de batterij. Bijvoorbeeld 62000.",
            en="Cradle to gate, without the battery. For instance 62000.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-VEH-02",
        roles=(ChainRole.VEHICLE_MAKER,),
        target=Cell("vehicles", "embodied_basis"),
        indicator="GHG-07",
        field=FieldKind.CODE,
        text=Bilingual(nl="Hoe weet u dat getal?", en="How do you know that figure?"),
        example=Bilingual(
            nl="Kies primair als er een levenscyclusanalyse van dit type bus is.",
            en="Choose primary when there is a life-cycle assessment of this type of bus.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-BAT-01",
        roles=(ChainRole.BATTERY,),
        target=Cell("chain_emissions", "quantity", (*BATTERY, ("quantity_unit", "kWh"))),
        indicator="GHG-08",
        field=FieldKind.NUMBER,
        unit=KWH,
        text=Bilingual(
            nl="Hoeveel kWh aan batterijen leverde u in het verslagjaar voor deze concessie?",
            en="How many kWh of batteries did you deliver for this concession in the report year?",
        ),
        example=Bilingual(nl="Tien bussen met elk 420 kWh is 4200.", en="Ten buses with 420 kWh each is 4200."),
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-BAT-02",
        roles=(ChainRole.BATTERY,),
        target=Cell("chain_emissions", "kg_co2e", (*BATTERY, ("quantity_unit", "kWh"))),
        indicator="GHG-08",
        field=FieldKind.NUMBER,
        unit=KG_CO2E,
        text=Bilingual(
            nl="Hoeveel CO2 kostte het maken van die batterijen?",
            en="How much CO2 did it take to make those batteries?",
        ),
        example=Bilingual(
            nl="Zoals in de CO2-voetafdruk van de batterijverordening, bijvoorbeeld 315000.",
            en="As in the carbon footprint of the Batteries Regulation, for instance 315000.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
)
