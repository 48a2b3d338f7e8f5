"""The whole report, from cover to hashes."""

from __future__ import annotations

import hashlib

from schemas.texts import Language
from workers.publish import words
from workers.publish.content import ReportContent
from workers.publish.pdf.annexes import annexes
from workers.publish.pdf.attachments import attachments
from workers.publish.pdf.changes import changes
from workers.publish.pdf.cover import cover
from workers.publish.pdf.fonts import register_fonts
from workers.publish.pdf.gaps import gaps_in_the_chain
from workers.publish.pdf.norms import norms
from workers.publish.pdf.page import Frontispiece, document
from workers.publish.pdf.plan import improvement_plan
from workers.publish.pdf.themes import themes

SHORT_HASH = 12


def report_pdf(content: ReportContent, language: Language) -> bytes:
    """The report in one language; the same content gives the same bytes."""
    register_fonts()
    story = [
        *cover(content, language),
        *themes(content, language),
        *changes(content, language),
        *norms(content, language),
        *gaps_in_the_chain(content, language),
        *improvement_plan(content, language),
        *annexes(content, language),
    ]
    return document(_frontispiece(content, language), story, attachments(content, language))


def _frontispiece(content: ReportContent, language: Language) -> Frontispiece:
    report = words.REPORT.in_(language)
    edition = words.EDITION[content.edition].in_(language)
    return Frontispiece(
        title=f"{report} {content.concession_name} {content.year} ({edition.lower()})",
        subject=words.SUBTITLE.in_(language),
        keywords=content.fingerprints.model_dump_json(),
        running=f"{report} · {content.concession_name} · {content.year}",
        hash=words.REFERENCE.in_(language).format(hash=content_hash(content)[:SHORT_HASH]),
        edition=content.edition,
        language=language,
        made=content.dated,
    )


def content_hash(content: ReportContent) -> str:
    """The sha256 of all that the report tells: it is printed in short on every page."""
    return hashlib.sha256(content.model_dump_json().encode()).hexdigest()
