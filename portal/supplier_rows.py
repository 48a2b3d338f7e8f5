"""A row of the sheet of suppliers as far as it can be read, for the pages that show the chain and ask it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.report.code_lists import ChainRole
from schemas.report.sheet_text import Cells

DEEPEST: Final = 9


@dataclass(frozen=True, kw_only=True)
class SupplierRow:
    """One supplier; without a name it goes by its number, and what could not be read is none, of the tier 1."""

    number: str
    name: str
    country: str
    role: ChainRole | None
    tier: int
    parent: str | None
    employees: int | None
    registration: str | None
    refused: bool


def supplier_row(row: Cells) -> SupplierRow | None:
    """None for a row without a number, of which nobody can tell whom it is about."""
    number, tier, employees = _text(row, "supplier_id"), row.get("tier"), row.get("employees")
    if not number:
        return None
    return SupplierRow(
        number=number,
        name=_text(row, "name") or number,
        country=_text(row, "country"),
        role=_role(_text(row, "role")),
        tier=tier if isinstance(tier, int) and 1 <= tier <= DEEPEST else 1,
        parent=_text(row, "parent_id") or None,
        employees=employees if isinstance(employees, int) else None,
        registration=_text(row, "registration") or None,
        refused=row.get("refused") is True,
    )


def _role(code: str) -> ChainRole | None:
    return ChainRole(code) if code in set(ChainRole) else None


def _text(row: Cells, column: str) -> str:
    cell = row.get(column)
    return "" if cell is None else str(cell)
