"""What is worth saying of a factor list that is sound: what it lacks, and what no report reckons with."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from schemas.texts import Bilingual
from workers.domain.factors import FactorSet
from workers.reference.factor_list import Units


def remarks(given: FactorSet, units: Units) -> Iterator[Bilingual]:
    """One sentence on the factors that are missing, and one on each that is not used."""
    there = {(entry.kind, entry.code) for entry in given.entries}
    if missing := ", ".join(code for kind, code in units if (kind, code) not in there):
        yield Bilingual(
            nl=f"{given.id} mist {missing}. Wat daarop hangt, is niet te beoordelen.",
            en=f"{given.id} lacks {missing}. What hangs on it cannot be assessed.",
        )
    yield from (_unused(given, kind, code, units) for kind, code in sorted(there - set(units)))


def _unused(given: FactorSet, kind: str, code: str, units: Units) -> Bilingual:
    alike = get_close_matches(code, [known for of_kind, known in units if of_kind == kind], n=1)
    nl, en = (f" Bedoelt u {alike[0]}?", f" Did you mean {alike[0]}?") if alike else ("", "")
    return Bilingual(
        nl=f"Met {code} ({kind}) in {given.id} rekent geen enkel rapport.{nl}",
        en=f"No report reckons with {code} ({kind}) in {given.id}.{en}",
    )
