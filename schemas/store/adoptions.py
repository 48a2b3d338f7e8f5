"""Tables of what is judged by: which rule set and factor set were switched on, and what trying one beforehand showed."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from schemas.store.shapes import CODE, COUNTER, SHA256, Table, Writer, written_by
from schemas.words import SetKind

BY_PORTAL = written_by(Writer.PORTAL)
BY_WORKERS = written_by(Writer.WORKERS)


class Adoption(Table):
    """A set that was switched on, by whom and why; written by who decides, in the portal or by a command, and never changed.

    A factor set is for the reports of ``year``, a rule set for those of ``year`` and later; of one kind and year the
    newest row counts.
    """

    __tablename__ = "adoptions"
    __table_args__ = (Index("ix_adoptions_kind_year", "kind", "year"), {"info": BY_PORTAL})

    n: Mapped[int] = mapped_column(COUNTER, primary_key=True, autoincrement=True)
    kind: Mapped[SetKind]
    set_id: Mapped[str] = mapped_column(CODE)
    year: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str]
    reason: Mapped[str]


class ShadowRun(Table):
    """A set tried on earlier reports, with nothing switched on; the file with ``result_sha256`` tells each report side by side."""

    __tablename__ = "shadow_runs"
    __table_args__ = (Index("ix_shadow_runs_kind_set_id", "kind", "set_id"), {"info": BY_WORKERS})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    kind: Mapped[SetKind]
    set_id: Mapped[str] = mapped_column(CODE)
    at: Mapped[datetime]
    reports: Mapped[int]
    untried: Mapped[int]
    changed_reports: Mapped[int]
    changed_verdicts: Mapped[int]
    result_sha256: Mapped[str] = mapped_column(SHA256, index=True)


def newest_run(session: Session, kind: SetKind, name: str) -> ShadowRun | None:
    """The last time that a set was tried."""
    query = select(ShadowRun).where(ShadowRun.kind == kind, ShadowRun.set_id == name)
    return session.scalars(query.order_by(ShadowRun.at.desc(), ShadowRun.id).limit(1)).first()
