"""The mails that carried the questions to suppliers, and which of them did not arrive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.events import SupplierAsked, read
from schemas.store.messages import Outbox
from schemas.store.returned import NOT_THERE
from schemas.store.work import Mail


@dataclass(frozen=True)
class AskMail:
    """One mail with a link: of which ask and link, and where it stands."""

    ask: UUID
    link: UUID
    mail: Mail


def ask_mails(session: Session, reports: Iterable[UUID]) -> Iterator[AskMail]:
    """The mails that asked suppliers for some reports, from old to new."""
    query = (
        select(Outbox.body, Mail)
        .join(Mail, Mail.event_id == Outbox.event_id)
        .where(Outbox.key.in_(list(reports)), Outbox.type == SupplierAsked.TYPE)
        .order_by(Outbox.position, Mail.id)
    )
    for body, mail in session.execute(query):
        event = read(body)
        assert isinstance(event, SupplierAsked)
        yield AskMail(event.ask, event.link, mail)


def links_that_did_not_arrive(session: Session, reports: Iterable[UUID]) -> frozenset[UUID]:
    """The links of which the mail was refused or came back."""
    return frozenset(one.link for one in ask_mails(session, reports) if one.mail.state in NOT_THERE)
