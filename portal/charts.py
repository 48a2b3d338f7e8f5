"""Where the marks of a chart stand: pure geometry in percent, drawn by the macros of `_layout/charts.html`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from schemas.waterfall import percent

HEADROOM = Decimal("1.08")
TICKS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
FULL = Decimal(100)


@dataclass(frozen=True)
class Amount:
    """One thing to show: its code gives the colour, its text is the value as the reader sees it."""

    code: str
    label: str
    value: Decimal
    text: str


@dataclass(frozen=True)
class Bar:
    """A mark on a line from 0 to 100: where it starts, how long it is, and what it stands for."""

    code: str
    label: str
    text: str
    start: float
    length: float


@dataclass(frozen=True)
class BarRow:
    """A row of a stacked chart: a name and bars that follow each other."""

    label: str
    text: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Tile:
    """One place in a row of equal places: where it starts, how wide it is, its middle, and what stands there."""

    code: str
    label: str
    text: str
    start: float
    length: float
    middle: float


@dataclass(frozen=True)
class YearValue:
    """A value in a year, with its text; the text may be empty where it needs no label."""

    year: int
    value: Decimal
    text: str = ""


@dataclass(frozen=True)
class Dot:
    """A point on the plot: x from the left, y from the top, both in percent."""

    x: float
    y: float
    label: str
    text: str


@dataclass(frozen=True)
class Segment:
    """A straight piece of a line, in percent."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Tick:
    """A value on an axis: where it stands in percent, and the value itself, to be formatted by the page."""

    at: float
    value: Decimal


@dataclass(frozen=True)
class PathRow:
    """A year of the table under the path: own value, norm and what is expected, as text."""

    year: int
    own: str
    norm: str
    ahead: str = ""


@dataclass(frozen=True)
class Path:
    """The own values of the past years against the line of the norm to its target year."""

    own: tuple[Dot, ...]
    norm: tuple[Dot, ...]
    own_line: tuple[Segment, ...]
    norm_line: tuple[Segment, ...]
    years: tuple[Tick, ...]
    values: tuple[Tick, ...]
    rows: tuple[PathRow, ...]
    ahead: tuple[Dot, ...] = ()
    ahead_line: tuple[Segment, ...] = ()


def bars(amounts: Iterable[Amount]) -> tuple[Bar, ...]:
    """Each amount as a bar of its own, the longest filling the width."""
    shown = tuple(amounts)
    largest = max((amount.value for amount in shown), default=Decimal(0))
    return tuple(_bar(amount, start=0.0, length=percent(amount.value, largest)) for amount in shown)


def stacked(amounts: Iterable[Amount], *, whole: Decimal | None = None) -> tuple[Bar, ...]:
    """The amounts one after the other on one line; `whole` is what fills it, their sum unless told."""
    shown = tuple(amounts)
    total = sum((amount.value for amount in shown), Decimal(0)) if whole is None else whole
    lengths = [percent(amount.value, total) for amount in shown]
    starts = accumulate(lengths, initial=0.0)
    return tuple(
        _bar(amount, start=start, length=length) for amount, start, length in zip(shown, starts, lengths, strict=False)
    )


def stacked_rows(rows: Iterable[tuple[str, str, Sequence[Amount]]]) -> tuple[BarRow, ...]:
    """Rows of (name, text, amounts) on one scale: the largest sum fills the width."""
    given = tuple(rows)
    largest = max((sum((a.value for a in amounts), Decimal(0)) for _, _, amounts in given), default=Decimal(0))
    return tuple(BarRow(label, text, stacked(amounts, whole=largest)) for label, text, amounts in given)


def legend(rows: Iterable[BarRow]) -> tuple[Bar, ...]:
    """Every code once, in the order in which the rows show them."""
    return tuple({bar.code: bar for row in rows for bar in row.bars}.values())


