"""Publishing: documents are made once, by the worker, of what stands; the portal only serves them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatchmethod
from pathlib import PurePath
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.events import (
    CalendarChanged,
    DutyOpened,
    Event,
    ReportDecided,
    ReportHandedIn,
    ReportIssued,
    ReportPublished,
    ReportReceived,
    ReportVersion,
    ReportWithdrawn,
    ShortfallLetterReady,
    ShortfallStepProposed,
    ShortfallStepTaken,
    VersionChecked,
)
from schemas.settings import settings
from schemas.store import Check, Document, Kept, Report, Signature, files, reading, tell
from schemas.texts import Language
from schemas.words import DocumentKind, Edition, WorkerName
from workers.annotating import annotated_parts
from workers.complete_list import CompleteList, complete_list
from workers.decision_letters import decision_letter
from workers.opening_data import set_of
from workers.publish.content import ReportContent
from workers.publish.data import report_data
from workers.publish.findings_list import write_findings
from workers.publish.open_data.package import open_data
from workers.publish.opening import template_of_duty
from workers.publish.pdf import report_pdf
from workers.publish.pdf.letter import letter_pdf
from workers.publish.pdf.receipt import receipt_pdf
from workers.publish.workbook_bytes import XLSX
from workers.receipts import receipt_of
from workers.removing import remove_private
from workers.report_content import Made, content_of
from workers.shortfall_letters import LetterMade, letters_of_step
from workers.sources import sources_of
from workers.timeliness import keep_timeliness
from workers.worker import Worker

PDF, JSON = "application/pdf", "application/json"
OPEN = {".csv": "text/csv", ".json": JSON, ".zip": "application/zip"}
WORD = {
    DocumentKind.COMPLIANCE_REPORT: {Language.NL: "rapport", Language.EN: "report"},
    DocumentKind.RECEIPT: {Language.NL: "bewijs", Language.EN: "receipt"},
    DocumentKind.DECISION_LETTER: {Language.NL: "besluitbrief", Language.EN: "decision-letter"},
    DocumentKind.FINDINGS: {Language.NL: "bevindingen", Language.EN: "findings"},
}
EDITION = {
    Edition.DRAFT: {Language.NL: "proef", Language.EN: "rehearsal"},
    Edition.PROVISIONAL: {Language.NL: "voorlopig", Language.EN: "provisional"},
    Edition.DECIDED: {Language.NL: "vastgesteld", Language.EN: "decided"},
}


@dataclass(frozen=True)
class Published:
    """One document in the file store."""

    report: UUID
    version: UUID | None
    kind: DocumentKind
    edition: Edition
    language: Language
    media_type: str
    file_name: str
    sha256: str
    size: int


class Publish(Worker[Event, tuple[Published | LetterMade, ...]]):
    """Makes the documents that an event asks for."""

    NAME = WorkerName.PUBLISH
    HANDLES = (
        DutyOpened,
        CalendarChanged,
        VersionChecked,
        ReportHandedIn,
        ReportWithdrawn,
        ReportDecided,
        ReportPublished,
        ShortfallStepProposed,
        ShortfallStepTaken,
    )

    def work(self, event: Event) -> tuple[Published | LetterMade, ...]:
        """Make each document and put it in the file store."""
        return tuple(self._made(event))

    def keep(self, session: Session, event: Event, result: tuple[Published | LetterMade, ...]) -> None:
        """Name the documents, and tell that they are there."""
        session.add_all(one.row(event) if isinstance(one, LetterMade) else _row(event, one) for one in result)
        if isinstance(event, VersionChecked | ReportHandedIn | ReportWithdrawn):
            keep_timeliness(session, sources_of(session, event.version))
        if isinstance(event, ReportHandedIn):
            receipt = _first(result, DocumentKind.RECEIPT)
            told = ReportReceived(version=event.version, signature=event.signature, receipt_sha256=receipt.sha256)
            tell(session, told)
        if isinstance(event, ReportDecided):
            report = _first(result, DocumentKind.COMPLIANCE_REPORT)
            tell(session, ReportIssued(version=event.version, decision=event.decision, report_sha256=report.sha256))
        if isinstance(event, ShortfallStepTaken):
            _tell_of_letter(session, event, result)

    @singledispatchmethod
    def _made(self, event: Event) -> Iterator[Published | LetterMade]:
        raise NotImplementedError(type(event))

    @_made.register
    def _template(self, event: DutyOpened | CalendarChanged) -> Iterator[Published]:
        """The workbook to fill in, made anew when the day that it names becomes another one."""
        for language in Language:
            made = template_of_duty(event.report, language)
            yield Published(
                report=event.report,
                version=None,
                kind=DocumentKind.TEMPLATE,
                edition=Edition.NONE,
                language=language,
                media_type=made.media_type,
                file_name=made.file_name,
                sha256=made.sha256,
                size=made.size,
            )

    @_made.register
    def _checked(self, event: VersionChecked) -> Iterator[Published]:
        """The complete lists, and the report as it would be now: provisional where the version is handed in already."""
        with reading() as session:
            remove_private(session, files(), event.version.version)
        yield from _lists(event)
        if _is_readable(event.version):
            edition: Made = Edition.PROVISIONAL if _is_signed(event.version) else Edition.DRAFT
            yield from _reports(event, event.version, edition)

    @_made.register
    def _handed_in(self, event: ReportHandedIn) -> Iterator[Published]:
        with reading() as session:
            sources = sources_of(session, event.version)
            receipt = receipt_of(session, sources, event.signature)
        name = f"{sources.concession}-{sources.year}"
        for language in Language:
            made = receipt_pdf(receipt, language)
            file_name = f"{WORD[DocumentKind.RECEIPT][language]}-{name}.pdf"
            yield _kept(event.version, DocumentKind.RECEIPT, Edition.NONE, language, PDF, file_name, made)
        if _is_readable(event.version):
            yield from _reports(event, event.version, Edition.PROVISIONAL)

    @_made.register
    def _withdrawn(self, event: ReportWithdrawn) -> Iterator[Published]:
        """Nothing new to read: what was provisional stays with the version that was taken back."""
        del event
        yield from ()

    @_made.register
    def _decided(self, event: ReportDecided) -> Iterator[Published]:
        """The report with what was established, and the letter that tells the holder of it."""
        reports = tuple(_reports(event, event.version, Edition.DECIDED))
        yield from reports
        yield from _letters(event, event.version, reports)

    @_made.register
    def _published(self, event: ReportPublished) -> Iterator[Published]:
        with reading() as session:
            published = set_of(session, event.publication, at=event.at)
        for name, made in open_data(published, settings().base_url).items():
            media_type = OPEN[PurePath(name).suffix]
            yield _kept(event.version, DocumentKind.PUBLICATION, Edition.NONE, Language.NL, media_type, name, made)

    @_made.register
    def _step(self, event: ShortfallStepProposed | ShortfallStepTaken) -> Iterator[LetterMade]:
        """The letter of a step in a case: a concept for the authority, or as it goes to the holder."""
        with reading() as session:
            yield from letters_of_step(session, event)


def _lists(event: VersionChecked) -> Iterator[Published]:
    """The complete list of findings as workbook and as JSON, and the user's own workbooks with what was found in them."""
    if event.validation_sha256 is None:
        return
    with reading() as session:
        year = session.get_one(Report, event.version.report).report_year
    kind, name = DocumentKind.FINDINGS, f"{year}-v{event.version.number}"
    with complete_list(event.validation_sha256) as complete:
        as_it_lies = Kept(event.validation_sha256, complete.size)
        for language in Language:
            made, called = _workbook(complete, language), f"{WORD[kind][language]}-{name}"
            yield _kept(event.version, kind, Edition.NONE, language, XLSX, f"{called}.xlsx", made)
            yield _kept(event.version, kind, Edition.NONE, language, JSON, f"{called}.json", as_it_lies)
        if _is_readable(event.version):
            yield from _annotated(event, complete)


