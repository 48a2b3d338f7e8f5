"""Mails that somebody asked to send again: which wait for it, and which addresses are trusted anew because of it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from schemas.store.reminders import MailAgain
from schemas.store.returned import NOT_THERE
from schemas.store.shapes import Moment
from schemas.store.work import Mail


def asked_again() -> ColumnElement[bool]:
    """Whether a mail did not arrive and somebody asked for it after its last try, as a question to the database."""
    asked = select(MailAgain.id).where(
        MailAgain.mail == Mail.id, MailAgain.at > func.coalesce(Mail.tried_at, Mail.created_at, type_=Moment())
    )
    return Mail.state.in_(NOT_THERE) & asked.exists()


def waiting_again(session: Session, mails: Iterable[UUID]) -> frozenset[UUID]:
    """Of some mails, those that will be sent again."""
    query = select(Mail.id).where(Mail.id.in_(list(mails)), asked_again())
    return frozenset(session.scalars(query.order_by(Mail.id)))
