"""The letters of making public: what becomes public to the holder, its view to the officer, and that it is done."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.events import PublicationAnnounced, PublicationViewGiven, PublicationWithdrawn, ReportPublished
from schemas.store import Concession, PublicationNotice, PublicationView, PublicationWithdrawal, Report
from workers.mail.addressing import Addressed, Desk, facts_about, page_of, to_each
from workers.mail.facts import report_facts


def publication_announced(event: PublicationAnnounced, desk: Desk) -> tuple[Addressed, ...]:
    """What becomes public goes to the holder, with the day for its view."""
    about = report_facts(desk.session, event.version.report)
    facts = facts_about(about) | _notice(desk.session, event.notice)
    return to_each(about.holders, "publication_announced", facts, _holders_page(desk, about.report))


def publication_view_given(event: PublicationViewGiven, desk: Desk) -> tuple[Addressed, ...]:
    """A view goes to who decides what is public."""
    about = report_facts(desk.session, event.version.report)
    facts = facts_about(about) | _notice(desk.session, event.notice)
    return to_each(about.officers, "publication_view", facts, f"{desk.base_url}/openbaarmaken/{about.report}")


def report_published(event: ReportPublished, desk: Desk) -> tuple[Addressed, ...]:
    """The holder is told that it is public, and where."""
    about = report_facts(desk.session, event.version.report)
    return to_each(about.holders, "published", facts_about(about), _public_page(desk, about.report))


def publication_withdrawn(event: PublicationWithdrawn, desk: Desk) -> tuple[Addressed, ...]:
    """The holder is told that it is no longer public, and why."""
    about = report_facts(desk.session, event.version.report)
    reason = desk.session.get_one(PublicationWithdrawal, event.publication).reason
    facts = facts_about(about) | {"reason": reason}
    return to_each(about.holders, "publication_withdrawn", facts, _holders_page(desk, about.report))


def _notice(session: Session, notice_id: UUID) -> dict[str, str | date]:
    notice, view = session.get_one(PublicationNotice, notice_id), session.get(PublicationView, notice_id)
    return {"view_by": notice.view_by, "view": view.text if view else ""}


def _holders_page(desk: Desk, report: UUID) -> str:
    return f"{page_of(desk, report)}/openbaarmaking"


def _public_page(desk: Desk, report_id: UUID) -> str:
    report = desk.session.get_one(Report, report_id)
    code = desk.session.get_one(Concession, report.concession).code
    return f"{desk.base_url}/openbaar/{code}/{report.report_year}"


LETTERS = (publication_announced, publication_view_given, report_published, publication_withdrawn)
