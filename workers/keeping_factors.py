"""Keeping factor lists as rows: under one name a list is always the same."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.store import FactorSet as FactorSetRow
from schemas.store import note
from schemas.texts import Bilingual
from workers.domain.factors import FactorSet
from workers.publish.fingerprints import factors_as_json, factors_sha256


class NameIsTaken(Exception):
    """A set that says something else than the one that is kept under its name; that one stays as it is."""

    def __init__(self, name: str, *, mend: Bilingual) -> None:
        self.name, self.mend = name, mend

    @property
    def told(self) -> Bilingual:
        """What is wrong and what to do."""
        return Bilingual(
            nl=f"{self.name} is hier al bekend met een andere inhoud, en die verandert niet. {self.mend.nl}",
            en=f"{self.name} is known here with other contents, and those do not change. {self.mend.en}",
        )

    def __str__(self) -> str:
        """The same, in both languages."""
        return f"{self.told.nl} / {self.told.en}"


def take_in(session: Session, given: Iterable[FactorSet], *, actor: str) -> None:
    """Keep the lists of a file, all of them or none; raises ``NameIsTaken``. What is kept already stays."""
    for one in given:
        if keep_factor_set(session, one):
            note(session, actor=actor, action="factor_set.import", subject=f"factor_set/{one.id}")


def keep_factor_set(session: Session, given: FactorSet) -> bool:
    """Keep a factor set as a row, and tell whether it is new; raises ``NameIsTaken`` where another one has its name."""
    sha256, kept = factors_sha256(given), session.get(FactorSetRow, given.id)
    if kept is None:
        session.add(_row(given))
        session.flush()
        return True
    if (kept.sha256, kept.year) != (sha256, given.year):
        raise NameIsTaken(given.id, mend=_own_name(free_name(session, given.id)))
    return False


def free_name(session: Session, name: str) -> str:
    """A name like this one that no list has."""
    number = 2
    while session.get(FactorSetRow, f"{name}.{number}") is not None:
        number += 1
    return f"{name}.{number}"


def _own_name(free: str) -> Bilingual:
    return Bilingual(
        nl=f"Geef deze lijst een eigen naam in de kolom set, bijvoorbeeld {free}.",
        en=f"Give this list a name of its own in the column set, such as {free}.",
    )


def _row(given: FactorSet) -> FactorSetRow:
    return FactorSetRow(
        id=given.id,
        year=given.year,
        fictional=given.fictional,
        sha256=factors_sha256(given),
        body=factors_as_json(given),
        written_at=now(),
    )
