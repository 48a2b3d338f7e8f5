"""The last hand to a drawn PDF: its structure, what it needs to be kept, and the fonts' way back to text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date

from pikepdf import Dictionary, Name, Pdf

from workers.publish.pdf.archive import Attachment, attach, bring_colours, say_what_it_is
from workers.publish.pdf.saving import packed, saved
from workers.publish.pdf.structure import write_structure
from workers.publish.pdf.tags import Tree

PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
BLOCK = 100
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
{blocks}
endcmap CMapName currentdict /CMap defineresource pop end end"""


def finished(
    drawn: bytes, tree: Tree, *, language: str, made: date | None, attachments: Sequence[Attachment] = ()
) -> bytes:
    """The document as it goes out; the same drawing gives the same bytes."""
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        write_structure(pdf, tree)
        _lead_back_to_text(pdf)
        bring_colours(pdf)
        attach(pdf, attachments)
        say_what_it_is(pdf, language=language, made=made)
        return saved(pdf)


def _lead_back_to_text(pdf: Pdf) -> None:
    """Which sign each code of a font stands for, without the codes that stand for none: reportlab names those as zero."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font:
            thing.ToUnicode = packed(pdf, _signs(thing.ToUnicode.read_bytes()))


def _signs(cmap: bytes) -> bytes:
    pairs = [(code.decode(), int(sign, 16)) for code, sign in PAIR.findall(cmap)]
    lines = [f"<{code}> <{chr(sign).encode('utf-16-be').hex().upper()}>" for code, sign in pairs if sign]
    blocks = [lines[start : start + BLOCK] for start in range(0, len(lines), BLOCK)]
    said = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return CMAP.format(blocks=said).encode()
