"""From what was drawn to the structure tree of the PDF: what a screen reader reads, in which order, and where it stands."""

from __future__ import annotations

from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workers.publish.pdf.tags import Box, Mark, Part, Press, Tag, Tree


def write_structure(pdf: Pdf, tree: Tree) -> None:
    """Give the pages their structure tree."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writing = _Writing(pdf, tree)
    root.K = writing.whole(root)
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(writing.owners())))
    root.ParentTreeNextKey = len(root.ParentTree.Nums) // 2
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for page in pdf.pages:
        page.obj.Tabs = Name.S


class _Writing:
    """The tree while it is written: the objects that exist already, by their tags."""

    def __init__(self, pdf: Pdf, tree: Tree) -> None:
        self._pdf, self._tree = pdf, tree
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[Tag, Object] = {}

    def whole(self, root: Object) -> Object:
        """The document, with all its parts."""
        document = self._pdf.make_indirect(Dictionary(S=Name.Document, P=root))
        document.K = Array([self._part(part, document, 0) for part in self._tree.top])
        return document

    def owners(self) -> list[Object | int]:
        """For each page by its number whose each stretch is, and then whose each place that can be pressed is."""
        found: list[Object | int] = []
        for number, page in enumerate(self._pages, start=1):
            page.StructParents = len(found) // 2
            tags = self._tree.marks.get(number, [])
            found += [page.StructParents, self._pdf.make_indirect(Array([self._objects[tag] for tag in tags]))]
        for number, tags in sorted(self._tree.presses.items()):
            for place, tag in enumerate(tags):
                self._annotation(Press(number, place)).StructParent = len(found) // 2
                found += [len(found) // 2, self._objects[tag]]
        return found

    def _part(self, part: Part, parent: Object, page: int) -> Object | int:
        if isinstance(part, Tag):
            return self._element(part, parent)
        on = self._pages[part.page - 1]
        if isinstance(part, Press):
            return Dictionary(Type=Name.OBJR, Pg=on, Obj=self._annotation(part))
        return part.number if part.page == page else Dictionary(Type=Name.MCR, Pg=on, MCID=part.number)

    def _element(self, tag: Tag, parent: Object) -> Object:
        made = self._pdf.make_indirect(Dictionary(S=Name(f"/{tag.kind}"), P=parent))
        self._objects[tag] = made
        parts = self._tree.parts[tag]
        page = next((part.page for part in parts if isinstance(part, Mark)), 0)
        if page:
            made.Pg = self._pages[page - 1]
        if tag.alt:
            made.Alt = String(tag.alt)
        if attributes := _attributes(tag, self._tree.boxes.get(tag)):
            made.A = attributes
        made.K = Array([self._part(part, made, page) for part in parts])
        return made

    def _annotation(self, press: Press) -> Object:
        return self._pages[press.page - 1].Annots[press.number]


def _attributes(tag: Tag, box: Box | None) -> Dictionary | None:
    if tag.scope:
        return Dictionary(O=Name.Table, Scope=Name(f"/{tag.scope}"))
    if box:
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([_rounded(side) for side in box]))
    return None


def _rounded(side: float) -> Decimal:
    return Decimal(f"{side:.2f}")
