"""What changed in a figure since last year, by cause: in words, as amounts that add up, and as bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from portal.filters import number, quantity
from portal.language import in_language
from schemas.change import Change
from schemas.waterfall import Fall, Waterfall, waterfall

MINUS: Final = "\u2212"
CAUSES: Final[Mapping[str, tuple[LazyString, LazyString]]] = MappingProxyType(
    {
        "activity": (lazy_gettext("Omvang"), lazy_gettext("meer of minder kilometers")),
        "mix": (lazy_gettext("Samenstelling"), lazy_gettext("andere bussen, energie of herkomst")),
        "intensity": (lazy_gettext("Verbruik"), lazy_gettext("energie per kilometer")),
        "factor": (lazy_gettext("Factoren"), lazy_gettext("een nieuwe factorenlijst")),
        "other": (lazy_gettext("Zonder kilometers"), lazy_gettext("gebouwen en wat niet rijdt")),
    }
)


@dataclass(frozen=True, kw_only=True)
class CauseLine:
    """One cause: its name, what it means, what it did, and its step."""

    name: str
    means: str
    text: str
    step: Fall


@dataclass(frozen=True, kw_only=True)
class Causes:
    """From the figure of one year through all causes to that of the next, on one scale; and what they are together."""

    lines: tuple[CauseLine, ...]
    drawn: Waterfall
    year: int
    before: str
    now: str
    together: str


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A change ready to read; where it could not be split there are no causes and ``reason`` says why."""

    year: int | None
    sentence: str
    reason: str
    method: str
    causes: Causes | None


def changed(change: Change, unit: str) -> Changed:
    """A change in the reader's language, rounded so that what is read adds up."""
    shown = change.readable()
    return Changed(
        year=shown.year,
        sentence=_sentence(shown, unit),
        reason=in_language(shown.reason) if shown.reason else "",
        method=in_language(shown.method) if shown.method else "",
        causes=_causes(shown),
    )


def signed(value: Decimal, places: int | None = None) -> str:
    """*+38* or *−16,5*: a change always says which way."""
    text = number(abs(value), places)
    return text if not value else f"+{text}" if value > 0 else f"{MINUS}{text}"


def _causes(shown: Change) -> Causes | None:
    if shown.effects is None or shown.difference is None or shown.before is None or shown.now is None:
        return None
    told, places = shown.effects.told, _places(shown)
    drawn = waterfall(shown.before, [value for _name, value in told])
    return Causes(
        lines=tuple(
            CauseLine(name=str(CAUSES[name][0]), means=str(CAUSES[name][1]), text=signed(value, places), step=step)
            for (name, value), step in zip(told, drawn.steps, strict=True)
        ),
        drawn=drawn,
        year=shown.year or 0,
        before=number(shown.before, places),
        now=number(shown.now, places),
        together=signed(shown.difference, places),
    )


def _sentence(shown: Change, unit: str) -> str:
    if shown.before is None or shown.now is None or shown.difference is None:
        return ""
    places = _places(shown)
    before, now = (quantity(value, unit, places) for value in (shown.before, shown.now))
    share = f" ({signed(round(shown.difference / shown.before * 100, 1))} %)" if shown.before else ""
    words = _("Van %(before)s in %(year)s naar %(now)s", before=before, year=shown.year, now=now)
    return f"{words}: {signed(shown.difference, places)} {unit}{share}."


def _places(shown: Change) -> int:
    """With how many decimals it was made readable."""
    assert shown.now is not None
    return max(0, -int(shown.now.as_tuple().exponent))
