"""What can be published of a report, one item at a time; what is no item, such as a name or an amount under embargo, never is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from schemas.judgement import Outcome, Status
from schemas.texts import Bilingual

NORMS, CASE, TEXTS = "norms", "case", "texts"
EMISSIONS = ("GHG", "AIR")


class Kind(StrEnum):
    """What an item is."""

    FACT = "fact"
    VERDICT = "verdict"
    FIGURE = "figure"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to decide on; ``theme`` is where it stands: the theme of an indicator, the norms, the case or the texts.

    A figure has an indicator and a part, a verdict the place of the figure that it judges, a fact and a text its words.
    ``heads`` is how many people stand behind a figure per head or in per cent of them.
    """

    id: str
    kind: Kind
    theme: str
    name: Bilingual
    code: str = ""
    part: str = ""
    value: Decimal | None = None
    heads: Decimal | None = None
    unit: str = ""
    status: Status | None = None
    outcome: Outcome | None = None
    judged: str | None = None
    threshold: str | None = None
    words: Bilingual | None = None

    @property
    def tells_emissions(self) -> bool:
        """Whether it is about emissions into the environment."""
        return self.kind is Kind.FIGURE and self.theme in EMISSIONS


def figure_id(indicator: str, part: str) -> str:
    """The id of a figure."""
    return f"figure:{indicator}:{part}"


def verdict_id(norm: str) -> str:
    """The id of a verdict."""
    return f"norm:{norm}"
