"""Which sheets can rest on a piece of evidence, and whether a correction of some sheets may change it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from schemas.report.columns import columns_of
from schemas.report.sheets import SHEETS

EVIDENCE: Final = "evidence"
RESTS_ON: Final = "evidence.evidence_id"

RESTING: Final = {
    model.sheet: column.name for model in SHEETS for column in columns_of(model) if column.refers_to == RESTS_ON
}


def may_change(of: Collection[str], opened: Collection[str]) -> bool:
    """Whether evidence of these sheets may change while only some are open; of none known, it may be of any."""
    return not set(of or (EVIDENCE, *RESTING)).isdisjoint(opened)
