"""Amounts as they stand on paper beside each other: two years, what changed between them, and moments."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from schemas.amounts import NONE, SPACE, YES_NO, amount, fixed, unit, usual_decimals, with_unit, written, yes_or_no
from schemas.clock import DUTCH_TIME
from schemas.texts import Bilingual, Language
from workers.domain.rendering import day

__all__ = ["SPACE", "amount", "beside", "change", "fixed", "moment", "unit", "with_unit", "written"]


def beside(now: Decimal | None, before: Decimal | None, name: str, language: Language) -> tuple[str, str]:
    """Two amounts that stand beside each other, with the same decimals; a dash where there is none."""
    if name in YES_NO:
        first, second = (NONE if value is None else yes_or_no(value, language) for value in (now, before))
        return first, second
    known = [value for value in (now, before) if value is not None]
    whole = all(value == value.to_integral_value() for value in known)
    decimals = 0 if whole or not known else min(usual_decimals(value) for value in known)
    first, second = (NONE if value is None else fixed(value, decimals, language) for value in (now, before))
    return first, second


def change(now: Decimal | None, before: Decimal | None, name: str, language: Language) -> str:
    """What changed since the earlier year: shares in points, amounts in per cent."""
    if now is None or before is None or name in YES_NO:
        return NONE
    difference = now - before
    if name == "%":
        points = Bilingual(nl="pp", en="pp").in_(language)
        return f"{_signed(difference, language)}{SPACE}{points}"
    return f"{_signed(difference / before * 100, language)}{SPACE}%" if before else NONE


def _signed(value: Decimal, language: Language) -> str:
    shown = written(value, 1, language)
    return f"+{shown}" if value > 0 and shown != "0" else shown


def moment(value: datetime, language: Language) -> str:
    """28 april 2027, 16.42 uur; always in Dutch time."""
    local = value.astimezone(DUTCH_TIME)
    clock = f"{local:%H.%M} uur" if language is Language.NL else f"{local:%H:%M} (Dutch time)"
    return f"{day(local.date(), language)}, {clock}"
