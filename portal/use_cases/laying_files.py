"""A supplier's declarations and certificates beside the report: each under a name of its own, with its row on the sheet *evidence*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from portal.refusals import Refused
from portal.sent_answers import sent_files
from portal.use_cases.correcting import refuse_closed
from portal.use_cases.drafts import draft_of, rows_of_draft
from portal.use_cases.evidence import put_beside
from portal.use_cases.filling_in import NOT_READ, put_rows
from portal.use_cases.manifests import evidence_of
from portal.use_cases.taking import Taken
from schemas.evidence_names import known_name
from schemas.report.code_lists import EvidenceKind
from schemas.report.evidence_of import EVIDENCE
from schemas.report.sheet_text import Cells
from schemas.store import AnswerFile, Ask, Report

NAMED_BY: Final = "file_name"


def name_beside(ask: Ask, piece: AnswerFile) -> str:
    """How a supplier's file is called beside the report: many a supplier calls its file *declaration*."""
    return f"{ask.supplier_id} {piece.file_name}"


def files_to_lay(session: Session, ask: Ask) -> list[AnswerFile]:
    """The files that the holder may read and that do not lie beside its report yet."""
    there = {(one.file_name, one.sha256) for one in evidence_of(session, ask.report)}
    sent = sent_files(session, [ask.id]).get(ask.id, ())
    return [one for one in sent if not one.confidential and (name_beside(ask, one), one.sha256) not in there]


def lay_files(session: Session, own: Report, ask: Ask, *, by: UUID) -> list[str]:
    """Put a supplier's files beside its holder's report, with their rows; tells how they are called there."""
    pieces = files_to_lay(session, ask)
    if not pieces:
        return []
    refuse_closed(session, own.id, EVIDENCE)
    draft = draft_of(session, own)
    rows = rows_of_draft(draft, EVIDENCE)
    if rows is None:
        raise Refused(NOT_READ, status=409)
    taken = [Taken(name=name_beside(ask, one), sha256=one.sha256, size=one.size) for one in pieces]
    put_beside(session, own.id, taken, by=by)
    put_rows(session, own, draft, EVIDENCE, _with_rows(rows, ask, taken), by=by)
    return [one.name for one in taken]


def _with_rows(rows: Sequence[Cells], ask: Ask, taken: Iterable[Taken]) -> list[Cells]:
    """The rows of the sheet, with one for each file that none of them names."""
    found = list(rows)
    for piece in taken:
        if known_name(piece.name) not in {known_name(str(row.get(NAMED_BY) or "")) for row in found}:
            found.append(_row(found, ask, piece))
    return found


def _row(rows: Sequence[Cells], ask: Ask, piece: Taken) -> Cells:
    taken = {row.get("evidence_id") for row in rows}
    numbers = (f"{ask.supplier_id}-{number}" for number in count(1))
    return {
        "evidence_id": next(one for one in numbers if one not in taken),
        NAMED_BY: piece.name,
        "kind": EvidenceKind.DECLARATION.value,
        "issued_by": ask.supplier_name,
        "issued_on": None,
        "covers": None,
    }
