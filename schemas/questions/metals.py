"""Questions about the metals in batteries: how much, how much of it is recycled, and where it comes from."""

from __future__ import annotations

from typing import Final

from schemas.questions.question import Cell, FieldKind, Question
from schemas.questions.units import KG, PERCENT
from schemas.report.code_lists import ChainRole, RequestGround
from schemas.texts import Bilingual

METALS: Final = (ChainRole.BATTERY, ChainRole.RAW_MATERIAL)
COBALT: Final = (("material", "cobalt"), ("direction", "in"), ("unit", "kg"))
LITHIUM: Final = (("material", "lithium"), ("direction", "in"), ("unit", "kg"))
NICKEL: Final = (("material", "nickel"), ("direction", "in"), ("unit", "kg"))
GRAPHITE: Final = (("material", "graphite"), ("direction", "in"), ("unit", "kg"))

KILOGRAMS_EXAMPLE: Final = Bilingual(
    nl="Alleen wat in de batterijen voor deze concessie zit. Bijvoorbeeld 1250.",
    en="Only what is in the batteries for this concession. For instance 1250.",
)
RECYCLED_EXAMPLE: Final = Bilingual(
    nl="Naar gewicht, bijvoorbeeld 8. Niets? Vul 0 in.", en="By weight, for instance 8. Nothing? Fill in 0."
)
ORIGIN_EXAMPLE: Final = Bilingual(
    nl="Naar gewicht, en bekend tot aan de smelter of de mijn. Bijvoorbeeld 60.",
    en="By weight, and known up to the smelter or the mine. For instance 60.",
)

METAL_QUESTIONS: Final = (
    Question(
        id="Q-MAT-01",
        roles=METALS,
        target=Cell("materials", "quantity", COBALT),
        indicator="DD-06",
        field=FieldKind.NUMBER,
        unit=KG,
        text=Bilingual(
            nl="Hoeveel kilo kobalt zit er in wat u in het verslagjaar voor deze concessie leverde?",
            en="How many kilograms of cobalt are in what you delivered for this concession in the report year?",
        ),
        example=KILOGRAMS_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-11",
        roles=METALS,
        target=Cell("materials", "recycled_pct", COBALT),
        indicator="CIR-03",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Welk deel van het kobalt is gerecycled?",
            en="What share of the cobalt is recycled?",
        ),
        example=RECYCLED_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-21",
        roles=METALS,
        target=Cell("materials", "origin_known_pct", COBALT),
        indicator="DD-06",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Van welk deel van het kobalt kent u de herkomst?",
            en="Of what share of the cobalt do you know the origin?",
        ),
        example=ORIGIN_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-02",
        roles=METALS,
        target=Cell("materials", "quantity", LITHIUM),
        indicator="DD-06",
        field=FieldKind.NUMBER,
        unit=KG,
        text=Bilingual(
            nl="Hoeveel kilo lithium zit er in wat u in het verslagjaar voor deze concessie leverde?",
            en="How many kilograms of lithium are in what you delivered for this concession in the report year?",
        ),
        example=KILOGRAMS_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-12",
        roles=METALS,
        target=Cell("materials", "recycled_pct", LITHIUM),
        indicator="CIR-03",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Welk deel van het lithium is gerecycled?",
            en="What share of the lithium is recycled?",
        ),
        example=RECYCLED_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-22",
        roles=METALS,
        target=Cell("materials", "origin_known_pct", LITHIUM),
        indicator="DD-06",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Van welk deel van het lithium kent u de herkomst?",
            en="Of what share of the lithium do you know the origin?",
        ),
        example=ORIGIN_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-03",
        roles=METALS,
        target=Cell("materials", "quantity", NICKEL),
        indicator="DD-06",
        field=FieldKind.NUMBER,
        unit=KG,
        text=Bilingual(
            nl="Hoeveel kilo nikkel zit er in wat u in het verslagjaar voor deze concessie leverde?",
            en="How many kilograms of nickel are in what you delivered for this concession in the report year?",
        ),
        example=KILOGRAMS_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-13",
        roles=METALS,
        target=Cell("materials", "recycled_pct", NICKEL),
        indicator="CIR-03",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Welk deel van het nikkel is gerecycled?",
            en="What share of the nickel is recycled?",
        ),
        example=RECYCLED_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-23",
        roles=METALS,
        target=Cell("materials", "origin_known_pct", NICKEL),
        indicator="DD-06",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Van welk deel van het nikkel kent u de herkomst?",
            en="Of what share of the nickel do you know the origin?",
        ),
        example=ORIGIN_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-04",
        roles=METALS,
        target=Cell("materials", "quantity", GRAPHITE),
        indicator="DD-06",
        field=FieldKind.NUMBER,
        unit=KG,
        text=Bilingual(
            nl="Hoeveel kilo grafiet zit er in wat u in het verslagjaar voor deze concessie leverde?",
            en="How many kilograms of graphite are in what you delivered for this concession in the report year?",
        ),
        example=KILOGRAMS_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
    Question(
        id="Q-MAT-24",
        roles=METALS,
        target=Cell("materials", "origin_known_pct", GRAPHITE),
        indicator="DD-06",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Van welk deel van het grafiet kent u de herkomst?",
            en="Of what share of the graphite do you know the origin?",
        ),
        example=ORIGIN_EXAMPLE,
        ground=RequestGround.CSRD,
        inside_cap=False,
    ),
)
