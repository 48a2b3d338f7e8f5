"""How a value is said to a person: numbers with the reader's separators, codes by label, dates in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from types import MappingProxyType

from schemas.amounts import to_the_cent
from schemas.dates import MONTHS
from schemas.dates import day as day
from schemas.report.code_lists import CodeList
from schemas.report.columns import columns_of
from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME, SHEETS, column_named
from schemas.texts import Bilingual, Language
from workers.domain import wording
from workers.domain.phrases import PHRASES

SHOWN = Decimal("0.001")
# A placeholder, and the euro sign before it where it stands for money.
PLACEHOLDER = re.compile(r"(€ )?\{(\w+)\}")
# A year or a row of the file is a name, not an amount: it takes no separators.
NAMES_ITSELF = re.compile(r"(^|_)(year|row)$")

WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "blank": Bilingual(nl="leeg", en="blank"),
        "yes": Bilingual(nl="ja", en="yes"),
        "no": Bilingual(nl="nee", en="no"),
        "or": Bilingual(nl="of", en="or"),
        "now": Bilingual(nl="nu", en="now"),
        "to": Bilingual(nl="tot", en="to"),
        "no_span": Bilingual(nl="niet bekend voor deze klasse", en="not known for this class"),
        "and": Bilingual(nl="en", en="and"),
    }
)
# A vehicle without a last day is still in service.
OPEN_ENDED, STILL = "in_service_to", "now"
PERIOD = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def placeholders(text: str) -> frozenset[str]:
    """The names between braces in a text."""
    return frozenset(name for _euro, name in PLACEHOLDER.findall(text))


def filled(text: str, values: Mapping[str, object], *, sheet: str, language: Language) -> str:
    """A text with every placeholder said in the reader's language."""

    def words(found: re.Match[str]) -> str:
        euro, name = found.groups(default="")
        value = said(values[name], name, sheet=sheet, language=language)
        return f"{euro}{to_the_cent(value, language)}" if euro else value

    return PLACEHOLDER.sub(words, text)


def said(value: object, name: str, *, sheet: str, language: Language) -> str:
    """One value, as a person writes it. ``name`` is the placeholder: a coded column's name makes a code a label."""
    if name == "span":
        return span(value, language)
    if value is None:
        return WORDS[STILL if name == OPEN_ENDED else "blank"].in_(language)
    if isinstance(value, bool):
        return WORDS["yes" if value else "no"].in_(language)
    if isinstance(value, int | float | Decimal):
        return str(value) if NAMES_ITSELF.search(name) else number(value, language)
    if isinstance(value, date):
        return day(value, language)
    if isinstance(value, str):
        return _text(value, name, sheet=sheet, language=language)
    if isinstance(value, Sequence):
        items = [said(item, name, sheet=sheet, language=language) for item in value]
        return enumeration(items, WORDS["and" if name == "headings" else "or"].in_(language))
    raise TypeError(f"{name} has no words: {value!r}")


def number(value: float | Decimal, language: Language) -> str:
    """At most three decimals, rounded half up; 18.900,5 in Dutch and 18,900.5 in English."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    plain = f"{exact.quantize(SHOWN, ROUND_HALF_UP):,}"
    short = plain.rstrip("0").rstrip(".")
    return short if language is Language.EN else short.translate(str.maketrans(",.", ".,"))


def span(value: object, language: Language) -> str:
    """150 tot 600, from a list of two numbers."""
    if not isinstance(value, Sequence) or None in value:
        return WORDS["no_span"].in_(language)
    low, high = (number(bound, language) for bound in value)
    return f"{low} {WORDS['to'].in_(language)} {high}"


def period(value: str, language: Language) -> str:
    """A year, month or day in words; a period that does not exist as it was written."""
    if not PERIOD.match(value):
        return value
    year, *rest = value.split("-")
    words = [str(int(rest[1]))] if len(rest) == 2 else []
    return " ".join([*words, *(MONTHS[language][int(month) - 1] for month in rest[:1]), year])


def enumeration(items: Sequence[str], last: str) -> str:
    """a, b of c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _text(value: str, name: str, *, sheet: str, language: Language) -> str:
    speak = _speakers(sheet).get(name)
    return speak(value, language) if speak else value


@cache
def _speakers(sheet: str) -> Mapping[str, Callable[[str, Language], str]]:
    """How texts of a sheet's rules are said, by placeholder: its own columns first, then those of other sheets."""
    speakers: dict[str, Callable[[str, Language], str]] = {
        "target": _sheet_label,
        "heading": _heading,
        "headings": _heading,
        "why": _phrase,
        "period": period,
        "month": period,
        "months": period,
        "likely": wording.likely,
        "wanted": wording.wanted,
        "state": wording.state,
    }
    for model in (Front, *SHEETS, BY_NAME.get(sheet, Front)):
        for column in columns_of(model):
            if column.codes:
                speakers[column.name] = speakers[f"{column.name}s"] = _label_in(column.codes)
    return speakers


def _label_in(codes: type[CodeList]) -> Callable[[str, Language], str]:
    labels = {code.value: code.label for code in codes}
    return lambda value, language: labels[value].in_(language) if value in labels else value


def _sheet_label(value: str, language: Language) -> str:
    return BY_NAME[value].label.in_(language)


def _phrase(value: str, language: Language) -> str:
    return PHRASES[value].in_(language)


def _heading(value: str, language: Language) -> str:
    """``sheet.column`` as the heading that stands in the file."""
    sheet, name = value.split(".")
    return column_named(sheet, name).label.in_(language)
