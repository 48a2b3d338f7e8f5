"""Tables of shortfalls: the cases, their steps, what a second reader said, and the letters; and the tracks they give."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy import Text, UniqueConstraint, cast, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from schemas.shortfall_subjects import Matter
from schemas.shortfalls import Closing, Ruling, StepFacts, StepKind, Track
from schemas.store.among import among
from schemas.store.concessions import Terms as TermsRow
from schemas.store.reports import Report
from schemas.store.shapes import CODE, SHA256, Table, Writer, to, written_by
from schemas.terms import Terms, read_terms
from schemas.texts import Language
from schemas.words import Edition

BY_PORTAL = written_by(Writer.PORTAL)


class Shortfall(Table):
    """A case about norms of one report that are not met, as established on ``version``; ``number`` counts per report.

    Without a version it is about the report itself, which was not handed in, or not again after version ``sent_back``
    came back. ``reason`` is for the authority alone.
    """

    __tablename__ = "shortfalls"
    __table_args__ = (UniqueConstraint("report", "number"), {"info": BY_PORTAL})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report: Mapped[UUID] = mapped_column(to("reports.id"), index=True)
    version: Mapped[UUID | None] = mapped_column(to("versions.id"))
    sent_back: Mapped[UUID | None] = mapped_column(to("versions.id"))
    number: Mapped[int]
    norms: Mapped[list[str]]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)


class ShortfallStep(Table):
    """A step of a case, with what belongs to its kind; never changed. What burdens the holder waits for a confirmation."""

    __tablename__ = "shortfall_steps"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    shortfall: Mapped[UUID] = mapped_column(to("shortfalls.id"), index=True)
    kind: Mapped[StepKind]
    reason: Mapped[str]
    term: Mapped[date | None]
    day: Mapped[date | None]
    consequence: Mapped[str | None] = mapped_column(CODE)
    amount_eur: Mapped[Decimal | None]
    ruling: Mapped[Ruling | None]
    closing: Mapped[Closing | None]
    file_name: Mapped[str | None]
    sha256: Mapped[str | None] = mapped_column(SHA256, index=True)
    size: Mapped[int | None]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    idempotency_key: Mapped[UUID] = mapped_column(unique=True)


class ShortfallConfirmation(Table):
    """What the second reader says of a step that burdens the holder; from then on the holder knows it, or never."""

    __tablename__ = "shortfall_confirmations"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    step: Mapped[UUID] = mapped_column(to("shortfall_steps.id"), primary_key=True)
    confirmed: Mapped[bool]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class ShortfallLetter(Table):
    """The letter of a step; a concept is for the authority alone."""

    __tablename__ = "shortfall_letters"
    __table_args__ = (UniqueConstraint("step", "edition", "language"), {"info": written_by(Writer.WORKERS)})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    step: Mapped[UUID] = mapped_column(to("shortfall_steps.id"))
    edition: Mapped[Edition]
    language: Mapped[Language]
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    size: Mapped[int]
    made_at: Mapped[datetime]


def matter_of(case: Shortfall) -> Matter:
    """What a case is about."""
    if case.sent_back is not None:
        return Matter.NOT_CORRECTED
    return Matter.NORMS if case.version is not None else Matter.NOT_HANDED_IN


def tracks_of(session: Session, cases: Sequence[Shortfall]) -> dict[UUID, Track]:
    """The track of each case, by its id, in a fixed number of queries."""
    terms = _terms(session, {one.report for one in cases})
    steps: dict[UUID, list[StepFacts]] = defaultdict(list)
    query = (
        select(ShortfallStep, ShortfallConfirmation)
        .outerjoin(ShortfallConfirmation, ShortfallConfirmation.step == ShortfallStep.id)
        .where(among(ShortfallStep.shortfall, [one.id for one in cases]))
        .order_by(ShortfallStep.at, ShortfallStep.id)
    )
    for step, said in session.execute(query):
        steps[step.shortfall].append(_facts(step, said))
    return {one.id: Track(steps=tuple(steps[one.id]), terms=terms[one.report].shortfalls) for one in cases}


def track_of(session: Session, case: Shortfall) -> Track:
    """The track of one case."""
    return tracks_of(session, [case])[case.id]


def _facts(step: ShortfallStep, said: ShortfallConfirmation | None) -> StepFacts:
    return StepFacts(
        id=step.id,
        kind=step.kind,
        at=step.at,
        confirmed=said.confirmed if said else None,
        confirmed_at=said.at if said else None,
        term=step.term,
        day=step.day,
        ruling=step.ruling,
        amount=step.amount_eur,
    )


def _terms(session: Session, reports: Iterable[UUID]) -> dict[UUID, Terms]:
    """The terms that held when each report's duty was opened."""
    query = (
        select(Report.id, cast(TermsRow.body, Text))
        .join(TermsRow, (TermsRow.concession == Report.concession) & (TermsRow.sha256 == Report.terms_sha256))
        .where(among(Report.id, reports))
        .order_by(Report.id)
    )
    return {report: read_terms(written) for report, written in session.execute(query)}
