"""Questions about the firm itself: its size, its certificates, and who supplies it."""

from __future__ import annotations

from typing import Final

from schemas.questions.question import Cell, FieldKind, Question, Vsme
from schemas.questions.units import EUROS, PERSONS
from schemas.report.code_lists import ChainRole, RequestGround
from schemas.texts import Bilingual

FIRM: Final = (
    Question(
        id="Q-SUP-01",
        roles=tuple(ChainRole),
        target=Cell("suppliers", "employees"),
        field=FieldKind.NUMBER,
        unit=PERSONS,
        text=Bilingual(
            nl="Hoeveel mensen werkten er op 31 december bij uw bedrijf?",
            en="How many people worked at your firm on 31 December?",
        ),
        example=Bilingual(
            nl="Bijvoorbeeld 45. Dit bepaalt ook hoeveel wij u mogen vragen.",
            en="For instance 45. It also decides how much we may ask you.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B1 24(e)(v)", "NumberOfEmployees"),
    ),
    Question(
        id="Q-SUP-02",
        roles=tuple(ChainRole),
        target=Cell("suppliers", "code_of_conduct"),
        field=FieldKind.YES_NO,
        text=Bilingual(
            nl="Heeft uw bedrijf de gedragscode van uw afnemer getekend?",
            en="Did your firm sign the code of conduct of your customer?",
        ),
        example=Bilingual(
            nl="Ja, als de code deel is van uw contract.", en="Yes, when the code is part of your contract."
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=False,
    ),
    Question(
        id="Q-SUP-03",
        roles=(ChainRole.SUBCONTRACTOR, ChainRole.MAINTENANCE, ChainRole.ENERGY, ChainRole.VEHICLE_MAKER),
        target=Cell("suppliers", "co2_ladder"),
        field=FieldKind.TEXT,
        text=Bilingual(
            nl="Welke trede of welk niveau van de CO2-Prestatieladder heeft uw bedrijf?",
            en="Which step or level of the CO2 Performance Ladder does your firm have?",
        ),
        example=Bilingual(
            nl="Versie en trede, zoals 4.0/2. Geen certificaat? Vul in: geen.",
            en="Version and step, such as 4.0/2. No certificate? Fill in: none.",
        ),
        ground=RequestGround.VOLUNTARY,
        inside_cap=False,
    ),
    Question(
        id="Q-SUP-04",
        roles=(ChainRole.SUBCONTRACTOR, ChainRole.MAINTENANCE),
        target=Cell("suppliers", "pso_step"),
        indicator="SOC-09",
        field=FieldKind.TEXT,
        text=Bilingual(
            nl="Welke trede van de Prestatieladder Socialer Ondernemen (PSO) heeft uw bedrijf?",
            en="Which step of the Dutch social entrepreneurship ladder (PSO) does your firm have?",
        ),
        example=Bilingual(
            nl="Bijvoorbeeld 2, of 30+. Geen certificaat? Vul in: geen.",
            en="For instance 2, or 30+. No certificate? Fill in: none.",
        ),
        ground=RequestGround.VOLUNTARY,
        inside_cap=False,
        usual=False,
    ),
    Question(
        id="Q-SUP-05",
        roles=(ChainRole.SUBCONTRACTOR, ChainRole.MAINTENANCE, ChainRole.ENERGY, ChainRole.VEHICLE_MAKER),
        target=Cell("suppliers", "certificate_valid_to"),
        field=FieldKind.DATE,
        text=Bilingual(
            nl="Tot wanneer geldt het certificaat dat u hiervoor noemde?",
            en="Until when is the certificate valid that you named before this?",
        ),
        example=Bilingual(nl="Bijvoorbeeld 30-06-2027.", en="For instance 30-06-2027."),
        ground=RequestGround.VOLUNTARY,
        inside_cap=False,
        usual=False,
    ),
    Question(
        id="Q-SUP-06",
        roles=(ChainRole.VEHICLE_MAKER, ChainRole.BATTERY, ChainRole.RAW_MATERIAL),
        target=Cell("suppliers", "audited_on"),
        indicator="DD-08",
        field=FieldKind.DATE,
        text=Bilingual(
            nl="Wanneer heeft een onafhankelijke derde uw bedrijf voor het laatst bezocht voor een audit?",
            en="When did an independent third party last audit your firm on site?",
        ),
        example=Bilingual(nl="De dag van het auditrapport.", en="The day of the audit report."),
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-SUP-07",
        roles=(ChainRole.VEHICLE_MAKER, ChainRole.BATTERY, ChainRole.RAW_MATERIAL),
        target=Cell("suppliers", "audit_standard"),
        indicator="DD-08",
        field=FieldKind.TEXT,
        text=Bilingual(nl="Volgens welke norm was die audit?", en="By which standard was that audit?"),
        example=Bilingual(nl="Bijvoorbeeld SA8000 of IRMA.", en="For instance SA8000 or IRMA."),
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-CHN-01",
        roles=(ChainRole.VEHICLE_MAKER,),
        indicator="DD-01",
        field=FieldKind.TEXT,
        text=Bilingual(
            nl="Welk bedrijf maakte de batterijcellen van de bussen die u leverde?",
            en="Which firm made the battery cells of the buses that you delivered?",
        ),
        example=Bilingual(
            nl="Naam en land. U kunt de vraag ook doorsturen naar dat bedrijf.",
            en="Name and country. You can also pass the question on to that firm.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=False,
    ),
    Question(
        id="Q-CHN-02",
        roles=(ChainRole.BATTERY,),
        indicator="DD-01",
        field=FieldKind.TEXT,
        text=Bilingual(
            nl="Van welke bedrijven komen het kobalt, lithium, nikkel en grafiet in uw cellen?",
            en="From which firms do the cobalt, lithium, nickel and graphite in your cells come?",
        ),
        example=Bilingual(
            nl="Naam en land per grondstof. Weet u er één niet? Zeg dat er dan bij.",
            en="Name and country for each material. Do you not know one of them? Then say so.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=False,
    ),
    Question(
        id="Q-SRO-01",
        roles=(ChainRole.SUBCONTRACTOR, ChainRole.MAINTENANCE),
        indicator="SOC-08",
        field=FieldKind.NUMBER,
        unit=EUROS,
        text=Bilingual(
            nl="Voor hoeveel euro heeft uw bedrijf in het verslagjaar social return gedaan voor deze concessie?",
            en="For how many euros did your firm do social return for this concession in the report year?",
        ),
        example=Bilingual(
            nl="De som van de bouwblokken, bijvoorbeeld 20000. Niets gedaan? Vul 0 in.",
            en="The sum of the building blocks, for instance 20000. Nothing done? Fill in 0.",
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=False,
    ),
    Question(
        id="Q-EVI-01",
        roles=tuple(ChainRole),
        target=Cell("evidence", "file_name", (("kind", "declaration"),)),
        field=FieldKind.FILE,
        text=Bilingual(
            nl="Hebt u een verklaring of certificaat dat uw antwoorden laat zien?",
            en="Do you have a declaration or certificate that shows your answers?",
        ),
        example=Bilingual(
            nl="Een pdf, zoals een leveranciersverklaring of een auditverslag.",
            en="A PDF, such as a supplier declaration or an audit report.",
        ),
        ground=RequestGround.VOLUNTARY,
        inside_cap=False,
        usual=False,
    ),
)
