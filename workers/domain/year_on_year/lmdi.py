"""A change of a sum of products, split in the effects of its causes without a rest: additive LMDI-I.

The effect of a cause x on one product V is L(V1, V0) · ln(x1 / x0), with the logarithmic mean L(a, b) = (a - b) / (ln a - ln b): over
all causes of all products they add up to the change. Source: B.W. Ang, *Decomposition analysis for policymaking in energy: which is the
preferred method?*, Energy Policy 32 (2004) 1131-1139, and *The LMDI approach to decomposition analysis: a practical guide*, Energy
Policy 33 (2005) 867-871. Where a product is nothing in one of the years the analytical limit holds (B.W. Ang and N. Liu, *Handling zero
values in the logarithmic mean Divisia index decomposition approach*, Energy Policy 35 (2007) 238-246).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from math import prod

# Logarithms have no last decimal: with so many digits what is left over lies far below the nine that are kept.
PRECISION = 60

# What a product is made of, in the order of the chain; None is what cannot be told because a cause before it is nothing.
Causes = Sequence[Fraction | None]


def effects(before: Causes, now: Causes) -> tuple[Decimal, ...]:
    """What each cause did to one product, in ``PRECISION`` digits."""
    first, last = _product(before), _product(now)
    with localcontext(prec=PRECISION):
        if first > 0 and last > 0:
            return tuple(_mean(first, last) * _logarithm(x0, x1) for x0, x1 in zip(before, now, strict=True))
        alone = _nothing_in(before if first == 0 else now)
        return tuple(decimal(last - first) if place == alone else Decimal(0) for place in range(len(before)))


def decimal(value: Fraction) -> Decimal:
    """A fraction in the digits of the present context."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _product(causes: Causes) -> Fraction:
    return prod((cause or Fraction(0) for cause in causes), start=Fraction(1))


def _mean(first: Fraction, last: Fraction) -> Decimal:
    ratio = decimal(last / first)
    return decimal(first) if ratio == 1 else decimal(last - first) / ratio.ln()


def _logarithm(before: Fraction | None, now: Fraction | None) -> Decimal:
    assert before
    assert now
    return decimal(now / before).ln()


def _nothing_in(causes: Causes) -> int:
    """The cause by which a product is nothing, the whole change is its effect: the limit when it goes to zero."""
    return next((place for place, cause in enumerate(causes) if cause == 0), 0)
