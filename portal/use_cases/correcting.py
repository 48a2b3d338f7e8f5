"""A correction of some sheets: only those and their evidence may change, all others stay as they were sent back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.refusals import Refused
from portal.use_cases.manifests import copy_of, parts_of
from schemas.evidence_names import known_name
from schemas.report.evidence_of import EVIDENCE, may_change
from schemas.report.sheets import SHEETS
from schemas.store import WHOLE_FILE, Check, NamedEvidence, Part, Reopened, Version, reopened
from schemas.texts import Language
from schemas.web import Said

CLOSED: Final = Said(
    "Dit blad is gesloten: de provincie stuurde alleen {sheets} terug. Het blijft zoals u het indiende; wat u nu "
    "typte of koos, is niet bewaard. Moet het anders? Vraag om dit blad te openen.",
    "This sheet is closed: the province sent back {sheets} only. It stays as you handed it in; what you typed or "
    "chose just now was not kept. Does it have to change? Ask to have this sheet opened.",
)
EVIDENCE_CLOSED: Final = Said(
    "{name} hoort niet bij een blad dat open is. De provincie stuurde alleen {sheets} terug: ander bewijs blijft zoals "
    "u het indiende. Moet het anders? Vraag om het blad ‘Bewijsstukken’ te openen.",
    "{name} is not of a sheet that is open. The province sent back {sheets} only: other evidence stays as you "
    "handed it in. Does it have to change? Ask to have the sheet ‘Evidence’ opened.",
)


def refuse_closed(session: Session, report: UUID, sheet: str) -> None:
    """Refuse a change of a sheet that was not sent back, with what was."""
    correction = reopened(session, report)
    if correction is not None and sheet not in correction.sheets:
        raise Refused(_naming(CLOSED, correction), status=409)


def refuse_closed_evidence(session: Session, report: UUID, names: Collection[str]) -> None:
    """Refuse a change of evidence on which no open sheet rests."""
    correction = reopened(session, report)
    if correction is None or EVIDENCE in correction.sheets:
        return
    free = open_evidence(session, report, correction)
    for name in names:
        if known_name(name) not in free:
            raise Refused(_naming(EVIDENCE_CLOSED, correction, name=name), field="bewijs", status=409)


def open_evidence(session: Session, report: UUID, correction: Reopened) -> frozenset[str]:
    """The names of evidence that may change: of open sheets, in what was sent back or as it was checked last."""
    newest = (
        select(Check.version)
        .join(Version, Version.id == Check.version)
        .where(Version.report == report, Version.rehearsal.is_(False))
        .order_by(Version.number.desc())
        .limit(1)
    )
    versions = {correction.version, *session.scalars(newest)}
    named = select(NamedEvidence).where(NamedEvidence.version.in_(versions), NamedEvidence.evidence_id.is_not(None))
    rows = session.scalars(named.order_by(NamedEvidence.version, NamedEvidence.position))
    return frozenset(known_name(row.file_name) for row in rows if may_change(row.sheets, correction.sheets))


def _naming(text: Said, correction: Reopened, **more: object) -> Said:
    """A refusal with the open sheets by their labels, in each language."""
    nl, en = (
        ", ".join(model.label.in_(language) for model in SHEETS if model.sheet in correction.sheets)
        for language in (Language.NL, Language.EN)
    )
    return Said(str(text).format(sheets=nl, **more), text.en.format(sheets=en, **more))


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
