"""Making a version of the draft: the version before, with what was filled in on forms in the place of those sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.refusals import Refused
from portal.use_cases.drafts import draft_of
from portal.use_cases.uploading import make_version, refuse_in_procedure, refuse_too_many
from schemas.report.sheet_text import form_name
from schemas.store import AnswerTaken, FormSaving, Part, Version, files, lock_report, reopened
from schemas.web import Said
from schemas.words import SourceKind

NOTHING_FILLED_IN: Final = Said(
    "Er is nog niets om te controleren. Vul eerst een blad in of upload een bestand.",
    "There is nothing to check yet. Fill in a sheet first, or upload a file.",
)
NOTHING_NEW: Final = Said(
    "Er is niets veranderd sinds versie {number}. Die is al gecontroleerd of wordt dat nu.",
    "Nothing changed since version {number}. That one was checked already, or is being checked now.",
)


def check_draft(session: Session, report: UUID, *, key: UUID, by: UUID) -> Version:
    """A new version with what the forms hold now; the same button sent twice gives the same one."""
    own = lock_report(session, report)
    if sent := session.scalars(select(Version).where(Version.idempotency_key == key)).one_or_none():
        return sent
    refuse_in_procedure(session, report)
    draft = draft_of(session, own)
    savings = _open(session, report, draft.savings.values())
    if not savings:
        reason = NOTHING_NEW.format(number=draft.version.number) if draft.version else NOTHING_FILLED_IN
        raise Refused(reason, status=409)
    refuse_too_many(session, by)
    forms = [part_of_form(session, saving) for saving in savings]
    version = make_version(session, report, with_forms(draft.parts, forms), key=key, note="", by=by)
    _take(session, report, [saving.sheet for saving in savings], version.id)
    return version


def rehearse(session: Session, report: UUID, *, key: UUID, by: UUID) -> Version:
    """The draft as it is now, checked without being a step of the procedure; what the forms hold stays there."""
    own = lock_report(session, report)
    if sent := session.scalars(select(Version).where(Version.idempotency_key == key)).one_or_none():
        return sent
    refuse_in_procedure(session, report)
    draft = draft_of(session, own)
    parts = with_forms(draft.parts, [part_of_form(session, saving) for saving in draft.savings.values()])
    if not parts:
        raise Refused(NOTHING_FILLED_IN, status=409)
    refuse_too_many(session, by)
    return make_version(session, report, parts, key=key, note="", by=by, rehearsal=True)


def with_forms(parts: Sequence[Part], forms: Sequence[Part]) -> list[Part]:
    """The parts of a version with these behind them; what they replace whole is left out."""
    replaced = {form.sheet for form in forms}
    return [*(part for part in parts if part.sheet not in replaced), *forms]


def part_of_form(session: Session, saving: FormSaving) -> Part:
    """What was filled in as a part of a version, told apart where suppliers' answers are in it; its file is there first."""
    kept = files().keep_bytes(saving.rows.encode())
    return Part(
        sheet=saving.sheet,
        source_kind=SourceKind.ANSWER if _holds_answers(session, saving) else SourceKind.FORM,
        source_name=form_name(saving.sheet),
        file_sha256=kept.sha256,
        size=kept.size,
        uploaded_by=saving.by,
        uploaded_at=saving.at,
    )


def _holds_answers(session: Session, saving: FormSaving) -> bool:
    query = select(AnswerTaken.answer).where(AnswerTaken.report == saving.report, AnswerTaken.sheet == saving.sheet)
    return session.scalars(query.limit(1)).first() is not None


def _open(session: Session, report: UUID, savings: Iterable[FormSaving]) -> list[FormSaving]:
    """What was filled in on sheets that may change: in a correction of some sheets, those alone."""
    correction = reopened(session, report)
    return [saving for saving in savings if correction is None or saving.sheet in correction.sheets]


def _take(session: Session, report: UUID, sheets: Sequence[str], version: UUID) -> None:
    query = select(FormSaving).where(
        FormSaving.report == report,
        FormSaving.sheet.in_(sheets),
        FormSaving.version.is_(None),
        FormSaving.thrown_away_at.is_(None),
    )
    for saving in session.scalars(query.order_by(FormSaving.revision)):
        saving.version = version
