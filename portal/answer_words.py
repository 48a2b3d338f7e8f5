"""A supplier's answer as people read it, and what can be chosen as one; for the supplier, the holder and the province."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from flask_babel import gettext as _

from portal.filters import date_long, number
from portal.language import in_language
from schemas.answered import value_of
from schemas.questions import FieldKind, Question
from schemas.row_forms import FALSE, TRUE


def options(question: Question) -> tuple[tuple[str, str], ...]:
    """What can be chosen, where the answer is yes or no or a code."""
    if question.field is FieldKind.YES_NO:
        return ((TRUE, str(_("ja"))), (FALSE, str(_("nee"))))
    return tuple((str(code), in_language(code.label)) for code in question.codes or ())


def value_in_words(question: Question, text: str | None) -> str:
    """A value as people read it: numbers with their unit, codes by their labels."""
    value = value_of(text)
    if isinstance(value, Decimal):
        unit = f" {in_language(question.unit)}" if question.unit else ""
        return f"{number(value)}{unit}"
    if isinstance(value, bool):
        return str(_("ja") if value else _("nee"))
    if isinstance(value, Mapping):
        return ", ".join(value.values())
    if question.field is FieldKind.DATE and value:
        return date_long(date.fromisoformat(value))
    return dict(options(question)).get(value or "", value or "")
