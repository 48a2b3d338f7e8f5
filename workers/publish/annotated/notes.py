"""Comments at cells: what was found there, what was expected and what to do, beside the comments that the user has already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from lxml import etree
from openpyxl.utils.cell import coordinate_from_string

from schemas.judgement import Finding
from schemas.texts import Bilingual, Language
from workers.intake.cell_types import column_number
from workers.publish.annotated.package import Package
from workers.publish.annotated.places import Place
from workers.publish.annotated.shapes import Shapes
from workers.publish.annotated.sheet_xml import main_namespace, relation_type, with_drawing
from workers.publish.cell_text import clean
from workers.publish.words import SEVERITY

AUTHOR: Final = "Ketenspiegel"
COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
EXPECTED: Final = Bilingual(nl="Verwacht", en="Expected")
TO_DO: Final = Bilingual(nl="Wat te doen", en="What to do")
# More than a handful at one cell is read in the list.
MOST_AT_A_CELL: Final = 5
MORE: Final = Bilingual(nl="En nog {number}; zie het eerste blad.", en="And {number} more; see the first sheet.")


def put_notes(package: Package, cells: Mapping[Place, Sequence[Finding]], language: Language) -> None:
    """Give each cell its comment; comments of ours from an earlier time go, those of the user stay."""
    by_sheet: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for place, findings in cells.items():
        by_sheet[place.sheet.member][str(place.cell)] = _text(findings, language)
    for member in _sheets_with_notes(package) | by_sheet.keys():
        _put(package, member, by_sheet[member])


def _sheets_with_notes(package: Package) -> set[str]:
    sheets = {name for name in package.archive.members if name.startswith("xl/worksheets/") and name.endswith(".xml")}
    return {sheet for sheet in sheets if _related(package, sheet, "comments")}


def _related(package: Package, member: str, kind: str) -> str | None:
    return next((part for known, part in package.relations(member).values() if known == kind), None)


def _text(findings: Sequence[Finding], language: Language) -> str:
    told = [_told(finding, language) for finding in findings[:MOST_AT_A_CELL]]
    more = len(findings) - len(told)
    return "\n\n".join([*told, MORE.in_(language).format(number=more)] if more else told)


def _told(finding: Finding, language: Language) -> str:
    lines = [f"{SEVERITY[finding.severity].in_(language)} {finding.rule}: {finding.message.in_(language)}"]
    for heading, text in ((EXPECTED, finding.expected), (TO_DO, finding.mend)):
        if said := text.in_(language):
            lines.append(f"{heading.in_(language)}: {said}")
    return clean("\n".join(lines))


def _put(package: Package, member: str, texts: Mapping[str, str]) -> None:
    """The comments of one sheet, as text and as the shape in which it is shown."""
    there = _related(package, member, "comments")
    namespace = main_namespace(package.read(member))
    root = package.xml(there) if there else _no_comments(namespace)
    gone = _without_ours(root, namespace)
    mine = _add(root, namespace, texts)
    if not there and not mine:
        return
    part = there or package.free("xl/comments{}.xml")
    package.write_xml(part, root)
    if not there:
        package.declare(part, COMMENTS_TYPE)
        package.relate(member, part, relation_type(namespace, "comments"))
    shapes = Shapes.of(package, member)
    shapes.remove(_row_and_column(cell) for cell in gone)
    shapes.add((_row_and_column(cell), texts[cell]) for cell in mine)
    if new := shapes.save():
        drawing = package.relate(member, new, relation_type(namespace, "vmlDrawing"))
        package.write(member, with_drawing(package.read(member), drawing))


def _no_comments(namespace: str) -> etree._Element:
    root = etree.Element(f"{{{namespace}}}comments", nsmap={None: namespace})
    etree.SubElement(root, f"{{{namespace}}}authors")
    etree.SubElement(root, f"{{{namespace}}}commentList")
    return root


def _without_ours(root: etree._Element, namespace: str) -> list[str]:
    """Takes away what we said in an earlier edition; gives the cells that it stood at."""
    authors = [author.text for author in root.iter(f"{{{namespace}}}author")]
    ours = [one for one in root.iter(f"{{{namespace}}}comment") if authors[int(one.get("authorId"))] == AUTHOR]
    for comment in ours:
        comment.getparent().remove(comment)
    return [comment.get("ref") for comment in ours]


def _add(root: etree._Element, namespace: str, texts: Mapping[str, str]) -> list[str]:
    """Adds a comment at each cell, or to the user's own one there; gives the cells that had none."""
    authors, comments = root.find(f"{{{namespace}}}authors"), root.find(f"{{{namespace}}}commentList")
    known = {comment.get("ref"): comment for comment in comments}
    names = [author.text for author in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{{{namespace}}}author").text = AUTHOR
        names.append(AUTHOR)
    for cell, text in texts.items():
        if cell in known:
            _say(known[cell].find(f"{{{namespace}}}text"), namespace, f"\n\n{text}")
        else:
            author = str(names.index(AUTHOR))
            comment = etree.SubElement(comments, f"{{{namespace}}}comment", ref=cell, authorId=author)
            _say(etree.SubElement(comment, f"{{{namespace}}}text"), namespace, text)
    return [cell for cell in texts if cell not in known]


def _say(inside: etree._Element, namespace: str, text: str) -> None:
    run = etree.SubElement(inside, f"{{{namespace}}}r")
    said = etree.SubElement(run, f"{{{namespace}}}t")
    said.text = text
    said.set(SPACE, "preserve")


def _row_and_column(cell: str) -> tuple[int, int]:
    """F43 as row 42 and column 5, both counted from zero."""
    letters, row = coordinate_from_string(cell)
    return row - 1, column_number(letters.encode())
