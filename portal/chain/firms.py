"""The firms of a chain as the map and the table show them: each with its role, its place, whether it answered and how its data came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.supplier_rows import SupplierRow, supplier_row
from schemas.chain import ChainSeen, DataQuality
from schemas.report.sheet_text import Cells


class Stand(StrEnum):
    """How far the asking of a firm is; in the order in which a chart stacks them."""

    ANSWERED = "answered"
    WAITING = "waiting"
    REFUSED = "refused"
    MISSING = "missing"
    NOT_ASKED = "not_asked"


class Coverage(StrEnum):
    """What a report knows of a firm, from best to nothing."""

    VERIFIED = "verified"
    PRIMARY = "primary"
    ESTIMATED = "estimated"
    MISSING = "declared_missing"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Firm(SupplierRow):
    """One row of the chain; ``place`` counts from 0, and ``role`` is none where the code could not be read."""

    place: int
    stand: Stand
    coverage: Coverage


def firms_of(rows: Sequence[Cells], seen: ChainSeen | None, stands: Mapping[str, Stand]) -> tuple[Firm, ...]:
    """The firms of the sheet in its order, each number once; what could not be read is left open."""
    first: dict[str, tuple[int, SupplierRow]] = {}
    for place, cells in enumerate(rows):
        row = supplier_row(cells)
        if row:
            first.setdefault(row.number, (place, row))
    quality = seen.quality if seen else {}
    return tuple(_firm(place, row, quality.get(number), stands.get(number)) for number, (place, row) in first.items())


def _firm(place: int, row: SupplierRow, quality: DataQuality | None, stand: Stand | None) -> Firm:
    known = Stand.REFUSED if row.refused else stand or Stand.NOT_ASKED
    return Firm(place=place, **vars(row), stand=known, coverage=_coverage(known, quality))


def _coverage(stand: Stand, quality: DataQuality | None) -> Coverage:
    if quality:
        return Coverage(quality.value)
    return Coverage.MISSING if stand in {Stand.REFUSED, Stand.MISSING} else Coverage.NOTHING
