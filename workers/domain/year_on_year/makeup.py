"""What a figure is made of in one year: energy of vehicles by kind and by what it runs on, beside the kilometres, and energy without any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from schemas.change import Effects
from workers.domain.year_on_year.lmdi import PRECISION, Causes, effects

# A class of vehicle with a drivetrain.
Kind = tuple[str, str]
# A kind of vehicle (None: nothing is driven with it) and the energy, down to the entry of the factor list at which it counts.
Product = tuple[Kind | None, str]

# The effect to which each cause of a product counts: kilometres, share of the kind in them, energy per kilometre, share of what it runs
# on in that energy, and the figure per unit of energy. Without kilometres: an amount, and the figure per unit of it.
DRIVEN = ("activity", "mix", "intensity", "mix", "factor")
STANDING = ("other", "factor")


@dataclass(frozen=True)
class Part:
    """Energy that counts in a figure: ``size`` by one yardstick for both years, ``value`` as the figure counts it."""

    product: Product
    size: Fraction
    value: Fraction


@dataclass(frozen=True)
class Makeup:
    """A figure of one year: kilometres and all vehicle energy by kind, the parts that it counts, and by what their sum is divided."""

    km: Mapping[Kind, Fraction]
    energy: Mapping[Kind, Fraction]
    parts: tuple[Part, ...]
    per: Fraction = Fraction(1)

    @staticmethod
    def of(
        km: Mapping[Kind, Fraction], energy: Mapping[Kind, Fraction], parts: Iterable[Part], per: Fraction
    ) -> Makeup:
        """One year; what a kind of vehicle without a kilometre used is energy without kilometres."""
        sizes: dict[Product, Fraction] = defaultdict(Fraction)
        values: dict[Product, Fraction] = defaultdict(Fraction)
        for part in parts:
            kind, energy_of = part.product
            product = (kind if kind is not None and km.get(kind) else None, energy_of)
            sizes[product] += part.size
            values[product] += part.value
        return Makeup(km, energy, tuple(Part(key, sizes[key], values[key]) for key in sizes), per)

    @property
    def products(self) -> set[Product]:
        """What it is a sum of."""
        return {part.product for part in self.parts}

    def causes(self, product: Product) -> Causes:
        """The chain of causes of one product; their product is what it adds to the figure."""
        part = next(
            (known for known in self.parts if known.product == product), Part(product, Fraction(0), Fraction(0))
        )
        kind = product[0]
        if kind is None:
            return (part.size / self.per, _share(part.value, part.size))
        whole, km, used = sum(self.km.values(), Fraction(0)), self.km.get(kind, Fraction(0)), self.energy.get(kind)
        return (
            whole / self.per,
            _share(km, whole),
            _share(used or Fraction(0), km),
            _share(part.size, used),
            _share(part.value, part.size),
        )


def split(before: Makeup, now: Makeup) -> dict[str, Decimal]:
    """What each effect did to a figure between two years, in more digits than are ever shown."""
    found = dict.fromkeys(Effects.model_fields, Decimal(0))
    with localcontext(prec=PRECISION):
        for product in sorted(before.products | now.products, key=str):
            names = DRIVEN if product[0] is not None else STANDING
            for name, effect in zip(names, effects(before.causes(product), now.causes(product)), strict=True):
                found[name] += effect
    return found


def _share(part: Fraction, whole: Fraction | None) -> Fraction | None:
    """A share of the whole; of nothing there is none."""
    return part / whole if whole else None
