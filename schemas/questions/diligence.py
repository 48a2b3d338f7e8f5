"""Questions about human rights, complaints and honest business in the chain."""

from __future__ import annotations

from typing import Final

from schemas.questions.question import Cell, FieldKind, Question, Vsme
from schemas.questions.units import PERCENT, TIMES
from schemas.report.code_lists import ChainRole, RequestGround
from schemas.texts import Bilingual

FAR: Final = (ChainRole.VEHICLE_MAKER, ChainRole.BATTERY, ChainRole.RAW_MATERIAL)

DILIGENCE: Final = (
    Question(
        id="Q-DD-01",
        roles=(ChainRole.SUBCONTRACTOR, *FAR),
        target=Cell("due_diligence", "confirmed_incident", (("theme", "forced_labour"),)),
        indicator="DD-05",
        field=FieldKind.YES_NO,
        text=Bilingual(
            nl="Is er in het verslagjaar dwangarbeid vastgesteld bij u of bij uw leveranciers?",
            en="Was forced labour confirmed at your firm or at your suppliers in the report year?",
        ),
        example=Bilingual(
            nl="Ja, als het is bevestigd door een inspectie, een rechter of een audit.",
            en="Yes, when an inspection, a court or an audit confirmed it.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=False,
        comprehensive=True,
        vsme=Vsme("C7 62(a)"),
    ),
    Question(
        id="Q-DD-02",
        roles=(ChainRole.SUBCONTRACTOR, *FAR),
        target=Cell("due_diligence", "confirmed_incident", (("theme", "child_labour"),)),
        indicator="DD-05",
        field=FieldKind.YES_NO,
        text=Bilingual(
            nl="Is er in het verslagjaar kinderarbeid vastgesteld bij u of bij uw leveranciers?",
            en="Was child labour confirmed at your firm or at your suppliers in the report year?",
        ),
        example=Bilingual(
            nl="Ja, als het is bevestigd door een inspectie, een rechter of een audit.",
            en="Yes, when an inspection, a court or an audit confirmed it.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=False,
        comprehensive=True,
        vsme=Vsme("C7 62(a)"),
    ),
    Question(
        id="Q-DD-03",
        roles=(ChainRole.VEHICLE_MAKER, ChainRole.BATTERY),
        indicator="DD-07",
        field=FieldKind.YES_NO,
        text=Bilingual(
            nl="Kunnen mensen die bij u werken ergens veilig een klacht melden?",
            en="Can the people who work for you report a complaint safely?",
        ),
        example=Bilingual(
            nl="Bijvoorbeeld bij een vertrouwenspersoon of een meldpunt.",
            en="For instance with a confidential adviser or a hotline.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=False,
        comprehensive=True,
        vsme=Vsme("C6 61(c)", "UndertakingHasAComplaintHandlingMechanismForItsOwnWorkforce"),
    ),
    Question(
        id="Q-DD-04",
        roles=FAR,
        indicator="DD-10",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Hoeveel procent ligt het laagste loon onder een leefbaar loon?",
            en="By how many percent is the lowest wage below a living wage?",
        ),
        example=Bilingual(
            nl="Gemeten met Anker of WageIndicator, bijvoorbeeld 12. Geen verschil? Vul 0 in.",
            en="Measured with Anker or WageIndicator, for instance 12. No gap? Fill in 0.",
        ),
        ground=RequestGround.VOLUNTARY,
        inside_cap=False,
        usual=False,
    ),
    Question(
        id="Q-GOV-01",
        roles=(ChainRole.SUBCONTRACTOR, ChainRole.MAINTENANCE, ChainRole.VEHICLE_MAKER),
        indicator="GOV-05",
        field=FieldKind.NUMBER,
        unit=TIMES,
        text=Bilingual(
            nl="Hoe vaak is uw bedrijf in het verslagjaar veroordeeld of beboet voor corruptie?",
            en="How often was your firm convicted or fined for corruption in the report year?",
        ),
        example=Bilingual(nl="Nooit? Vul 0 in.", en="Never? Fill in 0."),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B11 43", "TotalNumberOfConvictionsForTheViolationOfAntiCorruptionAndAntiBriberyLaws"),
    ),
)
