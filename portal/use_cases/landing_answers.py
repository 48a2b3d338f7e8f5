"""Where a supplier's answer lands in the draft: the rows of that supplier, the cell, what stands there now and what would stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.use_cases.drafts import Draft, rows_of_draft
from portal.use_cases.landing_vehicles import VEHICLES, delivered, of_one_class
from schemas.answered import value_of
from schemas.questions import QUESTION, Question
from schemas.questions import Cell as Target
from schemas.report.evidence_of import EVIDENCE
from schemas.report.sheet_text import Cell, Cells
from schemas.report.sheets import BETWEEN_KEYS, BY_NAME, key_of
from schemas.row_forms import read_row, shown
from schemas.store import Answer, Ask
from schemas.texts import Language
from schemas.words import AnswerKind

CHAIN: Final = "suppliers"
SUPPLIER_OF: Final = MappingProxyType({"workforce": "organisation_id"})
# An answer is the supplier's own, and about this concession alone.
BESIDE: Final = MappingProxyType(
    {"chain_emissions": MappingProxyType({"method": "supplier_specific", "allocation_pct": "100"})}
)


@dataclass(frozen=True, kw_only=True)
class Landing:
    """A cell of the draft for an answer, in one row or in several that say the same; without a place in a ``new`` row."""

    sheet: str
    column: str
    places: tuple[int, ...]
    rows: tuple[Cells, ...]
    after: Cell

    @property
    def before(self) -> Cell:
        """What stands there already: of several rows, the first that says something else."""
        cells = [cell for row in self.rows if (cell := row.get(self.column)) is not None]
        return next((cell for cell in cells if cell != self.after), next(iter(cells), None))

    @property
    def differs(self) -> bool:
        """Whether something else stands there already."""
        return self.before is not None and self.before != self.after

    @property
    def named(self) -> str:
        """The rows by their keys."""
        names = key_of(BY_NAME[self.sheet])
        keys = ([str(row[name]) for name in names if row.get(name) is not None] for row in self.rows)
        return ", ".join(BETWEEN_KEYS.join(row) for row in keys)

    def among(self, rows: Sequence[Cells]) -> list[Cells]:
        """The rows of the sheet with the answer in its cell."""
        changed = [{**row, self.column: self.after} for row in self.rows]
        if not self.places:
            return [*rows, *changed]
        found = dict(zip(self.places, changed, strict=True))
        return [found.get(place, row) for place, row in enumerate(rows)]


class Nowhere(StrEnum):
    """Why an answer cannot go into the draft by itself."""

    NO_COLUMN = "no_column"
    NOT_READ = "not_read"
    NO_ROW = "no_row"
    MORE_ROWS = "more_rows"
    DOES_NOT_FIT = "does_not_fit"


def landing_of(draft: Draft, ask: Ask, answer: Answer) -> Landing | None:
    """Where an answer lands; none where it does not."""
    found = place_of(draft, ask, answer)
    return found if isinstance(found, Landing) else None


def place_of(draft: Draft, ask: Ask, answer: Answer) -> Landing | Nowhere | None:
    """Where an answer lands, or why it cannot; none for what is no value, is for the province alone, or is a file."""
    question, value = QUESTION.get(answer.question), _value(answer)
    if question is None or value is None:
        return None
    target = question.target
    if target is None:
        return Nowhere.NO_COLUMN
    rows = None if target.sheet == EVIDENCE else rows_of_draft(draft, target.sheet)
    if rows is None:
        return Nowhere.NOT_READ
    return _among_rows(draft, ask, question, target, value, rows)


def value_in(answer: Answer) -> Decimal | str | bool | None:
    """What was answered, where it is one value."""
    value = value_of(answer.value)
    return value if isinstance(value, Decimal | str | bool) else None


def _among_rows(
    draft: Draft, ask: Ask, question: Question, target: Target, value: str, rows: Sequence[Cells]
) -> Landing | Nowhere:
    read = read_row(target.sheet, _new_row(ask, question.id, target) | {target.column: value}, Language.EN)
    places = _places(draft, ask, target, rows)
    if target.column in read.faults:
        return Nowhere.DOES_NOT_FIT
    if len(places) > 1 and not (target.sheet == VEHICLES and of_one_class(rows, places)):
        return Nowhere.MORE_ROWS
    if not places and target.sheet in {CHAIN, VEHICLES}:
        return Nowhere.NO_ROW
    meant = tuple(rows[place] for place in places) or ({**read.cells, target.column: None},)
    return Landing(sheet=target.sheet, column=target.column, places=places, rows=meant, after=read.cells[target.column])


def _value(answer: Answer) -> str | None:
    """The value as it would be typed; a confidential one is never shown to the holder."""
    if answer.kind is not AnswerKind.GIVEN or answer.confidential:
        return None
    value = value_in(answer)
    return None if value is None else shown(value, Language.EN)


def _places(draft: Draft, ask: Ask, target: Target, rows: Sequence[Cells]) -> tuple[int, ...]:
    """Which rows an answer is about."""
    if target.sheet == VEHICLES:
        return delivered(rows, ask.supplier_id, draft.report.report_year)
    wanted = {SUPPLIER_OF.get(target.sheet, "supplier_id"): ask.supplier_id, **dict(target.row)}
    return tuple(
        place
        for place, row in enumerate(rows)
        if all(shown(row.get(name), Language.EN) == text for name, text in wanted.items())
    )


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
