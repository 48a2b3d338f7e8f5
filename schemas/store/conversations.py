"""Tables of conversations: what an authority asks about a report, and what its holder answers. Written by the portal."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, Table, Writer, to, written_by
from schemas.words import MessageKind, Subject

BY_PORTAL = written_by(Writer.PORTAL)


class Conversation(Table):
    """A conversation about a report, or about a place in one of its versions; its messages say where it stands.

    ``code`` is the norm, the indicator (with its ``part``) or the rule; ``position`` is one finding of that rule, and
    without it the conversation is about all of them.
    """

    __tablename__ = "conversations"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    version: Mapped[UUID | None] = mapped_column(to("versions.id"))
    subject: Mapped[Subject]
    code: Mapped[str] = mapped_column(CODE, default="")
    part: Mapped[str] = mapped_column(String(200), default="")
    position: Mapped[int | None]


class ConversationMessage(Table):
    """What somebody wrote in a conversation, or that it was closed; never changed. ``number`` counts from 1.

    ``answer_by`` is the day by which a question asks for its answer.
    """

    __tablename__ = "conversation_messages"
    __table_args__ = (UniqueConstraint("conversation", "number"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation: Mapped[UUID] = mapped_column(to("conversations.id"))
    number: Mapped[int]
    kind: Mapped[MessageKind]
    text: Mapped[str]
    answer_by: Mapped[date | None]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)
