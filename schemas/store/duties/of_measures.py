"""The duty to finish a measure of the improvement plan by the day that both sides agreed on."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.clock import dutch_day
from schemas.reminding.opened import Open
from schemas.reminding.steps import DutyKind
from schemas.store.duties.ground import Ground, parts_of
from schemas.store.planned import measures_of


def measures_due(ground: Ground) -> Iterator[Open]:
    """Measures that were agreed and are neither done nor dropped."""
    for part in parts_of(list(ground.concessions)):
        for one in measures_of(ground.session, part):
            if one.running and one.agreed and one.agreed.answered:
                yield Open(
                    kind=DutyKind.MEASURE,
                    subject=one.id,
                    concession=one.concession,
                    report=None,
                    due=one.agreed.due,
                    since=dutch_day(one.agreed.answered.at),
                    told=ground.told_of_concession(one.concession) | {"title": one.agreed.title},
                )
