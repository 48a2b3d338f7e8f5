"""Tables of what the workers find and make: checks, findings, indicators, verdicts, documents, mails."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.judgement import Outcome, Severity, Status
from schemas.store.shapes import CODE, SHA256, JsonObject, Table, Writer, to, written_by
from schemas.texts import Language
from schemas.words import DocumentKind, Edition, MailState

BY_WORKERS = written_by(Writer.WORKERS)
BY_UPGRADE = written_by(Writer.UPGRADE)


class Check(Table):
    """The outcome of checking a version; counts are exact. ``rows`` is per sheet.

    Of a correction of some sheets, ``taken_over`` are those of the newest file that the version holds, ``left_out`` those
    that differ but may not change, and ``changed_sheets`` what a version from before that was held changed all the same.
    ``refused_suppliers`` are the names of those that refused to answer.

    The complete list of findings is the file with ``validation_sha256``; ``unreadable_nl`` and ``unreadable_en`` tell
    why a file could not be read at all, which counts as an error.
    """

    __tablename__ = "checks"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    started_at: Mapped[datetime]
    at: Mapped[datetime]
    rule_set: Mapped[str] = mapped_column(CODE)
    factor_set: Mapped[str | None] = mapped_column(CODE)
    errors: Mapped[int]
    warnings: Mapped[int]
    notices: Mapped[int]
    rows: Mapped[JsonObject]
    validation_sha256: Mapped[str | None] = mapped_column(SHA256, index=True)
    unreadable_nl: Mapped[str | None]
    unreadable_en: Mapped[str | None]
    changed_sheets: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    refused_suppliers: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    left_out: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    taken_over: Mapped[list[str]] = mapped_column(default=list, server_default="[]")


class SheetSource(Table):
    """A sheet that a part of a version holds, with how many rows, and whether the version takes it from there.

    Of a sheet that is taken and is not too long, ``rows_sha256`` is the file with its rows as text, to fill in on and to
    compare with.
    """

    __tablename__ = "sheet_sources"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sheet: Mapped[str] = mapped_column(CODE, primary_key=True)
    rows: Mapped[int]
    used: Mapped[bool]
    rows_sha256: Mapped[str | None] = mapped_column(SHA256, index=True)


class RuleResult(Table):
    """How often a rule found something in a version, exactly, also where the list of findings is cut."""

    __tablename__ = "rule_results"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    rule: Mapped[str] = mapped_column(CODE, primary_key=True)
    severity: Mapped[Severity] = mapped_column(primary_key=True)
    revision: Mapped[int]
    count: Mapped[int]


class Finding(Table):
    """One of the first thousand findings of a rule; ``position`` is its place among all findings of the version."""

    __tablename__ = "findings"
    __table_args__ = (Index("ix_findings_version_rule", "version", "rule"), {"info": BY_WORKERS})

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(CODE)
    revision: Mapped[int]
    severity: Mapped[Severity]
    source: Mapped[str | None]
    sheet: Mapped[str] = mapped_column(CODE)
    row: Mapped[int | None]
    column: Mapped[str | None] = mapped_column(CODE)
    value: Mapped[str | None]
    entity: Mapped[str | None]
    message_nl: Mapped[str]
    message_en: Mapped[str]
    expected_nl: Mapped[str | None]
    expected_en: Mapped[str | None]
    mend_nl: Mapped[str | None]
    mend_en: Mapped[str | None]
    raw: Mapped[JsonObject]


class KeptRows(Table):
    """The rows of an earlier report as they were read, one Parquet file per sheet in the file with ``sha256``.

    ``read_of`` is the hash of the files that were read and of the code that read them: it says what is inside, and
    another release reads anew.
    """

    __tablename__ = "kept_rows"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    read_of: Mapped[str] = mapped_column(SHA256, primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    kept_at: Mapped[datetime]


class NotAssessed(Table):
    """A rule that could not be judged on some or all rows of a sheet, and why."""

    __tablename__ = "not_assessed"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(CODE)
    sheet: Mapped[str] = mapped_column(CODE)
    rows: Mapped[int | None]
    reason_nl: Mapped[str]
    reason_en: Mapped[str]


class NamedEvidence(Table):
    """A piece of evidence that a version names, or that came inside its file.

    ``evidence_id`` is the row that names it (none: no row does), ``sha256`` the file that was found under that name
    (none: missing), ``inside`` whether that file came in the report's own zip. ``sheets`` are the one that names it and
    those with a row that rests on it; a check of an earlier release tells none.
    """

    __tablename__ = "named_evidence"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[str | None]
    file_name: Mapped[str]
    sha256: Mapped[str | None] = mapped_column(SHA256)
    inside: Mapped[bool]
    sheets: Mapped[list[str]] = mapped_column(default=list, server_default="[]")


class IndicatorValue(Table):
    """The value of an indicator, of the total or of a part, with its why."""

    __tablename__ = "indicators"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    indicator: Mapped[str] = mapped_column(CODE, primary_key=True)
    part: Mapped[str] = mapped_column(String(200), primary_key=True)
    value: Mapped[Decimal | None]
    unit: Mapped[str] = mapped_column(CODE)
    status: Mapped[Status]
    why: Mapped[JsonObject]


class NormVerdict(Table):
    """The machine's verdict on a norm, as it would be judged now, and how it is expected to go on (schemas.forecasts)."""

    __tablename__ = "verdicts"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    norm: Mapped[str] = mapped_column(CODE, primary_key=True)
    verdict: Mapped[Outcome]
    value: Mapped[str | None] = mapped_column(CODE)
    threshold: Mapped[str | None] = mapped_column(CODE)
    reason_nl: Mapped[str]
    reason_en: Mapped[str]
    article: Mapped[str] = mapped_column(default="")
    forecast: Mapped[JsonObject | None]


