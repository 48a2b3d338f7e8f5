"""The other years of a concession: where the report of each lies, from new to old."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store import Report


@dataclass(frozen=True, kw_only=True)
class OtherYear:
    """The report of another year, and the page on which it lies."""

    year: int
    href: str


def other_years(report: Report, among: Iterable[Report]) -> tuple[OtherYear, ...]:
    """The reports among these that are of the same concession over another year."""
    others = [one for one in among if one.concession == report.concession and one.id != report.id]
    ordered = sorted(others, key=lambda one: one.report_year, reverse=True)
    return tuple(OtherYear(year=one.report_year, href=url_for("holder.report_page", report=one.id)) for one in ordered)


def reports_beside(session: Session, report: Report) -> list[Report]:
    """All reports of a report's concession."""
    query = select(Report).where(Report.concession == report.concession)
    return list(session.scalars(query.order_by(Report.report_year.desc(), Report.id)))
