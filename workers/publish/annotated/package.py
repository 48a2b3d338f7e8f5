"""A workbook as the parts of its package: what is not written anew stays byte for byte what the user gave."""

from __future__ import annotations

import io
import posixpath
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from workers.intake.archive import Archive

CONTENT_TYPES: Final = "[Content_Types].xml"
TYPES_NS: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_NS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARED: Final = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}
# Nothing from outside the part is ever looked up; intake has refused document types already.
PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


class Package:
    """Collects the parts that change, and gives the whole as a new file."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._written: dict[str, bytes] = {}

    def holds(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self._written or part in self.archive.members

    def read(self, part: str) -> bytes:
        """The part as it is now."""
        return self._written[part] if part in self._written else self.archive.read(part)

    def write(self, part: str, content: bytes) -> None:
        """Put a part in the place of what it was, or add it."""
        self._written[part] = content

    def xml(self, part: str) -> etree._Element:
        """The part as a tree."""
        return etree.fromstring(self.read(part), PARSER)

    def write_xml(self, part: str, root: etree._Element) -> None:
        """Put a tree in the place of a part, or add it."""
        self.write(part, etree.tostring(root, **DECLARED))

    def free(self, pattern: str) -> str:
        """The first name of a pattern such as ``xl/comments{}.xml`` that is not taken."""
        number = 1
        while self.holds(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: id to (last word of the type, part)."""
        if not self.holds(_relations_of(part)):
            return {}
        folder = posixpath.dirname(part)
        return {
            one.get("Id"): (
                one.get("Type").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target"))).lstrip("/"),
            )
            for one in self.xml(_relations_of(part))
            if one.get("TargetMode") != "External"
        }

    def relate(self, part: str, target: str, kind: str) -> str:
        """Have a part refer to another; ``kind`` is the full type. Gives the id."""
        there = _relations_of(part)
        root = self.xml(there) if self.holds(there) else etree.Element(f"{{{RELATIONS_NS}}}Relationships")
        taken = {one.get("Id") for one in root}
        known = next(name for number in range(1, len(taken) + 2) if (name := f"rIdK{number}") not in taken)
        etree.SubElement(root, f"{{{RELATIONS_NS}}}Relationship", Id=known, Type=kind, Target=f"/{target}")
        self.write_xml(there, root)
        return known

    def declare(self, part: str, content_type: str) -> None:
        """Say what kind of content a new part has."""
        root = self.xml(CONTENT_TYPES)
        if not any(one.get("PartName") == f"/{part}" for one in root):
            etree.SubElement(root, f"{{{TYPES_NS}}}Override", PartName=f"/{part}", ContentType=content_type)
            self.write_xml(CONTENT_TYPES, root)

    def content(self) -> bytes:
        """The whole as a file, in the order that it had, the new parts last; the moment of writing is not in it."""
        made = io.BytesIO()
        names = [*self.archive.members, *(name for name in self._written if name not in self.archive.members)]
        with ZipFile(made, "w", ZIP_DEFLATED) as file:
            for name in names:
                file.writestr(ZipInfo(name), self.read(name), ZIP_DEFLATED)
        return made.getvalue()


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"
