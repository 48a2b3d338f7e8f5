"""The findings as a workbook: one row per finding, to filter and to hand on."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.judgement import Finding, NotAssessed, Validation
from schemas.report.sheets import BY_NAME
from schemas.texts import Bilingual, Language
from workers.publish.findings_text import heading
from workers.publish.list_sheet import Value, a_book, add_list
from workers.publish.words import SEVERITY
from workers.publish.workbook_bytes import bytes_of

TITLE = Bilingual(nl="Bevindingen {concession} {year}", en="Findings {concession} {year}")
FINDINGS = Bilingual(nl="Bevindingen", en="Findings")
NOT_JUDGED = Bilingual(nl="Niet beoordeeld", en="Not judged")
HEADINGS = (
    (Bilingual(nl="Soort", en="Kind"), 12),
    (Bilingual(nl="Regel", en="Rule"), 11),
    (Bilingual(nl="Bron", en="Source"), 24),
    (Bilingual(nl="Blad", en="Sheet"), 20),
    (Bilingual(nl="Rij", en="Row"), 8),
    (Bilingual(nl="Kolom", en="Column"), 24),
    (Bilingual(nl="Waarde", en="Value"), 20),
    (Bilingual(nl="Bevinding", en="Finding"), 60),
    (Bilingual(nl="Verwacht", en="Expected"), 36),
    (Bilingual(nl="Wat te doen", en="What to do"), 48),
)
NOT_JUDGED_HEADINGS = (
    (Bilingual(nl="Regel", en="Rule"), 11),
    (Bilingual(nl="Blad", en="Sheet"), 20),
    (Bilingual(nl="Rijen", en="Rows"), 8),
    (Bilingual(nl="Reden", en="Reason"), 80),
)


def findings_workbook(validation: Validation, language: Language) -> bytes:
    """The list as an XLSX file; the same findings give the same bytes."""
    title = TITLE.in_(language).format(
        concession=validation.report.concession_id or "", year=validation.report.report_year or ""
    )
    book = a_book(title, language)
    add_list(book, FINDINGS, HEADINGS, [_finding(one, language) for one in validation.findings], language)
    if validation.not_assessed:
        rows = [_not_assessed(one, language) for one in validation.not_assessed]
        add_list(book, NOT_JUDGED, NOT_JUDGED_HEADINGS, rows, language)
    return bytes_of(book)


def _finding(finding: Finding, language: Language) -> Sequence[Value]:
    return (
        SEVERITY[finding.severity].in_(language),
        finding.rule,
        finding.source,
        _label(finding.sheet, language),
        finding.row,
        heading(finding, language) or None,
        finding.value,
        finding.message.in_(language),
        finding.expected.in_(language),
        finding.mend.in_(language),
    )


def _not_assessed(item: NotAssessed, language: Language) -> Sequence[Value]:
    return item.rule, _label(item.sheet, language), item.rows or None, item.reason.in_(language)


def _label(sheet: str, language: Language) -> str:
    return BY_NAME[sheet].label.in_(language) if sheet in BY_NAME else sheet
