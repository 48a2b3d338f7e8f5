"""Who refused to answer: blanks of such a supplier are no gap (SUP-005), and a figure says whom it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from schemas.texts import Bilingual
from workers.domain.indicators.figures import both
from workers.domain.indicators.rows import rows_of
from workers.domain.ledger import Ledger


def refusing(ledger: Ledger) -> frozenset[str]:
    """The suppliers that used their right to refuse."""
    return frozenset(rows_of(ledger, "suppliers", pl.col("refused"))["supplier_id"])


def left_out(names: Sequence[str]) -> tuple[Bilingual, ...]:
    """Who is not in a figure because of that."""
    said = ", ".join(names)
    return (
        (both(f"Geweigerd en dus niet in dit cijfer: {said}.", f"Refused, so not in this figure: {said}."),)
        if names
        else ()
    )