def _workbook(complete: CompleteList, language: Language) -> Kept:
    with tempfile.TemporaryFile() as draft:
        write_findings(draft, complete.said, complete.findings(), number=complete.number, language=language)
        draft.seek(0)
        return files().keep(draft)


def _annotated(event: VersionChecked, complete: CompleteList) -> Iterator[Published]:
    """The user's own workbooks with what was found in them."""
    for made in annotated_parts(event.version.version, complete):
        kind = DocumentKind.ANNOTATED
        yield _kept(event.version, kind, Edition.NONE, made.language, XLSX, made.file_name, made.content)


def _reports(event: Event, about: ReportVersion, edition: Made) -> Iterator[Published]:
    """The compliance report in both languages, and its data."""
    with reading() as session:
        content = content_of(
            session, sources_of(session, about), edition=edition, at=event.at, check_at=settings().check_address
        )
    for language in Language:
        name = _name(content, edition, language)
        kind = DocumentKind.COMPLIANCE_REPORT
        yield _kept(about, kind, edition, language, PDF, f"{name}.pdf", report_pdf(content, language))
        yield _kept(about, DocumentKind.DATA, edition, language, JSON, f"{name}.json", report_data(content))


def _letters(event: Event, about: ReportVersion, reports: tuple[Published, ...]) -> Iterator[Published]:
    """The letter of a decision in both languages."""
    kind, named = DocumentKind.DECISION_LETTER, _pdfs(reports)
    with reading() as session:
        sources = sources_of(session, about)
        content = content_of(session, sources, edition=Edition.DECIDED, at=event.at, check_at=None)
        letter = decision_letter(session, sources, content, reports=named, check_at=settings().check_address)
    if letter is None:
        return
    for language in Language:
        made, name = letter_pdf(letter, language), f"{WORD[kind][language]}-{letter.reference}.pdf"
        yield _kept(about, kind, Edition.NONE, language, PDF, name, made)


