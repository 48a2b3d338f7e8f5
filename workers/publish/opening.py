"""The template workbook that goes out when a duty opens, filled with last year's fleet and chain."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from schemas.store import Concession, Report, facts_of, files, reading
from schemas.store import Terms as TermsRow
from schemas.terms import Terms
from schemas.texts import Language
from workers.publish.template import template
from workers.publish.workbook_bytes import XLSX
from workers.reading_parts import report_of
from workers.sources import earlier_reports

NAME = {Language.NL: "rapportage", Language.EN: "report"}


@dataclass(frozen=True)
class Made:
    """A document that lies in the file store."""

    file_name: str
    media_type: str
    sha256: str
    size: int


def template_of_duty(report_id: UUID, language: Language) -> Made:
    """The workbook for one duty; the same duty gives the same bytes, so it is made once however often it is asked for."""
    with reading() as session:
        report = session.get_one(Report, report_id)
        concession = session.get_one(Concession, report.concession)
        body = session.scalars(
            select(TermsRow.body).where(TermsRow.concession == concession.id, TermsRow.sha256 == report.terms_sha256)
        ).one()
        earlier, last_day = earlier_reports(session, report), facts_of(session, report_id).dates.hand_in_by
    last_year = report_of(earlier[0]) if earlier else None
    made = template(
        report.report_year,
        previous=last_year,
        language=language,
        terms=Terms.model_validate(body),
        hand_in_by=last_day,
    )
    kept = files().keep_bytes(made)
    return Made(
        file_name=f"{NAME[language]}-{concession.code}-{report.report_year}.xlsx",
        media_type=XLSX,
        sha256=kept.sha256,
        size=kept.size,
    )
