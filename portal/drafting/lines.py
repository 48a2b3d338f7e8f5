"""The sheets of a draft as lines: from where each comes, who changed it when, and what was found on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.labels import sheet_label
from portal.holder.tallies import SheetTally, sheet_tallies
from portal.language import in_language
from portal.own_sheets import ALL, Contributor, who_fills_in
from portal.use_cases.drafts import Draft
from schemas.report.sheet_text import by_form
from schemas.report.sheets import SHEETS
from schemas.store import Part, Person, reopened
from schemas.words import SourceKind

WORKBOOK, JSON, FORM = ".xlsx", ".json", "form"
CSV: Final = frozenset({".csv", ".zip"})


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """One sheet of the draft; ``filling_in`` tells who filled in what is in no version yet, and when.

    ``closed`` is one that a correction of some sheets leaves as it was handed in.
    """

    sheet: str
    label: str
    holds: str
    required: bool
    by_form: bool
    mine: bool
    source: str
    name: str
    by: str
    at: datetime | None
    rows: int | None
    found: SheetTally | None
    filling_in: str
    filled_in_at: datetime | None
    overtaken: bool
    checked: bool
    given_to: tuple[Contributor, ...]
    closed: bool

    @property
    def empty(self) -> bool:
        """Whether nothing was brought for this sheet yet."""
        return not self.source and self.filled_in_at is None

    @property
    def done(self) -> bool:
        """Whether it is in the version as it stands, checked and with nothing found."""
        return bool(self.source) and self.checked and not self.filled_in_at and self.found is None


def sheet_lines(session: Session, draft: Draft, own: frozenset[str]) -> list[SheetLine]:
    """Every sheet of the report, one's own first where one looks after some of them."""
    found = {one.sheet: one for one in sheet_tallies(session, draft.version.id)} if draft.version else {}
    names = people_named(session, _people(draft))
    given = who_fills_in(session, draft.report.concession)
    correction = reopened(session, draft.report.id)
    opened = correction.sheets if correction else ALL
    lines = [_line(draft, model.sheet, own, opened, found, names, given) for model in SHEETS]
    return sorted(lines, key=lambda line: not line.mine)


def source_words(part: Part | None) -> str:
    """What kind of source a part is."""
    if part is None:
        return ""
    if part.source_kind is SourceKind.FORM:
        return str(_("Formulier"))
    if part.source_kind is SourceKind.ANSWER:
        return str(_("Formulier, met antwoorden van leveranciers"))
    suffix = PurePosixPath(part.source_name).suffix.casefold()
    return str(_("Werkboek") if suffix == WORKBOOK else _("CSV") if suffix in CSV else _("Bestand"))


def people_named(session: Session, people: Iterable[UUID]) -> dict[UUID, str]:
    """The names of people."""
    query = select(Person.id, Person.name).where(Person.id.in_(set(people)))
    return dict[UUID, str](session.execute(query).all())


def _people(draft: Draft) -> list[UUID]:
    return [*(part.uploaded_by for part in draft.parts), *(saving.by for saving in draft.savings.values())]


def _line(
    draft: Draft,
    sheet: str,
    own: frozenset[str],
    opened: frozenset[str],
    found: Mapping[str, SheetTally],
    names: Mapping[UUID, str],
    given: Mapping[str, list[Contributor]],
) -> SheetLine:
    part, saving, taken = draft.part_of(sheet), draft.savings.get(sheet), draft.taken.get(sheet)
    model = next(model for model in SHEETS if model.sheet == sheet)
    return SheetLine(
        sheet=sheet,
        label=sheet_label(sheet),
        holds=in_language(model.holds),
        required=model.required,
        by_form=by_form(sheet),
        mine=sheet in own,
        source=source_words(part),
        name=part.source_name if part and part.source_kind is SourceKind.FILE else "",
        by=names.get(part.uploaded_by, "") if part else "",
        at=part.uploaded_at if part else None,
        rows=taken.rows if taken else None,
        found=found.get(sheet) if part else None,
        filling_in=names.get(saving.by, "") if saving else "",
        filled_in_at=saving.at if saving else None,
        overtaken=draft.overtaken(sheet),
        checked=draft.checked,
        given_to=tuple(given.get(sheet, ())),
        closed=sheet not in opened,
    )
