"""The few styles of the first sheet, added behind the user's own, so that none of those changes."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from workers.intake.cell_types import STYLES, WORKBOOK
from workers.publish.annotated.package import Package
from workers.publish.annotated.sheet_xml import relation_type

STYLES_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
# The order of the parts of a style sheet is fixed.
PARTS: Final = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
NONE_YET: Final = {
    "fonts": "<font><sz val='11'/><name val='Calibri'/></font>",
    "fills": "<fill><patternFill patternType='none'/></fill><fill><patternFill patternType='gray125'/></fill>",
    "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "cellStyleXfs": "<xf numFmtId='0' fontId='0' fillId='0' borderId='0'/>",
    "cellXfs": "<xf numFmtId='0' fontId='0' fillId='0' borderId='0' xfId='0'/>",
}
TEXT_FORMAT: Final = "49"
TEAL, SHADE = "FF0B5A5A", "FFF3EFE7"


@dataclass(frozen=True)
class Styles:
    """The numbers by which cells name their style."""

    title: int
    plain: int
    heading: int
    text: int
    link: int


def add_styles(package: Package, namespace: str) -> Styles:
    """Add the styles to the workbook's own; its first font is the one that everything else is written in."""
    there = package.holds(STYLES)
    root = package.xml(STYLES) if there else etree.Element(f"{{{namespace}}}styleSheet", nsmap={None: namespace})
    sheet = _StyleSheet(root, namespace)
    bold, large, link = sheet.font(bold=True), sheet.font(bold=True, size="14"), sheet.font(colour=TEAL)
    styles = Styles(
        title=sheet.style(font=large),
        plain=sheet.style(),
        heading=sheet.style(font=bold, fill=sheet.fill(SHADE), wraps=True),
        text=sheet.style(wraps=True, text=True),
        link=sheet.style(font=link, wraps=True, text=True),
    )
    package.write_xml(STYLES, root)
    if not there:
        package.declare(STYLES, STYLES_TYPE)
        package.relate(WORKBOOK, STYLES, relation_type(namespace, "styles"))
    return styles


class _StyleSheet:
    """Adds entries to the lists of a style sheet and gives their numbers."""

    def __init__(self, root: etree._Element, namespace: str) -> None:
        self._root, self._namespace = root, namespace

    def font(self, *, bold: bool = False, size: str | None = None, colour: str | None = None) -> int:
        font = deepcopy(self._list("fonts")[0])
        for name, wanted in (("b", bold), ("u", colour is not None)):
            if wanted and font.find(self._tag(name)) is None:
                font.insert(0, etree.Element(self._tag(name)))
        if size:
            self._child(font, "sz").set("val", size)
        if colour:
            given = self._child(font, "color")
            given.attrib.clear()
            given.set("rgb", colour)
        return self._add("fonts", font)

    def fill(self, colour: str) -> int:
        fill = etree.Element(self._tag("fill"))
        pattern = etree.SubElement(fill, self._tag("patternFill"), patternType="solid")
        etree.SubElement(pattern, self._tag("fgColor"), rgb=colour)
        return self._add("fills", fill)

    def style(self, *, font: int = 0, fill: int = 0, wraps: bool = False, text: bool = False) -> int:
        """``text`` keeps what stands in the cell a text, also for who edits it."""
        given = {"numFmtId": TEXT_FORMAT if text else "0", "fontId": str(font), "fillId": str(fill)}
        applied = dict.fromkeys(("applyFont", "applyFill", "applyAlignment", "applyNumberFormat"), "1")
        quoted = {"quotePrefix": "1"} if text else {}
        style = etree.Element(self._tag("xf"), **given, borderId="0", xfId="0", **quoted, **applied)
        etree.SubElement(style, self._tag("alignment"), vertical="top", wrapText=str(int(wraps)))
        return self._add("cellXfs", style)

    def _list(self, name: str) -> etree._Element:
        for known in PARTS:
            if self._root.find(self._tag(known)) is None and known in NONE_YET:
                self._insert(known)
        return self._root.find(self._tag(name))

    def _insert(self, name: str) -> None:
        made = etree.fromstring(f"<{name} xmlns='{self._namespace}'>{NONE_YET[name]}</{name}>")
        made.set("count", str(len(made)))
        before = [self._tag(known) for known in PARTS[: PARTS.index(name)]]
        self._root.insert(sum(1 for part in self._root if part.tag in before), made)

    def _add(self, name: str, element: etree._Element) -> int:
        entries = self._list(name)
        entries.append(element)
        entries.set("count", str(len(entries)))
        return len(entries) - 1

    def _child(self, element: etree._Element, name: str) -> etree._Element:
        found = element.find(self._tag(name))
        return etree.SubElement(element, self._tag(name)) if found is None else found

    def _tag(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}"
