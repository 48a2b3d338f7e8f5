"""What a file may be and how big: every cap of the intake in one place."""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1024 * 1024

# What a report may be handed in as; a folder of CSV files is read on the command line only.
TYPES: Final = (".xlsx", ".json", ".zip", ".csv")

# The file as it comes in, and all that comes out of it when it is unpacked.
FILE_BYTES: Final = 256 * MEGABYTE
UNPACKED_BYTES: Final = 1024 * MEGABYTE
# Text packs some twenty times; a member that packs better than this and is big as well is no report.
PACKED_TIMES: Final = 200
PACKED_TIMES_FROM: Final = 64 * MEGABYTE
ENTRIES: Final = 2000
ENTRY_NAME: Final = 255

# The whole of the Netherlands by day is 1.9 million rows on one sheet, and the widest sheet has twenty columns.
ROWS: Final = 5_000_000
COLUMNS: Final = 256
SHEETS: Final = 100
# A workbook is laid out as a grid before it is read: its farthest row times its farthest column.
GRID_CELLS: Final = 40_000_000
CELL_CHARACTERS: Final = 1_000_000

# What of a long cell is shown in a finding.
SHOWN_CHARACTERS: Final = 250
