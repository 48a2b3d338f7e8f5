"""The history of one sheet: who brought which rows when, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.drafting.blueprint import drafting
from portal.drafting.differences import Difference, differences
from portal.drafting.form_shown import in_words
from portal.drafting.lines import people_named, source_words
from portal.holder.about import about
from portal.holder.blueprint import READERS
from portal.holder.labels import column_label, sheet_label
from portal.refusals import NotYours
from portal.visitor import me
from schemas.report.sheet_text import Cells, by_form, rows_in
from schemas.report.sheets import BY_NAME, column_named
from schemas.store import FormSaving, Part, SheetSource, Version, files, reading

# A change of more cells is told by its first ones and how many there are.
MOST_SHOWN: Final = 30


@dataclass(frozen=True, kw_only=True)
class ChangeShown:
    """One thing that changed, in words."""

    row: str
    column: str
    before: str
    after: str
    whole: str = ""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The sheet as somebody brought it; ``version`` is none for what is in no version yet."""

    at: datetime
    by: str
    source: str
    version: int | None
    rows: int | None
    changes: tuple[ChangeShown, ...]
    more: int
    known: bool


@dataclass(frozen=True, kw_only=True)
class _State:
    """What is known of a sheet at one moment; ``text`` is none where its rows were not kept."""

    at: datetime
    by: UUID
    source: str
    version: int | None
    count: int | None
    text: str | None


@drafting.get("/rapportages/<uuid:report>/onderdelen/<sheet>/verloop")
@for_role(*READERS)
def history(report: UUID, sheet: str) -> ResponseReturnValue:
    if sheet not in BY_NAME:
        raise NotYours(f"sheet/{sheet[:80]}")
    with reading() as session:
        known = about(session, me(), report)
        stages = list(_stages(session, sheet, [*_versions(session, report, sheet), *_savings(session, report, sheet)]))
    return render_template(
        "drafting/history.html",
        about=known,
        sheet=sheet,
        label=sheet_label(sheet),
        stages=stages[::-1],
        by_form=by_form(sheet),
    )


def _stages(session: Session, sheet: str, states: Sequence[_State]) -> Iterator[Stage]:
    names = people_named(session, (state.by for state in states))
    before: list[Cells] = []
    compared = True
    for state in states:
        after = rows_in(state.text) if state.text is not None else []
        known = compared and state.text is not None
        found = list(differences(sheet, before, after)) if known else []
        yield Stage(
            at=state.at,
            by=names.get(state.by, ""),
            source=state.source,
            version=state.version,
            rows=state.count,
            changes=tuple(_shown(sheet, one) for one in islice(found, MOST_SHOWN)),
            more=max(0, len(found) - MOST_SHOWN),
            known=known,
        )
        before, compared = after, state.text is not None


def _versions(session: Session, report: UUID, sheet: str) -> Iterator[_State]:
    """The sheet in each version that brought other rows than the one before."""
    query = (
        select(Version.number, Part, SheetSource)
        .join(SheetSource, SheetSource.version == Version.id)
        .join(Part, (Part.version == Version.id) & (Part.position == SheetSource.position))
        .where(Version.report == report, SheetSource.sheet == sheet, SheetSource.used.is_(True))
        .where(Version.rehearsal.is_(False))
        .order_by(Version.number)
    )
    seen = None
    for number, part, held in session.execute(query):
        brought = (part.file_sha256, held.rows_sha256)
        if seen == brought:
            continue
        seen = brought
        text = files().read(held.rows_sha256).decode() if held.rows_sha256 else None
        name = "" if part.source_kind.filled_in else part.source_name
        source = f"{source_words(part)} {name}".strip()
        yield _State(
            at=part.uploaded_at, by=part.uploaded_by, source=source, version=number, count=held.rows, text=text
        )


def _savings(session: Session, report: UUID, sheet: str) -> Iterator[_State]:
    """What was filled in since, by whom."""
    query = select(FormSaving).where(
        FormSaving.report == report,
        FormSaving.sheet == sheet,
        FormSaving.version.is_(None),
        FormSaving.thrown_away_at.is_(None),
    )
    for saving in session.scalars(query.order_by(FormSaving.revision)):
        count = len(rows_in(saving.rows))
        yield _State(
            at=saving.at, by=saving.by, source=str(_("Formulier")), version=None, count=count, text=saving.rows
        )


def _shown(sheet: str, one: Difference) -> ChangeShown:
    if one.column is None:
        whole = _("Rij erbij") if one.came else _("Rij weg")
        return ChangeShown(row=one.row, column="", before="", after="", whole=str(whole))
    column = column_named(sheet, one.column)
    return ChangeShown(
        row=one.row,
        column=column_label(sheet, one.column),
        before=in_words(column, one.before),
        after=in_words(column, one.after),
    )
