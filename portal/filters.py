"""How dates, numbers, codes and bilingual texts read on a page, in the reader's language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel import dates, numbers
from flask import Flask
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.language import in_language, language
from schemas.clock import DUTCH_TIME, dutch_day, today
from schemas.report.code_lists import CODE_LISTS
from schemas.texts import Bilingual, Language

SOON_DAYS: Final = 14
LOCALES: Final = {Language.NL: "nl_NL", Language.EN: "en_GB"}
MOST_PLACES: Final = 3
KEPT: Final = 4_096


# A page writes the same few days and numbers many times over.
format_date = lru_cache(maxsize=KEPT)(dates.format_date)
format_decimal = lru_cache(maxsize=KEPT)(numbers.format_decimal)


def date_long(day: date) -> str:
    """*1 mei 2027*."""
    return format_date(_day(day), "d MMMM y", locale=_locale())


def date_weekday(day: date) -> str:
    """*vrijdag 1 mei 2027*, for what is near."""
    return format_date(_day(day), "EEEE d MMMM y", locale=_locale())


def month_long(month: str) -> str:
    """*maart 2026* for ``2026-03``; what is no month stays as it was written."""
    try:
        return format_date(date.fromisoformat(f"{month}-01"), "MMMM y", locale=_locale())
    except ValueError:
        return month


def day_of_year(day: str) -> str:
    """*1 mei* for ``05-01``, a day of every year; what is none stays as it was written."""
    try:
        return format_date(date.fromisoformat(f"2000-{day}"), "d MMMM", locale=_locale())
    except ValueError:
        return day


def days_left(day: date) -> str:
    """*nog 12 dagen*, *vandaag* or *3 dagen te laat*."""
    left = (_day(day) - today()).days
    if left == 0:
        return str(_("vandaag"))
    if left < 0:
        return str(ngettext("%(num)s dag te laat", "%(num)s dagen te laat", -left))
    return str(ngettext("nog %(num)s dag", "nog %(num)s dagen", left))


def urgency(day: date) -> str:
    """The word that the layout wants beside a deadline: ``late``, ``soon`` or nothing."""
    left = (_day(day) - today()).days
    return "late" if left < 0 else "soon" if left <= SOON_DAYS else ""


def clock_time(moment: datetime) -> str:
    """*16.42 uur*, in Dutch time."""
    local = moment.astimezone(DUTCH_TIME)
    written = f"{local:%H.%M}" if language() is Language.NL else f"{local:%H:%M}"
    return str(_("%(time)s uur", time=written))


def moment_long(moment: datetime) -> str:
    """*28 april 2027, 16.42 uur*."""
    return f"{date_long(moment)}, {clock_time(moment)}"


def number(value: Decimal | int, places: int | None = None) -> str:
    """A number with the reader's separators; with ``places`` exactly so many decimals, else at most three."""
    pattern = "#,##0" if places == 0 else f"#,##0.{'0' * places}" if places else f"#,##0.{'#' * MOST_PLACES}"
    # Without its sign zero reads the same whichever came first: to the cache they are equal.
    return format_decimal(value + 0, pattern, locale=_locale())


def quantity(value: Decimal | int | None, unit: str | None = None, places: int | None = None) -> str:
    """A number with its unit; a dash for what is absent."""
    if value is None:
        return "–"
    return f"{number(value, places)} {unit}" if unit else number(value, places)


def euro(value: Decimal) -> str:
    """*€ 250.000*, to the cent only where there are cents."""
    return f"€\u00a0{number(value, 0 if value == value.to_integral_value() else 2)}"


def code_label(code: str, code_list: str) -> str:
    """The label of a code, such as *12-meterbus* for ``bus_12m``; the code itself where the list does not hold it."""
    known = {str(member): member.label for member in CODE_LISTS[code_list]}
    return in_language(known.get(code, Bilingual(nl=code, en=code)))


def file_size(size: int) -> str:
    """*3,4 MB* or *12 kB*."""
    if size < 1_000_000:
        return f"{number(max(1, round(size / 1000)))} kB"
    return f"{number(round(Decimal(size) / 1_000_000, 1))} MB"


def add_filters(app: Flask) -> None:
    """Make the functions of this file, and ``pick`` for bilingual texts, filters of every template."""
    functions = (
        date_long,
        date_weekday,
        days_left,
        urgency,
        clock_time,
        moment_long,
        number,
        quantity,
        euro,
        code_label,
        file_size,
    )
    app.jinja_env.filters.update({function.__name__: function for function in functions} | {"pick": in_language})


def _day(day: date) -> date:
    return dutch_day(day) if isinstance(day, datetime) else day


def _locale() -> str:
    return LOCALES[language()]
