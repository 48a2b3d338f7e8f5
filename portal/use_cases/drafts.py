"""The draft of a report: the version that it goes on from, from where each sheet comes, and what its forms begin with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.use_cases.manifests import built_on, parts_of
from schemas.beforehand import ASKED_AGAIN, OECD_STEPS, known_fields
from schemas.report.sheet_text import FRONT, Cell, Cells, most_rows, rows_in, text_of, until_last_filled
from schemas.state import state_of
from schemas.store import WHOLE_FILE, Check, FormSaving, Part, Report, SheetSource, Version, all_facts, files
from schemas.store import Terms as TermsRow
from schemas.terms import Terms

CHAIN: Final = "suppliers"


class Origin(StrEnum):
    """Where the rows of a form come from."""

    SAVED = "saved"
    VERSION = "version"
    BEFOREHAND = "beforehand"
    TOO_LONG = "too_long"
    NOT_READ = "not_read"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What a next version is made from: the version before, and what its forms hold that is in no version yet."""

    report: Report
    version: Version | None
    checked: bool
    parts: tuple[Part, ...]
    held: tuple[SheetSource, ...]
    savings: Mapping[str, FormSaving]

    @cached_property
    def taken(self) -> Mapping[str, SheetSource]:
        """By sheet, from which part the version takes it."""
        return {one.sheet: one for one in self.held if one.used}

    @property
    def waits(self) -> bool:
        """Whether the check has still to say which sheets the newest file holds."""
        return not self.checked and any(part.sheet == WHOLE_FILE for part in self.parts)

    def part_of(self, sheet: str) -> Part | None:
        """The part that a sheet comes from, as far as is known."""
        if self.taken:
            found = self.taken.get(sheet)
            return self.parts[found.position] if found else None
        named = (part for part in reversed(self.parts) if part.sheet == sheet)
        return next(named, None)

    def overtaken(self, sheet: str) -> bool:
        """Whether a version brought a sheet that somebody was filling in."""
        saving, part = self.savings.get(sheet), self.part_of(sheet)
        return bool(saving and part and part.uploaded_at > saving.at)


@dataclass(frozen=True, kw_only=True)
class Start:
    """The rows that the form of a sheet begins with; ``sha256`` names them, and a saving tells on which rows it builds."""

    sheet: str
    origin: Origin
    rows: tuple[Cells, ...] = ()
    saving: FormSaving | None = None
    part: Part | None = None

    @cached_property
    def text(self) -> str:
        """The rows as they are kept."""
        return text_of(self.sheet, until_last_filled(self.rows))

    @property
    def sha256(self) -> str:
        """What names these rows."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def draft_of(session: Session, report: Report) -> Draft:
    """The draft of a report as it is now."""
    version = built_on(session, report.id)
    held = select(SheetSource).where(SheetSource.version == version.id) if version else None
    return Draft(
        report=report,
        version=version,
        checked=version is not None and session.get(Check, version.id) is not None,
        parts=tuple(parts_of(session, version.id)) if version else (),
        held=tuple(session.scalars(held.order_by(SheetSource.position, SheetSource.sheet))) if held is not None else (),
        savings=open_savings(session, report.id),
    )


def open_savings(session: Session, report: UUID) -> dict[str, FormSaving]:
    """By sheet, what was filled in last and is in no version yet."""
    query = (
        select(FormSaving)
        .where(FormSaving.report == report, FormSaving.version.is_(None), FormSaving.thrown_away_at.is_(None))
        .order_by(FormSaving.revision)
    )
    return {saving.sheet: saving for saving in session.scalars(query)}


def start_of(session: Session, draft: Draft, sheet: str) -> Start:
    """What the form of a sheet begins with: what was saved, else what the version holds, else what is known beforehand."""
    found = _start_of(session, draft, sheet)
    return found if len(found.rows) <= most_rows(sheet) else replace(found, origin=Origin.TOO_LONG, rows=())


def rows_of_draft(draft: Draft, sheet: str) -> list[Cells] | None:
    """All rows of a sheet in the draft, however many; none where they were not read yet or were not kept."""
    if saving := draft.savings.get(sheet):
        return rows_in(saving.rows)
    part, found = draft.part_of(sheet), draft.taken.get(sheet)
    if found and found.rows_sha256:
        return rows_in(files().read(found.rows_sha256).decode())
    if part and part.source_kind.filled_in:
        return rows_in(files().read(part.file_sha256).decode())
    return None if part or draft.waits else []


def rows_of_version(session: Session, version: UUID, sheet: str) -> list[Cells] | None:
    """The rows of a sheet as a version was checked with them; none where they were not kept."""
    query = select(SheetSource).where(
        SheetSource.version == version, SheetSource.sheet == sheet, SheetSource.used.is_(True)
    )
    found = session.scalars(query).first()
    if found is None:
        return []
    return rows_in(files().read(found.rows_sha256).decode()) if found.rows_sha256 else None


def carried_chain(session: Session, report: Report) -> list[Cells]:
    """Last year's chain, without what is asked anew each year."""
    rows = rows_of_last_year(session, report, CHAIN)
    return [{name: None if name in ASKED_AGAIN else cell for name, cell in row.items()} for row in rows]


