"""Why a rule, or some of its rows, could not be judged: in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from schemas.report.columns import Column
from schemas.report.sheets import BY_NAME
from schemas.texts import Bilingual


class Given(StrEnum):
    """What must come with a report, or be sound in it (its period), before some rules can be judged."""

    TERMS = "terms"
    FACTORS = "factors"
    PREVIOUS = "previous"
    EVIDENCE = "evidence"
    PERIOD = "period"


class Lack(StrEnum):
    """Why a row could not be judged."""

    CELL = "cell"
    ROW = "row"
    BLANK = "blank"
    FACTOR = "factor"
    TERMS = "terms"
    UNIT = "unit"
    EARLIER = "earlier"
    FIGURE = "figure"
    PERIOD = "period"


NO_PERIOD = Bilingual(
    nl="De verslagperiode is geen periode met het verslagjaar erin; herstel die eerst.",
    en="The reported period is no period that holds the report year; mend that first.",
)
NOT_GIVEN: Mapping[str, Bilingual] = MappingProxyType(
    {
        Given.TERMS: Bilingual(
            nl="De voorwaarden van de concessie zijn niet meegegeven.", en="The terms of the concession were not given."
        ),
        Given.FACTORS: Bilingual(
            nl="Voor dit verslagjaar is er geen lijst met emissiefactoren.",
            en="There is no list of emission factors for this report year.",
        ),
        Given.PREVIOUS: Bilingual(
            nl="Er is geen rapport van vorig jaar om mee te vergelijken.",
            en="There is no report of last year to compare with.",
        ),
        Given.EVIDENCE: Bilingual(
            nl="De bewijsstukken zelf zijn niet meegegeven.", en="The evidence files themselves were not given."
        ),
        Given.PERIOD: NO_PERIOD,
    }
)

LACKING: Mapping[str, Bilingual] = MappingProxyType(
    {
        Lack.PERIOD: NO_PERIOD,
        Lack.CELL: Bilingual(
            nl="Deze rijen hangen af van een cel die niet te lezen is; herstel eerst die cel.",
            en="These rows hang on a cell that cannot be read; mend that cell first.",
        ),
        Lack.ROW: Bilingual(
            nl="Deze rijen hangen af van een rij met een fout in sleutel, verwijzing, periode, drager of eenheid; herstel eerst die fout.",
            en="These rows hang on a row with an error in its key, reference, period, carrier or unit; mend that first.",
        ),
        Lack.BLANK: Bilingual(
            nl="Deze rijen missen een gegeven dat leeg mag blijven, maar waarzonder dit niet te beoordelen is.",
            en="These rows lack a value that may be left blank, but without which this cannot be judged.",
        ),
        Lack.FACTOR: Bilingual(
            nl="De factorenlijst van dit verslagjaar mist een waarde die hiervoor nodig is.",
            en="The factor list of this report year lacks a value that this needs.",
        ),
        Lack.TERMS: Bilingual(
            nl="De voorwaarden van de concessie zeggen hier niets over.",
            en="The terms of the concession say nothing about this.",
        ),
        Lack.UNIT: Bilingual(
            nl="Deze rijen hebben een eenheid die hier niet om te rekenen is.",
            en="These rows have a unit that cannot be converted here.",
        ),
        Lack.FIGURE: Bilingual(
            nl="De rijen geven hiervoor geen cijfer om mee te vergelijken.",
            en="The rows give no figure for this to compare with.",
        ),
        Lack.EARLIER: Bilingual(
            nl="Van eerdere jaren zijn hierover geen gegevens bekend.",
            en="Nothing is known about this from earlier years.",
        ),
    }
)


def sheet_missing(sheet: str) -> Bilingual:
    """A sheet that the file does not have."""
    label = BY_NAME[sheet].label
    return Bilingual(nl=f"Het blad {label.nl} ontbreekt.", en=f"The sheet {label.en} is missing.")


def column_missing(column: Column) -> Bilingual:
    """A column that its sheet does not have."""
    sheet = BY_NAME[column.sheet].label
    return Bilingual(
        nl=f"De kolom {column.label.nl} ontbreekt op het blad {sheet.nl}.",
        en=f"The column {column.label.en} is missing on the sheet {sheet.en}.",
    )


def field_missing(column: Column) -> Bilingual:
    """A field of the sheet *report* that is blank, absent or cannot be read."""
    return Bilingual(
        nl=f"Het veld {column.label.nl} ontbreekt of is niet te lezen op het blad Rapport.",
        en=f"The field {column.label.en} is missing or cannot be read on the sheet Report.",
    )
