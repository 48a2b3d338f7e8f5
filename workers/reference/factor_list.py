"""Reading a list of emission factors from a CSV: every fault is told with its line and column, and a factor is never guessed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workers.domain.factors import Factor, FactorSet
from workers.intake.delimited import DELIMITERS, as_utf8
from workers.reference import factor_faults as faults
from workers.reference.factor_faults import Fault, UnreadableFactors

AMOUNTS = ("wtw", "ttw", "wtt", "biogenic", "infrastructure", "mj_per_unit")
REQUIRED = ("year", "kind", "code", "unit", *AMOUNTS, "source")
COLUMNS = ("set", *REQUIRED)
FILLED = ("code", "unit", "source")
KINDS = frozenset({"carrier", "electricity_origin", "gwp", "material", "setting"})
FICTIONAL = "demo-"
FIRST_YEAR, LAST_YEAR = 1990, 2100

NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
AMOUNT = re.compile(r"\d{1,9}(\.\d{1,12})?")
Units = Mapping[tuple[str, str], str]
Cells = Mapping[str, str]


@dataclass(frozen=True)
class _Line:
    """One line of the file: its number, the list that it belongs to, and its cells by column."""

    number: int
    name: str
    year: int
    cells: Cells

    @property
    def key(self) -> tuple[str, str, str]:
        """The factor that it is about, in its list."""
        return self.name, self.cells["kind"], self.cells["code"]


def read_factors(name: str, data: bytes, *, units: Units) -> tuple[FactorSet, ...]:
    """The lists in a file, by year and name; ``units`` says per what each factor has to be.

    Without the column ``set`` a list is named ``official-`` and its year; one whose name starts with ``demo-`` is fictional.
    Raises ``UnreadableFactors`` with every fault that was found, and ``Unreadable`` for what is no text at all.
    """
    text = as_utf8(name, data).decode()
    first, _, _ = text.partition("\n")
    delimiter = max(DELIMITERS, key=lambda sign: sum(cell.strip(' "') in COLUMNS for cell in first.split(sign)))
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        headings = [heading.strip() for heading in next(records, [])]
        if found := _of_headings(headings):
            raise UnreadableFactors(found)
        rows = list(enumerate(records, start=2))
    except csv.Error as wrong:
        raise UnreadableFactors([faults.broken_quotes(records.line_num)]) from wrong
    return _lists(headings, [(number, row) for number, row in rows if any(cell.strip() for cell in row)], units)


def _lists(headings: list[str], rows: list[tuple[int, list[str]]], units: Units) -> tuple[FactorSet, ...]:
    """The lists that the rows make, when nothing is wrong with any of them."""
    found = [faults.other_width(number, len(row), len(headings)) for number, row in rows if len(row) != len(headings)]
    named = [(n, dict(zip(headings, map(str.strip, row), strict=True))) for n, row in rows if len(row) == len(headings)]
    found += [faults.no_year(number, cells["year"]) for number, cells in named if _year(cells["year"]) is None]
    lines = [
        _Line(number, cells.get("set") or f"official-{year}", year, cells)
        for number, cells in named
        if (year := _year(cells["year"])) is not None
    ]
    found += [*_of_lists(lines), *_of_entries(lines, units)]
    if found or not lines:
        raise UnreadableFactors(sorted(found, key=lambda fault: fault.line) or [faults.nothing_in_it()])
    of_lists = {(line.year, line.name): [one for one in lines if one.name == line.name] for line in lines}
    return tuple(_list(name, year, of_list) for (year, name), of_list in sorted(of_lists.items()))


def _of_headings(headings: list[str]) -> list[Fault]:
    missing = set(REQUIRED) - set(headings)
    odd = [heading for at, heading in enumerate(headings) if heading not in COLUMNS or heading in headings[:at]]
    found = [faults.columns_missing(missing, COLUMNS)] if missing else []
    return found + [faults.column_unknown(heading, COLUMNS) for heading in odd]


def _of_lists(lines: Sequence[_Line]) -> Iterator[Fault]:
    years: dict[str, int] = {}
    for line in lines:
        if NAME.fullmatch(line.name) is None:
            yield faults.no_name(line.number, line.name)
        if (year := years.setdefault(line.name, line.year)) != line.year:
            yield faults.other_year(line.number, line.name, year)


def _of_entries(lines: Sequence[_Line], units: Units) -> Iterator[Fault]:
    first: dict[tuple[str, str, str], int] = {}
    for line in lines:
        if (known := first.setdefault(line.key, line.number)) != line.number:
            yield faults.twice(line.number, line.cells["code"], known)
        yield from _of_words(line.number, line.cells, units)
        yield from _of_amounts(line.number, line.cells)


def _of_words(number: int, cells: Cells, units: Units) -> Iterator[Fault]:
    kind, code, unit = cells["kind"], cells["code"], cells["unit"]
    if kind not in KINDS:
        yield faults.unknown_kind(number, kind, KINDS)
    yield from (faults.blank(number, column) for column in FILLED if not cells[column])
    if unit and unit != units.get((kind, code), unit):
        yield faults.other_unit(number, unit, code, units[kind, code])


def _of_amounts(number: int, cells: Cells) -> Iterator[Fault]:
    amounts = {column: cells[column] for column in AMOUNTS if cells[column]}
    yield from (
        faults.no_number(number, column, text) for column, text in amounts.items() if not AMOUNT.fullmatch(text)
    )
    if not amounts:
        yield faults.no_amount(number, cells["code"])


def _year(text: str) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        return None
    return int(text) if FIRST_YEAR <= int(text) <= LAST_YEAR else None


def _entry(cells: Cells) -> Factor:
    wtw, ttw, wtt, biogenic, infrastructure, mj = (Decimal(cells[name]) if cells[name] else None for name in AMOUNTS)
    return Factor(
        kind=cells["kind"],
        code=cells["code"],
        unit=cells["unit"],
        wtw=wtw,
        ttw=ttw,
        wtt=wtt,
        biogenic=biogenic,
        infrastructure=infrastructure,
        mj_per_unit=mj,
        source=cells["source"],
    )


def _list(name: str, year: int, lines: Sequence[_Line]) -> FactorSet:
    entries = tuple(_entry(line.cells) for line in lines)
    return FactorSet(id=name, year=year, entries=entries, fictional=name.startswith(FICTIONAL))