def _pdfs(reports: tuple[Published, ...]) -> dict[Language, str]:
    return {one.language: one.sha256 for one in reports if one.kind is DocumentKind.COMPLIANCE_REPORT}


def _name(content: ReportContent, edition: Made, language: Language) -> str:
    word = WORD[DocumentKind.COMPLIANCE_REPORT][language]
    return f"{word}-{content.concession}-{content.year}-v{content.version}-{EDITION[edition][language]}"


def _kept(
    about: ReportVersion,
    kind: DocumentKind,
    edition: Edition,
    language: Language,
    media_type: str,
    file_name: str,
    made: bytes | Kept,
) -> Published:
    kept = made if isinstance(made, Kept) else files().keep_bytes(made)
    return Published(
        report=about.report,
        version=about.version,
        kind=kind,
        edition=edition,
        language=language,
        media_type=media_type,
        file_name=file_name,
        sha256=kept.sha256,
        size=kept.size,
    )


def _row(event: Event, published: Published) -> Document:
    named = f" {published.file_name}" if published.kind is DocumentKind.ANNOTATED else ""
    identity = f"{published.kind} {published.edition} {published.language} {published.media_type}{named}"
    return Document(id=uuid5(event.id, identity), made_at=now(), for_event=event.id, **vars(published))


def _tell_of_letter(session: Session, event: ShortfallStepTaken, made: tuple[Published | LetterMade, ...]) -> None:
    """Tell that the letter of a step is there, where it has one."""
    letter = next((one for one in made if isinstance(one, LetterMade)), None)
    if letter is None:
        return
    about = {"report": event.report, "shortfall": event.shortfall, "step": event.step, "kind": event.kind}
    tell(session, ShortfallLetterReady.model_validate({**about, "letter_sha256": letter.kept.sha256}))


def _first(published: tuple[Published | LetterMade, ...], kind: DocumentKind) -> Published:
    return next(one for one in published if isinstance(one, Published) and one.kind is kind)


def _is_readable(about: ReportVersion) -> bool:
    """Whether the version was checked and could be read; one whose check waits is published when it comes."""
    with reading() as session:
        check = session.get(Check, about.version)
    return check is not None and check.unreadable_nl is None


def _is_signed(about: ReportVersion) -> bool:
    query = select(Signature.id).where(Signature.version == about.version, Signature.withdrawn_at.is_(None))
    with reading() as session:
        return session.scalars(query.order_by(Signature.at)).first() is not None
