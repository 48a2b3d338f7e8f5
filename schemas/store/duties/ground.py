"""What all duties are found on: the concessions with their two sides, the reports where they stand, and the steps of their terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from schemas.clock import today
from schemas.reminding.opened import Open
from schemas.reminding.steps import USUAL, DutyKind, Step
from schemas.state import Facts, State, state_of
from schemas.store.concessions import Concession, Terms
from schemas.store.facts import all_facts
from schemas.store.granting import authorities_of_each
from schemas.store.people import Organisation
from schemas.store.reports import Report
from schemas.texts import Bilingual

# How many reports or concessions are asked for at once: few enough for every database, many enough to be quick.
AT_ONCE: Final = 500
T = TypeVar("T")
Steps = Mapping[DutyKind, tuple[Step, ...]]


@dataclass(frozen=True, kw_only=True)
class Sides:
    """A concession: its holder, the authority that leads, and all that grant it."""

    id: UUID
    code: str
    name: str
    holder: UUID
    holder_name: str
    leads: UUID | None
    authorities: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A report with its facts and the state that follows from them."""

    report: Report
    facts: Facts
    state: State


@dataclass(frozen=True)
class Ground:
    """What duties are found on; ``steps`` by concession and the terms' sha256, ``newest`` the newest terms of each.

    ``whole`` says whether it is all there is; of one concession, only what is about its reports is asked for.
    ``subjects``, where given, are the only ones looked for among what there can be thousands of.
    """

    session: Session
    concessions: Mapping[UUID, Sides]
    reports: Mapping[UUID, Standing]
    steps: Mapping[tuple[UUID, str], Steps]
    newest: Mapping[UUID, str]
    whole: bool = True
    subjects: frozenset[UUID] | None = None

    def within(self, report: ColumnElement[UUID] | InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
        """Whether a row is about a report of this ground, as a question to the database."""
        return true() if self.whole else report.in_(list(self.reports))

    def sought(self, subject: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
        """Whether a row is a subject that is looked for, as a question to the database."""
        return true() if self.subjects is None else subject.in_(self.subjects)

    def steps_of(self, one: Open) -> tuple[Step, ...]:
        """The steps of a duty: by the terms of its report, or the newest of its concession."""
        terms = self.reports[one.report].report.terms_sha256 if one.report else self.newest.get(one.concession, "")
        return self.steps.get((one.concession, terms), USUAL).get(one.kind, USUAL[one.kind])

    def told_of(self, report: UUID) -> dict[str, str | Bilingual]:
        """What the words about a report tell."""
        about = self.reports[report].report
        return self.told_of_concession(about.concession) | {"year": str(about.report_year)}

    def told_of_concession(self, concession: UUID) -> dict[str, str | Bilingual]:
        """What the words about a concession tell."""
        sides = self.concessions[concession]
        return {"concession": sides.name, "holder": sides.holder_name, "concession_id": str(concession)}


def ground_of(
    session: Session,
    concession: UUID | None = None,
    *,
    subjects: frozenset[UUID] | None = None,
    on: date | None = None,
) -> Ground:
    """The ground of all concessions, or of one; for some subjects only, where these are given.

    The authorities are those of the day ``on``, today where none is given.
    """
    sides = _sides(session, concession, on or today())
    steps, newest = _steps(session, concession)
    reports = _reports(session, concession)
    return Ground(session, sides, reports, steps, newest, whole=concession is None, subjects=subjects)


def parts_of(everything: Sequence[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """A long list in parts that fit in one question to the database."""
    rest = iter(everything)
    while part := list(islice(rest, size)):
        yield part


def _sides(session: Session, concession: UUID | None, on: date) -> dict[UUID, Sides]:
    granted = authorities_of_each(session, None if concession is None else [concession], on=on)
    query = select(Concession, Organisation.name).join(Organisation, Organisation.id == Concession.holder)
    asked = query if concession is None else query.where(Concession.id == concession)
    return {
        one.id: Sides(
            id=one.id,
            code=one.code,
            name=one.name,
            holder=one.holder,
            holder_name=holder,
            leads=next((side.id for side in granted[one.id] if side.leads), None),
            authorities=tuple(sorted(side.id for side in granted[one.id])),
        )
        for one, holder in session.execute(asked.order_by(Concession.code))
    }


def _reports(session: Session, concession: UUID | None) -> dict[UUID, Standing]:
    query = select(Report).order_by(Report.report_year, Report.id)
    reports = session.scalars(query if concession is None else query.where(Report.concession == concession)).all()
    found: dict[UUID, Standing] = {}
    for part in parts_of(reports):
        facts = all_facts(session, part)
        found |= {one.id: Standing(report=one, facts=facts[one.id], state=state_of(facts[one.id])) for one in part}
    return found


def _steps(session: Session, concession: UUID | None) -> tuple[dict[tuple[UUID, str], Steps], dict[UUID, str]]:
    """The steps that terms set otherwise than usual, and which edition of terms is the newest of each concession."""
    query = select(Terms.concession, Terms.sha256, Terms.body["reminders"]).order_by(Terms.imported_at, Terms.id)
    rows = session.execute(query if concession is None else query.where(Terms.concession == concession)).all()
    newest = {of: sha256 for of, sha256, _ in rows}
    return {(of, sha256): _own(told) for of, sha256, told in rows if told}, newest


def _own(told: Mapping[str, Sequence[object]]) -> Steps:
    return {DutyKind(kind): tuple(Step.model_validate(one) for one in steps) for kind, steps in told.items()}
