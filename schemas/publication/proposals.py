"""What is proposed for each item before the officer decides: public, unless one of these tables says to take care."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.publication.grounds import Ground
from schemas.publication.items import Item, Kind
from schemas.texts import Bilingual

SMALL_GROUP: Final = 10


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Public or not, and if not, on which ground; ``why`` tells the officer what to look at."""

    public: bool
    ground: Ground | None = None
    why: Bilingual | None = None


PUBLIC: Final = Proposal(public=True)
FREE_TEXT: Final = Proposal(
    public=False,
    ground=Ground.PRIVACY,
    why=Bilingual(
        nl="Vrije tekst: er kunnen namen of bedrijfsgegevens in staan.",
        en="Free text: it may hold names or business data.",
    ),
)
FEW_PEOPLE: Final = Proposal(
    public=False,
    ground=Ground.PRIVACY,
    why=Bilingual(
        nl="Gaat over minder dan tien mensen: iemand kan herkend worden.",
        en="About fewer than ten people: somebody could be recognised.",
    ),
)
MONEY: Final = Proposal(
    public=False,
    ground=Ground.CONFIDENTIAL,
    why=Bilingual(nl="Een bedrag van het bedrijf.", en="An amount of money of the business."),
)
OF_SUPPLIERS: Final = Proposal(
    public=False,
    ground=Ground.COMPETITION,
    why=Bilingual(
        nl="Gaat over leveranciers: hun cijfers kunnen concurrentiegevoelig zijn.",
        en="About suppliers: their figures may be sensitive to competition.",
    ),
)
STATED: Final = Proposal(
    public=False,
    ground=Ground.UNEVEN_HARM,
    why=Bilingual(
        nl="Een eigen opgave over incidenten of klachten: weeg eerst wat openbaar maken doet.",
        en="The holder's own statement on incidents or complaints: weigh first what publishing does.",
    ),
)
# Indicators that count people or what happened to them.
OF_PEOPLE: Final = frozenset({"SOC-01", "SOC-03", "SOC-04", "SOC-09", "DD-05"})
# Indicators per head, or in per cent of people: what counts is how many people stand behind them.
PER_HEAD: Final = frozenset({"SOC-02", "SOC-03", "SOC-05", "SOC-06", "SOC-13"})
CARE: Final[Mapping[str, Proposal]] = MappingProxyType(
    {
        "CTX-04": MONEY,
        "DD-05": STATED,
        "DD-07": STATED,
        "DD-10": OF_SUPPLIERS,
        "GOV-05": STATED,
    }
)
SUPPLIER_PARTS: Final = ("organisation=suppliers", "supplier=")


def proposed(item: Item) -> Proposal:
    """The proposal for one item."""
    if item.kind is Kind.TEXT:
        return FREE_TEXT
    if item.kind is not Kind.FIGURE:
        return PUBLIC
    if _about_few(item):
        return FEW_PEOPLE
    if item.unit == "EUR" or item.part.endswith("beside=value"):
        return MONEY
    if item.part.startswith(SUPPLIER_PARTS):
        return OF_SUPPLIERS
    return CARE.get(item.code, PUBLIC)


def _about_few(item: Item) -> bool:
    """Whether a number counts fewer than ten people, or stands on so few."""
    counts = item.value if item.code in OF_PEOPLE else None
    behind = item.heads if item.code in PER_HEAD and item.value is not None else None
    return any(number is not None and 0 < number < SMALL_GROUP for number in (counts, behind))
