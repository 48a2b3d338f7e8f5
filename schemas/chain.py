"""The chain as a check sees it: how many vehicles and contracts ask for each link, whom they name, and how each supplier's data came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from schemas.report.code_lists import ChainRole


class DataQuality(StrEnum):
    """How the data of a supplier came; the weakest of its rows counts."""

    VERIFIED = "verified"
    PRIMARY = "primary"
    ESTIMATED = "estimated"


class Asking(BaseModel):
    """The rows of a sheet that ask for one link of the chain: how many there are, and how many name whom."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: ChainRole
    of: int
    named: Mapping[str, int]

    @property
    def unnamed(self) -> int:
        """The rows that name nobody."""
        return self.of - sum(self.named.values())


class Certificate(BaseModel):
    """A certificate of a supplier and its last day; ``titles`` are what the report says that it certifies."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    supplier_id: str
    name: str
    titles: tuple[str, ...]
    valid_to: date


class ChainSeen(BaseModel):
    """What a report says of its chain; ``electric`` is the number of battery-electric vehicles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    electric: int
    asking: tuple[Asking, ...]
    quality: Mapping[str, DataQuality]
    certificates: tuple[Certificate, ...] = ()
