"""The writer of mails: an event becomes at most one mail per person and letter, kept as a row before it is posted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.events import DutyOpened, Event
from schemas.settings import settings
from schemas.store import Mail, changed_texts, files, reading
from schemas.words import WorkerName
from workers.mail.addressing import Addressed, Desk, reworded
from workers.mail.letter import Attachment, Button, Letter
from workers.mail.letters import EVENTS, letters
from workers.mail.message import mail_of, message_id
from workers.publish.opening import template_of_duty
from workers.worker import Worker

# What stands in a kept mail where the secret of a link comes when it is posted: no secret is ever at rest.
SECRET_HERE = "%%geheim%%"  # noqa: S105 - a mark, not a secret


@dataclass(frozen=True)
class Written:
    """One mail, kept in the file store and ready to be posted."""

    reader: UUID
    person: UUID | None
    template: str
    recipient: str
    subject: str
    message_id: str
    body_sha256: str


class WriteMail(Worker[Event, tuple[Written, ...]]):
    """Writes what people are told; a mail is a row before it is a mail, so that nobody is told twice."""

    NAME = WorkerName.MAIL
    HANDLES = EVENTS

    def work(self, event: Event) -> tuple[Written, ...]:
        """Write each letter as a mail into the file store."""
        with reading() as session:
            texts = changed_texts(session)
            asked = letters(event, Desk(session=session, base_url=settings().base_url))
        return tuple(_written(event, _completed(event, reworded(addressed, texts)), at=event.at) for addressed in asked)

    def keep(self, session: Session, event: Event, result: tuple[Written, ...]) -> None:
        """Put the mails in the row of those that wait."""
        session.add_all(_row(event, written) for written in result)


def _completed(event: Event, addressed: Addressed) -> Addressed:
    """The letter with what only some letters have: the template workbook, or the place of a link's secret."""
    letter = addressed.letter
    if isinstance(event, DutyOpened):
        made = template_of_duty(event.report, addressed.reader.language)
        attached = Attachment(name=made.file_name, media_type=made.media_type, sha256=made.sha256)
        return replace(addressed, letter=replace(letter, attachments=(attached,)))
    if addressed.token and letter.button:
        button = Button(label=letter.button.label, url=letter.button.url + SECRET_HERE)
        return replace(addressed, letter=replace(letter, button=button))
    return addressed


def _written(event: Event, addressed: Addressed, *, at: datetime) -> Written:
    letter: Letter = addressed.letter
    identity = message_id(event.id, addressed.reader.identity, letter.template, domain=_domain())
    mail = mail_of(
        letter,
        sender=settings().mail_from,
        recipient=addressed.reader.email,
        identity=identity,
        at=at,
        language=addressed.reader.language,
        content=files().read,
    )
    return Written(
        reader=addressed.reader.identity,
        person=addressed.reader.person,
        template=letter.template,
        recipient=addressed.reader.email,
        subject=letter.subject,
        message_id=identity,
        body_sha256=files().keep_bytes(mail.as_bytes()).sha256,
    )


def _row(event: Event, written: Written) -> Mail:
    return Mail(
        id=uuid5(event.id, f"{written.reader} {written.template}"),
        event_id=event.id,
        person=written.person,
        template=written.template,
        recipient=written.recipient,
        subject=written.subject,
        message_id=written.message_id,
        body_sha256=written.body_sha256,
        created_at=now(),
    )


def _domain() -> str:
    return settings().mail_from.rpartition("@")[2] or "localhost"
