"""How a figure is told: value, unit, status, and the formula in words and filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

from schemas import amounts
from schemas.indicators import INDICATOR
from schemas.judgement import Coverage, FactorUsed, Indicator, Input, Status, Why
from schemas.texts import Bilingual, Language
from workers.domain.factors import FactorSet
from workers.domain.places import Places
from workers.domain.rendering import day

TOTAL = "total"
DECIMALS = Decimal("1e-9")
TOLD_DECIMALS = 6
MOST_ADDENDS = 12

Amount = Fraction | Decimal | int


def both(nl: str, en: str) -> Bilingual:
    """One text in two languages."""
    return Bilingual(nl=nl, en=en)


def exact(value: Amount) -> Decimal:
    """A figure as a decimal with at most nine decimals; everything before this is exact."""
    with localcontext(prec=80):
        fraction = Fraction(value)
        decimal = (Decimal(fraction.numerator) / Decimal(fraction.denominator)).quantize(DECIMALS, ROUND_HALF_EVEN)
        return Decimal(f"{decimal.normalize():f}")


def told(value: Amount, *, decimals: int = TOLD_DECIMALS) -> Bilingual:
    """An amount for people: 18.900,5 in Dutch and 18,900.5 in English."""
    shown = exact(round(Fraction(value), decimals))
    english = f"{shown:,f}"
    return both(english.translate(str.maketrans(",.", ".,")), english)


def with_unit(value: Amount, unit: str, *, decimals: int = 3) -> Bilingual:
    """An amount with its unit."""
    words = told(value, decimals=decimals)
    if unit == amounts.EURO:
        words = both(*(amounts.to_the_cent(words.in_(language), language) for language in Language))
    units = both(*(amounts.unit(unit, language) for language in Language))
    return both(f"{words.nl} {units.nl}".strip(), f"{words.en} {units.en}".strip())


def joined(parts: Sequence[Bilingual], between: str) -> Bilingual:
    """Texts in a row."""
    return both(*(between.join(part.in_(language) for part in parts) for language in Language))


def filled(nl: str, en: str, **values: Bilingual | date | str | int) -> Bilingual:
    """A sentence in two languages with the same things filled in; a day stands there in words."""
    texts = {name: _text(value) for name, value in values.items()}
    return both(
        nl.format(**{name: text.nl for name, text in texts.items()}),
        en.format(**{name: text.en for name, text in texts.items()}),
    )


def _text(value: Bilingual | date | str | int) -> Bilingual:
    if isinstance(value, Bilingual):
        return value
    if isinstance(value, date):
        return both(*(day(value, language) for language in Language))
    return both(str(value), str(value))


def sum_of(values: Sequence[Amount], unit: str) -> Bilingual:
    """a + b = c, where there are few enough to be read."""
    total = with_unit(sum((Fraction(value) for value in values), Fraction(0)), unit)
    if not 1 < len(values) <= MOST_ADDENDS:
        return total
    return joined([joined([told(value, decimals=3) for value in values], " + "), total], " = ")


def over_rows(value: Amount, unit: str, rows: int) -> Bilingual:
    """What some rows add up to."""
    if rows == 1:
        return with_unit(value, unit)
    return filled(
        "som van {rows} rijen = {sum}", "sum of {rows} rows = {sum}", rows=told(rows), sum=with_unit(value, unit)
    )


def ratio(above: Bilingual, below: Bilingual, result: Bilingual, *, times: int | None = None) -> Bilingual:
    """a / b × 100 = c."""
    factor = f" × {times:,}" if times else ""
    return both(
        f"{above.nl} / {below.nl}{factor.replace(',', '.')} = {result.nl}",
        f"{above.en} / {below.en}{factor} = {result.en}",
    )


def taken(
    sheet: str,
    column: str,
    *,
    at: Places,
    amount: Amount | None = None,
    unit: str | None = None,
    nl: str = "",
    en: str = "",
) -> Input:
    """What went in: a column, on which rows, and what that adds up to."""
    return Input(
        sheet=sheet,
        column=column,
        rows=at.count,
        sum=None if amount is None else exact(amount),
        unit=unit,
        selection=both(nl, en) if nl else None,
        places=at.text,
        beyond=at.beyond,
    )


def covered(*, measured: Amount, estimated: Amount = 0, missing: Amount = 0) -> Coverage | None:
    """The shares in per cent of a quantity; None where there is no quantity at all."""
    parts = [Fraction(part) for part in (measured, estimated, missing)]
    whole = sum(parts, Fraction(0))
    if not whole:
        return None
    shares = [exact(part / whole * 100) for part in parts]
    return Coverage(measured=shares[0], estimated=shares[1], missing=shares[2])


def used_factors(factors: FactorSet, entries: Iterable[tuple[str, str, str]]) -> tuple[FactorUsed, ...]:
    """The factors that were applied, each once: kind, code and column."""
    found = []
    for kind, code, column in dict.fromkeys(entries):
        entry = factors.find(kind, code)
        value = entry.amount(column) if entry else None
        if entry and value is not None:
            found.append(
                FactorUsed(
                    code=code, column=column, value=value, unit=entry.unit, source=entry.source, year=factors.year
                )
            )
    return tuple(found)


FICTIONAL = both(
    "De factorenlijst {name} is fictief en dient alleen om te laten zien hoe het werkt.",
    "The factor list {name} is fictional and only shows how it works.",
)


@dataclass(frozen=True)
class Figures:
    """The figures of one indicator: they share formula and unit."""

    id: str
    formula: Bilingual
    unit: str | None = None
    factors: FactorSet | None = None

    @property
    def usual_unit(self) -> str:
        """The unit as the contract names it."""
        return self.unit or INDICATOR[self.id].unit

    def known(
        self,
        value: Amount | None,
        *,
        part: str = TOTAL,
        worked: Bilingual | None = None,
        inputs: Sequence[Input] = (),
        entries: Iterable[tuple[str, str, str]] = (),
        coverage: Coverage | None = None,
        notes: Sequence[Bilingual] = (),
        estimated: bool = False,
        unit: str | None = None,
    ) -> Indicator:
        """A figure that could be reckoned. ``value`` is None where the answer is a text, which ``worked`` then holds."""
        factors = used_factors(self.factors, entries) if self.factors else ()
        return Indicator(
            indicator=self.id,
            part=part,
            value=None if value is None else exact(value),
            unit=unit or self.usual_unit,
            status=Status.ESTIMATED if estimated else Status.MEASURED,
            why=Why(
                formula=self.formula,
                worked=worked,
                inputs=tuple(inputs),
                factors=factors,
                coverage=coverage,
                notes=(*notes, *self._warnings(bool(factors))),
            ),
        )

    def unknown(
        self,
        *reasons: Bilingual,
        part: str = TOTAL,
        inputs: Sequence[Input] = (),
        coverage: Coverage | None = None,
        unit: str | None = None,
    ) -> Indicator:
        """A figure that cannot be assessed, and why."""
        return Indicator(
            indicator=self.id,
            part=part,
            value=None,
            unit=unit or self.usual_unit,
            status=Status.NOT_ASSESSABLE,
            why=Why(formula=self.formula, inputs=tuple(inputs), coverage=coverage, notes=reasons),
        )

    def _warnings(self, applied: bool) -> tuple[Bilingual, ...]:
        if not (applied and self.factors and self.factors.fictional):
            return ()
        return (filled(FICTIONAL.nl, FICTIONAL.en, name=self.factors.id),)
