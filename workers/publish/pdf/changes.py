"""The page of what changed since last year: energy and CO2e, each change split in causes that add up, and by which method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from schemas.change import Change, Effects
from schemas.indicators import INDICATOR
from schemas.indicators.parts import TOTAL
from schemas.judgement import Indicator
from schemas.texts import Bilingual, Language
from workers.publish.amounts import fixed, unit
from workers.publish.content import ReportContent
from workers.publish.parts import part_label
from workers.publish.pdf.falls import Cause, Falls
from workers.publish.pdf.flowables import Heading
from workers.publish.pdf.page import HEIGHT, WIDTH
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.text import BODY, H1, SMALL, THEME, paragraph, unbroken_end
from workers.publish.told import said_in

TRACTION_ENERGY = "beside=traction_energy"
# Energy first, then emissions from transport, those of the holder itself, and per kilometre.
SHOWN = (
    ("ENE-07", TRACTION_ENERGY),
    ("ENE-06", TOTAL),
    *((f"ENE-0{number}", TOTAL) for number in (1, 2, 3, 4, 5)),
    ("GHG-04", TOTAL),
    ("GHG-04", "basis=location"),
    *((f"GHG-0{number}", TOTAL) for number in (1, 2, 3, 9, 6, 5)),
)
THE_CHANGE = Bilingual(nl="Verandering", en="Change")
SUBTITLE = Bilingual(
    nl="Elke verandering van energie en CO2e sinds {year}, gesplitst naar oorzaak",
    en="Every change of energy and CO2e since {year}, split by cause",
)
FIGURE, DIFFERENCE = Bilingual(nl="Cijfer", en="Figure"), Bilingual(nl="Verschil", en="Difference")
CAUSES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "activity": Bilingual(nl="Omvang", en="Volume"),
        "mix": Bilingual(nl="Samenstelling", en="Mix"),
        "intensity": Bilingual(nl="Verbruik", en="Intensity"),
        "factor": Bilingual(nl="Factoren", en="Factors"),
        "other": Bilingual(nl="Overig", en="Other"),
    }
)
MEANING = Bilingual(
    nl="Omvang: meer of minder kilometers. Samenstelling: andere bussen, energie of herkomst. Verbruik: energie per kilometer. "
    "Factoren: een nieuwe factorenlijst. Overig: gebouwen en wat niet rijdt.",
    en="Volume: more or fewer kilometres. Mix: other buses, energy or origin. Intensity: energy per kilometre. "
    "Factors: a new factor list. Other: buildings and what does not drive.",
)


def changes(content: ReportContent, language: Language) -> list[Flowable]:
    """The page, where figures of energy and emissions are told; without last year it says so in words."""
    told = [figure for figure in _shown(content.indicators) if figure.why.change is not None]
    if not told:
        return []
    title = unbroken_end(_title(told, language))
    return [
        CondPageBreak(HEIGHT * 0.6),
        paragraph(THE_CHANGE.in_(language), THEME),
        Heading(title, H1, outline=THE_CHANGE.in_(language)),
        *_drawn(told, language, title),
        *_split(told, language),
        *_unsplit(told, language),
    ]


def _shown(figures: Sequence[Indicator]) -> Iterator[Indicator]:
    known = {(figure.indicator, figure.part): figure for figure in figures}
    return (known[place] for place in SHOWN if place in known)


def _title(told: Sequence[Indicator], language: Language) -> str:
    """The finding: how much more or less transport emitted, and what of it the factor list did."""
    change = next((f.why.change for f in told if (f.indicator, f.part) == ("GHG-04", TOTAL)), None)
    shown = change.readable() if change else None
    if shown is None or shown.effects is None or shown.difference is None or not shown.before:
        return said_in("Wat er veranderde sinds vorig jaar", "What changed since last year", language)
    nl, en = _LESS if shown.difference < 0 else _MORE if shown.difference > 0 else _SAME
    amount, factor = (_amount(abs(value), shown, language) for value in (shown.difference, shown.effects.factor))
    factor = f"{'-' if shown.effects.factor < 0 else '+'}{factor}".replace("-", "\u2212")
    return said_in(nl, en, language, amount=amount, year=shown.year, factor=factor)


_LESS = (
    "Het vervoer stootte {amount} tCO2e minder uit dan in {year}, waarvan {factor} tCO2e door de factorenlijst",
    "Transport emitted {amount} tCO2e less than in {year}, of which {factor} tCO2e by the factor list",
)
_MORE = (
    "Het vervoer stootte {amount} tCO2e meer uit dan in {year}, waarvan {factor} tCO2e door de factorenlijst",
    "Transport emitted {amount} tCO2e more than in {year}, of which {factor} tCO2e by the factor list",
)
_SAME = (
    "Het vervoer stootte evenveel uit als in {year}, waarvan {factor} tCO2e door de factorenlijst",
    "Transport emitted as much as in {year}, of which {factor} tCO2e by the factor list",
)


TRANSPORT = Bilingual(
    nl="CO2e van het vervoer, in ton: van {year} naar {now}, een stap per oorzaak",
    en="CO2e of transport, in tonnes: from {year} to {now}, a step per cause",
)
CUT = Bilingual(
    nl="De grijze staven beginnen niet bij nul, zodat de stappen te zien zijn.",
    en="The grey bars do not start at zero, so that the steps can be seen.",
)


def _drawn(told: Sequence[Indicator], language: Language, title: str) -> list[Flowable]:
    """The change of all that transport emits as a waterfall."""
    figure = next((one for one in told if (one.indicator, one.part) == ("GHG-04", TOTAL)), None)
    change = figure.why.change.readable() if figure and figure.why.change else None
    if change is None or change.effects is None or change.before is None or change.now is None:
        return []
    year = change.year or 0
    before, now = (
        Cause(str(at), value, _amount(value, change, language))
        for at, value in ((year, change.before), (year + 1, change.now))
    )
    causes = [
        Cause(CAUSES[name].in_(language), value, _signed(value, change, language))
        for name, value in change.effects.told
    ]
    return [
        paragraph(TRANSPORT.in_(language).format(year=year, now=year + 1), SMALL),
        Spacer(1, 6),
        Falls(before, causes, now, width=WIDTH, alt=title, cut_note=CUT.in_(language)),
        Spacer(1, 10),
    ]


def _split(told: Sequence[Indicator], language: Language) -> list[Flowable]:
    """The table with its method, of what is not nothing in both years."""
    pairs = [(figure, figure.why.change.readable()) for figure in told if figure.why.change]
    some = [(figure, change) for figure, change in pairs if change.effects and (change.before or change.now)]
    if not some:
        return []
    year = some[0][1].year or 0
    columns = [
        Column(FIGURE.in_(language), 42),
        *(Column(str(number), 16, numbers=True) for number in (year, year + 1)),
        Column(DIFFERENCE.in_(language), 15, numbers=True),
        *(
            Column(CAUSES[name].in_(language), 21 if name == "mix" else 14, numbers=True)
            for name in Effects.model_fields
        ),
    ]
    return [
        paragraph(SUBTITLE.in_(language).format(year=year), SMALL),
        Spacer(1, 6),
        table(columns, [_row(figure, change, language) for figure, change in some], width=WIDTH),
        Spacer(1, 4),
        paragraph(MEANING.in_(language), SMALL),
        *(paragraph(method.in_(language), SMALL) for method in _methods(some)),
    ]


def _row(figure: Indicator, change: Change, language: Language) -> list[str]:
    assert change.effects is not None
    assert change.difference is not None
    years = [_amount(value or Decimal(0), change, language) for value in (change.before, change.now)]
    parts = [_signed(value, change, language) for value in (change.difference, *(value for _, value in change.effects))]
    return [_name(figure, language), *years, *parts]


def _name(figure: Indicator, language: Language) -> str:
    known = INDICATOR.get(figure.indicator)
    name = known.name.in_(language) if known else figure.indicator
    part = part_label(figure.part, language)
    said = name if figure.part == TOTAL else part if figure.part == TRACTION_ENERGY else f"{name}, {part.lower()}"
    return f"{said} ({figure.indicator}, {unit(figure.unit, language)})"


def _methods(some: Sequence[tuple[Indicator, Change]]) -> list[Bilingual]:
    """How the changes were split, each way once."""
    return list({change.method.nl: change.method for _, change in some if change.method}.values())[:1]


def _unsplit(told: Sequence[Indicator], language: Language) -> list[Flowable]:
    """Why some could not be split, each reason once with what it is about."""
    about: dict[str, list[str]] = {}
    for figure in told:
        if figure.why.change and figure.why.change.reason:
            about.setdefault(figure.why.change.reason.in_(language), []).append(figure.indicator)
    return [
        paragraph(reason if len(about) == 1 else f"{', '.join(dict.fromkeys(ids))}: {reason}", BODY)
        for reason, ids in about.items()
    ]


def _amount(value: Decimal, change: Change, language: Language) -> str:
    """With the decimals of the change, so that what is read adds up."""
    assert change.now is not None
    return fixed(value, max(0, -int(change.now.as_tuple().exponent)), language)


def _signed(value: Decimal, change: Change, language: Language) -> str:
    text = _amount(value, change, language)
    return f"+{text}" if value > 0 else text
