"""Tables of asking suppliers: what was asked of whom, the links in the mails, what was answered and judged. Written by the portal.

Where an ask stands is never kept: it follows from these rows (see schemas.asking).
"""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.report.code_lists import ChainRole
from schemas.store.shapes import CODE, SHA256, Table, Writer, to, written_by
from schemas.texts import Language
from schemas.words import AnswerKind

BY_PORTAL = written_by(Writer.PORTAL)


class Ask(Table):
    """What a firm in the chain of a report is asked, frozen at asking; ``supplier_id`` is the holder's id in *suppliers*.

    ``employees`` is what was known then: with the questions it says what may be asked as a duty. ``registration`` is the
    firm's number in the sheet, where it stands there. ``asked_under`` is the
    ask of the firm above, where a supplier asks its own supplier; then nobody of the holder is ``asked_by``.
    """

    __tablename__ = "asks"
    __table_args__ = (UniqueConstraint("idempotency_key", "supplier_id"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    supplier_id: Mapped[str]
    supplier_name: Mapped[str]
    email: Mapped[str] = mapped_column(String(254))
    language: Mapped[Language]
    role: Mapped[ChainRole]
    tier: Mapped[int]
    employees: Mapped[int | None]
    registration: Mapped[str | None]
    questions: Mapped[list[str]]
    due: Mapped[date]
    asked_by: Mapped[UUID | None] = mapped_column(to("people.id"))
    asked_under: Mapped[UUID | None] = mapped_column(to("asks.id"), index=True)
    asked_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    idempotency_key: Mapped[UUID]


class AskLink(Table):
    """The link in one mail: only the hash of its secret is kept, and it works for this ask alone, until it ends."""

    __tablename__ = "ask_links"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    ask: Mapped[UUID] = mapped_column(to("asks.id"), index=True)
    token_hash: Mapped[str] = mapped_column(SHA256, unique=True)
    made_at: Mapped[datetime]
    valid_until: Mapped[date]
    opened_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Answer(Table):
    """What a supplier answered to one question; never changed: of a question the newest counts.

    ``value`` is JSON, ``split`` says how the figure is divided over clients, and a ``confidential`` one is shown to the
    province alone. ``reused_from`` is the answer, of another year or holder, that was confirmed once more.
    """

    __tablename__ = "ask_answers"
    __table_args__ = (Index("ix_ask_answers_ask_question", "ask", "question"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    ask: Mapped[UUID] = mapped_column(to("asks.id"))
    question: Mapped[str] = mapped_column(CODE)
    kind: Mapped[AnswerKind]
    value: Mapped[str | None]
    split: Mapped[str] = mapped_column(default="")
    confidential: Mapped[bool] = mapped_column(default=False)
    reused_from: Mapped[UUID | None] = mapped_column(to("ask_answers.id"))
    answered_at: Mapped[datetime]


class AnswersSent(Table):
    """The supplier said that it is done; ``sha256`` is of its answers as they stood. It may send again after a correction."""

    __tablename__ = "answers_sent"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    ask: Mapped[UUID] = mapped_column(to("asks.id"), index=True)
    sent_at: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(SHA256)


class AnswerJudged(Table):
    """The holder accepts an answer or questions it; the newest counts."""

    __tablename__ = "answers_judged"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    answer: Mapped[UUID] = mapped_column(to("ask_answers.id"), index=True)
    accepted: Mapped[bool]
    remark: Mapped[str] = mapped_column(default="")
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
