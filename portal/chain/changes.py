"""What changed in the chain since last year: who is new, who is gone, and who stands elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.chain.firms import Firm


@dataclass(frozen=True, kw_only=True)
class SinceLastYear:
    """The firms that came and went, and those that have another role or supply another firm."""

    year: int
    new: tuple[Firm, ...]
    gone: tuple[Firm, ...]
    moved: tuple[Firm, ...]

    @property
    def anything(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.new or self.gone or self.moved)


def since_last_year(now: Sequence[Firm], before: Sequence[Firm], *, year: int) -> SinceLastYear | None:
    """What changed since the chain of the year before; none where that year had no chain."""
    if not before:
        return None
    earlier, later = {firm.number: firm for firm in before}, {firm.number: firm for firm in now}
    return SinceLastYear(
        year=year,
        new=tuple(firm for firm in now if firm.number not in earlier),
        gone=tuple(firm for firm in before if firm.number not in later),
        moved=tuple(firm for firm in now if firm.number in earlier and _place(firm) != _place(earlier[firm.number])),
    )


def _place(firm: Firm) -> tuple[object, ...]:
    return firm.role, firm.tier, firm.parent
