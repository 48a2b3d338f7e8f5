"""Removing what may not be kept: the file with a sickness figure of a group so small that it says something of a person."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store import Files, Finding, Part, RuleResult
from schemas.texts import Bilingual
from workers.intake import Unreadable

PRIVACY_RULE = "WRK-007"
REMOVED = Unreadable(
    reason=Bilingual(
        nl="Een eerder bestand van dit rapport is verwijderd, omdat er een verzuimcijfer van minder dan tien mensen in stond.",
        en="An earlier file of this report was removed, as it held a sickness figure of fewer than ten people.",
    ),
    mend=Bilingual(
        nl="Maak dat cijfer leeg en upload het hele rapport opnieuw, met de keuze ‘Het is het hele rapport’.",
        en="Clear that figure and upload the whole report again, with the choice ‘It is the whole report’.",
    ),
)


def remove_private(session: Session, files: Files, version: UUID) -> int:
    """Remove the originals in which the privacy rule found a figure; tells how many. Removing twice is removing once."""
    sources = select(Finding.source).where(Finding.version == version, Finding.rule == PRIVACY_RULE)
    parts = session.scalars(
        select(Part.file_sha256).where(Part.version == version, Part.source_name.in_(sources)).distinct()
    )
    held = [sha256 for sha256 in parts if files.holds(sha256)]
    for sha256 in held:
        files.remove(sha256)
    return len(held)


def was_removed(session: Session, sha256s: Iterable[str]) -> bool:
    """Whether one of these files was in a version in which the privacy rule found a figure."""
    query = (
        select(RuleResult.version)
        .join(Part, Part.version == RuleResult.version)
        .where(RuleResult.rule == PRIVACY_RULE, Part.file_sha256.in_(list(sha256s)))
    )
    return session.scalars(query).first() is not None
