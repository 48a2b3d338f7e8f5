"""What the cells of a table are: headings of a column or of a row, or what stands under them, however many pages it takes."""

from __future__ import annotations

from reportlab.platypus import Table  # noqa: TID251
from reportlab.platypus.tables import CellStyle, TableRenderCB

from workers.publish.pdf.tags import Tag


class TableTags(TableRenderCB):  # type: ignore[misc]
    """Tags a table while it is drawn; its parts on later pages share this, so that they stay one table.

    Of a row that runs over a page both parts are the same row. Headings that are repeated are dressing.
    """

    def __init__(self, *, heading_rows: int) -> None:
        self._heading_rows = heading_rows
        self._table = Tag("Table")
        self._rows: dict[int, Tag] = {}
        self._cells: dict[tuple[int, int], Tag] = {}
        self._parts = 0

    def startTable(self, table: Table) -> None:  # noqa: ARG002, N802 - these names are reportlab's
        """One more part of the table; it takes its place with its first cell."""
        self._parts += 1

    def startBG(self, table: Table) -> None:  # noqa: N802
        """What lies behind the cells is dressing."""
        table.canv.begin_artifact()

    def endBG(self, table: Table) -> None:  # noqa: N802
        """The end of what lies behind."""
        table.canv.end()

    def startRow(self, table: Table, row: int) -> None:  # noqa: N802
        """A row takes its place with its first cell."""

    def startCell(self, table: Table, *cell: object) -> None:  # noqa: N802
        """What is drawn from here is this cell, or its repetition."""
        _, _, _, style, *_ = cell
        row, column = _place(style)
        if row < self._heading_rows and self._parts > 1:
            table.canv.begin_artifact("Pagination")
        else:
            table.canv.begin_tag(self._tag(row, column))

    def endCell(self, table: Table) -> None:  # noqa: N802
        """The end of a cell."""
        table.canv.end()

    def endRow(self, table: Table) -> None:  # noqa: N802
        """Nothing is open between rows."""

    def startLines(self, table: Table) -> None:  # noqa: N802
        """Lines are dressing."""
        table.canv.begin_artifact()

    def endLines(self, table: Table) -> None:  # noqa: N802
        """The end of the lines."""
        table.canv.end()

    def endTable(self, table: Table) -> None:  # noqa: N802
        """Nothing is open any more."""

    def _tag(self, row: int, column: int) -> Tag:
        of_row = self._rows.setdefault(row, Tag("TR", within=self._table))
        return self._cells.setdefault((row, column), self._new_cell(of_row, row, column))

    def _new_cell(self, of_row: Tag, row: int, column: int) -> Tag:
        if row < self._heading_rows:
            return Tag("TH", within=of_row, scope="Column")
        return Tag("TH", within=of_row, scope="Row") if column == 0 else Tag("TD", within=of_row)


def _place(style: CellStyle) -> tuple[int, int]:
    """Row and column in the whole table: reportlab names a cell's style by them, and it keeps its name when split."""
    row, column = style.name.strip("()").split(",")
    return int(row), int(column)
