"""Making a decided report public: the officer decides item by item, the holder is heard, then it is published or taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.leading import refuse_others
from schemas.calendar import working_day_from
from schemas.clock import now, today
from schemas.events import (
    PublicationAnnounced,
    PublicationViewGiven,
    PublicationWithdrawn,
    ReportPublished,
    ReportVersion,
)
from schemas.publication.grounds import Ground
from schemas.state import state_of
from schemas.store import (
    Publication,
    PublicationChoice,
    PublicationNotice,
    PublicationRelease,
    PublicationView,
    PublicationWithdrawal,
    Report,
    Version,
    facts_of,
    lock_report,
    tell,
)
from schemas.store import Terms as TermsRow
from schemas.store.publishable import choices_of, decided_of, items_of
from schemas.store.published import EditionFacts, Stage, editions_of, live_of
from schemas.terms import Terms
from schemas.web import Said

NOT_DECIDED: Final = Said(
    "Over dit rapport is nog geen besluit dat het aanvaardt. Daarna kan het openbaar worden.",
    "No decision accepts this report yet. After that it can be made public.",
)
NO_GROUND: Final = Said(
    "Kies een grond: wat niet openbaar wordt, heeft er een.", "Choose a ground: what is not made public has one."
)
OTHER_ITEM: Final = Said(
    "Dit rapport heeft dat onderdeel niet. Laad de pagina opnieuw.",
    "This report has no such item. Load the page again.",
)
TELL_FIRST: Final = Said(
    "De houder weet nog niet wat u nu openbaar wilt maken. Laat het eerst weten.",
    "The holder does not know yet what you want to make public now. Tell it first.",
)
HEAR_FIRST: Final = Said(
    "De houder heeft tot en met {day} voor de zienswijze. Openbaar maken kan daarna, of zodra die er is.",
    "The holder has until {day} to give its view. Publishing can be done after that, or once it is there.",
)
TOLD_ALREADY: Final = Said("De houder heeft hiervan al bericht.", "The holder has been told of this already.")
GIVEN: Final = Said(
    "Een collega gaf al een zienswijze; die geldt. Wat u schreef, staat hier nog.",
    "A colleague gave a view already; that one counts. What you wrote still stands here.",
)
TOO_LATE: Final = Said(
    "Hierover is al besloten. Een zienswijze kan niet meer.", "This was decided already. A view can no longer be given."
)
NOTHING_PUBLIC: Final = Said("Er is niets openbaar dat u kunt intrekken.", "Nothing is public that you can withdraw.")


@dataclass(frozen=True, kw_only=True)
class Choosing:
    """What is decided on one item."""

    item: str
    public: bool
    ground: Ground | None
    remark: str = ""


def choose(session: Session, report: UUID, choices: Iterable[Choosing], *, by: UUID) -> None:
    """Decide on some items; what stays as it was is not written again."""
    edition = _edition(session, report, by)
    items = {one.id: one for one in items_of(session, edition.publication.version)}
    known = decided_of(session, edition.publication, tuple(items.values()))
    remarks = {one.item: one.remark for one in choices_of(session, edition.publication.id).values()}
    changed = []
    for one in choices:
        if one.item not in items:
            raise Refused(OTHER_ITEM, status=409)
        if not one.public and one.ground is None:
            raise Refused(NO_GROUND, field=one.item)
        ground = None if one.public else one.ground
        if (known[one.item].public, known[one.item].ground) != (one.public, ground) or remarks.get(
            one.item, ""
        ) != one.remark:
            changed.append(Choosing(item=one.item, public=one.public, ground=ground, remark=one.remark))
    _write(session, edition, changed, by=by)
    details = {"edition": edition.publication.number, "items": len(changed)}
    noted(session, Action.PUBLICATION_CHOSEN, f"report/{report}", actor=by, details=details)


def announce_publication(session: Session, report: UUID, *, by: UUID) -> None:
    """Tell the holder what becomes public; from then on every item has its decision, also where it is the proposal."""
    edition = _edition(session, report, by)
    if edition.stage is Stage.TOLD:
        raise Refused(TOLD_ALREADY, status=409)
    turn = _write(session, edition, _open(session, edition), by=by)
    notice = PublicationNotice(
        publication=edition.publication.id,
        turn=turn,
        view_by=working_day_from(today() + timedelta(days=_view_days(session, report))),
        by=by,
        at=now(),
    )
    session.add(notice)
    session.flush()
    tell(session, PublicationAnnounced(version=_about(session, edition), notice=notice.id))
    details = {"edition": edition.publication.number}
    noted(session, Action.PUBLICATION_ANNOUNCED, f"report/{report}", actor=by, details=details)


def view_publication(session: Session, report: UUID, notice: UUID, *, text: str, by: UUID) -> None:
    """Give the holder's view on what becomes public, before it does."""
    lock_report(session, report)
    edition = next((one for one in editions_of(session, [report]) if one.notice and one.notice.id == notice), None)
    if edition is None:
        raise NotYours(f"notice/{notice}")
    if edition.view:
        raise Refused(GIVEN, status=409)
    if edition.release:
        raise Refused(TOO_LATE, status=409)
    session.add(PublicationView(notice=notice, text=text, by=by, at=now()))
    tell(session, PublicationViewGiven(version=_about(session, edition), notice=notice))
    noted(session, Action.PUBLICATION_VIEWED, f"report/{report}", actor=by)


