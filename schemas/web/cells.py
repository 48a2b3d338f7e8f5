"""The cells of forms with rows: numbers, days, periods, codes and texts as people type them, each with what was expected."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from marshmallow import ValidationError, fields, missing

from schemas.web.fields import ABSENT, CONTROLS_BUT_BREAKS
from schemas.web.words import CONTROL, NO_DAY, NOT_OFFERED, TOO_LONG, Said

NO_NUMBER: Final = Said(
    "‘{value}’ is geen getal. Schrijf alleen cijfers, zoals 1250 of 1250,5.",
    "‘{value}’ is no number. Write digits only, such as 1250 or 1250.5.",
)
NOT_WHOLE: Final = Said(
    "‘{value}’ is geen heel getal. Schrijf het zonder decimalen, zoals 12.",
    "‘{value}’ is no whole number. Write it without decimals, such as 12.",
)
TWO_READINGS: Final = Said(
    "‘{value}’ kan {whole} zijn of {comma}. Schrijf een van die twee.",
    "‘{value}’ can be {whole} or {point}. Write one of those two.",
)
TOO_LOW: Final = Said(
    "{value} is te laag: ten minste {bound} wordt verwacht.", "{value} is too low: at least {bound} is expected."
)
TOO_HIGH: Final = Said(
    "{value} is te hoog: ten hoogste {bound} wordt verwacht.", "{value} is too high: at most {bound} is expected."
)
NO_MONTH: Final = Said(
    "‘{value}’ is geen maand. Schrijf jaar en maand, zoals 2026-03.",
    "‘{value}’ is no month. Write year and month, such as 2026-03.",
)
NO_PERIOD: Final = Said(
    "‘{value}’ is geen periode. Schrijf een maand, zoals 2026-03, of een dag, zoals 2026-03-31.",
    "‘{value}’ is no period. Write a month, such as 2026-03, or a day, such as 2026-03-31.",
)
SPACES: Final = str.maketrans("", "", " \u00a0\u202f")
MONTH_FIRST: Final = re.compile(r"(\d{1,2})-(\d{4})")
PERIOD: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class _Cell(fields.Field[Any]):
    """A cell; nothing but spaces is nothing."""

    default_error_messages = ABSENT

    def __init__(self, *, low: Any = None, high: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.low, self.high = low, high

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """An empty text is what a browser sends for a cell that was left blank."""
        return super().deserialize(value.strip() or missing, attr, data, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        del attr, data, kwargs
        return self._within(self.read(value))

    def read(self, text: str) -> Any:
        """The value that a text stands for, or what was expected instead."""
        return text

    def _within(self, value: Any) -> Any:
        if self.low is not None and value < self.low:
            raise ValidationError(TOO_LOW.format(value=value, bound=self.low))
        if self.high is not None and value > self.high:
            raise ValidationError(TOO_HIGH.format(value=value, bound=self.high))
        return value


class TextCell(_Cell):
    """A text of at most so many characters; of a closed list of words where ``words`` names them."""

    def __init__(self, *, longest: int, words: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest, self.words = longest, words

    def read(self, text: str) -> str:
        """The text itself."""
        plain = text.replace("\r\n", "\n")
        if CONTROLS_BUT_BREAKS.search(plain):
            raise ValidationError(CONTROL)
        if len(plain) > self.longest:
            raise ValidationError(TOO_LONG.format(max=self.longest))
        if self.words and plain not in self.words:
            raise ValidationError(NOT_OFFERED)
        return plain


class NumberCell(_Cell):
    """A number as the reader of the page writes it: ``decimal`` is the sign before the decimals."""

    def __init__(self, *, decimal: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.decimal = decimal

    def read(self, text: str) -> Decimal | int:
        """The number; one that can be read in two ways is asked about, never guessed."""
        plain = text.translate(SPACES).replace("−", "-")
        if self._in_doubt(plain):
            whole, comma = re.sub(r"[.,]", "", plain), re.sub(r"[.,]", ",", plain) + "0"
            raise ValidationError(
                TWO_READINGS.format(value=text, whole=whole, comma=comma, point=comma.replace(",", "."))
            )
        marks = [mark for mark in ".," if mark in plain]
        last = max(marks, key=plain.rfind, default=self.decimal)
        machine = "".join("." if sign == last else sign for sign in plain if sign not in ".," or sign == last)
        if not re.fullmatch(r"-?\d{1,30}(\.\d{1,20})?|-?\.\d{1,20}", machine) or not self._grouped(plain, last):
            raise ValidationError(NO_NUMBER.format(value=text))
        return Decimal(machine)

    def _in_doubt(self, plain: str) -> bool:
        """Whether it has one mark, not the reader's decimal sign, with three digits behind it."""
        other = "," if self.decimal == "." else "."
        return re.fullmatch(rf"-?\d{{1,3}}{re.escape(other)}\d{{3}}", plain) is not None

    def _grouped(self, plain: str, last: str) -> bool:
        """Whether what stands before the decimals is digits alone, or digits in groups of three."""
        other = "," if last == "." else "."
        before = plain.removeprefix("-").split(last)[0]
        return other not in before or re.fullmatch(rf"\d{{1,3}}({re.escape(other)}\d{{3}})+", before) is not None


class WholeCell(NumberCell):
    """A whole number."""

    def read(self, text: str) -> int:
        """The number without decimals."""
        number = super().read(text)
        if number != int(number):
            raise ValidationError(NOT_WHOLE.format(value=text))
        return int(number)


class TruthCell(_Cell):
    """Yes or no."""

    def read(self, text: str) -> bool:
        """Whether it is yes."""
        if text not in {"true", "false"}:
            raise ValidationError(NOT_OFFERED)
        return text == "true"


class CodeCell(_Cell):
    """A code of a closed list."""

    def __init__(self, *, codes: Collection[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.codes = codes

    def read(self, text: str) -> str:
        """The code itself."""
        if text not in self.codes:
            raise ValidationError(NOT_OFFERED)
        return text


class DayCell(_Cell):
    """A day as a Dutch person writes it, or as a browser sends it."""

    def read(self, text: str) -> date:
        """The day."""
        parts = text.split("-")
        turned = "-".join(reversed(parts)) if len(parts) == 3 and len(parts[2]) == 4 else text
        year, *rest = turned.split("-")
        try:
            return date.fromisoformat("-".join([year, *(part.zfill(2) for part in rest)]))
        except ValueError:
            raise ValidationError(NO_DAY) from None


class PeriodCell(_Cell):
    """A month, and where ``months_only`` does not say so also a day or a year."""

    def __init__(self, *, months_only: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.months_only = months_only

    def read(self, text: str) -> str:
        """The period as it is kept: year first."""
        turned = MONTH_FIRST.fullmatch(text)
        plain = f"{turned[2]}-{turned[1].zfill(2)}" if turned else text
        if not (MONTH if self.months_only else PERIOD).fullmatch(plain):
            raise ValidationError((NO_MONTH if self.months_only else NO_PERIOD).format(value=text))
        return plain
