"""The files that a compliance report carries: its data for programs, its figures for who wants to go on reckoning."""

from __future__ import annotations

from schemas.texts import Bilingual, Language
from workers.publish.content import ReportContent
from workers.publish.data import report_data
from workers.publish.figures_workbook import figures_workbook
from workers.publish.pdf.archive import Attachment
from workers.publish.workbook_bytes import XLSX

DATA = Bilingual(nl="gegevens.json", en="data.json")
FIGURES = Bilingual(nl="cijfers.xlsx", en="figures.xlsx")
DATA_SAYS = Bilingual(
    nl="Alle cijfers van dit rapport met hun herkomst, voor programma's",
    en="All figures of this report with how they came about, for programs",
)
FIGURES_SAYS = Bilingual(
    nl="De cijfers, oordelen en bevindingen van dit rapport als werkboek",
    en="The figures, verdicts and findings of this report as a workbook",
)


def attachments(content: ReportContent, language: Language) -> tuple[Attachment, ...]:
    """The data and the workbook; the same content gives the same bytes."""
    return (
        Attachment(
            name=DATA.in_(language),
            media_type="application/json",
            relation="Data",
            says=DATA_SAYS.in_(language),
            content=report_data(content),
        ),
        Attachment(
            name=FIGURES.in_(language),
            media_type=XLSX,
            relation="Supplement",
            says=FIGURES_SAYS.in_(language),
            content=figures_workbook(content, language),
        ),
    )
