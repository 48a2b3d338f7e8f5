"""Tables of a duty, its versions and what people do with them until a decision stands. Written by the portal."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from schemas.judgement import Outcome
from schemas.store.shapes import CODE, SHA256, Table, Writer, to, written_by
from schemas.words import DecisionOutcome, SourceKind

BY_PORTAL = written_by(Writer.PORTAL)
WHOLE_FILE = "*"


class Report(Table):
    """The duty to report on one concession and year, on the terms that held when it was opened."""

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("concession", "report_year"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    concession: Mapped[UUID] = mapped_column(to("concessions.id"), index=True)
    report_year: Mapped[int]
    terms_sha256: Mapped[str] = mapped_column(SHA256)
    opened_at: Mapped[datetime]


class Version(Table):
    """An upload: a manifest of parts that never changes. ``number`` counts from 1 within the report.

    A ``rehearsal`` is checked as every other, and is no step of the procedure: it is never handed in, and nobody but the
    holder sees it.
    """

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("report", "number"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    number: Mapped[int]
    created_at: Mapped[datetime]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)
    manifest_sha256: Mapped[str] = mapped_column(SHA256)
    note: Mapped[str] = mapped_column(default="")
    rehearsal: Mapped[bool] = mapped_column(default=False, server_default=false())


class Part(Table):
    """One source of a version, in order: a later part replaces the sheets that it holds.

    The portal does not open workbooks, so a file's part has sheet ``*`` (all sheets that the file holds); a part with
    a sheet's name takes that sheet only.
    """

    __tablename__ = "parts"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sheet: Mapped[str] = mapped_column(CODE, default=WHOLE_FILE)
    source_kind: Mapped[SourceKind]
    source_name: Mapped[str]
    file_sha256: Mapped[str] = mapped_column(SHA256, index=True)
    size: Mapped[int]
    uploaded_by: Mapped[UUID] = mapped_column(to("people.id"))
    uploaded_at: Mapped[datetime]


class EvidenceFile(Table):
    """A piece of evidence beside the report, matched to its rows by ``file_name``."""

    __tablename__ = "evidence_files"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    size: Mapped[int]
    added_at: Mapped[datetime]
    added_by: Mapped[UUID] = mapped_column(to("people.id"))
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[UUID | None] = mapped_column(to("people.id"))


class Explanation(Table):
    """An answer to a warning. It sticks to (rule, revision, entity, column, value band); see schemas.explaining.

    Without an entity and a column it answers the rule in bulk, and ``value`` is the number of findings answered.
    ``follows`` is the answer to the same question whose place it takes. An answer of the year before counts until one
    of this report follows it; the one that takes it back is withdrawn at once.
    """

    __tablename__ = "explanations"
    __table_args__ = (Index("ix_explanations_report_rule", "report", "rule"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"))
    rule: Mapped[str] = mapped_column(CODE)
    revision: Mapped[int]
    entity: Mapped[str | None]
    column: Mapped[str | None]
    value: Mapped[str | None]
    text: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    follows: Mapped[UUID | None] = mapped_column(to("explanations.id"))


class Signature(Table):
    """The hand-in: the declaration that the signatory made over one version."""

    __tablename__ = "signatures"
    __table_args__ = (Index("ix_signatures_version", "version"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    version: Mapped[UUID] = mapped_column(to("versions.id"))
    statement: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)
    under_reservation: Mapped[bool] = mapped_column(default=False)
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[UUID | None] = mapped_column(to("people.id"))


class Review(Table):
    """The moment from which a version that was handed in can no longer be withdrawn."""

    __tablename__ = "reviews"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    begun_at: Mapped[datetime]
    by: Mapped[UUID] = mapped_column(to("people.id"))


class Established(Table):
    """What the manager established on a norm, beside what the machine found; departing from it needs a reason."""

    __tablename__ = "established"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    norm: Mapped[str] = mapped_column(CODE, primary_key=True)
    machine_verdict: Mapped[Outcome]
    established_verdict: Mapped[Outcome]
    reason: Mapped[str] = mapped_column(default="")
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class Decision(Table):
    """A decision on a version; sending back is negative, and stands only when a second reader has confirmed it.

    ``unheard`` says why a report was sent back although the holder was not asked for its view first.
    """

    __tablename__ = "decisions"
    __table_args__ = (Index("ix_decisions_version", "version"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    version: Mapped[UUID] = mapped_column(to("versions.id"))
    outcome: Mapped[DecisionOutcome]
    reason: Mapped[str] = mapped_column(default="")
    sheets: Mapped[list[str]] = mapped_column(default=list)
    term: Mapped[date | None]
    unheard: Mapped[str] = mapped_column(default="", server_default="")
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)


class Confirmation(Table):
    """What the second reader says on a negative decision; a refusal brings the version back to the manager."""

    __tablename__ = "confirmations"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    decision: Mapped[UUID] = mapped_column(to("decisions.id"), primary_key=True)
    confirmed: Mapped[bool]
    reason: Mapped[str] = mapped_column(default="")
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
