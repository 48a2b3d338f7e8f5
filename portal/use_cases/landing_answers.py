"""Where a supplier's answer lands in the draft: the row of that supplier, the cell, what stands there now and what would stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from portal.use_cases.drafts import Draft, rows_of_draft
from schemas.answered import value_of
from schemas.questions import QUESTION
from schemas.questions import Cell as Target
from schemas.report.sheet_text import Cell, Cells, by_form
from schemas.report.sheets import BETWEEN_KEYS, BY_NAME, key_of
from schemas.row_forms import read_row, shown
from schemas.store import Answer, Ask
from schemas.texts import Language
from schemas.words import AnswerKind

EVIDENCE: Final = "evidence"
SUPPLIER_OF: Final = MappingProxyType({"workforce": "organisation_id"})
# An answer is the supplier's own, and about this concession alone.
BESIDE: Final = MappingProxyType(
    {"chain_emissions": MappingProxyType({"method": "supplier_specific", "allocation_pct": "100"})}
)


@dataclass(frozen=True, kw_only=True)
class Landing:
    """A cell of the draft for an answer; ``place`` is the row's place, or none for a row that does not exist yet."""

    sheet: str
    column: str
    place: int | None
    row: Cells
    before: Cell
    after: Cell

    @property
    def differs(self) -> bool:
        """Whether something else stands there already."""
        return self.before is not None and self.before != self.after

    @property
    def named(self) -> str:
        """The row by its keys."""
        keys = (self.row.get(name) for name in key_of(BY_NAME[self.sheet]))
        return BETWEEN_KEYS.join(str(key) for key in keys if key is not None)

    def among(self, rows: Sequence[Cells]) -> list[Cells]:
        """The rows of the sheet with the answer in its cell."""
        changed = {**self.row, self.column: self.after}
        if self.place is None:
            return [*rows, changed]
        return [changed if place == self.place else row for place, row in enumerate(rows)]


def landing_of(draft: Draft, ask: Ask, answer: Answer) -> Landing | None:
    """Where an answer lands; nowhere when it has no cell, when nobody may see it, or when more than one row is meant."""
    target = QUESTION[answer.question].target if answer.question in QUESTION else None
    value = _value(answer)
    if target is None or value is None or target.sheet == EVIDENCE or not by_form(target.sheet):
        return None
    rows = rows_of_draft(draft, target.sheet)
    if rows is None:
        return None
    typed = _new_row(ask, answer.question, target) | {target.column: value}
    read = read_row(target.sheet, typed, Language.EN)
    places = [place for place, row in enumerate(rows) if _is_meant(row, ask, target)]
    if target.column in read.faults or len(places) > 1 or (not places and target.sheet == "suppliers"):
        return None
    place = places[0] if places else None
    row = rows[place] if place is not None else {**read.cells, target.column: None}
    return Landing(
        sheet=target.sheet,
        column=target.column,
        place=place,
        row=row,
        before=row.get(target.column),
        after=read.cells[target.column],
    )


def value_in(answer: Answer) -> Decimal | str | bool | None:
    """What was answered, where it is one value."""
    value = value_of(answer.value)
    return value if isinstance(value, Decimal | str | bool) else None


def _value(answer: Answer) -> str | None:
    """The value as it would be typed; a confidential one is never shown to the holder."""
    if answer.kind is not AnswerKind.GIVEN or answer.confidential:
        return None
    value = value_in(answer)
    return None if value is None else shown(value, Language.EN)


def _is_meant(row: Cells, ask: Ask, target: Target) -> bool:
    wanted = {SUPPLIER_OF.get(target.sheet, "supplier_id"): ask.supplier_id, **dict(target.row)}
    return all(shown(row.get(name), Language.EN) == text for name, text in wanted.items())


def _new_row(ask: Ask, question: str, target: Target) -> dict[str, str]:
    """A row for this supplier as it would be typed, with a key of its own where the sheet numbers its rows."""
    model = BY_NAME[target.sheet]
    known = {
        **dict.fromkeys(key_of(model)[:1], f"{ask.supplier_id}-{question}"),
        **dict(BESIDE.get(target.sheet, {})),
        **dict(target.row),
        SUPPLIER_OF.get(target.sheet, "supplier_id"): ask.supplier_id,
    }
    return known | ({"chain_role": ask.role.value} if target.sheet == "due_diligence" else {})
