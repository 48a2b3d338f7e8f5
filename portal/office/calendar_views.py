"""The pages of a concession's calendar: every report year with its days, and other days with what they move."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.called import MOMENT_WORDS
from portal.history import history_of
from portal.office.blueprint import office
from portal.office.calendars import moved, on_the_form, state_before_and_after, years_shown
from portal.refusals import NotYours
from portal.tenancy import leads, their_concession
from portal.use_cases.granting import refuse_who_does_not_lead
from portal.use_cases.opening import open_duty
from portal.use_cases.scheduling import MOMENTS, days_of, refuse_days, set_calendar
from portal.visitor import me
from schemas.calendar import DutyDates
from schemas.store import Concession, reading, sessions
from schemas.web.office import CalendarSchema
from schemas.words import Role


@office.get("/beheer/concessies/<uuid:concession>/kalender")
@for_role(Role.FUNCTIONAL_MANAGER, Role.MANAGER)
def calendar(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = their_concession(session, me(), concession)
        may_change = me().has(Role.FUNCTIONAL_MANAGER) and leads(session, me(), known.id)
        return render_template(
            "office/calendar.html",
            concession=known,
            years=years_shown(session, known),
            moments=MOMENT_WORDS,
            may_change=may_change,
            steps=history_of(session, f"concession/{known.id}"),
        )


@office.get("/beheer/concessies/<uuid:concession>/kalender/<int:year>")
@for_role(Role.FUNCTIONAL_MANAGER)
def calendar_year(concession: UUID, year: int) -> ResponseReturnValue:
    with reading() as session:
        known = _running_in(session, concession, year)
        days = days_of(session, known, year)
        if days is None:
            raise NotYours(f"concession/{concession}/year/{year}")
        values = on_the_form(days) | {name: request.form[name] for name in MOMENTS.values() if name in request.form}
        return render_template(
            "office/calendar_year.html", concession=known, year=year, moments=MOMENT_WORDS, names=MOMENTS, values=values
        )


@office.post("/beheer/concessies/<uuid:concession>/kalender/<int:year>")
@for_role(Role.FUNCTIONAL_MANAGER)
def change_calendar(concession: UUID, year: int) -> ResponseReturnValue:
    form = CalendarSchema().load(request.form)
    days = DutyDates(**{name: form[name] for name in MOMENTS})
    if form["seen"] != _seen(days):
        return _consequences(concession, year, days, form)
    with sessions().begin() as session:
        known = _running_in(session, concession, year)
        set_calendar(session, known, year, days, reason=form["reason"], by=me().id)
    flash(_("De kalender van %(year)s is gewijzigd. Wie een lopende plicht heeft, krijgt bericht.", year=year), "meets")
    return redirect(url_for(".calendar", concession=concession), 303)


@office.post("/beheer/concessies/<uuid:concession>/plichten/<int:year>")
@for_role(Role.FUNCTIONAL_MANAGER)
def open_year(concession: UUID, year: int) -> ResponseReturnValue:
    with sessions().begin() as session:
        known = _running_in(session, concession, year)
        refuse_who_does_not_lead(session, known.id, me().id)
        open_duty(session, known.id, year=year, by=me().id)
    flash(_("De plicht over %(year)s is geopend. De houder krijgt bericht.", year=year), "meets")
    return redirect(url_for(".calendar", concession=concession), 303)


def _consequences(concession: UUID, year: int, days: DutyDates, form: dict[str, Any]) -> ResponseReturnValue:
    """What these days would move, before anything is saved; the form goes along as it was filled in."""
    with reading() as session:
        known = _running_in(session, concession, year)
        refuse_who_does_not_lead(session, known.id, me().id)
        refuse_days(session, known, year, days)
        return render_template(
            "office/calendar_moved.html",
            concession=known,
            year=year,
            moved=moved(session, known, year, days),
            states=state_before_and_after(session, known, year, days),
            hidden=on_the_form(days) | {"gezien": _seen(days), "reden": form["reason"]},
        )


def _running_in(session: Session, concession: UUID, year: int) -> Concession:
    """A concession in one of the years in which it runs; of another year there is nothing (404)."""
    known = their_concession(session, me(), concession)
    if not known.starts.year <= year <= known.ends.year:
        raise NotYours(f"concession/{concession}/year/{year}")
    return known


def _seen(days: DutyDates) -> str:
    return " ".join(on_the_form(days).values())
