"""A factor list as a CSV file, with another factor for grey power."""

from __future__ import annotations

from workers.domain.factors import Factor, FactorSet
from workers.reference.factor_list import COLUMNS


def csv_of(name: str, given: FactorSet, *, grey: str) -> bytes:
    """The list under a name of its own."""
    lines = [",".join(COLUMNS)]
    lines += [",".join(_cells(name, given.year, entry, grey)) for entry in given.entries]
    return "\n".join(lines).encode()


def _cells(name: str, year: int, entry: Factor, grey: str) -> list[str]:
    amounts = {column: "" if value is None else str(value) for column, value in vars(entry).items()}
    amounts |= {"set": name, "year": str(year), "source": f'"{entry.source}"'}
    amounts |= {"wtw": grey} if entry.code == "grey" else {}
    return [amounts[column] for column in COLUMNS]
