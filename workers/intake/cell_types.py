"""What a workbook says of its cells beside their values: error cells, formulas without a value, dates without a day.

The reader of workbooks gives all of these as an empty cell or a plain date, so they are read here from the XML itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import ParseError, fromstring

from workers.intake import limits, unreadable
from workers.intake.archive import Archive
from workers.intake.written import Cell, CellKind

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

# Built-in number formats that show a date; 17 is mmm-yy, the one without a day.
BUILT_IN_MONTH = frozenset({17})
BUILT_IN_PERCENT = frozenset({9, 10})
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
CELL = re.compile(rb"<(?:\w+:)?c\b(?P<marks>[^>]*?)(?:/>|>(?P<inside>.*?)</(?:\w+:)?c>)", re.DOTALL)
MARK = re.compile(rb"""\b(r|s|t)\s*=\s*["']([^"']*)["']""")
VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>(.*?)</(?:\w+:)?v>|<(?:\w+:)?is\b", re.DOTALL)
FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?f>)", re.DOTALL)
# Signs of a formula or an error cell; they are quick to look for, and a false alarm costs a closer look only.
WORTH_A_LOOK = (b"<f", b":f", b'"e"', b"'e'")
PLACE = re.compile(rb"([A-Z]{1,3})([0-9]{1,8})")
# The place is looked for behind its name alone, which is quick; a space before the sign is looked for apart.
FAR_COLUMN = re.compile(rb"""r=\s*["']([A-Z]{2,})[0-9]""")
FAR_ROW = re.compile(rb"""r=\s*["'][A-Z]*([0-9]{6,})["']""")
SPACED_PLACES = (b"r =", b"r\t=", b"r\n=", b"r\r=")
SPACED_PLACE = re.compile(rb"r\s+=")
GRID_ROWS = 100_000

# By column and then by row, both counted from zero: what the reader gives wrongly or not at all.
Types = Mapping[int, Mapping[int, Cell]]
UNSTORED = Cell(None, CellKind.UNSTORED)
MONTH = Cell(None, CellKind.MONTH)
PERCENT = Cell(None, CellKind.PERCENT)


@dataclass(frozen=True)
class SheetPart:
    """One sheet of a workbook and the member that holds it."""

    name: str
    member: str


def parts_of(archive: Archive) -> tuple[SheetPart, ...]:
    """The sheets in the workbook's order, charts and dialogs apart."""
    relations = {
        relation.get("Id"): _member(relation.get("Target", ""))
        for relation in _xml(archive, RELATIONS)
        if relation.get("Type", "").endswith("/worksheet")
    }
    sheets = [element for element in _xml(archive, WORKBOOK).iter() if _tag(element) == "sheet"]
    linked = [(sheet.get("name", ""), sheet.get(RELATION) or sheet.get(STRICT_RELATION)) for sheet in sheets]
    return tuple(
        SheetPart(name, relations[link])
        for name, link in linked
        if link in relations and relations[link] in archive.members
    )


def shown_styles(archive: Archive) -> Mapping[bytes, Cell]:
    """The styles that show a date without its day, or a number as a percentage."""
    if STYLES not in archive.members:
        return {}
    styles = _xml(archive, STYLES)
    formats = {e.get("numFmtId"): e.get("formatCode", "") for e in styles.iter() if _tag(e) == "numFmt"}
    cells = next((element for element in styles if _tag(element) == "cellXfs"), ())
    shown = {str(at).encode(): _shown(style.get("numFmtId", "0"), formats) for at, style in enumerate(cells)}
    return {style: cell for style, cell in shown.items() if cell}


def _shown(number: str, formats: Mapping[str | None, str]) -> Cell | None:
    if number not in formats:
        known = int(number) if number.isdigit() else 0
        return MONTH if known in BUILT_IN_MONTH else PERCENT if known in BUILT_IN_PERCENT else None
    code = QUOTED.sub("", formats[number].split(";")[0]).lower()
    if "%" in code:
        return PERCENT
    month = ("y" in code or "j" in code or "m" in code) and "d" not in code and not re.search(r"[0#hs]", code)
    return MONTH if month else None


def types_of(xml: bytes, shown: Mapping[bytes, Cell]) -> Types:
    """Error cells, formulas without a value, months and percentages of one sheet, looked for only where there can be any."""
    styles = [b's="%s"' % style for style in shown] + [b"s='%s'" % style for style in shown]
    types: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
    if any(sign in xml for sign in (*WORTH_A_LOOK, *styles)):
        for row, column, marks, inside in _cells(xml):
            if special := _special(marks, inside, shown):
                types[column][row] = special
    return types


def _special(marks: Mapping[bytes, bytes], inside: bytes, shown: Mapping[bytes, Cell]) -> Cell | None:
    value = VALUE.search(inside)
    if marks.get(b"t") == b"e":
        return Cell(value[1].decode(errors="replace") if value and value[1] else "#VALUE!", CellKind.ERROR)
    stored = value is not None and value[1] != b""
    if not stored and marks.get(b"t") != b"str" and FORMULA.search(inside):
        return UNSTORED
    return shown.get(marks.get(b"s", b""))


def _cells(xml: bytes) -> Iterable[tuple[int, int, Mapping[bytes, bytes], bytes]]:
    """Every cell that says where it is: row, column, marks and what stands inside."""
    for cell in CELL.finditer(xml):
        marks = dict(MARK.findall(cell["marks"]))
        if place := PLACE.fullmatch(marks.get(b"r", b"")):
            yield int(place[2]) - 1, column_number(place[1]), marks, cell["inside"] or b""


def refuse_far_cells(sheet: SheetPart, xml: bytes) -> None:
    """Refuse cells so far out that the grid up to them would fill the memory; what the sheet declares counts for nothing."""
    if any(spaced in xml for spaced in SPACED_PLACES):
        xml = SPACED_PLACE.sub(b"r=", xml)
    columns = {found[1] for found in FAR_COLUMN.finditer(xml)}
    widest = max(map(column_number, columns), default=25) + 1
    if widest > limits.COLUMNS:
        raise unreadable.too_many_columns(sheet.name)
    longest = max((int(found[1]) for found in FAR_ROW.finditer(xml)), default=GRID_ROWS)
    if longest > limits.ROWS:
        raise unreadable.too_many_rows(sheet.name)
    if longest > GRID_ROWS and longest * widest > limits.GRID_CELLS:
        raise unreadable.too_wide(sheet.name)


def column_number(letters: bytes) -> int:
    """A is 0, B is 1, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _member(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _xml(archive: Archive, name: str) -> Element:
    if name not in archive.members:
        raise unreadable.damaged()
    try:
        return fromstring(archive.read(name), forbid_dtd=True)
    except ParseError as wrong:
        raise unreadable.damaged() from wrong


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
