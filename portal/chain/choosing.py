"""Which firms of the chain the table shows, as the address asks; what it does not know it passes over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from portal.chain.firms import Coverage, Firm, Stand
from schemas.report.code_lists import ChainRole

LONGEST: Final = 100
PER_PAGE: Final = 50
Choice = TypeVar("Choice", ChainRole, Stand, Coverage)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What a reader asked for; nothing asked is every firm."""

    words: str = ""
    role: ChainRole | None = None
    stand: Stand | None = None
    coverage: Coverage | None = None
    tier: int | None = None

    @property
    def address(self) -> dict[str, str]:
        """The same as it stands in an address."""
        known = {
            "zoek": self.words,
            "schakel": self.role or "",
            "stand": self.stand or "",
            "gegevens": self.coverage or "",
            "trede": str(self.tier or ""),
        }
        return {name: str(value) for name, value in known.items() if value}

    def of(self, firms: Sequence[Firm]) -> list[Firm]:
        """The firms that were asked for, in their order."""
        return [firm for firm in firms if self._fits(firm)]

    def _fits(self, firm: Firm) -> bool:
        words = f"{firm.number} {firm.name} {firm.country}".casefold()
        return (
            self.words.casefold() in words
            and self.role in (None, firm.role)
            and self.stand in (None, firm.stand)
            and self.coverage in (None, firm.coverage)
            and self.tier in (None, firm.tier)
        )


def chosen(asked: Mapping[str, str]) -> Chosen:
    """What the address asks for."""
    tier = asked.get("trede", "")
    return Chosen(
        words=asked.get("zoek", "").strip()[:LONGEST],
        role=_one(ChainRole, asked.get("schakel", "")),
        stand=_one(Stand, asked.get("stand", "")),
        coverage=_one(Coverage, asked.get("gegevens", "")),
        tier=int(tier) if len(tier) == 1 and tier.isdecimal() and tier.isascii() else None,
    )


def _one(kind: type[Choice], code: str) -> Choice | None:
    return kind(code) if code in set(kind) else None
