"""The workbook of the voluntary standard (VSME): whose it is, of which period, and its datapoints by their defined names.

The names are those of EFRAG's digital template, where each datapoint's name is its concept in the taxonomy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from workers.intake import unreadable
from workers.intake.archive import opened
from workers.intake.content import Content, content_of
from workers.intake.defined_names import Place, cells_at, places_of
from workers.intake.workbook import refuse_programs
from workers.intake.written import Cell, CellKind

ENTITY = "template_reporting_entity_name"
STARTS = "template_reporting_period_startdate"
ENDS = "template_reporting_period_enddate"
OF_THE_TEMPLATE = (ENTITY, STARTS, ENDS)
VALUES = frozenset({CellKind.TEXT, CellKind.NUMBER, CellKind.DATE, CellKind.BOOLEAN, CellKind.PERCENT})


@dataclass(frozen=True)
class Datapoint:
    """One datapoint that is filled in; ``place`` is its cell as the user sees it."""

    name: str
    cell: Cell
    place: str

    @property
    def is_value(self) -> bool:
        """Whether the cell holds a value; an error cell or a formula that was never reckoned holds none."""
        return self.cell.kind in VALUES


@dataclass(frozen=True)
class Voluntary:
    """What such a workbook says of what was asked for; what is not filled in is not there."""

    entity: str | None
    starts: date | None
    ends: date | None
    datapoints: Mapping[str, Datapoint]


def voluntary(name: str, data: bytes, wanted: Iterable[str]) -> Voluntary:
    """Read the wanted datapoints; raises :class:`Unreadable` for another file than such a workbook."""
    if content_of(name, data) is not Content.WORKBOOK:
        raise _no_voluntary(name)
    archive = opened(data)
    refuse_programs(name, archive)
    places = places_of(archive)
    if not {STARTS, ENDS} <= places.keys():
        raise _no_voluntary(name)
    asked = {one: places[one] for one in (*OF_THE_TEMPLATE, *wanted) if one in places}
    cells = cells_at(archive, asked.values())
    found = {one: _datapoint(one, place, cells) for one, place in asked.items() if _filled(cells.get(place))}
    return Voluntary(
        entity=_text(found.get(ENTITY)),
        starts=_day(found.get(STARTS)),
        ends=_day(found.get(ENDS)),
        datapoints={one: datapoint for one, datapoint in found.items() if one not in OF_THE_TEMPLATE},
    )


def _filled(cell: Cell | None) -> bool:
    return cell is not None and (bool(cell.text) or cell.kind not in VALUES)


def _datapoint(name: str, place: Place, cells: Mapping[Place, Cell]) -> Datapoint:
    return Datapoint(name=name, cell=cells[place], place=place.told)


def _text(found: Datapoint | None) -> str | None:
    return found.cell.text if found and found.is_value else None


def _day(found: Datapoint | None) -> date | None:
    try:
        return date.fromisoformat((_text(found) or "")[:10])
    except ValueError:
        return None


def _no_voluntary(name: str) -> unreadable.Unreadable:
    return unreadable.unreadable(
        f"{name} is geen werkboek van de vrijwillige standaard (VSME): de namen van de cellen ontbreken.",
        f"{name} is no workbook of the voluntary standard (VSME): the names of its cells are missing.",
        "Gebruik het werkboek van EFRAG (VSME Digital Template), sla het op als .xlsx en upload het dan.",
        "Use EFRAG's workbook (VSME Digital Template), save it as .xlsx and then upload it.",
    )
