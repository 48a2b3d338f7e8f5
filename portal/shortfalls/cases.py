"""Whose case it is, and what each side may know of it: a holder never sees a step before it was told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from portal.language import in_language, language
from portal.refusals import NotYours
from portal.shortfalls.missing import came_at
from portal.shortfalls.words import STEP_NAMES, sentence
from portal.tenancy import own_report
from portal.visitor import SignedIn
from schemas.clock import dutch_day
from schemas.shortfall_subjects import subjects
from schemas.shortfalls import StepFacts, StepKind, Track, term_of
from schemas.store import (
    Organisation,
    Person,
    Report,
    Shortfall,
    ShortfallConfirmation,
    ShortfallLetter,
    ShortfallStep,
    among,
    matter_of,
    tracks_of,
    versions_of,
)
from schemas.words import Edition, OrganisationKind


@dataclass(frozen=True, kw_only=True)
class StepShown:
    """One step as a reader may know it; ``amount`` is none where there is none, and ``stands`` false for a proposal."""

    id: UUID
    kind: StepKind
    name: str
    reason: str
    at: datetime
    by: str
    organisation: str
    proposer: UUID
    told_at: datetime | None
    waits: bool
    last_day: date | None
    day: date | None
    consequence: str
    amount: Decimal | None
    ruling: str | None
    closing: str | None
    file_name: str | None
    sha256: str | None
    size: int | None
    seconded: ShortfallConfirmation | None
    seconder: str
    letter: ShortfallLetter | None

    @property
    def refused(self) -> bool:
        """Whether the second reader did not confirm it."""
        return self.seconded is not None and not self.seconded.confirmed


@dataclass(frozen=True, kw_only=True)
class CaseShown:
    """A case with its steps, the newest first; ``track`` is the whole, for reckoning and not for showing.

    ``came``: the report that was missing is there since.
    """

    case: Shortfall
    year: int
    reference: str
    norms: tuple[str, ...]
    track: Track
    came: bool
    steps: tuple[StepShown, ...]
    amount: Decimal | None
    sentence: str
    by: date | None

    @property
    def waiting(self) -> StepShown | None:
        """The proposal that the second reader has, for the side that may see it."""
        return next((one for one in self.steps if one.waits), None)


def own_case(session: Session, person: SignedIn, shortfall: UUID) -> CaseShown:
    """A case of one's own report; of a case that its holder was not told of there is nothing (404)."""
    case = session.get(Shortfall, shortfall)
    if case is None:
        raise NotYours(f"shortfall/{shortfall}")
    shown = cases_of(session, person, [own_report(session, person, case.report)])
    found = next((one for one in shown if one.case.id == shortfall), None)
    if found is None:
        raise NotYours(f"shortfall/{shortfall}")
    return found


def cases_of(session: Session, person: SignedIn, reports: Sequence[Report]) -> list[CaseShown]:
    """The cases of one's own reports, as this person's side may know them, by year and number."""
    theirs = person.kind is OrganisationKind.AUTHORITY
    by_id = {one.id: one for one in reports}
    query = select(Shortfall).where(among(Shortfall.report, by_id)).order_by(Shortfall.report, Shortfall.number)
    cases = session.scalars(query).all()
    if not cases:
        return []
    tracks = tracks_of(session, cases)
    known = [one for one in cases if theirs or tracks[one.id].known_to_holder]
    steps = _steps(session, {one.id: tracks[one.id] for one in known}, theirs=theirs)
    came = _came(session, known, by_id)
    shown = [
        _case(one, by_id[one.report], tracks[one.id], steps.get(one.id, []), theirs=theirs, came=one.id in came)
        for one in known
    ]
    return sorted(shown, key=lambda one: (-one.year, one.case.number))


def _came(session: Session, cases: Iterable[Shortfall], reports: Mapping[UUID, Report]) -> frozenset[UUID]:
    """The cases about a report that was missing and is there since."""
    missing = [one for one in cases if one.version is None]
    if not missing:
        return frozenset()
    versions = versions_of(session, list({one.report: reports[one.report] for one in missing}.values()))
    return frozenset(one.id for one in missing if came_at(one, versions[one.report]))


