"""The paper: a canvas that notes of everything drawn what it is, or that it is mere dressing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from workers.publish.pdf.tags import Box, Tag, Tree

PRINTED = 4


class Paper(Canvas):  # type: ignore[misc]
    """What is drawn between the beginning and the end of a tag belongs to that tag.

    Only the outermost counts: what is drawn belongs to one thing, so a paragraph in a cell belongs to the cell.
    """

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.tree = Tree()
        self._open = 0

    def begin_tag(self, tag: Tag) -> None:
        """From here on it belongs to this tag."""
        if not self._open:
            mark = self.tree.mark(tag, page=self.getPageNumber())
            self.addLiteral(f"/{tag.kind} <</MCID {mark.number}>> BDC")
        self._open += 1

    def begin_artifact(self, kind: str = "Layout") -> None:
        """From here on it is dressing, which nobody needs to be told."""
        if not self._open:
            self.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        self._open += 1

    def end(self) -> None:
        """The end of the last tag or dressing."""
        self._open -= 1
        if not self._open:
            self.addLiteral("EMC")

    @contextmanager
    def tagged(self, tag: Tag) -> Iterator[None]:
        """What is drawn inside belongs to this tag."""
        self.begin_tag(tag)
        yield
        self.end()

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is dressing."""
        self.begin_artifact(kind)
        yield
        self.end()

    def stands_at(self, tag: Tag, box: Box) -> None:
        """Where on the page a figure stands."""
        if tag in self.tree:
            self.tree.boxes[tag] = (*self.absolutePosition(*box[:2]), *self.absolutePosition(*box[2:]))

    def pressable(self, tag: Tag, *, url: str, box: Box) -> None:
        """A place that leads to an address when it is pressed."""
        self.linkURL(url, box, relative=1, Contents=PDFString(url), F=PRINTED)
        self.tree.press(tag, page=self.getPageNumber())
