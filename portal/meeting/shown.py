"""What a contract meeting is about: last year's verdicts and figures, the path ahead, and what is open or runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.extensions import extensions_of
from portal.hearings import hearings_of
from portal.holder.about import About
from portal.holder.conversations import ConversationShown, conversations_about
from portal.holder.verdicts import VerdictLine, verdict_lines
from portal.language import in_language, language
from portal.over_years.known import KnownYear
from portal.plan.shown import MeasureShown, measures_shown
from portal.shortfalls.cases import CaseShown
from portal.shortfalls.words import STEP_NAMES
from portal.visitor import SignedIn
from schemas import amounts
from schemas.clock import today
from schemas.indicators import INDICATOR
from schemas.judgement import Outcome
from schemas.plans import MeasureFacts
from schemas.shortfalls import StepKind, Turn, turn
from schemas.state import Standing
from schemas.store import Established

SHORTFALL_TERMS: Final[dict[StepKind, LazyString]] = {
    StepKind.WARNING: lazy_gettext("De houder herstelt wat niet voldoet"),
    StepKind.PLAN: lazy_gettext("De houder stuurt een verbeterplan"),
    StepKind.INTENTION: lazy_gettext("De houder kan een zienswijze geven op het voorgenomen besluit"),
    StepKind.DECISION: lazy_gettext("De houder kan bezwaar maken"),
}
MAIN: Final = ("CTX-02", "FLT-02", "ENE-01", "ENE-04", "GHG-01", "GHG-05", "GHG-06", "DD-01")


@dataclass(frozen=True, kw_only=True)
class MainFigure:
    """A figure of last year beside the year before, and the change in per cent."""

    name: str
    unit: str
    now: str
    before: str
    change: str


@dataclass(frozen=True, kw_only=True)
class NormAhead:
    """The way of one norm: per year what is expected and what is asked, and from when it is met."""

    name: str
    years: dict[int, tuple[str, str]]
    says: str
    meets_from: int | None


@dataclass(frozen=True, kw_only=True)
class RunningTerm:
    """A day by which somebody has to do something."""

    what: str
    day: date


@dataclass(frozen=True, kw_only=True)
class VerdictSaid:
    """A norm with what counts: what was established where a decision stands, else what the machine found."""

    line: VerdictLine
    outcome: Outcome
    established: bool

    @property
    def asked(self) -> str:
        """What is asked, under a heading that says so: *ja* instead of *gevraagd: ja*."""
        return self.line.threshold if self.line.unit in amounts.YES_NO else self.line.asked


def verdicts_said(session: Session, about: About, version: UUID) -> list[VerdictSaid]:
    """The verdicts of a version, each as it counts."""
    decided = about.state.standing is Standing.DECIDED or about.state.in_force == version
    query = select(Established).where(Established.version == version).order_by(Established.norm)
    kept = {one.norm: one.established_verdict for one in session.scalars(query)} if decided else {}
    return [
        VerdictSaid(line=one, outcome=kept.get(one.norm, one.outcome), established=one.norm in kept)
        for one in verdict_lines(session, about, version)
    ]


def main_figures(years: Sequence[KnownYear]) -> list[MainFigure]:
    """The main figures of the newest year, each beside the year before where that is known."""
    if not years:
        return []
    now = years[-1]
    before = next((one for one in years if one.year == now.year - 1), None)
    return [
        _figure(code, now.value(code), before.value(code) if before else None) for code in MAIN if code in INDICATOR
    ]


def norms_ahead(verdicts: Sequence[VerdictSaid], *, after: int) -> tuple[list[int], list[NormAhead]]:
    """The years to come for which something is asked or expected, and the way of each norm through them."""
    ahead = [
        NormAhead(
            name=one.line.name,
            years={year: known for year, known in _years(one.line).items() if year > after},
            says=one.line.ahead.says,
            meets_from=one.line.ahead.meets_from,
        )
        for one in verdicts
        if one.line.ahead
    ]
    return sorted({year for one in ahead for year in one.years}), ahead


def _years(line: VerdictLine) -> dict[int, tuple[str, str]]:
    """What is expected and what is asked by year; only the former where the terms have no path of numbers."""
    if line.path:
        return {row.year: (row.ahead, row.norm) for row in line.path.rows}
    points = line.ahead.points if line.ahead else ()
    return {one.year: (amounts.amount(one.value, language()), "") for one in points}


def open_measures(session: Session, concession: UUID) -> list[MeasureShown]:
    """The measures that run or wait for the other side."""
    return [one for one in measures_shown(session, concession) if one.facts.open]


def open_questions(session: Session, person: SignedIn, abouts: Sequence[About]) -> list[ConversationShown]:
    """The questions of all years that nobody closed."""
    found = conversations_about(session, person, [one.report.id for one in abouts])
    return [one for talks in found.values() for one in talks.lines if not one.closed]


def running_terms(
    session: Session,
    abouts: Sequence[About],
    *,
    questions: Sequence[ConversationShown],
    measures: Sequence[MeasureFacts],
    cases: Sequence[CaseShown],
) -> list[RunningTerm]:
    """Every day that somebody has to keep, the nearest first."""
    reports = {one.report.id: one.report.report_year for one in abouts}
    terms = [_of_report(one) for one in abouts]
    terms += [
        RunningTerm(
            what=_("Zienswijze van de houder, rapport over %(year)s", year=reports[one.report]), day=one.view_by
        )
        for one in hearings_of(session, reports)
        if one.awaits_holder
    ]
    terms += [
        RunningTerm(
            what=_("Antwoord op een verzoek om uitstel, rapport over %(year)s", year=reports[one.report]), day=one.term
        )
        for one in extensions_of(session, reports)
        if one.answer is None
    ]
    terms += [
        RunningTerm(what=_("Antwoord op de vraag over %(place)s", place=one.place), day=one.asked.answer_by)
        for one in questions
        if one.awaits_holder and one.asked.answer_by
    ]
    terms += [RunningTerm(what=_("Maatregel: %(title)s", title=one.shown.title), day=one.shown.due) for one in measures]
    terms += [term for one in cases for term in _of_case(one)]
    return sorted((one for one in terms if one), key=lambda one: one.day)


def _of_case(one: CaseShown) -> list[RunningTerm]:
    """What a case asks of whom and by when, as the holder knows it: the page lies before both sides."""
    if not one.track.known_to_holder:
        return []
    told = one.track.as_told
    about = _("tekortkoming %(reference)s: %(norms)s", reference=one.reference, norms=", ".join(one.norms))
    whose, by = turn(told, on=today(), came=one.came)
    if told.stage is StepKind.HEARING and (held := told.newest(StepKind.HEARING)) and held.day:
        return [RunningTerm(what=f"{STEP_NAMES[StepKind.HEARING]} ({about})", day=held.day)]
    if whose is Turn.HOLDER and by and told.stage in SHORTFALL_TERMS:
        return [RunningTerm(what=f"{_asked_of_holder(told.stage, one)} ({about})", day=by)]
    return []


def _asked_of_holder(stage: StepKind, one: CaseShown) -> LazyString | str:
    missing = stage is StepKind.WARNING and one.case.version is None
    return _("De houder dient het rapport alsnog in") if missing else SHORTFALL_TERMS[stage]


def _of_report(one: About) -> RunningTerm | None:
    if one.state.by is None:
        return None
    words = {
        Standing.HANDED_IN: _("Beginnen met beoordelen, rapport over %(year)s", year=one.report.report_year),
        Standing.IN_REVIEW: _("Besluit over het rapport over %(year)s", year=one.report.report_year),
    }
    mending = _("Verbeterd rapport over %(year)s", year=one.report.report_year)
    handing_in = (
        mending if one.state.correction else _("Indienen van het rapport over %(year)s", year=one.report.report_year)
    )
    return RunningTerm(what=str(words.get(one.state.standing) or handing_in), day=one.state.by)


def _figure(code: str, now: Decimal | None, before: Decimal | None) -> MainFigure:
    known = INDICATOR[code]
    return MainFigure(
        name=in_language(known.name),
        unit=amounts.unit(known.unit, language()),
        now=amounts.amount(now, language()) if now is not None else "–",
        before=amounts.amount(before, language()) if before is not None else "–",
        change=_change(now, before),
    )


def _change(now: Decimal | None, before: Decimal | None) -> str:
    if now is None or not before:
        return "–"
    share = (now - before) / abs(before) * 100
    sign = "+" if share > 0 else ""
    return f"{sign}{amounts.amount(share.quantize(Decimal('0.1')), language())} %"
