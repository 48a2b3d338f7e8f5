"""The receipt: one page that says what was received, when, from whom, and by which numbers it can be recognised."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from reportlab.platypus import Flowable, Spacer

from schemas.clock import dutch_day
from schemas.judgement import Said
from schemas.texts import Bilingual, Language
from schemas.words import Edition
from workers.domain.rendering import day
from workers.publish.amounts import moment
from workers.publish.content import Named
from workers.publish.pdf.facts import facts_table
from workers.publish.pdf.flowables import Heading, Plate
from workers.publish.pdf.fonts import register_fonts
from workers.publish.pdf.marks import name_and_mark
from workers.publish.pdf.page import WIDTH, Frontispiece, document
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.text import CODE, H1, H2, LEAD, THEME, paragraph
from workers.publish.words import HASH, NAME

SHORT_HASH = 12

RECEIPT = Bilingual(nl="Ontvangstbewijs", en="Receipt")
RECEIVED = Bilingual(nl="Ontvangen op {moment}", en="Received on {moment}")
KEEP = Bilingual(
    nl="Wij hebben uw rapport over {concession} in {year} ontvangen. Bewaar dit bewijs.",
    en="We have received your report on {concession} in {year}. Keep this receipt.",
)
UNDER_RESERVATION = Bilingual(
    nl="De controle van uw rapport was nog niet klaar. U hebt op tijd ingediend; vindt de controle nog fouten, dan krijgt u een termijn om die te herstellen.",
    en="The check of your report was not finished. You handed in on time; if the check still finds errors, you get a term to mend them.",
)
NEXT = Bilingual(
    nl="De provincie beoordeelt uw rapport. U hoort het uiterlijk {day}.",
    en="The province judges your report. You will hear by {day} at the latest.",
)
FILES = Bilingual(nl="Wat wij hebben ontvangen", en="What we have received")
CONCESSION = Bilingual(nl="Concessie", en="Concession")
YEAR = Bilingual(nl="Verslagjaar", en="Report year")
HOLDER = Bilingual(nl="Concessiehouder", en="Concession holder")
VERSION = Bilingual(nl="Versie", en="Version")
SIGNED_BY = Bilingual(nl="Ondertekend door", en="Signed by")
STATEMENT = Bilingual(nl="Verklaring", en="Declaration")
MANIFEST = Bilingual(nl="Kenmerk (sha256)", en="Fingerprint (sha256)")


class ReceiptContent(Said):
    """What a receipt tells; the moment is that of the signature."""

    concession: str
    concession_name: str
    holder: str
    year: int
    version: int
    signed_by: str
    signed_at: datetime
    statement: str
    manifest_sha256: str
    files: tuple[Named, ...]
    under_reservation: bool = False
    feedback_by: date | None = None


class _Masthead(Plate):
    """The product's mark and name."""

    def __init__(self) -> None:
        super().__init__(width=WIDTH, height=30)

    def draw(self) -> None:
        """On one line."""
        name_and_mark(self.ink, y=4)


def receipt_pdf(content: ReceiptContent, language: Language) -> bytes:
    """The receipt in one language; the same content gives the same bytes."""
    register_fonts()
    return document(_frontispiece(content, language), _story(content, language))


def _frontispiece(content: ReceiptContent, language: Language) -> Frontispiece:
    receipt = RECEIPT.in_(language)
    digest = hashlib.sha256(content.model_dump_json().encode()).hexdigest()
    return Frontispiece(
        title=f"{receipt} {content.concession_name} {content.year}",
        subject=RECEIVED.in_(language).format(moment=moment(content.signed_at, language)),
        keywords=content.manifest_sha256,
        running=f"{receipt} · {content.concession_name} · {content.year}",
        hash=digest[:SHORT_HASH],
        edition=Edition.NONE,
        language=language,
        made=dutch_day(content.signed_at),
    )


def _story(content: ReceiptContent, language: Language) -> list[Flowable]:
    name = content.concession_name
    return [
        _Masthead(),
        Spacer(1, 22),
        paragraph(RECEIPT.in_(language), THEME),
        Heading(RECEIVED.in_(language).format(moment=moment(content.signed_at, language)), H1),
        Spacer(1, 6),
        paragraph(KEEP.in_(language).format(concession=name, year=content.year), LEAD),
        *([paragraph(UNDER_RESERVATION.in_(language), LEAD)] if content.under_reservation else []),
        *_next(content, language),
        Spacer(1, 12),
        facts_table(_facts(content, language), width=WIDTH),
        Heading(FILES.in_(language), H2, level=1),
        _files(content, language),
    ]


def _next(content: ReceiptContent, language: Language) -> list[Flowable]:
    if content.feedback_by is None:
        return []
    return [paragraph(NEXT.in_(language).format(day=day(content.feedback_by, language)), LEAD)]


def _facts(content: ReceiptContent, language: Language) -> list[tuple[str, str]]:
    facts = (
        (CONCESSION, f"{content.concession_name} ({content.concession})"),
        (YEAR, str(content.year)),
        (HOLDER, content.holder),
        (VERSION, str(content.version)),
        (SIGNED_BY, content.signed_by),
        (STATEMENT, content.statement),
        (MANIFEST, content.manifest_sha256),
    )
    return [(label.in_(language), text) for label, text in facts]


def _files(content: ReceiptContent, language: Language) -> Flowable:
    columns = [Column(NAME.in_(language), 40), Column(f"{HASH.in_(language)} (sha256)", 66)]
    rows = [[named.name, paragraph(named.sha256, CODE)] for named in content.files]
    return table(columns, rows, width=WIDTH)
