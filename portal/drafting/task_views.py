"""Who fills in what: the reporting officer gives sheets to contributors, and sees how far each of them is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.drafting.blueprint import drafting
from portal.drafting.lines import SheetLine, sheet_lines
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.holder.labels import sheet_label
from portal.own_sheets import ALL, Contributor, contributors_of, given_sheets
from portal.refusals import NotYours
from portal.use_cases.assigning import give_sheets
from portal.use_cases.drafts import draft_of
from portal.visitor import me
from schemas.report.sheets import SHEETS
from schemas.store import reading, sessions
from schemas.web.drafting import TasksSchema
from schemas.words import Role


@dataclass(frozen=True, kw_only=True)
class Given:
    """A contributor with the sheets that were given, as they are in the draft now."""

    person: Contributor
    lines: tuple[SheetLine, ...]

    @property
    def sheets(self) -> list[str]:
        """The sheets by their machine names."""
        return [line.sheet for line in self.lines]

    @property
    def done(self) -> int:
        """How many of them are checked, with nothing found."""
        return sum(line.done for line in self.lines)


@drafting.get("/rapportages/<uuid:report>/invullers")
@for_role(Role.REPORTER)
def tasks_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        given = _given(session, known)
    return render_template("drafting/tasks.html", about=known, given=given, options=_options(given))


@drafting.post("/rapportages/<uuid:report>/invullers/<uuid:person>")
@for_role(Role.REPORTER)
@shown_on("drafting.task_page")
def give(report: UUID, person: UUID) -> ResponseReturnValue:
    sheets = TasksSchema().load(request.form)["sheets"]
    with sessions().begin() as session:
        known = about(session, me(), report)
        name = _contributor(session, known, person).name
        give_sheets(session, known.concession.id, person, map(str, sheets), by=me().id)
    flash(_("Bewaard wat %(name)s invult.", name=name), "meets")
    return redirect(url_for(".tasks_page", report=report), 303)


@drafting.get("/rapportages/<uuid:report>/invullers/<uuid:person>")
@for_role(Role.REPORTER)
def task_page(report: UUID, person: UUID) -> ResponseReturnValue:
    """Where a refused choice is shown: the page of everybody who fills in."""
    del person
    return tasks_page(report)


def _contributor(session: Session, known: About, person: UUID) -> Contributor:
    found = next((one for one in contributors_of(session, known.concession) if one.id == person), None)
    if found is None:
        raise NotYours(f"person/{person}")
    return found


def _given(session: Session, known: About) -> list[Given]:
    lines = {line.sheet: line for line in sheet_lines(session, draft_of(session, known.report), ALL)}
    return [
        Given(person=person, lines=_of(given_sheets(session, person.id, known.concession.id), lines))
        for person in contributors_of(session, known.concession)
    ]


def _of(sheets: Sequence[str], lines: Mapping[str, SheetLine]) -> tuple[SheetLine, ...]:
    return tuple(lines[model.sheet] for model in SHEETS if model.sheet in sheets)


def _options(given: Sequence[Given]) -> dict[UUID, list[tuple[str, str, str]]]:
    """For each person all sheets, with who else has it."""
    others = {model.sheet: [one.person for one in given if model.sheet in one.sheets] for model in SHEETS}
    return {
        one.person.id: [
            (
                model.sheet,
                sheet_label(model.sheet),
                ", ".join(other.name for other in others[model.sheet] if other.id != one.person.id),
            )
            for model in SHEETS
        ]
        for one in given
    }
