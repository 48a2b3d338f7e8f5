"""Filling in the form of a sheet: keeping what is typed, never over what somebody else typed, and throwing it away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from portal.use_cases.correcting import refuse_closed
from portal.use_cases.drafts import CHAIN, Draft, Origin, Start, carried_chain, draft_of, rows_of_draft, start_of
from portal.use_cases.uploading import refuse_in_procedure
from schemas.clock import now
from schemas.report.sheet_text import Cell, most_rows, text_of, until_last_filled
from schemas.store import FormSaving, Report, lock_report
from schemas.web import Said

# What one person types within this time is one saving in the history.
ONE_STINT: Final = timedelta(hours=1)
# Of a group of fewer people this says something of one of them, and is not kept.
SMALL_GROUP: Final = 10
TOO_MANY: Final = Said(
    "Een formulier heeft ten hoogste {most} rijen. Vul meer rijen in met een werkboek.",
    "A form has at most {most} rows. Fill in more rows with a workbook.",
)
NOT_READ: Final = Said(
    "Wij lezen nog welke bladen uw laatste bestand heeft. Wacht even en bewaar het dan opnieuw.",
    "We are still reading which sheets your newest file holds. Wait a moment and then save again.",
)

NOTHING_TO_CARRY_OVER: Final = Said(
    "Er is geen keten van vorig jaar om over te nemen, of er staat al een keten in dit rapport.",
    "There is no chain of last year to carry over, or this report holds a chain already.",
)


class Overtaken(Exception):
    """The rows on which a saving builds are no longer the newest: nothing was kept."""


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What somebody filled in: the rows of a sheet, and which rows it builds on; ``left_empty`` on purpose."""

    sheet: str
    rows: Sequence[Mapping[str, Cell]]
    builds_on: str
    left_empty: bool = False

    @property
    def text(self) -> str:
        """The rows as they are kept."""
        return text_of(self.sheet, until_last_filled(_without_private(self.sheet, self.rows)))


def save_form(session: Session, report: UUID, filled: Filled, *, by: UUID) -> datetime:
    """Keep what was filled in, and tell when it was kept; raises :class:`Overtaken` where others were first."""
    own = lock_report(session, report)
    refuse_in_procedure(session, report)
    refuse_closed(session, report, filled.sheet)
    if len(until_last_filled(filled.rows)) > most_rows(filled.sheet):
        raise Refused(TOO_MANY.format(most=most_rows(filled.sheet)))
    draft = draft_of(session, own)
    start = start_of(session, draft, filled.sheet)
    if start.origin in {Origin.NOT_READ, Origin.TOO_LONG}:
        raise Refused(NOT_READ, status=409)
    if start.text == filled.text and not _first(start, filled):
        return start.saving.at if start.saving else now()
    if start.sha256 != filled.builds_on:
        raise Overtaken
    return _kept(session, own, start, filled, by=by, based_on=draft.version.id if draft.version else None)


def carry_over_chain(session: Session, report: UUID, *, by: UUID) -> int:
    """Begin the chain with last year's, where nothing was filled in yet; tells how many suppliers came along."""
    own = lock_report(session, report)
    refuse_in_procedure(session, report)
    refuse_closed(session, report, CHAIN)
    draft, rows = draft_of(session, own), carried_chain(session, own)
    if not rows or rows_of_draft(draft, CHAIN) != []:
        raise Refused(NOTHING_TO_CARRY_OVER, status=409)
    put_rows(session, own, draft, CHAIN, rows, by=by)
    return len(rows)


def put_rows(
    session: Session, report: Report, draft: Draft, sheet: str, rows: Sequence[Mapping[str, Cell]], *, by: UUID
) -> None:
    """Keep rows that nobody typed, on top of what the draft holds; the report is locked already."""
    start = Start(sheet=sheet, origin=Origin.SAVED, saving=draft.savings.get(sheet))
    based_on = draft.version.id if draft.version else None
    _kept(session, report, start, Filled(sheet=sheet, rows=rows, builds_on=""), by=by, based_on=based_on)


def throw_away(session: Session, report: UUID, sheet: str, *, by: UUID) -> None:
    """Throw away what was filled in on a form and is in no version; twice is once."""
    own = lock_report(session, report)
    refuse_in_procedure(session, report)
    saving = draft_of(session, own).savings.get(sheet)
    if saving is None:
        return
    query = select(FormSaving).where(
        FormSaving.report == report, FormSaving.sheet == sheet, FormSaving.version.is_(None)
    )
    for one in session.scalars(query.order_by(FormSaving.revision)):
        one.thrown_away_at = one.thrown_away_at or now()
    noted(session, Action.FORM_THROWN_AWAY, f"report/{report}", actor=by, details={"sheet": sheet})


def _first(start: Start, filled: Filled) -> bool:
    """Whether somebody agrees for the first time to what was filled in beforehand, or to leave the sheet empty."""
    return start.origin is Origin.BEFOREHAND and bool(start.rows or filled.left_empty)


def _kept(
    session: Session, report: Report, start: Start, filled: Filled, *, by: UUID, based_on: UUID | None
) -> datetime:
    at, saving = now(), start.saving
    revision = (saving.revision if saving else _newest_revision(session, report.id, filled.sheet)) + 1
    if saving and saving.by == by and at - saving.at < ONE_STINT:
        saving.rows, saving.at, saving.revision = filled.text, at, revision
    else:
        noted(session, Action.FORM_SAVED, f"report/{report.id}", actor=by, details={"sheet": filled.sheet})
        session.add(
            FormSaving(
                report=report.id,
                sheet=filled.sheet,
                revision=revision,
                rows=filled.text,
                based_on=based_on,
                by=by,
                at=at,
            )
        )
    try:
        session.flush()
    except IntegrityError as twin:
        raise Overtaken from twin
    return at


def _newest_revision(session: Session, report: UUID, sheet: str) -> int:
    query = select(func.max(FormSaving.revision)).where(FormSaving.report == report, FormSaving.sheet == sheet)
    return session.scalar(query) or 0


def _without_private(sheet: str, rows: Sequence[Mapping[str, Cell]]) -> list[Mapping[str, Cell]]:
    """The rows without sickness figures of so few people that they may not be kept."""
    if sheet != "workforce":
        return list(rows)
    return [{**row, "sick_leave_pct": None} if few_people(row) else row for row in rows]


def few_people(row: Mapping[str, Cell]) -> bool:
    """Whether a row of staff is about so few people that a sickness figure may not be kept."""
    headcount = row.get("headcount")
    return isinstance(headcount, int) and headcount < SMALL_GROUP
