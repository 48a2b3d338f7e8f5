"""The letters of decisions and of steps in a case: from the facts, once, as a concept and as they were sent."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from schemas.events import ReportIssued, ShortfallLetterReady, ShortfallStepTaken
from schemas.settings import Settings, settings
from schemas.shortfalls import Ruling, StepKind
from schemas.store import Document, Mail, ShortfallLetter, files, reading
from schemas.texts import Language
from schemas.words import DocumentKind, Edition
from tests.unit.workers.at_work import HOLDER, address, do, publish, told
from tests.unit.workers.missed import FINE, Case, a_case, letter_of
from workers.mail.write import WriteMail
from workers.publishing import Publish
from workers.verifying import LETTER, verify


@pytest.fixture
def case(installation: Settings) -> Case:
    """A case in which the holder was warned."""
    return a_case().warned()


def said(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def decision_letter(language: Language) -> str:
    query = select(Document.sha256).where(Document.kind == DocumentKind.DECISION_LETTER, Document.language == language)
    with reading() as session:
        return said(files().read(session.scalars(query).one()))


def mails(email: str) -> list[str]:
    with reading() as session:
        query = select(Mail).where(Mail.recipient == email).order_by(Mail.created_at, Mail.id)
        return [files().read(one.body_sha256).decode() for one in session.scalars(query)]


def test_a_decision_is_told_in_a_letter_with_what_was_established_and_how_to_object(case: Case) -> None:
    dutch, english = (decision_letter(language) for language in Language)

    assert "Wij aanvaarden uw rapport over 2026" in dutch
    assert HOLDER in dutch
    assert "Twee bussen reden op diesel." in dutch
    assert "bezwaar maken bij Provincie Voorbeeld" in dutch
    assert "Manager, Provincie Voorbeeld" in dutch
    assert "We accept your report on 2026" in english


def test_the_mail_of_a_decision_names_its_letter(case: Case) -> None:
    with reading() as session:
        name = session.scalars(
            select(Document.file_name).where(
                Document.kind == DocumentKind.DECISION_LETTER, Document.language == Language.NL
            )
        ).one()

    do(WriteMail, told(ReportIssued)[-1])

    assert any(name in body.replace("=\n", "") for body in mails(address("reporter")))


def test_a_warning_says_what_was_not_met_and_by_when_to_mend_it(case: Case) -> None:
    [warning] = told(ShortfallStepTaken)

    letter = said(letter_of(warning.step))

    assert "Waarschuwing: een norm over 2026 is niet gehaald" in letter
    assert "U herstelt dit uiterlijk" in letter
    assert "Second_Reader, Provincie Voorbeeld" in letter


def test_a_letter_names_where_it_can_be_checked_and_a_concept_does_not(case: Case) -> None:
    [warning] = told(ShortfallStepTaken)
    step = case.take(StepKind.INTENTION, amount=FINE)

    assert settings().check_address in said(letter_of(warning.step))
    assert settings().check_address in decision_letter(Language.NL)
    assert settings().check_address not in said(letter_of(step, edition=Edition.CONCEPT))


def test_whoever_verifies_a_letter_hears_that_it_was_issued(case: Case) -> None:
    [warning] = told(ShortfallStepTaken)

    assert verify(letter_of(warning.step)).says == (LETTER,)


def test_what_is_proposed_has_a_concept_that_names_no_second_reader(case: Case) -> None:
    step = case.take(StepKind.INTENTION, amount=FINE)

    concept = said(letter_of(step, edition=Edition.CONCEPT))

    assert "nog niet besloten en niet verstuurd" in concept
    assert "271.828" in concept
    assert "Als tweede gelezen" not in concept


def test_a_decision_in_a_case_stands_with_the_view_and_how_to_object(case: Case) -> None:
    case.confirm(case.take(StepKind.INTENTION, amount=FINE))
    case.take(StepKind.VIEW, reason="Wij zien dit anders.")
    step = case.take(StepKind.DECISION, amount=FINE)
    case.confirm(step)

    letter = said(letter_of(step))

    assert "Wij zien dit anders." in letter
    assert "Het bedrag is € 271.828." in letter.replace("\u00a0", " ")
    assert "bezwaar maken" in letter


def test_a_ruling_says_what_is_left_and_how_to_appeal(case: Case) -> None:
    case.confirm(case.take(StepKind.INTENTION, amount=FINE))
    case.take(StepKind.VIEW)
    case.confirm(case.take(StepKind.DECISION, amount=FINE))
    case.take(StepKind.OBJECTION)
    step = case.take(StepKind.RULING, ruling=Ruling.UPHELD)
    case.confirm(step)

    letter = said(letter_of(step))

    assert "Uw bezwaar is gegrond" in letter
    assert "beroep" in letter


def test_a_letter_is_made_once_and_again_with_the_same_bytes(case: Case) -> None:
    [warning] = told(ShortfallStepTaken)
    publish(warning)

    again = {made.kept.sha256 for made in Publish().work(warning) if hasattr(made, "kept")}

    with reading() as session:
        query = select(ShortfallLetter.sha256).where(ShortfallLetter.edition == Edition.NONE)
        kept = session.scalars(query).all()
    assert len(kept) == len(Language)
    assert set(kept) == again
    assert len(told(ShortfallLetterReady)) == 1


def test_each_side_is_told_of_the_other_and_a_second_reader_of_what_waits(case: Case) -> None:
    holder, reader, manager = (address(who) for who in ("signatory", "second_reader", "manager"))
    before = {who: len(mails(who)) for who in (holder, reader, manager)}

    step = case.take(StepKind.INTENTION, amount=FINE)
    proposed = {who: len(mails(who)) - before[who] for who in before}
    case.confirm(step)
    confirmed = {who: len(mails(who)) - before[who] for who in before}
    case.take(StepKind.VIEW, reason="Wij zien dit anders.")
    viewed = {who: len(mails(who)) - before[who] for who in before}

    assert proposed == {holder: 0, reader: 1, manager: 0}
    assert confirmed == {holder: 1, reader: 1, manager: 0}
    assert viewed == {holder: 1, reader: 1, manager: 1}
