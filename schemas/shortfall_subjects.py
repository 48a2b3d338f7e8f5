"""What a case is about, in words: the norms that were not met, or a report that was not handed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from schemas.norms import NORM
from schemas.texts import Bilingual, Language

NOT_HANDED_IN: Final = Bilingual(nl="rapport niet ingediend", en="report not handed in")


def subjects(norms: Sequence[str], *, handed_in: bool) -> tuple[Bilingual, ...]:
    """The names of what a case is about; of a report that was not handed in there is no norm to tell of."""
    if not handed_in:
        return (NOT_HANDED_IN,)
    return tuple(NORM[norm].name if norm in NORM else Bilingual(nl=norm, en=norm) for norm in norms)


def as_one(names: Sequence[Bilingual]) -> Bilingual:
    """Names one after the other, in both languages."""
    nl, en = (", ".join(one.in_(language) for one in names) for language in Language)
    return Bilingual(nl=nl, en=en)
