"""The page of one case, and the page on which the cases of several years stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select

from portal.access import for_role
from portal.errors import shown_on
from portal.holder.about import about
from portal.shortfalls.blueprint import READERS, shortfalls
from portal.shortfalls.cases import CaseShown, cases_of, own_case
from portal.shortfalls.measures import measures_answering
from portal.shortfalls.missing import missing_shown
from portal.shortfalls.words import CLOSINGS, RULINGS, TO_TAKE
from portal.tenancy import leads, own_concession
from portal.use_cases.seconding_shortfalls import second_step
from portal.visitor import SignedIn, me
from schemas.clock import today
from schemas.shortfalls import BY_HOLDER, LEGAL_REMEDIES, StepKind, is_final, may_follow
from schemas.store import Concession, Report, reading, sessions
from schemas.web.manager import SecondSchema
from schemas.words import OrganisationKind, Role


@dataclass(frozen=True, kw_only=True)
class YearShown:
    """One report year with its cases; ``amount`` adds up what this reader may see."""

    report: Report
    cases: tuple[CaseShown, ...]

    @property
    def amount(self) -> Decimal | None:
        """The amounts of the year together; none where no case has one."""
        known = [one.amount for one in self.cases if one.amount is not None]
        return sum(known, Decimal(0)) if known else None


@shortfalls.get("/concessies/<uuid:concession>/tekortkomingen")
@for_role(*READERS)
def years_page(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        own: Concession = own_concession(session, me(), concession)
        query = select(Report).where(Report.concession == own.id).order_by(Report.report_year.desc(), Report.id)
        reports = session.scalars(query).all()
        cases = cases_of(session, me(), reports)
        years = [
            YearShown(report=one, cases=tuple(case for case in cases if case.case.report == one.id)) for one in reports
        ]
        return render_template(
            "shortfalls/years.html",
            concession=own,
            years=years,
            may_open=me().has(Role.MANAGER) and leads(session, me(), own.id),
        )


@shortfalls.get("/tekortkomingen/<uuid:shortfall>")
@for_role(*READERS)
def case_page(shortfall: UUID) -> ResponseReturnValue:
    with reading() as session:
        shown = own_case(session, me(), shortfall)
        known = about(session, me(), shown.case.report)
        leading = me().has(Role.MANAGER) and leads(session, me(), known.concession.id)
        return render_template(
            "shortfalls/case.html",
            about=known,
            shown=shown,
            steps_to_take=_to_take(shown, me(), leading=leading),
            may_second=_may_second(shown, me()),
            measures=measures_answering(session, shown),
            may_propose=me().has(Role.REPORTER, Role.SIGNATORY) and shown.track.newest(StepKind.PLAN) is not None,
            final=is_final(shown.track, on=today()),
            missing=missing_shown(shown.case, known.facts),
            rulings=RULINGS,
            closings=CLOSINGS,
        )


@shortfalls.post("/tekortkomingen/<uuid:shortfall>/stappen/<uuid:step>/tweede-lezing")
@for_role(Role.SECOND_READER)
@shown_on("shortfalls.reading_page")
def second_reading(shortfall: UUID, step: UUID) -> ResponseReturnValue:
    form = SecondSchema().load(request.form)
    with sessions().begin() as session:
        own = own_case(session, me(), shortfall).case.id
        second_step(session, own, step, confirmed=form["confirmed"], reason=form["reason"], by=me().id)
    said = (
        _("Bevestigd. De brief wordt gemaakt en de houder krijgt bericht.")
        if form["confirmed"]
        else _("Niet bevestigd. De manager krijgt het terug.")
    )
    flash(said, "info")
    return redirect(url_for(".case_page", shortfall=shortfall), 303)


@shortfalls.get("/tekortkomingen/<uuid:shortfall>/stappen/<uuid:step>/tweede-lezing")
@for_role(Role.SECOND_READER)
def reading_page(shortfall: UUID, step: UUID) -> ResponseReturnValue:
    """Where a refused second reading is shown: the page of the case."""
    del step
    return case_page(shortfall)


def _to_take(shown: CaseShown, person: SignedIn, *, leading: bool) -> Sequence[tuple[StepKind, str]]:
    """The steps that this person can take now, each with the words of its button."""
    theirs = person.kind is OrganisationKind.AUTHORITY
    if theirs and not leading:
        return ()
    track = shown.track if theirs else shown.track.as_told
    own = [kind for kind in StepKind if (kind not in BY_HOLDER) == theirs or (theirs and kind in LEGAL_REMEDIES)]
    may = [kind for kind in own if may_follow(track, kind, on=today())]
    if not theirs and not person.has(Role.SIGNATORY):
        may = [kind for kind in may if kind not in LEGAL_REMEDIES]
    return [(kind, str(TO_TAKE[kind])) for kind in may]


def _may_second(shown: CaseShown, person: SignedIn) -> bool:
    waiting = shown.waiting
    return waiting is not None and person.has(Role.SECOND_READER) and waiting.proposer != person.id
