"""What a case is about: the norms that were not met, or a report that did not come, or did not come again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from schemas.norms import NORM
from schemas.state import CameBack, Facts, open_correction, state_of
from schemas.texts import Bilingual, Language


class Matter(StrEnum):
    """What a case is about."""

    NORMS = "norms"
    NOT_HANDED_IN = "not_handed_in"
    NOT_CORRECTED = "not_corrected"


NOT_HANDED_IN: Final = Bilingual(nl="rapport niet ingediend", en="report not handed in")
NOT_CORRECTED: Final = Bilingual(nl="verbeterd rapport niet ingediend", en="corrected report not handed in")
MISSING: Mapping[Matter, Bilingual] = MappingProxyType(
    {Matter.NOT_HANDED_IN: NOT_HANDED_IN, Matter.NOT_CORRECTED: NOT_CORRECTED}
)


def subjects(norms: Sequence[str], matter: Matter) -> tuple[Bilingual, ...]:
    """The names of what a case is about; of a report that is missing there is no norm to tell of."""
    if matter in MISSING:
        return (MISSING[matter],)
    return tuple(NORM[norm].name if norm in NORM else Bilingual(nl=norm, en=norm) for norm in norms)


def as_one(names: Sequence[Bilingual]) -> Bilingual:
    """Names one after the other, in both languages."""
    nl, en = (", ".join(one.in_(language) for one in names) for language in Language)
    return Bilingual(nl=nl, en=en)


def missing(facts: Facts, *, on: date) -> Matter | None:
    """What did not come of a report, so that a case can be about it; none where nothing is late."""
    if state_of(facts).unreported(on):
        return Matter.NOT_HANDED_IN
    return Matter.NOT_CORRECTED if uncorrected(facts, on=on) else None


def uncorrected(facts: Facts, *, on: date) -> CameBack | None:
    """The version that came back and was not handed in again, from the day after the term that it was given.

    Where an earlier version is in force nothing is missing: changing it again was the holder's own choice. What its
    check sent back before the last day of handing in is not late before that day.
    """
    state, back = state_of(facts), open_correction(facts)
    if back is None or back.term is None or state.in_force or not state.may_upload:
        return None
    last = max(back.term, facts.dates.hand_in_by) if back.by_check else back.term
    return back if on > last else None
