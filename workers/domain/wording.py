"""How form rules say what was expected: a type with its bounds, a value that looks like it, what is wrong with a place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from schemas.report.columns import LONGEST_TEXT, Column, Kind
from schemas.report.sheets import BY_NAME, column_named
from schemas.texts import Bilingual, Language

KINDS: Mapping[Kind, Bilingual] = MappingProxyType(
    {
        Kind.TEXT: Bilingual(
            nl=f"een tekst van hoogstens {LONGEST_TEXT} tekens", en=f"a text of at most {LONGEST_TEXT} characters"
        ),
        Kind.INTEGER: Bilingual(nl="een geheel getal", en="a whole number"),
        Kind.DECIMAL: Bilingual(nl="een getal", en="a number"),
        Kind.BOOLEAN: Bilingual(nl="ja of nee", en="yes or no"),
        Kind.DATE: Bilingual(nl="een datum, zoals 31-12-2026", en="a date, such as 2026-12-31"),
        Kind.PERIOD: Bilingual(
            nl="een jaar, maand of dag, zoals 2026, 2026-03 of 2026-03-31",
            en="a year, month or day, such as 2026, 2026-03 or 2026-03-31",
        ),
        Kind.CODE: Bilingual(nl="een waarde uit de lijst", en="a value from the list"),
    }
)
A_MONTH = Bilingual(nl="een maand, zoals 2026-03", en="a month, such as 2026-03")
AN_INDICATOR = Bilingual(nl="het nummer van een indicator, zoals GHG-01", en="the id of an indicator, such as GHG-01")
LOW = Bilingual(nl="van {low} of hoger", en="of {low} or more")
BETWEEN = Bilingual(nl="van {low} tot en met {high}", en="from {low} to {high}")
LIST = Bilingual(nl="een van: {codes}", en="one of: {codes}")
MEANT = Bilingual(nl=" Bedoelt u ‘{label}’?", en=" Did you mean ‘{label}’?")
HUGE = 10**10

STATES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "value": Bilingual(nl="is niet ingevuld", en="is not filled in"),
        "absent": Bilingual(nl="ontbreekt", en="is missing"),
        "formula": Bilingual(nl="is een formule zonder opgeslagen waarde", en="is a formula without a stored value"),
        "sheet": Bilingual(nl="Het blad", en="The sheet"),
        "column": Bilingual(nl="De kolom", en="The column"),
        "field": Bilingual(nl="Het veld", en="The field"),
    }
)


def state(value: str, language: Language) -> str:
    """What is the matter with a place, or what kind of place it is."""
    return STATES[value].in_(language)


def likely(value: str, language: Language) -> str:
    """The name that was probably meant, as a question: a sheet, ``sheet.column`` or ``sheet.column=code``."""
    return MEANT.in_(language).format(label=_label(value, language)) if value else ""


def _label(value: str, language: Language) -> str:
    place, _, code = value.partition("=")
    sheet, _, name = place.partition(".")
    if not name:
        return BY_NAME[sheet].label.in_(language)
    column = column_named(sheet, name)
    if not code:
        return column.label.in_(language)
    return column.codes(code).label.in_(language) if column.codes else code


def wanted(value: str, language: Language) -> str:
    """What a column or field takes: its type, its list, its bounds."""
    sheet, _, name = value.partition(".")
    column = column_named(sheet, name)
    if column.codes:
        return LIST.in_(language).format(codes=", ".join(code.label.in_(language) for code in column.codes))
    if column.unit == "indicators.csv id":
        return AN_INDICATOR.in_(language)
    kind = A_MONTH if column.months_only else KINDS[column.kind]
    words, bounds = kind.in_(language), _bounds(column, language)
    # Behind an example a comma: the bounds are not part of it.
    return (", " if ", " in words else " ").join(part for part in (words, bounds) if part)


def _bounds(column: Column, language: Language) -> str:
    low, high = column.low, column.high
    if low is None or high is None or (not isinstance(high, date) and high > HUGE):
        return "" if low is None else LOW.in_(language).format(low=low)
    if isinstance(low, date) and isinstance(high, date):
        return BETWEEN.in_(language).format(low=low.year, high=high.year)
    return BETWEEN.in_(language).format(low=low, high=high)
