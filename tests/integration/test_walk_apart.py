"""The main walk with every part apart: portal, relay and workers as their own roles, on Kafka, PostgreSQL and SMTP."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from email.message import EmailMessage
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from deploy.demo.papers import paper
from deploy.demo.reports import VB_OOST, report, with_faults
from deploy.demo.workbook import workbook
from deploy.dev.process import poll
from portal.use_cases.deciding import Deciding, decide
from portal.use_cases.evidence import add_evidence
from portal.use_cases.explaining import explain_rule
from portal.use_cases.handing_in import Declaration, hand_in
from portal.use_cases.reviewing import Establishing, begin_review, establish
from portal.use_cases.taking import take_evidence
from schemas.judgement import Severity
from schemas.state import Standing, state_of
from schemas.store import Document, NormVerdict, RuleResult, Version, facts_of, files, reading, sessions
from schemas.texts import Language
from schemas.words import DecisionOutcome, DocumentKind, Edition
from tests.integration.history import History, await_rest, hold
from tests.integration.parts import DIRK, MARA, ROOS, Parts

pytestmark = [pytest.mark.kafka, pytest.mark.postgres]
SOON = 60.0
YEAR = 2026


@pytest.fixture(scope="module")
def at_work(parts: Parts) -> Iterator[Parts]:
    """The installation with its relay and its workers running."""
    with parts.running("relay"), parts.running("worker"):
        yield parts


def standing(about: UUID) -> Standing:
    with reading() as session:
        return state_of(facts_of(session, about)).standing


def reaches(about: UUID, wanted: Standing) -> bool:
    return poll(lambda: standing(about) is wanted, within=SOON)


def newest(about: UUID) -> UUID:
    with reading() as session:
        return session.scalars(select(Version.id).where(Version.report == about).order_by(Version.number.desc())).all()[
            0
        ]


def explain_everything(parts: Parts, about: UUID) -> None:
    version = newest(about)
    with sessions().begin() as session:
        asked = select(RuleResult.rule).where(RuleResult.version == version, RuleResult.severity == Severity.WARNING)
        for rule in session.scalars(asked.order_by(RuleResult.rule)).all():
            explain_rule(session, about, version, rule=rule, text="Dat klopt zo.", by=parts.person(ROOS))


def bring_evidence(parts: Parts, about: UUID) -> None:
    names = [str(row["file_name"]) for row in report(VB_OOST, YEAR)["evidence"]]
    pieces = [take_evidence(io.BytesIO(paper(name)), name=name) for name in names]
    with sessions().begin() as session:
        add_evidence(session, about, pieces, by=parts.person(ROOS))


def sign(parts: Parts, about: UUID) -> None:
    declaration = Declaration(version=newest(about), statement="Naar waarheid.", key=uuid4())
    with sessions().begin() as session:
        hand_in(session, about, declaration, by=parts.person(DIRK))


def review_and_accept(parts: Parts, about: UUID) -> None:
    mara = parts.person(MARA)
    with sessions().begin() as session:
        begin_review(session, about, by=mara)
        verdicts = select(NormVerdict).where(NormVerdict.version == newest(about)).order_by(NormVerdict.norm)
        for one in session.scalars(verdicts).all():
            establish(session, about, Establishing(norm=one.norm, outcome=one.verdict, reason=""), by=mara)
    deciding = Deciding(outcome=DecisionOutcome.ACCEPTED, reason="Volledig en geloofwaardig.", key=uuid4())
    with sessions().begin() as session:
        decide(session, about, deciding, by=mara)


def documents(about: UUID, kind: DocumentKind, edition: Edition) -> list[Document]:
    query = select(Document).where(Document.report == about, Document.kind == kind, Document.edition == edition)
    with reading() as session:
        return list(session.scalars(query.order_by(Document.made_at, Document.language)))


def mails(parts: Parts, recipient: str, template: str) -> list[EmailMessage]:
    return [mail for mail in parts.mail.to(recipient) if mail["Message-ID"].startswith(f"<{template}.")]


def text_of(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def test_a_report_goes_from_its_duty_to_the_decision_and_each_is_told_once(at_work: Parts, history: History) -> None:
    parts = at_work
    book = report(VB_OOST, YEAR)
    about = history.open(VB_OOST.code, YEAR)
    bring_evidence(parts, about)

    history.upload(about, workbook(with_faults(book)), name="rapport.xlsx")
    assert reaches(about, Standing.DRAFT)
    history.upload(about, workbook(book), name="rapport-2.xlsx")
    await_rest(parts, within=SOON)
    explain_everything(parts, about)
    assert reaches(about, Standing.READY)
    sign(parts, about)
    assert reaches(about, Standing.HANDED_IN)
    await_rest(parts, within=SOON)

    hold(history)
    for kind, edition in (
        (DocumentKind.RECEIPT, Edition.NONE),
        (DocumentKind.COMPLIANCE_REPORT, Edition.PROVISIONAL),
    ):
        made = documents(about, kind, edition)
        assert {one.language.value for one in made} == {"nl", "en"}
        assert [hashlib.sha256(files().read(one.sha256)).hexdigest() for one in made] == [one.sha256 for one in made]
    assert len(mails(parts, ROOS, "check_with_errors")) == 1
    assert len(mails(parts, DIRK, "receipt")) == 1
    assert len(mails(parts, MARA, "handed_in")) == 1

    review_and_accept(parts, about)
    await_rest(parts, within=SOON)

    assert standing(about) is Standing.DECIDED
    issued = documents(about, DocumentKind.COMPLIANCE_REPORT, Edition.DECIDED)
    assert [hashlib.sha256(files().read(one.sha256)).hexdigest() for one in issued] == [one.sha256 for one in issued]
    assert len(issued) == 2
    assert len(mails(parts, DIRK, "decision")) == 1


def test_the_mail_of_a_new_duty_says_what_to_do_and_brings_the_template(at_work: Parts, history: History) -> None:
    about = history.open(VB_OOST.code, YEAR + 1)
    await_rest(at_work, within=SOON)

    mail = mails(at_work, ROOS, "duty_opened")[-1]
    [template] = mail.iter_attachments()

    url = f"{at_work.address}/rapportages/{about}"
    assert str(YEAR + 1) in mail["Subject"]
    assert text_of(mail, "plain").startswith("U dient uiterlijk")
    assert url in text_of(mail, "plain")
    assert f'href="{url}"' in text_of(mail, "html")
    [kept] = [one for one in documents(about, DocumentKind.TEMPLATE, Edition.NONE) if one.language is Language.NL]
    assert template.get_filename() == kept.file_name
    assert hashlib.sha256(template.get_content()).hexdigest() == kept.sha256


def test_the_portal_takes_reports_while_the_broker_is_away_and_they_are_checked_when_it_is_back(
    at_work: Parts, history: History
) -> None:
    about = history.open(VB_OOST.code, YEAR + 2)
    at_work.broker.kill()
    call = history.upload(about, workbook(report(VB_OOST, YEAR + 2)), name="rapport.xlsx")
    assert standing(about) is Standing.BEING_CHECKED

    at_work.broker.start()
    await_rest(at_work, within=SOON)

    assert call.seconds < 1
    assert standing(about) is Standing.DRAFT
    hold(history)
