"""An amount is nowhere that the holder can look, nor in events, logs or the audit, until the holder is told of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from uuid import UUID

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select

from portal.app import create_app
from schemas.events import ShortfallStepProposed
from schemas.settings import Settings, settings
from schemas.shortfalls import StepKind
from schemas.store import Audit, Document, Mail, Outbox, Report, ShortfallLetter, files, reading
from tests.unit.portal.browsing import Browser, signed_in
from tests.unit.workers.at_work import told
from tests.unit.workers.missed import FINE, WRITTEN, Case, a_case


@pytest.fixture
def case(installation: Settings) -> Case:
    """A case in which the holder was warned."""
    return a_case().warned()


@pytest.fixture
def app(case: Case) -> Flask:
    """The portal on it."""
    made = create_app(settings())
    made.testing = True
    return made


def names_it(text: str) -> bool:
    return any(written in text for written in WRITTEN)


def ways(app: Flask, case: Case, step: UUID) -> list[str]:
    """Every address of the portal that can be filled in from this case and its report."""
    with reading() as session:
        report = session.get_one(Report, case.work.report)
        documents = session.scalars(select(Document.id).order_by(Document.id)).all()
    known = {
        "report": report.id,
        "concession": report.concession,
        "shortfall": case.id,
        "step": step,
        "number": 1,
    }
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        pages = [
            adapter.build(rule.endpoint, {name: known[name] for name in rule.arguments}, method="GET")
            for rule in rules
            if all(known.get(name) is not None for name in rule.arguments) and rule.endpoint != "accounts.sign_in_page"
        ]
        kinds = [f"/tekortkomingen/{case.id}/stap/{kind.value}" for kind in StepKind]
    return [*pages, *kinds, *(f"/documenten/{one}" for one in documents)]


def shown_to(person: Browser, addresses: list[str]) -> Iterator[tuple[str, str]]:
    for one in addresses:
        answer = person.get(one)
        is_pdf = answer.data.startswith(b"%PDF-")
        text = _text_of(answer.data) if is_pdf else answer.get_data().decode(errors="replace")
        yield one, text


def _text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def mailed_to_anybody() -> Iterator[str]:
    with reading() as session:
        for one in session.scalars(select(Mail).order_by(Mail.id)):
            yield files().read(one.body_sha256).decode()


@pytest.mark.parametrize("who", ["reporter", "signatory"])
def test_no_page_file_or_mail_tells_the_holder_before_it_is_told(app: Flask, case: Case, who: str) -> None:
    step = case.take(StepKind.INTENTION, amount=FINE)
    holder = signed_in(app, case.work.people[who])
    addresses = ways(app, case, step)

    told_of = [one for one, text in shown_to(holder, addresses) if names_it(text)]

    assert told_of == []
    assert len(addresses) > 30
    assert not any(names_it(body) for body in mailed_to_anybody())


def test_no_event_audit_or_log_names_it(
    app: Flask, case: Case, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    step = case.take(StepKind.INTENTION, amount=FINE)
    manager = signed_in(app, case.work.people["manager"])
    manager.get(f"/tekortkomingen/{case.id}")
    case.confirm(step)

    with reading() as session:
        events = [body.decode() for body in session.scalars(select(Outbox.body).order_by(Outbox.position))]
        audit = [str(one.details) for one in session.scalars(select(Audit).order_by(Audit.n))]
    written = capsys.readouterr()
    logs = [*(str(vars(record)) for record in caplog.records), written.out, written.err]

    assert told(ShortfallStepProposed)
    assert not any(names_it(text) for text in (*events, *audit, *logs))


def test_the_authority_sees_it_at_once_and_the_holder_when_it_is_told(app: Flask, case: Case) -> None:
    step = case.take(StepKind.INTENTION, amount=FINE)
    page, letter = f"/tekortkomingen/{case.id}", f"/tekortkomingen/{case.id}/stappen/{step}/brief"
    people = {who: signed_in(app, case.work.people[who]) for who in ("manager", "second_reader", "signatory")}
    before = {who: names_it(one.get(page).text) for who, one in people.items()}
    concepts = {who: one.get(letter).status_code for who, one in people.items()}

    case.confirm(step)

    assert before == {"manager": True, "second_reader": True, "signatory": False}
    assert concepts == {"manager": 200, "second_reader": 200, "signatory": 404}
    assert names_it(people["signatory"].get(page).text)
    assert names_it(_text_of(people["signatory"].get(letter).data))


def test_a_proposal_that_is_not_confirmed_stays_secret(app: Flask, case: Case) -> None:
    step = case.take(StepKind.INTENTION, amount=FINE)
    reader, holder = (signed_in(app, case.work.people[who]) for who in ("second_reader", "signatory"))
    reader.post(
        f"/tekortkomingen/{case.id}/stappen/{step}/tweede-lezing", {"bevestigd": "false", "toelichting": "Te hoog."}
    )

    assert not any(names_it(text) for _one, text in shown_to(holder, ways(app, case, step)))


def test_a_concept_lies_in_the_store_under_no_address_of_the_holder(case: Case) -> None:
    case.take(StepKind.INTENTION, amount=FINE)

    with reading() as session:
        secret = set(session.scalars(select(ShortfallLetter.sha256)))
        public = set(session.scalars(select(Document.sha256)))
    assert secret
    assert not secret & public
