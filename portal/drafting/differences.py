"""How two states of a sheet differ: its rows paired by their keys, and the cells in which a pair is not the same."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schemas.report.columns import columns_of
from schemas.report.sheet_text import FRONT, Cell, blank, form_model
from schemas.report.sheets import BETWEEN_KEYS, BY_NAME, key_of

Row = Mapping[str, Cell]
Pair = tuple[Row | None, Row | None]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One cell that differs; without a column the whole row came or went. ``row`` names it by its keys."""

    row: str
    column: str | None
    before: Cell
    after: Cell
    came: bool = False


def paired(sheet: str, before: Sequence[Row], after: Sequence[Row]) -> list[Pair]:
    """The rows of both, those of one key beside each other: in the order of ``after``, and then what is gone."""
    waiting: dict[tuple[str, ...], deque[Row]] = defaultdict(deque)
    for row in before:
        if not blank(row):
            waiting[_key(sheet, row)].append(row)
    pairs: list[Pair] = []
    for row in after:
        same = waiting.get(_key(sheet, row))
        pairs.append((same.popleft() if same and not blank(row) else None, row))
    return [*pairs, *((row, None) for rows in waiting.values() for row in rows)]


def differences(sheet: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Difference]:
    """What changed from one state of a sheet to the next."""
    for was, became in paired(sheet, before, after):
        if was is None and became is not None and not blank(became):
            yield Difference(row=_named(sheet, became), column=None, before=None, after=None, came=True)
        elif was is not None and became is None:
            yield Difference(row=_named(sheet, was), column=None, before=None, after=None)
        elif was is not None and became is not None:
            yield from _cells(sheet, was, became)


def _cells(sheet: str, was: Row, became: Row) -> Iterator[Difference]:
    for column in columns_of(form_model(sheet)):
        before, after = was.get(column.name), became.get(column.name)
        if before != after:
            yield Difference(row=_named(sheet, became), column=column.name, before=before, after=after)


def _key(sheet: str, row: Row) -> tuple[str, ...]:
    return () if sheet == FRONT else tuple(str(row.get(name)) for name in key_of(BY_NAME[sheet]))


def _named(sheet: str, row: Row) -> str:
    if sheet == FRONT:
        return ""
    return BETWEEN_KEYS.join(str(row[name]) for name in key_of(BY_NAME[sheet]) if row.get(name) is not None)
