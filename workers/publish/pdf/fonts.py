"""The two faces of every document, embedded: set before anything draws, so that no unembedded Helvetica stays behind."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from reportlab import rl_config
from reportlab.lib.fonts import addMapping

REGULAR = "SourceSans"
SEMIBOLD = "SourceSans-Semibold"
FILES = {REGULAR: "source-sans-regular.ttf", SEMIBOLD: "source-sans-semibold.ttf"}

# reportlab reads the base font while its styles are imported: this comes first. Italic falls back to upright.
rl_config.canvas_basefontname = REGULAR
rl_config.useA85 = False
for _bold, _face in ((0, REGULAR), (1, SEMIBOLD)):
    for _italic in (0, 1):
        addMapping(REGULAR, _bold, _italic, _face)


class MissingFonts(Exception):
    """The fonts were never built."""


@cache
def register_fonts() -> None:
    """Make both faces known to reportlab, once per process."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file_name in FILES.items():
        with as_file(files("workers.publish") / "fonts" / file_name) as path:
            if not path.exists():
                raise MissingFonts(f"The font {path} is missing. Run: make setup")
            registerFont(TTFont(name, str(path)))


@cache
def signs_of_the_fonts() -> frozenset[int]:
    """The signs that both faces can show."""
    from reportlab.pdfbase.pdfmetrics import getFont

    register_fonts()
    return frozenset.intersection(*(frozenset(getFont(name).face.charToGlyph) for name in FILES))
