"""Removing what may not be kept: the file with a sickness figure of a group so small that it says something of a person."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store import Files, Finding, Part, RuleResult
from schemas.store.sweep import PRIVACY_RULE
from schemas.texts import Bilingual
from workers.intake import Unreadable

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
    query = select(Finding.source).where(Finding.version == version, Finding.rule == PRIVACY_RULE).distinct()
    sources = frozenset(source for source in session.scalars(query) if source)
    parts = (
        session.scalars(select(Part).where(Part.version == version).order_by(Part.position)).all() if sources else ()
    )
    there = [part for part in parts if files.holds(part.file_sha256)]
    held = {part.file_sha256 for part in there if sources & _names_in(files, part)}
    for sha256 in held:
        files.remove(sha256)
    return len(held)


def _names_in(files: Files, part: Part) -> frozenset[str]:
    """The names under which findings tell of a part: its own, and those of the files inside a zip."""
    with files.open(part.file_sha256) as stream:
        if not zipfile.is_zipfile(stream):
            return frozenset({part.source_name})
        with zipfile.ZipFile(stream) as archive:
            members = (member.replace("\\", "/") for member in archive.namelist())
            return frozenset({part.source_name, *(PurePosixPath(member).name for member in members)})


def was_removed(session: Session, sha256s: Iterable[str]) -> bool:
    """Whether one of these files was in a version in which the privacy rule found a figure."""
    query = (
        select(RuleResult.version)
        .join(Part, Part.version == RuleResult.version)
        .where(RuleResult.rule == PRIVACY_RULE, Part.file_sha256.in_(list(sha256s)))
    )
    return session.scalars(query).first() is not None
