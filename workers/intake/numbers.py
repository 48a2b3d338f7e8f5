"""Numbers as people write them: which form a cell has, what it says of the file's form, and its value in machine form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

import polars as pl

TEXT, MACHINE, SAYS, DOUBTFUL = "text", "machine", "says", "doubtful"


class Form(StrEnum):
    """Which sign stands before the decimals."""

    COMMA = "comma"
    POINT = "point"


# What most files are full of: one reading, at most three decimals, few enough digits for a direct cast.
PLAIN = r"^-?(?:[0-9]{1,18}|[0-9]{0,15}\.[0-9]{1,2}|0\.[0-9]{3}|[0-9]{4,15}\.[0-9]{3})$"
PLAIN_COMMA = r"^-?(?:[0-9]{0,15},[0-9]{1,2}|0,[0-9]{3}|[0-9]{4,15},[0-9]{3})$"
PLAIN_INTEGER = r"^-?[0-9]{1,18}$"

SPACES = "[ \u00a0\u2007\u2009\u202f]"
WHOLE = r"^[0-9]+$"
SPACED = rf"^[0-9]{{1,3}}(?:{SPACES}[0-9]{{3}})+(?:[.,][0-9]+)?$"
EXPONENT = r"^(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)[eE][+-]?[0-9]{1,3}$"
POINT_GROUPS = r"^[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}$"
COMMA_GROUPS = r"^[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}$"
DUTCH = r"^[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+$"
ENGLISH = r"^[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+$"
TWO_READINGS = r"^[1-9][0-9]{0,2}[.,][0-9]{3}$"
TWO_READINGS_SIGNED = r"^-?[1-9][0-9]{0,2}[.,][0-9]{3}$"
DECIMALS = r"^[0-9]*[.,][0-9]+$"


def dissected(texts: pl.Series, *, percent: bool) -> pl.DataFrame:
    """Each text with its machine form (null: no number), the form it speaks for, and whether it has two readings.

    The machine form has a point before decimals and no groups; of a text with two readings it is the text itself.
    """
    core = pl.col(TEXT).str.replace("^[-\u2212+]", "")
    core = core.str.replace(rf"{SPACES}*%$", "") if percent else core
    negative = pl.col(TEXT).str.contains("^[-\u2212]")
    frame = pl.DataFrame({TEXT: texts}).with_columns(core.alias("core"), negative.alias("negative"))
    frame = frame.with_columns(_machine().alias(MACHINE), _says().alias(SAYS), _is(TWO_READINGS).alias(DOUBTFUL))
    signed = pl.when("negative").then(pl.lit("-") + pl.col(MACHINE)).otherwise(MACHINE)
    return frame.select(TEXT, signed.alias(MACHINE), SAYS, pl.col(DOUBTFUL).fill_null(value=False))


def _is(pattern: str) -> pl.Expr:
    return pl.col("core").str.contains(pattern)


def _machine() -> pl.Expr:
    core = pl.col("core")
    unspaced = core.str.replace_all(SPACES, "")
    pointed = core.str.replace(",", ".", literal=True)
    return (
        pl.when(_is(WHOLE) | _is(TWO_READINGS))
        .then(core)
        .when(_is(SPACED))
        .then(unspaced.str.replace(",", ".", literal=True))
        .when(_is(EXPONENT))
        .then(pointed.map_batches(_without_exponents, return_dtype=pl.String))
        .when(_is(POINT_GROUPS))
        .then(core.str.replace_all(".", "", literal=True))
        .when(_is(COMMA_GROUPS))
        .then(core.str.replace_all(",", "", literal=True))
        .when(_is(DUTCH))
        .then(core.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True))
        .when(_is(ENGLISH))
        .then(core.str.replace_all(",", "", literal=True))
        .when(_is(DECIMALS))
        .then(pointed)
    )


def _says() -> pl.Expr:
    """Which form this text speaks for: that of its decimals, or the other one of its groups."""
    comma, point = pl.lit(Form.COMMA.value), pl.lit(Form.POINT.value)
    by_sign = pl.when(pl.col("core").str.contains(",", literal=True)).then(comma).otherwise(point)
    separated = pl.col("core").str.contains("[.,]")
    return (
        pl.when(_is(TWO_READINGS) | ~separated)
        .then(None)
        .when(_is(POINT_GROUPS) | _is(DUTCH))
        .then(comma)
        .when(_is(COMMA_GROUPS) | _is(ENGLISH))
        .then(point)
        .when(_is(SPACED) | _is(EXPONENT) | _is(DECIMALS))
        .then(by_sign)
    )


def _without_exponents(texts: pl.Series) -> pl.Series:
    """1.5E3 as 1500; what is too long to write out is left to the bounds as a very large number."""
    return pl.Series([_written_out(text) for text in texts], dtype=pl.String)


def _written_out(text: str | None) -> str | None:
    if text is None or not re.fullmatch(EXPONENT, text):
        return text
    return f"{Decimal(text):f}"


def settled(said: Iterable[str]) -> Form | None:
    """The one form that a file speaks for; silent or contradictory files have none."""
    forms = set(said)
    return Form(forms.pop()) if len(forms) == 1 else None


def read_in(form: Form, text: pl.Expr) -> pl.Expr:
    """The machine form of a text with two readings, in the form of its file."""
    group, point = (".", ",") if form is Form.COMMA else (",", ".")
    return text.str.replace(group, "", literal=True).str.replace(point, ".", literal=True)
