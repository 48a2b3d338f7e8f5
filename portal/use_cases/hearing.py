"""Hearing the holder before a negative decision: the manager announces what is intended, and the holder has two weeks."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.terms import terms_of
from portal.use_cases.leading import refuse_others
from portal.use_cases.reviewing import version_in_review
from portal.use_cases.taking import Taken
from schemas.calendar import working_day_from
from schemas.clock import now, today
from schemas.events import IntentionAnnounced, ReportVersion, ViewGiven
from schemas.store import Decision, HolderView, Intention, Report, Version, ViewAddition, lock_report, tell
from schemas.web import Said

VIEW_DAYS: Final = 14
ANNOUNCED: Final = Said(
    "Dit voornemen is al aangekondigd. Laad de pagina opnieuw.",
    "This intention was announced already. Load the page again.",
)
DECIDED: Final = Said(
    "Er is al besloten. Een zienswijze kan niet meer.", "A decision was taken already. A view can no longer be given."
)
HEARING_AGREED: Final = Said(
    "In deze concessie is afgesproken dat de houder eerst wordt gehoord. Kondig uw voornemen aan.",
    "In this concession it is agreed that the holder is heard first. Announce your intention.",
)
WHY_UNHEARD: Final = Said(
    "U hoorde de houder niet. Kondig eerst uw voornemen aan, of schrijf op waarom u zonder zienswijze terugstuurt.",
    "You did not hear the holder. Announce your intention first, or write down why you send back without a view.",
)
HEAR_FIRST: Final = Said(
    "De houder heeft tot en met {day} voor de zienswijze. Terugsturen kan daarna, of zodra die er is.",
    "The holder has until {day} to give its view. Sending back can be done after that, or once it is there.",
)


def announce(session: Session, report: UUID, *, key: UUID, reason: str, by: UUID) -> Intention:
    """Announce that the version in review will probably be sent back; the same form twice is one intention."""
    refuse_others(session, lock_report(session, report), by)
    version = session.get_one(Version, version_in_review(session, report))
    if known := intention_on(session, version.id):
        if known.idempotency_key == key:
            return known
        raise Refused(ANNOUNCED, status=409)
    view_by = working_day_from(today() + timedelta(days=VIEW_DAYS))
    intention = Intention(version=version.id, reason=reason, view_by=view_by, by=by, at=now(), idempotency_key=key)
    session.add(intention)
    session.flush()
    tell(session, IntentionAnnounced(version=_about(version), intention=intention.id))
    noted(session, Action.INTENTION_ANNOUNCED, f"report/{report}", actor=by, details={"version": version.number})
    return intention


def give_view(
    session: Session, report: UUID, intention: UUID, *, key: UUID, text: str, file: Taken | None, by: UUID
) -> HolderView | ViewAddition:
    """Give the holder's view, as long as nothing was decided; the same form twice is one view.

    Where a colleague was first, what is sent counts beside that one: nothing that somebody wrote is lost.
    """
    lock_report(session, report)
    version = _version_of(session, report, intention)
    if known := _sent_before(session, intention, key):
        return known
    if _is_decided(session, version.id):
        raise Refused(DECIDED, status=409)
    kind = ViewAddition if session.get(HolderView, intention) else HolderView
    view = kind(
        intention=intention,
        text=text,
        file_name=file.name if file else None,
        sha256=file.sha256 if file else None,
        size=file.size if file else None,
        by=by,
        at=now(),
        idempotency_key=key,
    )
    session.add(view)
    session.flush()
    tell(session, ViewGiven(version=_about(version), intention=intention))
    noted(session, Action.VIEW_GIVEN, f"report/{report}", actor=by, details={"version": version.number})
    return view


def _sent_before(session: Session, intention: UUID, key: UUID) -> HolderView | ViewAddition | None:
    first = session.get(HolderView, intention)
    if first and first.idempotency_key == key:
        return first
    query = select(ViewAddition).where(ViewAddition.idempotency_key == key, ViewAddition.intention == intention)
    return session.scalars(query.order_by(ViewAddition.id)).one_or_none()


def refuse_unheard(session: Session, version: Version, *, why: str) -> None:
    """Refuse to send back while the holder still has time for its view, or unheard without a reason (Awb 4:8).

    The terms of a concession may say that it is always heard; then no reason will do.
    """
    intention = intention_on(session, version.id)
    if intention is None:
        _refuse_without_intention(session, version, why=why)
        return
    if session.get(HolderView, intention.id) is not None:
        return
    if today() <= intention.view_by:
        raise Refused(HEAR_FIRST.format(day=f"{intention.view_by:%d-%m-%Y}"), status=409)


def _refuse_without_intention(session: Session, version: Version, *, why: str) -> None:
    if terms_of(session, session.get_one(Report, version.report)).hears_before_sending_back:
        raise Refused(HEARING_AGREED, status=409)
    if not why.strip():
        raise Refused(WHY_UNHEARD, field="ongehoord")


def intention_on(session: Session, version: UUID) -> Intention | None:
    """What was announced on a version."""
    return session.scalars(select(Intention).where(Intention.version == version).order_by(Intention.id)).one_or_none()


def _version_of(session: Session, report: UUID, intention: UUID) -> Version:
    known = session.get(Intention, intention)
    version = session.get_one(Version, known.version) if known else None
    if version is None or version.report != report:
        raise NotYours(f"intention/{intention}")
    return version


def _is_decided(session: Session, version: UUID) -> bool:
    query = select(Decision.id).where(Decision.version == version).order_by(Decision.at).limit(1)
    return session.scalars(query).first() is not None


def _about(version: Version) -> ReportVersion:
    return ReportVersion(report=version.report, version=version.id, number=version.number)
