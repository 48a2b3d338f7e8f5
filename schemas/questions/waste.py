"""Questions about what is thrown away or used again: battery packs, waste and refrigerant."""

from __future__ import annotations

from typing import Final

from schemas.questions.question import Cell, FieldKind, Question, Vsme
from schemas.questions.units import KG, PIECES
from schemas.report.code_lists import ChainRole, RequestGround
from schemas.texts import Bilingual

WORKSHOPS: Final = (ChainRole.SUBCONTRACTOR, ChainRole.MAINTENANCE)
BATTERY_PACKS: Final = (ChainRole.BATTERY, ChainRole.MAINTENANCE)
RECYCLED_PACKS: Final = (
    ("material", "battery_pack"),
    ("direction", "out"),
    ("unit", "pieces"),
    ("treatment", "recycling"),
)
SECOND_LIFE_PACKS: Final = (
    ("material", "battery_pack"),
    ("direction", "out"),
    ("unit", "pieces"),
    ("treatment", "second_life"),
)
WASTE: Final = (("material", "waste_general"), ("direction", "out"), ("unit", "kg"), ("treatment", "recycling"))
HAZARDOUS: Final = (("material", "waste_hazardous"), ("direction", "out"), ("unit", "kg"), ("treatment", "recycling"))
REFRIGERANT: Final = (("material", "refrigerant_r134a"), ("direction", "out"), ("unit", "kg"), ("treatment", "loss"))

WASTE_QUESTIONS: Final = (
    Question(
        id="Q-MAT-31",
        roles=BATTERY_PACKS,
        target=Cell("materials", "quantity", RECYCLED_PACKS),
        indicator="CIR-02",
        field=FieldKind.NUMBER,
        unit=PIECES,
        text=Bilingual(
            nl="Hoeveel batterijpakketten uit deze concessie hebt u in het verslagjaar laten recyclen?",
            en="How many battery packs of this concession did you have recycled in the report year?",
        ),
        example=Bilingual(
            nl="Hele pakketten, bijvoorbeeld 2. Geen? Vul 0 in.", en="Whole packs, for instance 2. None? Fill in 0."
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B7 38"),
        usual=False,
    ),
    Question(
        id="Q-MAT-32",
        roles=BATTERY_PACKS,
        target=Cell("materials", "quantity", SECOND_LIFE_PACKS),
        indicator="CIR-02",
        field=FieldKind.NUMBER,
        unit=PIECES,
        text=Bilingual(
            nl="Hoeveel batterijpakketten uit deze concessie kregen in het verslagjaar een tweede leven?",
            en="How many battery packs of this concession got a second life in the report year?",
        ),
        example=Bilingual(
            nl="Bijvoorbeeld als opslag bij een depot. Geen? Vul 0 in.",
            en="For instance as storage at a depot. None? Fill in 0.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B7 38"),
        usual=False,
    ),
    Question(
        id="Q-MAT-41",
        roles=WORKSHOPS,
        target=Cell("materials", "quantity", WASTE),
        indicator="CIR-04",
        field=FieldKind.NUMBER,
        unit=KG,
        text=Bilingual(
            nl="Hoeveel bedrijfsafval van deze concessie hebt u in het verslagjaar laten recyclen?",
            en="How much general waste of this concession did you have recycled in the report year?",
        ),
        example=Bilingual(
            nl="Zoals op de facturen van uw afvalbedrijf, bijvoorbeeld 3400.",
            en="As on the bills of your waste firm, for instance 3400.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B7 38(b)"),
        usual=False,
    ),
    Question(
        id="Q-MAT-42",
        roles=WORKSHOPS,
        target=Cell("materials", "quantity", HAZARDOUS),
        indicator="CIR-04",
        field=FieldKind.NUMBER,
        unit=KG,
        text=Bilingual(
            nl="Hoeveel gevaarlijk afval van deze concessie hebt u in het verslagjaar laten recyclen?",
            en="How much hazardous waste of this concession did you have recycled in the report year?",
        ),
        example=Bilingual(
            nl="Olie, filters, accu's en koelvloeistof, bijvoorbeeld 820.",
            en="Oil, filters, batteries and coolant, for instance 820.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B7 38(a)"),
    ),
    Question(
        id="Q-MAT-43",
        roles=(ChainRole.MAINTENANCE,),
        target=Cell("materials", "quantity", REFRIGERANT),
        indicator="GHG-10",
        field=FieldKind.NUMBER,
        unit=KG,
        text=Bilingual(
            nl="Hoeveel kilo koudemiddel R134a hebt u in het verslagjaar bijgevuld?",
            en="How many kilograms of refrigerant R134a did you top up in the report year?",
        ),
        example=Bilingual(
            nl="Wat u bijvult, is weggelekt. Bijvoorbeeld 14.", en="What you top up has leaked. For instance 14."
        ),
        ground=RequestGround.CONCESSION,
        inside_cap=False,
    ),
)
