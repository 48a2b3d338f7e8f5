"""The first sheet: all findings, the most important first, each with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from schemas.judgement import Finding, Validation
from schemas.report.sheets import BY_NAME
from schemas.texts import Bilingual, Language
from workers.intake.cell_types import WORKBOOK
from workers.publish.annotated.package import Package
from workers.publish.annotated.places import Place
from workers.publish.annotated.sheet_xml import RELATIONS, main_namespace, not_selected, relation_type
from workers.publish.annotated.styles import Styles, add_styles
from workers.publish.findings_text import counted, heading
from workers.publish.sheet_rows import row_xml
from workers.publish.words import SEVERITY

SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
NAME: Final = Bilingual(nl="Bevindingen", en="Findings")
TITLE: Final = Bilingual(nl="Wat wij vonden in {source}", en="What we found in {source}")
HOW: Final = Bilingual(
    nl="Klik op een plaats om naar de cel te gaan; daar staat het als opmerking. Dit blad mag blijven staan: bij het uploaden slaan wij het over.",
    en="Click a place to go to its cell, where it stands as a comment. This sheet may stay: it is passed over when you upload.",
)
CUT: Final = Bilingual(
    nl="Dit zijn de eerste {listed}. De hele lijst staat in het portaal bij ‘Alle bevindingen’.",
    en="These are the first {listed}. The whole list is in the portal under ‘All findings’.",
)
COLUMNS: Final = (
    (Bilingual(nl="Soort", en="Kind"), 12),
    (Bilingual(nl="Regel", en="Rule"), 11),
    (Bilingual(nl="Plaats", en="Place"), 26),
    (Bilingual(nl="Kolom", en="Column"), 24),
    (Bilingual(nl="Waarde", en="Value"), 20),
    (Bilingual(nl="Bevinding", en="Finding"), 60),
    (Bilingual(nl="Verwacht", en="Expected"), 36),
    (Bilingual(nl="Wat te doen", en="What to do"), 48),
)
LETTERS: Final = "ABCDEFGH"
LINK_COLUMN: Final = "C"
HEADINGS_AT: Final = 4
OTHER_FILE: Final = Bilingual(nl="{sheet}, in {source}", en="{sheet}, in {source}")


@dataclass(frozen=True)
class Line:
    """One finding and where it stands in this workbook, if it does."""

    finding: Finding
    place: Place | None


def put_first(package: Package, lines: Sequence[Line], validation: Validation, language: Language) -> None:
    """Put the sheet in front and choose it; one from an earlier time is written anew."""
    namespace = main_namespace(package.read(WORKBOOK))
    styles = add_styles(package, namespace)
    made = _sheet(lines, _intro(lines, validation, language), styles, namespace=namespace, language=language)
    for part in _worksheets(package):
        package.write(part, not_selected(package.read(part)))
    package.write(_own_part(package, namespace, language), made.encode())


def _intro(lines: Sequence[Line], validation: Validation, language: Language) -> tuple[str, str, str]:
    about = " ".join(str(known) for known in (validation.report.concession_id, validation.report.report_year) if known)
    summary, listed = validation.summary, len(lines)
    cut = listed < summary.errors + summary.warnings + summary.notices
    more = f" {CUT.in_(language).format(listed=listed)}" if cut else ""
    return TITLE.in_(language).format(source=about), f"{counted(summary, language)}.{more}", HOW.in_(language)


def _sheet(lines: Sequence[Line], intro: Sequence[str], styles: Styles, *, namespace: str, language: Language) -> str:
    headings = [(label.in_(language), styles.heading) for label, _ in COLUMNS]
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, (_, width) in enumerate(COLUMNS, 1)
    )
    rows = [
        *(row_xml(at, [(text, styles.title if at == 1 else styles.plain)]) for at, text in enumerate(intro, 1)),
        row_xml(HEADINGS_AT, headings),
        *(row_xml(at, _cells(line, styles, language)) for at, line in enumerate(lines, HEADINGS_AT + 1)),
    ]
    last = HEADINGS_AT + len(lines)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{namespace}">'
        f'<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="{HEADINGS_AT}" '
        f'topLeftCell="A{HEADINGS_AT + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A{HEADINGS_AT}:{LETTERS[-1]}{last}"/>{_links(lines)}'
        f'<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _cells(line: Line, styles: Styles, language: Language) -> list[tuple[str, int]]:
    finding = line.finding
    place = line.place.name if line.place else _elsewhere(finding, language)
    texts = (
        SEVERITY[finding.severity].in_(language),
        finding.rule,
        place,
        heading(finding, language),
        finding.value or "",
        finding.message.in_(language),
        finding.expected.in_(language),
        finding.mend.in_(language),
    )
    looks = (styles.link if letter == LINK_COLUMN and line.place else styles.text for letter in LETTERS)
    return list(zip(texts, looks, strict=True))


def _elsewhere(finding: Finding, language: Language) -> str:
    """The sheet of a finding that this workbook does not hold, with the file that does where one does."""
    sheet = BY_NAME[finding.sheet].label.in_(language) if finding.sheet in BY_NAME else finding.sheet
    return OTHER_FILE.in_(language).format(sheet=sheet, source=finding.source) if finding.source else sheet


def _links(lines: Sequence[Line]) -> str:
    made = "".join(
        f'<hyperlink ref="{LINK_COLUMN}{at}" location={quoteattr(line.place.link)}/>'
        for at, line in enumerate(lines, HEADINGS_AT + 1)
        if line.place
    )
    return f"<hyperlinks>{made}</hyperlinks>" if made else ""


def _worksheets(package: Package) -> list[str]:
    return [part for kind, part in package.relations(WORKBOOK).values() if kind == "worksheet" and package.holds(part)]


def _own_part(package: Package, namespace: str, language: Language) -> str:
    """The part of our own sheet, made the first one of the workbook."""
    book = package.xml(WORKBOOK)
    sheets = book.find(f"{{{namespace}}}sheets")
    link = f"{{{RELATIONS[namespace]}}}id"
    ours = next((sheet for sheet in sheets if sheet.get("name") in {NAME.nl, NAME.en}), None)
    if ours is None:
        part = package.free("xl/worksheets/sheet{}.xml")
        package.declare(part, SHEET_TYPE)
        number = max((int(sheet.get("sheetId")) for sheet in sheets), default=0) + 1
        ours = etree.SubElement(sheets, f"{{{namespace}}}sheet", sheetId=str(number))
        ours.set(link, package.relate(WORKBOOK, part, relation_type(namespace, "worksheet")))
    ours.set("name", NAME.in_(language))
    ours.attrib.pop("state", None)
    _move_to_front(book, sheets, ours, namespace)
    package.write_xml(WORKBOOK, book)
    return package.relations(WORKBOOK)[ours.get(link)][1]


def _move_to_front(book: etree._Element, sheets: etree._Element, ours: etree._Element, namespace: str) -> None:
    """Names that belong to one sheet count sheets by their place, so they move along."""
    was = list(sheets).index(ours)
    sheets.insert(0, ours)
    for name in book.iter(f"{{{namespace}}}definedName"):
        place = name.get("localSheetId")
        if place is not None:
            name.set("localSheetId", str(0 if int(place) == was else int(place) + (int(place) < was)))
    for view in book.iter(f"{{{namespace}}}workbookView"):
        view.set("activeTab", "0")
        view.set("firstSheet", "0")
