"""The XML of a sheet around its rows: the rows themselves, which can be millions, are never taken apart."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from workers.publish.annotated.package import PARSER

TRANSITIONAL: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS: Final = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
ROOT: Final = re.compile(rb"<(?:\w+:)?worksheet\b[^>]*>")
ROWS_BEGIN: Final = re.compile(rb"<(?:\w+:)?sheetData\b")
ROWS_END: Final = re.compile(rb"</(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*/>")
SELECTED: Final = re.compile(rb"""(\btabSelected\s*=\s*["'])(?:1|true)(["'])""")
# The order of a sheet's parts is fixed; the drawing of its comments stands before these.
BEHIND: Final = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)
WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


def main_namespace(xml: bytes) -> str:
    """The namespace of a workbook's parts: strict workbooks have one of their own."""
    return STRICT if STRICT.encode() in _plain(xml)[:4096] else TRANSITIONAL


def relation_type(namespace: str, kind: str) -> str:
    """The full type of a relation between parts."""
    return f"{RELATIONS[namespace]}/{kind}"


def with_drawing(xml: bytes, relation: str) -> bytes:
    """The sheet with the drawing of its comments named at the place where that belongs."""
    xml = _plain(xml)
    opening, rows_end = _opening(xml), _last(ROWS_END, xml)
    tail = etree.fromstring(opening + xml[rows_end:], PARSER)
    namespace = main_namespace(xml)
    drawing = etree.Element(f"{{{namespace}}}legacyDrawing")
    drawing.set(f"{{{RELATIONS[namespace]}}}id", relation)
    tail.insert(_before_what_is_behind(tail), drawing)
    said: bytes = etree.tostring(tail)
    return xml[:rows_end] + said[len(_opening(said)) :]


def not_selected(xml: bytes) -> bytes:
    """The sheet no longer chosen: two chosen sheets would be edited together without the user's knowing."""
    xml = _plain(xml)
    begin = ROWS_BEGIN.search(xml)
    end = begin.start() if begin else len(xml)
    return SELECTED.sub(rb"\g<1>0\g<2>", xml[:end]) + xml[end:]


def _opening(xml: bytes) -> bytes:
    found = ROOT.search(xml)
    assert found is not None
    return found[0]


def _last(what: re.Pattern[bytes], xml: bytes) -> int:
    """Where the last of its kind ends."""
    *_, last = what.finditer(xml)
    return last.end()


def _before_what_is_behind(tail: etree._Element) -> int:
    for place, element in enumerate(tail):
        if isinstance(element.tag, str) and etree.QName(element).localname in BEHIND:
            return place
    return len(tail)


def _plain(xml: bytes) -> bytes:
    """The same in UTF-8, which is what almost every program writes."""
    return DECLARATION.sub("", xml.decode("utf-16")).encode() if xml.startswith(WIDE) else xml
