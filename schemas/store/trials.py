"""Tables of what is tried on earlier reports, and of what is offered to judge by: factor lists as files, proposed terms."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, SHA256, JsonObject, Table, Writer, to, written_by
from schemas.words import TrialKind

BY_PORTAL = written_by(Writer.PORTAL)
BY_WORKERS = written_by(Writer.WORKERS)


class Trial(Table):
    """Somebody asked to try something on earlier reports; ``subject`` is the name of a set, or the id of a proposal."""

    __tablename__ = "trials"
    __table_args__ = (Index("ix_trials_kind_subject", "kind", "subject"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    kind: Mapped[TrialKind]
    subject: Mapped[str] = mapped_column(CODE)
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class TrialRun(Table):
    """How far a trial is, and where its result lies once it is finished."""

    __tablename__ = "trial_runs"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    trial: Mapped[UUID] = mapped_column(to("trials.id"), primary_key=True)
    done: Mapped[int]
    total: Mapped[int]
    at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    result_sha256: Mapped[str | None] = mapped_column(SHA256, index=True)


class FactorUpload(Table):
    """A file with factor lists, as somebody offered it."""

    __tablename__ = "factor_uploads"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class FactorReading(Table):
    """What reading such a file gave: the lists that were taken in and what is worth saying of them, or every fault.

    ``said`` holds a text in both languages for each remark or fault.
    """

    __tablename__ = "factor_readings"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    upload: Mapped[UUID] = mapped_column(to("factor_uploads.id"), primary_key=True)
    at: Mapped[datetime]
    sets: Mapped[list[str]]
    said: Mapped[JsonObject]
    refused: Mapped[bool]


class TermsProposal(Table):
    """Terms that somebody proposes for a concession, whole; ``adopted`` is none until somebody decides."""

    __tablename__ = "terms_proposals"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    concession: Mapped[UUID] = mapped_column(to("concessions.id"), index=True)
    body: Mapped[JsonObject]
    source: Mapped[str]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    adopted: Mapped[bool | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None] = mapped_column(to("people.id"))
    decision_reason: Mapped[str] = mapped_column(default="")
