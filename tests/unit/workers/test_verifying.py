"""Verifying: a report that was issued here is authentic, one that was changed is not."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pikepdf
import pytest
from pypdf import PdfWriter
from sqlalchemy import select

from portal.use_cases.waiving import Waiving, record_waiver
from schemas.clock import now
from schemas.events import VersionChecked
from schemas.judgement import Severity
from schemas.settings import Settings, settings
from schemas.store import Document, Explanation, Organisation, Report, RuleResult, Signature, files, reading, sessions
from schemas.store.asking import Answer
from schemas.texts import Language
from schemas.words import AnswerKind, DocumentKind, Edition
from tests.asks import a_link, an_ask
from tests.unit.workers.at_work import (
    HOLDER,
    AtWork,
    a_json_report,
    at_work,
    check,
    decide,
    publish,
    sign,
    told,
    upload,
    write,
)
from workers.publish.rehearsal import rehearsal
from workers.verifying import DIFFERS, NOT_ISSUED, NOT_OURS, SAME, WITHDRAWN, verify


@pytest.fixture
def walked(installation: Settings) -> AtWork:
    """A report from its rehearsal to the decision."""
    work = at_work()
    event = upload(work)
    signed = sign(work, event.version)
    check(event)
    publish(signed)
    publish(decide(work, event.version))
    return work


def the_pdf(
    edition: Edition, language: Language = Language.NL, *, kind: DocumentKind = DocumentKind.COMPLIANCE_REPORT
) -> bytes:
    with reading() as session:
        query = select(Document.sha256).where(
            Document.kind == kind, Document.edition == edition, Document.language == language
        )
        return files().read(session.scalars(query).one())


@pytest.mark.parametrize("language", Language)
def test_a_decided_report_is_authentic_in_both_languages(language: Language, walked: AtWork) -> None:
    found = verify(the_pdf(Edition.DECIDED, language))

    assert (found.issued, found.recomputes, found.says) == (True, True, (SAME,))


def test_a_report_that_was_replaced_names_the_newer_one(walked: AtWork) -> None:
    found = verify(the_pdf(Edition.PROVISIONAL))

    assert found.issued
    assert "rapport-VB-OOST-2026-v1-vastgesteld" in found.says[-1].nl
    assert "rapport-VB-OOST-2026-v1-vastgesteld" in found.says[-1].en


def test_a_report_that_was_changed_was_not_issued_here(walked: AtWork) -> None:
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(the_pdf(Edition.DECIDED))) as document:
        document.docinfo["/Title"] = "Alles voldoet"
        document.save(changed)

    found = verify(changed.getvalue())

    assert (found.issued, found.recomputes, found.says) == (False, False, (NOT_ISSUED,))


def test_a_rehearsal_of_the_command_line_was_not_issued_here(walked: AtWork, tmp_path: Path) -> None:
    path = tmp_path / "rapport.json"
    path.write_bytes(a_json_report())

    found = verify(rehearsal(path, language=Language.NL))

    assert found.says == (NOT_ISSUED,)


@pytest.mark.parametrize("content", [b"", b"no pdf"])
def test_what_is_no_pdf_is_no_report_of_ours(content: bytes, installation: Settings) -> None:
    assert verify(content).says == (NOT_OURS,)


def test_another_pdf_is_no_report_of_ours(installation: Settings) -> None:
    other = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    writer.write(other)

    assert verify(other.getvalue()).says == (NOT_OURS,)


def test_a_report_whose_facts_changed_since_does_not_come_out_the_same(walked: AtWork) -> None:
    with sessions().begin() as session:
        holder = session.scalars(select(Organisation).where(Organisation.name == HOLDER)).one()
        holder.name = "Een andere vervoerder"

    found = verify(the_pdf(Edition.DECIDED))

    assert (found.issued, found.recomputes, found.says) == (True, False, (DIFFERS,))


@pytest.mark.parametrize("language", Language)
def test_a_receipt_is_authentic_too(language: Language, walked: AtWork) -> None:
    found = verify(the_pdf(Edition.NONE, language, kind=DocumentKind.RECEIPT))

    assert (found.issued, found.recomputes, found.says) == (True, True, (SAME,))


def test_a_report_stays_authentic_when_the_installation_moves(walked: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETENSPIEGEL_BASE_URL", "https://elders.example")
    settings.cache_clear()

    assert verify(the_pdf(Edition.DECIDED)).says == (SAME,)


def test_what_is_decided_is_not_replaced_by_a_draft(walked: AtWork) -> None:
    check(upload(walked))

    publish(told(VersionChecked)[-1])

    assert verify(the_pdf(Edition.DECIDED)).says == (SAME,)


def test_of_a_hand_in_that_was_withdrawn_it_says_so(installation: Settings) -> None:
    work = at_work()
    event = upload(work)
    signed = sign(work, event.version)
    check(event)
    publish(signed)
    with sessions().begin() as session:
        session.scalars(select(Signature)).one().withdrawn_at = now()

    assert verify(the_pdf(Edition.NONE, kind=DocumentKind.RECEIPT)).says[-1] == WITHDRAWN


def test_what_the_holder_explains_after_the_decision_leaves_the_decided_report_as_it_is(
    installation: Settings,
) -> None:
    work = at_work()
    event = upload(work)
    sign(work, event.version)
    check(event)
    write(
        RuleResult(version=event.version.version, rule="ENE-003", severity=Severity.WARNING, revision=1, count=3),
        an_answer(work, "Twee laadpunten op een meter."),
    )
    publish(decide(work, event.version))

    write(an_answer(work, "Achteraf anders gezegd."))

    found = verify(the_pdf(Edition.DECIDED))
    assert (found.recomputes, found.says) == (True, (SAME,))


def an_answer(work: AtWork, text: str) -> Explanation:
    return Explanation(
        report=work.report, rule="ENE-003", revision=1, value="3", text=text, by=work.people["reporter"], at=now()
    )


def test_a_waiver_that_is_recorded_after_the_decision_is_not_in_the_decided_report(walked: AtWork) -> None:
    with sessions().begin() as session:
        concession = session.get_one(Report, walked.report).concession
        waiving = Waiving(
            key=uuid4(),
            decision_number="2027-7",
            norm="N-TEMP",
            rule=None,
            entities=(),
            starts=date(2026, 1, 1),
            ends=date(2027, 12, 31),
            reason="Later.",
        )
        record_waiver(session, concession, waiving, by=walked.people["manager"])

    assert verify(the_pdf(Edition.DECIDED)).says == (SAME,)


def test_a_report_with_the_proof_of_effort_recomputes_also_after_later_answers(installation: Settings) -> None:
    work = at_work()
    ask = _asked(work)
    event = upload(work)
    signed = sign(work, event.version)
    check(event)
    publish(signed)
    write(Answer(ask=ask, question="Q-ANY", kind=AnswerKind.REFUSED, value=None, answered_at=now()))

    found = verify(the_pdf(Edition.PROVISIONAL))

    assert (found.recomputes, found.says) == (True, (SAME,))


def _asked(work: AtWork) -> UUID:
    """A supplier that was asked, with a link that it opened."""
    ask = an_ask(work.report, at=now())
    link = a_link(ask.id, at=now(), opened_at=now())
    write(ask, link)
    return ask.id
