"""Where the boxes and lines of the map of a chain stand: tiers as columns, each firm beside whom it supplies; pure geometry in pixels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from portal.chain.firms import Firm, Stand
from schemas.report.code_lists import ChainRole

# More firms than this are drawn together, per tier and role.
MOST_DRAWN: Final = 30
WIDTH, HEIGHT = 208, 56
COLUMN, ROW = 268, 68
HEAD: Final = 34
BAND: Final = 16
HOLDER: Final = ""


@dataclass(frozen=True, kw_only=True)
class Box:
    """What is drawn as one box: a firm, or all firms of one role in one tier; ``above`` is the box that they supply."""

    key: str
    above: str
    tier: int
    role: ChainRole | None
    firms: tuple[Firm, ...]
    links: int = 1

    @property
    def stands(self) -> Counter[Stand]:
        """How many of its firms are how far."""
        return Counter(firm.stand for firm in self.firms)


@dataclass(frozen=True)
class Band:
    """A piece of the band at the left of a box, by how far its firms are."""

    stand: Stand
    y: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A box in its place."""

    box: Box
    x: int
    y: int
    bands: tuple[Band, ...]


@dataclass(frozen=True, kw_only=True)
class Edge:
    """A line from a supplier to its customer, with how many links it stands for."""

    path: str
    links: int


@dataclass(frozen=True, kw_only=True)
class ChainMap:
    """The whole map; ``together`` where firms are drawn per tier and role. ``holder`` is where the holder's box stands."""

    width: int
    height: int
    holder: int
    tiers: tuple[tuple[int, int], ...]
    boxes: tuple[Drawn, ...]
    edges: tuple[Edge, ...]
    together: bool


def chain_map(firms: Sequence[Firm]) -> ChainMap:
    """The map of these firms, in the order in which a reader goes through it: each box before those that supply it."""
    together = len(firms) > MOST_DRAWN
    boxes = _together(firms) if together else _alone(firms)
    rows = _rows(boxes)
    columns = {tier: place for place, tier in enumerate(sorted({box.tier for box in boxes}), start=1)}
    tops = {key: round(HEAD + row * ROW) for key, row in rows.items()}
    drawn = {box.key: _drawn(box, columns[box.tier], tops[box.key]) for box in boxes}
    holder = round(HEAD + _middle([row for key, row in rows.items() if drawn[key].box.above == HOLDER]) * ROW)
    return ChainMap(
        width=len(columns) * COLUMN + WIDTH + 2,
        height=max(tops.values(), default=HEAD) + HEIGHT + 2,
        holder=holder,
        tiers=tuple((tier, place * COLUMN) for tier, place in columns.items()),
        boxes=tuple(drawn[key] for key in rows),
        edges=tuple(_edges(drawn, holder)),
        together=together,
    )


def _alone(firms: Sequence[Firm]) -> list[Box]:
    known = {firm.number for firm in firms}
    return [
        Box(
            key=firm.number,
            above=firm.parent if firm.parent in known and firm.parent != firm.number else HOLDER,
            tier=firm.tier,
            role=firm.role,
            firms=(firm,),
        )
        for firm in sorted(firms, key=lambda firm: (_rank(firm.role), firm.name))
    ]


def _together(firms: Sequence[Firm]) -> list[Box]:
    """A box per tier and role; it hangs below the box that most of its firms supply."""
    group = {firm.number: _group(firm) for firm in firms}
    members: dict[str, list[Firm]] = defaultdict(list)
    for firm in sorted(firms, key=lambda firm: (firm.tier, _rank(firm.role))):
        members[_group(firm)].append(firm)
    boxes = []
    for key, inside in members.items():
        above, links = Counter(group.get(firm.parent or "", HOLDER) for firm in inside).most_common(1)[0]
        first = inside[0]
        boxes.append(
            Box(
                key=key,
                above=above if above != key else HOLDER,
                tier=first.tier,
                role=first.role,
                firms=tuple(inside),
                links=links,
            )
        )
    return boxes


def _group(firm: Firm) -> str:
    return f"{firm.tier}-{firm.role or 'unknown'}"


def _rank(role: ChainRole | None) -> int:
    return list(ChainRole).index(role) if role else len(ChainRole)


def _rows(boxes: Sequence[Box]) -> dict[str, float]:
    """By box its row, in reading order: what supplies nothing else takes a row, and who is supplied stands in the middle."""
    below: Mapping[str, list[Box]] = defaultdict(list)
    for box in boxes:
        below[box.above].append(box)
    order, rows, free = list(_from_the_holder(boxes, below)), dict[str, float](), 0
    for key in reversed(order):
        inside = [rows[box.key] for box in below[key] if box.key in rows]
        if inside:
            rows[key] = _middle(inside)
        else:
            rows[key], free = float(free), free + 1
    top = max(rows.values(), default=0.0)
    return {key: top - rows[key] for key in order}


def _from_the_holder(boxes: Sequence[Box], below: Mapping[str, list[Box]]) -> Iterator[str]:
    """Every box once, those that it is supplied by behind it; a ring that reaches nobody begins at its first box."""
    waiting, seen = [*reversed(boxes), *reversed(below[HOLDER])], set[str]()
    while waiting:
        box = waiting.pop()
        if box.key not in seen:
            seen.add(box.key)
            yield box.key
            waiting.extend(reversed(below[box.key]))


def _middle(rows: Sequence[float]) -> float:
    return (min(rows) + max(rows)) / 2 if rows else 0.0


def _drawn(box: Box, column: int, top: int) -> Drawn:
    return Drawn(box=box, x=column * COLUMN, y=top, bands=tuple(_bands(box)))


def _bands(box: Box) -> Iterator[Band]:
    at = 0.0
    for stand in Stand:
        if share := box.stands[stand]:
            height = HEIGHT * share / len(box.firms)
            yield Band(stand, round(at, 2), round(height, 2))
            at += height


def _edges(drawn: Mapping[str, Drawn], holder: int) -> Iterator[Edge]:
    for one in drawn.values():
        above = drawn.get(one.box.above)
        x, y = (above.x, above.y) if above else (0, holder)
        yield Edge(path=_curve(one.x, one.y, x + WIDTH, y), links=one.box.links)


def _curve(x1: int, y1: int, x2: int, y2: int) -> str:
    """From the left side of the supplier's box to the right side of its customer's."""
    start, end, half = y1 + HEIGHT // 2, y2 + HEIGHT // 2, (x1 - x2) // 2
    return f"M{x1} {start}C{x1 - half} {start} {x2 + 8 + half} {end} {x2 + 8} {end}"
