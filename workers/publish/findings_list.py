"""The findings as a workbook: one row per finding, to filter and to hand on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from schemas.judgement import Finding, NotAssessed, Validation
from schemas.report.sheets import BY_NAME
from schemas.texts import Bilingual, Language
from workers.publish.findings_text import heading
from workers.publish.list_sheet import Value, a_book, add_list
from workers.publish.sheet_rows import row_xml
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
# A spreadsheet program takes 1,048,576 rows on a sheet, headings included.
MOST_ROWS = 1_048_575
# The rows of findings are written straight into the sheet, in the place and in the styles of this one.
EXAMPLE_ROW = ("", "", "", "", 1, "", "", "", "", "")
EXAMPLE = re.compile(rb'<row r="2">.*?</row>', re.DOTALL)
STYLE = re.compile(rb' s="(\d+)"')
VIEWS = b"<sheetViews>"


def findings_workbook(validation: Validation, language: Language) -> bytes:
    """The list as an XLSX file; the same findings give the same bytes."""
    made = io.BytesIO()
    write_findings(made, validation, validation.findings, number=len(validation.findings), language=language)
    return made.getvalue()


def write_findings(
    target: IO[bytes], said: Validation, findings: Iterable[Finding], *, number: int, language: Language
) -> None:
    """The same, written finding by finding; ``number`` is how many there will be. A full sheet goes on on the next one."""
    on_sheets = [min(MOST_ROWS, number - before) for before in range(0, max(number, 1), MOST_ROWS)]
    book = io.BytesIO(bytes_of(_book(said, on_sheets, language)))
    to_fill = {f"xl/worksheets/sheet{place}.xml": height for place, height in enumerate(on_sheets, start=1)}
    coming = iter(findings)
    with ZipFile(book) as made, ZipFile(target, "w", ZIP_DEFLATED) as filled:
        for name in made.namelist():
            content: Iterable[bytes] = [made.read(name)]
            if name in to_fill:
                height = to_fill[name]
                content = _filled(made.read(name), islice(coming, height), language, height=height)
            with filled.open(_deflated(name), "w") as part:
                part.writelines(content)


def _filled(content: bytes, findings: Iterable[Finding], language: Language, *, height: int) -> Iterator[bytes]:
    """A sheet with its rows in place of the example, each cell in the style that the example has there."""
    example = EXAMPLE.search(content)
    assert example is not None
    styles = [int(style) for style in STYLE.findall(example[0])]
    yield content[: example.start()].replace(VIEWS, _dimension(height) + VIEWS, 1)
    for number, finding in enumerate(findings, start=2):
        yield row_xml(number, zip(_finding(finding, language), styles, strict=True)).encode()
    yield content[example.end() :]


def _dimension(height: int) -> bytes:
    """How large the sheet is: who reads row by row would else have to read it to its end to know."""
    return f'<dimension ref="A1:{get_column_letter(len(HEADINGS))}{height + 1}"/>'.encode()


def _deflated(name: str) -> ZipInfo:
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    return member


def _book(said: Validation, on_sheets: Sequence[int], language: Language) -> Workbook:
    """The workbook with one example where the findings go, and all that was not judged."""
    title = TITLE.in_(language).format(concession=said.report.concession_id or "", year=said.report.report_year or "")
    book = a_book(title, language)
    for place, number in enumerate(on_sheets, start=1):
        name = Bilingual(nl=f"{FINDINGS.nl} {place}", en=f"{FINDINGS.en} {place}") if place > 1 else FINDINGS
        add_list(book, name, HEADINGS, [EXAMPLE_ROW], language, height=number)
    if said.not_assessed:
        add_list(
            book, NOT_JUDGED, NOT_JUDGED_HEADINGS, [_not_assessed(one, language) for one in said.not_assessed], language
        )
    return book


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
