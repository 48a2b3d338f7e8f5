"""Reading a tagged PDF as a screen reader does: by its structure, with the text of every element."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pypdf import PdfReader
from pypdf.generic import ContentStream


@dataclass
class Element:
    """One element: its kind, its text or the words for it, where its marks are, and what it holds."""

    kind: str
    alt: str = ""
    scope: str = ""
    text: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    pressed: int = 0
    kids: list[Element] = field(default_factory=list)

    def all(self, *kinds: str) -> list[Element]:
        """All elements of these kinds in it, in reading order."""
        return [one for one in self.walk() if one.kind in kinds]

    def walk(self) -> Iterator[Element]:
        """It and all in it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @property
    def whole_text(self) -> str:
        """Its text with that of all in it."""
        return " ".join(" ".join(one.text for one in self.walk()).split())


def read_aloud(pdf: bytes) -> Element:
    """The document as an element."""
    texts = _texts(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        return _element(opened.Root.StructTreeRoot.K, pages, texts)


def _element(node: Any, pages: dict[tuple[int, int], int], texts: dict[tuple[int, int], str]) -> Element:
    attributes = node.get("/A", pikepdf.Dictionary())
    made = Element(str(node.S)[1:], alt=str(node.get("/Alt", "")), scope=str(attributes.get("/Scope", ""))[1:])
    for kid in node.K:
        if isinstance(kid, int):
            made.marks.append((pages[node.Pg.objgen], kid))
        elif kid.get("/Type") == "/MCR":
            made.marks.append((pages[kid.Pg.objgen], int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            made.pressed += 1
        else:
            made.kids.append(_element(kid, pages, texts))
    made.text = "".join(texts.get(mark, "") for mark in made.marks)
    return made


def _texts(pdf: bytes) -> dict[tuple[int, int], str]:
    """The text of every stretch, by page and number there."""
    found: dict[tuple[int, int], str] = {}
    reader = PdfReader(io.BytesIO(pdf))
    pages: Any = reader.pages
    for number, page in enumerate(pages):
        fonts = {name: _signs(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        signs: dict[int, str] = {}
        mark: tuple[int, int] | None = None
        for operands, operator in ContentStream(page["/Contents"], reader).operations:
            if operator == b"BDC":
                mark = (number, int(operands[1]["/MCID"])) if "/MCID" in operands[1] else None
            elif operator == b"EMC":
                mark = None
            elif operator == b"Tf":
                signs = fonts[operands[0]]
            elif operator == b"Tj" and mark:
                said = operands[0].original_bytes
                found[mark] = found.get(mark, "") + "".join(signs.get(code, "") for code in said)
    return found


def _signs(font: Any) -> dict[int, str]:
    lines = font["/ToUnicode"].get_object().get_data().decode().splitlines()
    pairs = [line.strip("<>").split("> <") for line in lines if line.startswith("<") and "> <" in line]
    return {int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in pairs}