class Document(Table):
    """A file that a worker made for people to read; the bytes are in the file store under ``sha256``."""

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint(
            "for_event", "kind", "edition", "language", "media_type", "file_name", name="uq_documents_for_event"
        ),
        Index("ix_documents_report", "report"),
        Index("ix_documents_version", "version"),
        {"info": BY_WORKERS},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"))
    version: Mapped[UUID | None] = mapped_column(to("versions.id"))
    kind: Mapped[DocumentKind]
    edition: Mapped[Edition] = mapped_column(default=Edition.NONE)
    language: Mapped[Language]
    media_type: Mapped[str] = mapped_column(String(120))
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    size: Mapped[int]
    made_at: Mapped[datetime]
    for_event: Mapped[UUID]


class Mail(Table):
    """One mail to one person because of one event; unique, so that nobody is mailed twice. Who has no account is no person.

    ``maybe_taken_at`` is when it was first tried without knowing the end: the server may have it all the same.
    """

    __tablename__ = "mails"
    __table_args__ = (UniqueConstraint("event_id", "person", "template"), {"info": BY_WORKERS})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    event_id: Mapped[UUID]
    person: Mapped[UUID | None] = mapped_column(to("people.id"), index=True)
    template: Mapped[str] = mapped_column(CODE)
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str]
    message_id: Mapped[str] = mapped_column(String(254), unique=True)
    state: Mapped[MailState] = mapped_column(default=MailState.WAITING, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None]
    body_sha256: Mapped[str] = mapped_column(SHA256)
    created_at: Mapped[datetime]
    tried_at: Mapped[datetime | None]
    maybe_taken_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]


class RuleSet(Table):
    """A rule set with its catalogue (texts, basis, severity), written by ``db upgrade``; the rule pages read it."""

    __tablename__ = "rule_sets"
    __table_args__ = {"info": BY_UPGRADE}  # noqa: RUF012

    id: Mapped[str] = mapped_column(CODE, primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256)
    body: Mapped[JsonObject]
    written_at: Mapped[datetime]


class FactorSet(Table):
    """The emission factors of one year, taken in by a worker, ``db upgrade`` or ``factors import``; never changed."""

    __tablename__ = "factor_sets"
    __table_args__ = {"info": BY_WORKERS}  # noqa: RUF012

    id: Mapped[str] = mapped_column(CODE, primary_key=True)
    year: Mapped[int]
    fictional: Mapped[bool] = mapped_column(default=False)
    sha256: Mapped[str] = mapped_column(SHA256)
    body: Mapped[JsonObject]
    written_at: Mapped[datetime]
