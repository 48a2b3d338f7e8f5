"""Days as they are written in a text: 1 mei 2027, 1 May 2027."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from schemas.texts import Bilingual, Language

NL_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
EN_MONTHS = "January February March April May June July August September October November December"
MONTHS: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {Language.NL: tuple(NL_MONTHS.split()), Language.EN: tuple(EN_MONTHS.split())}
)


def day(value: date, language: Language) -> str:
    """1 mei 2027, 1 May 2027."""
    return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"


def in_both(value: date) -> Bilingual:
    """The day in both languages."""
    return Bilingual(nl=day(value, Language.NL), en=day(value, Language.EN))
