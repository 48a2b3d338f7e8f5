"""What a question to a supplier is: one block with whom it is for, where its answer lands, its words and its legal ground."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.report.code_lists import ChainRole, CodeList, RequestGround
from schemas.report.sheets import column_named
from schemas.texts import Bilingual


class FieldKind(StrEnum):
    """What the supplier fills in."""

    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    CODE = "code"
    TEXT = "text"
    FILE = "file"


@dataclass(frozen=True)
class Cell:
    """Where an answer lands in the report: a column, and the cells that the row of this supplier has beside it."""

    sheet: str
    column: str
    row: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Vsme:
    """The datapoint of the voluntary standard that a question asks, as its digital template names the cell.

    ``name`` is None where the template has a table, or another measure; a figure of the template ``times`` gives ours.
    """

    datapoint: str
    name: str | None = None
    times: int = 1


@dataclass(frozen=True)
class Question:
    """One question; a ``usual`` one is asked of its roles unless the holder chooses otherwise.

    Its answer lands in ``target``, or where no column holds it is shown beside the ``indicator`` that it is about.
    ``inside_cap`` follows the contract's list of indicators: inside the value-chain cap of Regulation (EU) 2026/1560.
    The cap has two levels: what the list calls comprehensive lies inside it for firms of more than ten employees alone.
    """

    id: str
    roles: tuple[ChainRole, ...]
    field: FieldKind
    text: Bilingual
    example: Bilingual
    ground: RequestGround
    inside_cap: bool
    comprehensive: bool = False
    target: Cell | None = None
    indicator: str | None = None
    unit: Bilingual | None = None
    vsme: Vsme | None = None
    usual: bool = True

    @property
    def may_be_refused(self) -> bool:
        """Whether there are firms that have the right to refuse it; of one firm ``asked_as`` says whether it has."""
        return self.ground is RequestGround.VOLUNTARY or (self.ground is RequestGround.CSRD and not self.inside_cap)

    @property
    def codes(self) -> type[CodeList] | None:
        """The codes to choose from, where the answer is a code."""
        if self.field is not FieldKind.CODE or self.target is None:
            return None
        return column_named(self.target.sheet, self.target.column).codes
