"""A correction of some sheets: only those come from what is uploaded, all others from what was sent back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from portal.use_cases.manifests import copy_of, parts_of
from schemas.report.sheets import SHEETS
from schemas.store import WHOLE_FILE, Part, Version, reopened


def within_open(
    session: Session, report: UUID, parts: Sequence[Part], *, seen_from: Version | None = None
) -> list[Part]:
    """These parts as the manifest of a version: held to the sheets that are open now, or were for a version.

    The portal opens no workbook; a part of a closed sheet is left out by naming, of each file, only the open ones.
    """
    may_change = reopened(session, report, seen_from=seen_from)
    if may_change is None:
        return list(parts)
    sent_back = parts_of(session, may_change.version)
    begun = [_key(part) for part in sent_back]
    later = parts[len(begun) :] if [_key(part) for part in parts[: len(begun)]] == begun else parts
    return [*sent_back, *(held for part in later for held in _held(part, may_change.sheets))]


def _held(part: Part, sheets: Collection[str]) -> list[Part]:
    """A part for each open sheet that it may hold, in the order of the sheets."""
    if part.sheet != WHOLE_FILE:
        return [part] if part.sheet in sheets else []
    return [copy_of(part, sheet=model.sheet) for model in SHEETS if model.sheet in sheets]


def _key(part: Part) -> tuple[str, str, str]:
    return part.sheet, part.source_name, part.file_sha256