def tiles(cells: Sequence[tuple[str, str, str]]) -> tuple[Tile, ...]:
    """Cells of (code, label, text) beside each other, each as wide; a cell without a code leaves its place open."""
    room = 100 / max(len(cells), 1)
    return tuple(
        Tile(code, label, text, round(place * room, 3), round(room, 3), round((place + 0.5) * room, 3))
        for place, (code, label, text) in enumerate(cells)
    )


def path(
    own: Sequence[YearValue],
    norm: Sequence[YearValue],
    *,
    ahead: Sequence[YearValue] = (),
    ceiling: Decimal | None = None,
) -> Path:
    """Own values and the steps of the norm on one plot that starts at zero; give the ceiling for shares (100), else it is found.

    ``ahead`` are the values that are expected; their line goes on from the last own value.
    """
    points = (*own, *norm, *ahead)
    top = ceiling if ceiling is not None else round_up(max((p.value for p in points), default=Decimal(1)))
    first, last = _span(points)
    own_dots, norm_dots, ahead_dots = (
        tuple(_dot(point, first=first, last=last, top=top) for point in line) for line in (own, norm, ahead)
    )
    return Path(
        own=own_dots,
        norm=norm_dots,
        own_line=_line(own_dots),
        norm_line=_steps(norm_dots),
        years=tuple(Tick(_across(year, first, last), Decimal(year)) for year in _years(first, last)),
        values=tuple(Tick(100 - percent(top * step / 4, top), top * step / 4) for step in range(5)),
        rows=_path_rows(own, norm, ahead),
        ahead=ahead_dots,
        ahead_line=_line((*own_dots[-1:], *ahead_dots)) if ahead_dots else (),
    )


def _bar(amount: Amount, *, start: float, length: float) -> Bar:
    return Bar(amount.code, amount.label, amount.text, round(start, 3), length)


def _dot(point: YearValue, *, first: int, last: int, top: Decimal) -> Dot:
    return Dot(_across(point.year, first, last), round(100 - percent(point.value, top), 3), str(point.year), point.text)


def _line(dots: Sequence[Dot]) -> tuple[Segment, ...]:
    return tuple(Segment(a.x, a.y, b.x, b.y) for a, b in pairwise(dots))


def _steps(dots: Sequence[Dot]) -> tuple[Segment, ...]:
    """What is asked holds until the next step, and after the last one to the edge."""
    steps = (piece for a, b in pairwise(dots) for piece in (Segment(a.x, a.y, b.x, a.y), Segment(b.x, a.y, b.x, b.y)))
    last = (Segment(dots[-1].x, dots[-1].y, 100.0, dots[-1].y),) if dots and dots[-1].x < 100 else ()
    return (*steps, *last)


def _across(year: int, first: int, last: int) -> float:
    return round((year - first) / (last - first) * 100, 3) if last > first else 50.0


def _span(points: Sequence[YearValue]) -> tuple[int, int]:
    years = [point.year for point in points]
    return min(years, default=0), max(years, default=0)


def _years(first: int, last: int) -> range:
    step = 1 + (last - first) // 7
    return range(last, first - 1, -step)


def round_up(value: Decimal) -> Decimal:
    """The next round number above a value, so that the highest mark keeps free of the edge."""
    if value <= 0:
        return Decimal(1)
    wanted = value * HEADROOM
    size = Decimal(1).scaleb(wanted.adjusted())
    return next(size * tick for tick in TICKS if size * tick >= wanted)


def _path_rows(own: Sequence[YearValue], norm: Sequence[YearValue], ahead: Sequence[YearValue]) -> tuple[PathRow, ...]:
    own_texts, norm_texts, ahead_texts = (
        {point.year: point.text or str(point.value) for point in line} for line in (own, norm, ahead)
    )
    return tuple(
        PathRow(year, own_texts.get(year, ""), norm_texts.get(year, ""), ahead_texts.get(year, ""))
        for year in sorted({*own_texts, *norm_texts, *ahead_texts})
    )