def release(session: Session, report: UUID, *, by: UUID) -> None:
    """Publish what the holder was told of, in the place of an earlier edition; publishing twice is once."""
    edition = _edition(session, report, by)
    if edition.stage is not Stage.TOLD or edition.notice is None:
        raise Refused(TELL_FIRST, status=409)
    if not edition.may_be_released(today()):
        raise Refused(HEAR_FIRST.format(day=f"{edition.notice.view_by:%d-%m-%Y}"), status=409)
    event = ReportPublished(version=_about(session, edition), publication=edition.publication.id)
    session.add(PublicationRelease(publication=edition.publication.id, event=event.id, by=by, at=event.at))
    tell(session, event)
    details = {"edition": edition.publication.number}
    noted(session, Action.PUBLISHED, f"report/{report}", actor=by, details=details)


def withdraw_publication(session: Session, report: UUID, *, reason: str, by: UUID) -> None:
    """Take back what is public now; the public page says that it was, and why."""
    refuse_others(session, lock_report(session, report), by)
    live = live_of(editions_of(session, [report]))
    if live is None or live.withdrawal:
        raise Refused(NOTHING_PUBLIC, status=409)
    session.add(PublicationWithdrawal(publication=live.publication.id, reason=reason, by=by, at=now()))
    tell(session, PublicationWithdrawn(version=_about(session, live), publication=live.publication.id))
    noted(session, Action.PUBLICATION_WITHDRAWN, f"report/{report}", actor=by)


def _edition(session: Session, report: UUID, by: UUID) -> EditionFacts:
    """The edition that is worked on; the first deed after a decision, or after publishing, begins a new one."""
    refuse_others(session, lock_report(session, report), by)
    version = state_of(facts_of(session, report)).in_force
    if version is None:
        raise Refused(NOT_DECIDED, status=409)
    newest = next(iter(editions_of(session, [report])), None)
    if newest and newest.release is None and newest.publication.version == version:
        return newest
    number = newest.publication.number + 1 if newest else 1
    begun = Publication(report=report, version=version, number=number, by=by, at=now())
    session.add(begun)
    session.flush()
    return EditionFacts(publication=begun)


def _open(session: Session, edition: EditionFacts) -> list[Choosing]:
    """What holds for the items on which nobody decided in this edition."""
    items = items_of(session, edition.publication.version)
    query = select(PublicationChoice.item).where(PublicationChoice.publication == edition.publication.id)
    chosen = set(session.scalars(query.order_by(PublicationChoice.item)))
    return [
        Choosing(item=item, public=how.public, ground=how.ground)
        for item, how in decided_of(session, edition.publication, items).items()
        if item not in chosen
    ]


def _write(session: Session, edition: EditionFacts, choices: list[Choosing], *, by: UUID) -> int:
    """Write choices as the next turn; tells the last turn that there is now."""
    if not choices:
        return edition.turn
    turn, at = edition.turn + 1, now()
    session.add_all(
        PublicationChoice(publication=edition.publication.id, turn=turn, by=by, at=at, **vars(one)) for one in choices
    )
    session.flush()
    return turn


def _view_days(session: Session, report: UUID) -> int:
    """How long the holder has, by the terms of the concession."""
    about = session.get_one(Report, report)
    query = select(TermsRow.body).where(TermsRow.concession == about.concession, TermsRow.sha256 == about.terms_sha256)
    body = session.scalars(query.order_by(TermsRow.id)).first()
    return (
        Terms.model_validate(body).publication_view_days
        if body
        else Terms.model_fields["publication_view_days"].default
    )


def _about(session: Session, edition: EditionFacts) -> ReportVersion:
    version = session.get_one(Version, edition.publication.version)
    return ReportVersion(report=version.report, version=version.id, number=version.number)
