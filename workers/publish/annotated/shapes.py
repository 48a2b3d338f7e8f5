"""The shapes in which a spreadsheet program shows comments: VML, beside whatever else the user has drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from workers.publish.annotated.package import CONTENT_TYPES, TYPES_NS, Package

VML_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
VML: Final = "urn:schemas-microsoft-com:vml"
EXCEL: Final = "urn:schemas-microsoft-com:office:excel"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"
EMPTY: Final = f"""<xml xmlns:v="{VML}" xmlns:o="{OFFICE}" xmlns:x="{EXCEL}"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>"""
NOTE: Final = """<v:shape xmlns:v="{v}" xmlns:o="{o}" xmlns:x="{x}" id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;height:{height}pt;z-index:{layer};visibility:hidden" fillcolor="#fffbe9" o:insetmode="auto"><v:fill color2="#fffbe9"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"""
SHAPE_NUMBER: Final = re.compile(r"_s(\d+)$")
# Old programs write VML that is not quite XML.
LENIENT: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
LINE, ACROSS, LOWEST, HIGHEST = 13, 46, 60, 400
FIRST_NUMBER: Final = 1024


class Shapes:
    """The drawing of one sheet."""

    def __init__(self, package: Package, part: str | None) -> None:
        self._package, self._part = package, part
        self._root = etree.fromstring(package.read(part) if part else EMPTY.encode(), LENIENT)

    @classmethod
    def of(cls, package: Package, member: str) -> Shapes:
        """The drawing that a sheet has, or an empty one."""
        there = (part for kind, part in package.relations(member).values() if kind == "vmlDrawing")
        return cls(package, next((part for part in there if package.holds(part)), None))

    def remove(self, places: Iterable[tuple[int, int]]) -> None:
        """Take away the notes at these rows and columns, both counted from zero."""
        gone = set(places)
        for data in list(self._root.iter(f"{{{EXCEL}}}ClientData")):
            row, column = data.findtext(f"{{{EXCEL}}}Row"), data.findtext(f"{{{EXCEL}}}Column")
            if data.get("ObjectType") == "Note" and row and column and (int(row), int(column)) in gone:
                self._root.remove(data.getparent())

    def add(self, notes: Iterable[tuple[tuple[int, int], str]]) -> None:
        """Add a hidden note, as high as its text asks, at each place."""
        taken = [int(found[1]) for one in self._root if (found := SHAPE_NUMBER.search(one.get("id") or ""))]
        number = max([FIRST_NUMBER, *taken])
        for layer, ((row, column), text) in enumerate(notes, start=1):
            note = NOTE.format(
                v=VML,
                o=OFFICE,
                x=EXCEL,
                number=number + layer,
                layer=layer,
                row=row,
                column=column,
                height=_height(text),
            )
            self._root.append(etree.fromstring(note))

    def save(self) -> str | None:
        """Put the drawing in the package; gives its part where it is a new one that the sheet has to name."""
        part = self._part or self._package.free("xl/drawings/vmlDrawing{}.vml")
        self._package.write(part, etree.tostring(self._root))
        _declare_vml(self._package)
        return None if self._part else part


def _height(text: str) -> int:
    lines = sum(1 + len(line) // ACROSS for line in text.splitlines())
    return min(max(lines * LINE + 10, LOWEST), HIGHEST)


def _declare_vml(package: Package) -> None:
    root = package.xml(CONTENT_TYPES)
    if not any((one.get("Extension") or "").lower() == "vml" for one in root):
        root.insert(0, etree.Element(f"{{{TYPES_NS}}}Default", Extension="vml", ContentType=VML_TYPE))
        package.write_xml(CONTENT_TYPES, root)