def rows_of_last_year(session: Session, report: Report, sheet: str) -> list[Cells]:
    """The rows of a sheet in the report that is in force for the year before."""
    before = session.scalars(
        select(Report).where(Report.concession == report.concession, Report.report_year == report.report_year - 1)
    ).one_or_none()
    in_force = state_of(all_facts(session, [before])[before.id]).in_force if before else None
    return (rows_of_version(session, in_force, sheet) or []) if in_force else []


def _start_of(session: Session, draft: Draft, sheet: str) -> Start:
    if saving := draft.savings.get(sheet):
        return Start(sheet=sheet, origin=Origin.SAVED, rows=tuple(rows_in(saving.rows)), saving=saving)
    return start_of_version(draft, sheet) or Start(
        sheet=sheet, origin=Origin.BEFOREHAND, rows=tuple(_beforehand(session, draft.report, sheet))
    )


def start_of_version(draft: Draft, sheet: str) -> Start | None:
    """What the version holds of a sheet; none where it does not hold it."""
    part, found = draft.part_of(sheet), draft.taken.get(sheet)
    if draft.waits or (draft.version and not draft.held and part is None):
        return Start(sheet=sheet, origin=Origin.NOT_READ)
    if part is None:
        return None
    if part.source_kind.filled_in and files().holds(part.file_sha256):
        return _version_start(sheet, part, part.file_sha256)
    if found is None or found.rows_sha256 is None or found.rows > most_rows(sheet) * _fields(sheet):
        return Start(sheet=sheet, origin=Origin.TOO_LONG, part=part)
    return _version_start(sheet, part, found.rows_sha256)


def _version_start(sheet: str, part: Part, sha256: str) -> Start:
    rows = tuple(rows_in(files().read(sha256).decode()))
    return Start(sheet=sheet, origin=Origin.VERSION, rows=rows, part=part)


def _fields(sheet: str) -> int:
    """How many rows of the file make one row of the form: of the sheet *report*, every field."""
    return 1000 if sheet == FRONT else 1


def _beforehand(session: Session, report: Report, sheet: str) -> Sequence[Cells]:
    if sheet == "oecd_steps":
        return [{"step": step, "status": None, "note": None} for step in OECD_STEPS]
    if sheet == CHAIN:
        return carried_chain(session, report)
    if sheet != FRONT:
        return []
    known = known_fields(report.report_year, _last_year(session, report), _terms(session, report))
    return [{name: _cell(value) for name, value in known.items()}]


def _cell(value: object) -> Cell:
    return value.isoformat() if isinstance(value, date) else value  # type: ignore[return-value]


def _last_year(session: Session, report: Report) -> Mapping[str, object]:
    """The fields of the report that is in force for the year before."""
    rows = rows_of_last_year(session, report, FRONT)
    return rows[0] if rows else {}


def _terms(session: Session, report: Report) -> Terms:
    query = select(TermsRow.body).where(
        TermsRow.concession == report.concession, TermsRow.sha256 == report.terms_sha256
    )
    return Terms.model_validate(session.scalars(query.order_by(TermsRow.id).limit(1)).one())
