"""The lines of a paragraph: each ends in a space, so that who has it read out hears its last word apart from the next."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

# A word shorter than this is never broken over two lines.
LONG = 12


class Lines(PDFTextObject):  # type: ignore[misc]
    """Sets lines; of a word that is too long for one line the pieces stay together."""

    def __init__(self, canvas: Canvas, x: float, y: float, *, said: str) -> None:
        super().__init__(canvas, x, y)
        self._long = [word for word in said.split() if len(word) >= LONG]
        self._last = ""

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - reportlab's names
        self._last = text or self._last
        super()._textOut(f"{text} " if TStar and not self._breaks() else text, TStar)

    def _breaks(self) -> bool:
        """Whether the end of the line is the middle of a word."""
        last = self._last.rsplit(" ", 1)[-1]
        return any(last in word and not word.endswith(last) for word in self._long)
