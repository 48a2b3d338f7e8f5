"""How far data covers the chain: per role and per tier, how many firms were verified, told it themselves, were estimated, or are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from portal.chain.firms import Coverage, Firm
from portal.chain.words import coverage_word, role_word
from portal.charts import Amount, BarRow, stacked
from schemas.report.code_lists import ChainRole


@dataclass(frozen=True, kw_only=True)
class Covered:
    """One line of the chart and of the table behind it."""

    label: str
    counts: Counter[Coverage]
    row: BarRow

    @property
    def firms(self) -> int:
        """How many firms the line is about."""
        return self.counts.total()

    @property
    def told(self) -> int:
        """Of how many there is data."""
        return self.counts[Coverage.VERIFIED] + self.counts[Coverage.PRIMARY] + self.counts[Coverage.ESTIMATED]


def coverage_by_role(firms: Sequence[Firm]) -> tuple[Covered, ...]:
    """A line per role that the chain has."""
    return tuple(
        _covered(role_word(role), inside)
        for role in (*ChainRole, None)
        if (inside := [firm for firm in firms if firm.role is role])
    )


def coverage_by_tier(firms: Sequence[Firm]) -> tuple[Covered, ...]:
    """A line per tier, the nearest first."""
    tiers = sorted({firm.tier for firm in firms})
    return tuple(
        _covered(str(_("Trede %(tier)s", tier=tier)), [firm for firm in firms if firm.tier == tier]) for tier in tiers
    )


def _covered(label: str, firms: Iterable[Firm]) -> Covered:
    counts = Counter(firm.coverage for firm in firms)
    amounts = [
        Amount(one.value, coverage_word(one), Decimal(counts[one]), str(counts[one])) for one in Coverage if counts[one]
    ]
    return Covered(label=label, counts=counts, row=BarRow(label, str(counts.total()), stacked(amounts)))
