"""Where a factor comes from, in the reader's language: the lists that come with the product name their source in English."""

from __future__ import annotations

import re
from typing import Final

from schemas.texts import Bilingual

OFFICIAL: Final = re.compile(r"official list (\d{4})")
FICTIONAL: Final = "fictional list for the demo, no official figures"
IN_DUTCH: Final = {FICTIONAL: "verzonnen lijst voor de demo, geen officiële cijfers"}


def source_with_year(source: str, year: int) -> Bilingual:
    """*officiële lijst 2026*: a source with its year, which is told once; a source that is not known stays as it was given."""
    official = OFFICIAL.fullmatch(source)
    dutch = f"officiële lijst {official[1]}" if official else IN_DUTCH.get(source, source)
    return Bilingual(nl=_dated(dutch, year), en=_dated(source, year))


def _dated(source: str, year: int) -> str:
    return source if source.endswith(str(year)) else f"{source}, {year}"
