"""Publishing: each event gets its documents, in the right edition, once."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields
from datetime import date

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from schemas.calendar import DutyDates
from schemas.clock import now
from schemas.events import CalendarChanged, DutyOpened, ReportHandedIn, ReportIssued, ReportReceived
from schemas.judgement import Validation
from schemas.settings import Settings
from schemas.store import CalendarChange, Document, Parked, Report, files, reading, sessions, tell
from schemas.texts import Language
from schemas.words import DecisionOutcome, DocumentKind, Edition
from tests.unit.workers.at_work import (
    a_json_report,
    at_work,
    check,
    decide,
    publish,
    sign,
    tell_of,
    told,
    upload,
)
from workers.publishing import Publish, Published

BOTH = len(Language)


def documents() -> list[Document]:
    with reading() as session:
        return list(session.scalars(select(Document).order_by(Document.made_at, Document.id)))


def made() -> Counter[tuple[DocumentKind, Edition]]:
    return Counter((one.kind, one.edition) for one in documents())


def test_a_duty_that_opens_gets_a_template_in_each_language(installation: Settings) -> None:
    at_work()

    publish(told(DutyOpened)[-1])

    assert {(one.language, one.file_name) for one in documents()} == {
        (Language.NL, "rapportage-VB-OOST-2026.xlsx"),
        (Language.EN, "report-VB-OOST-2026.xlsx"),
    }
    assert made() == {(DocumentKind.TEMPLATE, Edition.NONE): BOTH}


def test_other_days_make_the_template_anew_with_the_new_last_day(installation: Settings) -> None:
    work = at_work()
    with sessions().begin() as session:
        report = session.get_one(Report, work.report)
        days = {one.name: date(2027, 2 + place, 7) for place, one in enumerate(fields(DutyDates))}
        by = work.people["manager"]
        change = CalendarChange(
            **days, concession=report.concession, report_year=2026, reason="Later.", by=by, at=now()
        )
        session.add(change)
        tell(session, CalendarChanged(report=work.report))

    publish(told(CalendarChanged)[-1])

    [dutch] = [one for one in documents() if one.language is Language.NL]
    with files().open(dutch.sha256) as content:
        start = load_workbook(content, read_only=True).worksheets[0]
        assert "7 april 2027" in str(start["A3"].value)


def test_a_checked_version_gets_its_lists_and_a_rehearsal(installation: Settings) -> None:
    work = at_work()

    publish(check(upload(work)))

    assert made() == {
        (DocumentKind.FINDINGS, Edition.NONE): 2 * BOTH,
        (DocumentKind.COMPLIANCE_REPORT, Edition.DRAFT): BOTH,
        (DocumentKind.DATA, Edition.DRAFT): BOTH,
    }


def test_a_version_that_cannot_be_read_gets_its_list_and_no_report(installation: Settings) -> None:
    publish(check(upload(at_work(), b"{")))

    assert made() == {(DocumentKind.FINDINGS, Edition.NONE): 2 * BOTH}


def test_a_document_lies_in_the_store_as_its_row_says(installation: Settings) -> None:
    publish(check(upload(at_work())))

    for one in documents():
        assert len(files().read(one.sha256)) == one.size > 0
    pdfs = [one for one in documents() if one.media_type == "application/pdf"]
    assert all(files().read(one.sha256).startswith(b"%PDF-") for one in pdfs)


def test_the_list_of_findings_is_the_answer_of_the_check(installation: Settings) -> None:
    told_of = check(upload(at_work()))

    publish(told_of)

    [dutch, english] = [
        one for one in documents() if one.kind is DocumentKind.FINDINGS and one.media_type == "application/json"
    ]
    assert dutch.sha256 == english.sha256 == told_of.validation_sha256
    said = Validation.model_validate_json(files().read(dutch.sha256))
    assert said.summary.errors == told_of.summary.errors


def test_a_report_that_is_handed_in_gets_a_receipt_and_a_provisional_report(installation: Settings) -> None:
    work = at_work()
    event = upload(work)
    signed = sign(work, event.version)
    check(event)

    publish(signed)

    assert made() == {
        (DocumentKind.RECEIPT, Edition.NONE): BOTH,
        (DocumentKind.COMPLIANCE_REPORT, Edition.PROVISIONAL): BOTH,
        (DocumentKind.DATA, Edition.PROVISIONAL): BOTH,
    }
    [received] = told(ReportReceived)
    assert received.receipt_sha256 in {one.sha256 for one in documents() if one.kind is DocumentKind.RECEIPT}


def test_a_signature_before_the_check_gets_its_receipt_at_once_and_the_report_with_the_check(
    installation: Settings,
) -> None:
    work = at_work()
    event = upload(work)
    publish(sign(work, event.version))
    before = made()

    publish(check(event))

    assert before == {(DocumentKind.RECEIPT, Edition.NONE): BOTH}
    assert made()[DocumentKind.COMPLIANCE_REPORT, Edition.PROVISIONAL] == BOTH
    assert made()[DocumentKind.COMPLIANCE_REPORT, Edition.DRAFT] == 0


def test_a_decision_gets_the_report_as_decided_and_its_issue_is_told(installation: Settings) -> None:
    work = at_work()
    event = upload(work)
    sign(work, event.version)
    check(event)
    decided = decide(work, event.version, DecisionOutcome.ACCEPTED_WITH_REMARKS, reason="Let op het wagenpark.")

    publish(decided)

    assert made() == {
        (DocumentKind.COMPLIANCE_REPORT, Edition.DECIDED): BOTH,
        (DocumentKind.DATA, Edition.DECIDED): BOTH,
        (DocumentKind.DECISION_LETTER, Edition.NONE): BOTH,
    }
    [issued] = told(ReportIssued)
    assert issued.decision == decided.decision
    data = next(one for one in documents() if one.kind is DocumentKind.DATA)
    assert "Let op het wagenpark." in json.dumps(json.loads(files().read(data.sha256)), ensure_ascii=False)


@pytest.mark.parametrize("what", ["opened", "checked", "handed in"])
def test_the_same_event_twice_makes_the_same_documents_once(what: str, installation: Settings) -> None:
    work = at_work()
    upload_event = upload(work, a_json_report())
    signed = sign(work, upload_event.version)
    checked = check(upload_event)
    event = {"opened": told(DutyOpened)[-1], "checked": checked, "handed in": signed}[what]
    publish(event)
    first = {one.id: one.sha256 for one in documents()}

    publish(event)

    assert {one.id: one.sha256 for one in documents()} == first
    assert len(told(ReportReceived)) == (1 if what == "handed in" else 0)


def test_making_the_documents_of_an_event_again_gives_the_same_bytes(installation: Settings) -> None:
    event = check(upload(at_work()))

    first, again = ({one.sha256 for one in Publish().work(event) if isinstance(one, Published)} for _ in range(2))

    assert first == again


def test_a_signature_that_the_version_does_not_have_is_parked_and_nothing_is_told(installation: Settings) -> None:
    work = at_work()
    first, second = upload(work), upload(work)
    signed = sign(work, second.version)
    mixed = ReportHandedIn(version=first.version, signature=signed.signature, under_reservation=True)

    publish(tell_of(mixed))

    with reading() as session:
        [parked] = session.scalars(select(Parked))
        count = session.scalar(select(func.count()).select_from(Document))
    assert (parked.reason, count) == ("no_such_signature", 0)
    assert told(ReportReceived) == []
