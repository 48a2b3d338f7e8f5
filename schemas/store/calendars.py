"""Table of the days of a report year that were set otherwise than the terms have them; and the days that hold."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from schemas.calendar import DutyDates, working_day_from
from schemas.store.among import among
from schemas.store.shapes import Table, Writer, to, written_by


class CalendarChange(Table):
    """The days of one report year of a concession, as they were set by a person with a reason; never changed.

    The newest row of a year counts. A last day is kept as it was given, and moves to a working day where it is read.
    """

    __tablename__ = "calendar_changes"
    __table_args__ = (
        Index("ix_calendar_changes_concession_report_year", "concession", "report_year"),
        {"info": written_by(Writer.PORTAL)},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    concession: Mapped[UUID] = mapped_column(to("concessions.id"))
    report_year: Mapped[int]
    opens: Mapped[date]
    suppliers_answer_by: Mapped[date]
    hand_in_by: Mapped[date]
    completeness_by: Mapped[date]
    feedback_by: Mapped[date]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


def set_days(session: Session, concessions: Iterable[UUID]) -> dict[tuple[UUID, int], DutyDates]:
    """The days that were set for some concessions, by concession and report year."""
    query = select(CalendarChange).where(among(CalendarChange.concession, concessions))
    rows = session.scalars(query.order_by(CalendarChange.at, CalendarChange.id))
    return {
        (row.concession, row.report_year): on_working_days(
            DutyDates(
                opens=row.opens,
                suppliers_answer_by=row.suppliers_answer_by,
                hand_in_by=row.hand_in_by,
                completeness_by=row.completeness_by,
                feedback_by=row.feedback_by,
            )
        )
        for row in rows
    }


def on_working_days(days: DutyDates) -> DutyDates:
    """The same days with every last day moved to a working day; a duty may open on any day."""
    return DutyDates(
        opens=days.opens,
        suppliers_answer_by=working_day_from(days.suppliers_answer_by),
        hand_in_by=working_day_from(days.hand_in_by),
        completeness_by=working_day_from(days.completeness_by),
        feedback_by=working_day_from(days.feedback_by),
    )


def with_more_time(days: DutyDates, granted: date | None) -> DutyDates:
    """The days with the last day of handing in moved, where more time was granted than they give."""
    return replace(days, hand_in_by=max(days.hand_in_by, granted)) if granted else days