def _case(
    case: Shortfall, report: Report, track: Track, steps: Sequence[StepShown], *, theirs: bool, came: bool
) -> CaseShown:
    said, by = sentence(track, theirs=theirs, missing=case.version is None, came=came)
    proposed = [one for one in steps if one.waits and one.amount is not None]
    return CaseShown(
        case=case,
        year=report.report_year,
        reference=f"{report.report_year}-T{case.number}",
        norms=tuple(in_language(one) for one in subjects(case.norms, matter_of(case))),
        track=track,
        came=came,
        steps=tuple(reversed(steps)),
        amount=proposed[-1].amount if proposed else track.amount,
        sentence=said,
        by=by,
    )


def _steps(session: Session, tracks: Mapping[UUID, Track], *, theirs: bool) -> dict[UUID, list[StepShown]]:
    """The steps of cases, oldest first; ``theirs`` shows proposals too. This is where the embargo is kept."""
    facts = {one.id: (one, track) for track in tracks.values() for one in track.steps}
    may_see = {step for step, (one, _track) in facts.items() if theirs or one.told_at is not None}
    letters = _letters(session, may_see, theirs=theirs)
    seconder, writer = aliased(Person), aliased(Person)
    query = (
        select(ShortfallStep, writer, Organisation.name, ShortfallConfirmation, seconder.name)
        .join(writer, writer.id == ShortfallStep.by)
        .join(Organisation, Organisation.id == writer.organisation)
        .outerjoin(ShortfallConfirmation, ShortfallConfirmation.step == ShortfallStep.id)
        .outerjoin(seconder, seconder.id == ShortfallConfirmation.by)
        .where(ShortfallStep.id.in_(may_see))
        .order_by(ShortfallStep.at, ShortfallStep.id)
    )
    shown: dict[UUID, list[StepShown]] = {}
    for step, by, organisation, said, second in session.execute(query):
        one, track = facts[step.id]
        made = _step(step, one, track, who=(by, organisation), said=(said, second or ""), letter=letters.get(step.id))
        shown.setdefault(step.shortfall, []).append(made)
    return shown


def _step(
    step: ShortfallStep,
    facts: StepFacts,
    track: Track,
    *,
    who: tuple[Person, str],
    said: tuple[ShortfallConfirmation | None, str],
    letter: ShortfallLetter | None,
) -> StepShown:
    consequences = {one.code: in_language(one.name) for one in track.terms.consequences}
    return StepShown(
        id=step.id,
        kind=step.kind,
        name=str(STEP_NAMES[step.kind]),
        reason=step.reason,
        at=step.at,
        by=who[0].name,
        organisation=who[1],
        proposer=step.by,
        told_at=facts.told_at,
        waits=facts.waits,
        last_day=term_of(facts, track.terms, told=dutch_day(facts.told_at)) if facts.told_at else step.term,
        day=step.day,
        consequence=consequences.get(step.consequence or "", ""),
        amount=step.amount_eur,
        ruling=step.ruling,
        closing=step.closing,
        file_name=step.file_name,
        sha256=step.sha256,
        size=step.size,
        seconded=said[0],
        seconder=said[1],
        letter=letter,
    )


def _letters(session: Session, steps: Iterable[UUID], *, theirs: bool) -> dict[UUID, ShortfallLetter]:
    """The letter of each step in the reader's language; a concept only as long as nothing else is there, for its own side."""
    editions = (Edition.CONCEPT, Edition.NONE) if theirs else (Edition.NONE,)
    query = (
        select(ShortfallLetter)
        .where(
            among(ShortfallLetter.step, steps),
            ShortfallLetter.edition.in_(editions),
            ShortfallLetter.language == language(),
        )
        .order_by(ShortfallLetter.made_at, ShortfallLetter.id)
    )
    found = sorted(session.scalars(query), key=lambda one: one.edition is Edition.NONE)
    return {one.step: one for one in found}
