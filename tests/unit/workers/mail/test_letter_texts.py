"""A text that a functional manager gave a letter is what people get, and a proof goes to who asked for it alone."""

from __future__ import annotations

from uuid import UUID

import pytest

from schemas.clock import now
from schemas.events import DutyOpened, LetterProofAsked
from schemas.letters.places import PLACES, example_facts, known_places, needed_places
from schemas.letters.texts import LetterText, filled_words, usual_text
from schemas.letters.words import WORDINGS
from schemas.store import LetterProof, LetterTextSet
from schemas.texts import Language
from tests.mail_server import MailServer
from tests.unit.workers.at_work import address, at_work, do, tell_of, told, write
from tests.unit.workers.mailing import BASE_URL, mails, post
from workers.mail.write import WriteMail


def a_text(first_line: str) -> LetterText:
    usual = usual_text("duty_opened")
    return usual.model_copy(update={"nl": usual.nl.model_copy(update={"first_line": first_line})})


def keep(text: LetterText | None, *, by: UUID, number: int = 1) -> None:
    body = text.model_dump(mode="json") if text else None
    write(LetterTextSet(template="duty_opened", number=number, body=body, reason="Korter.", by=by, at=now()))


def first_line(server: MailServer, to: str = "reporter") -> str:
    [mail] = server.to(address(to))
    body = mail.get_body(("plain",))
    assert body
    return str(body.get_content()).splitlines()[0]


def test_a_changed_text_is_what_people_get(posting: MailServer) -> None:
    work = at_work()
    keep(a_text("Voor {concession}: vóór {hand_in_by} graag."), by=work.people["reporter"])

    do(WriteMail, told(DutyOpened)[-1])
    post()

    assert first_line(posting).endswith(": vóór 3 mei 2027 graag.")
    [mail] = posting.to(address("reporter"))
    assert [part.get_filename() for part in mail.iter_attachments()] == ["rapportage-VB-OOST-2026.xlsx"]


def test_a_text_that_was_put_back_is_the_usual_one(posting: MailServer) -> None:
    work = at_work()
    keep(a_text("Anders: {hand_in_by}."), by=work.people["reporter"])
    keep(None, by=work.people["reporter"], number=2)

    do(WriteMail, told(DutyOpened)[-1])
    post()

    assert first_line(posting).startswith("U dient uiterlijk 3 mei 2027 het rapport over 2026")


def test_a_text_that_no_longer_fits_its_letter_stops_no_mail(posting: MailServer) -> None:
    work = at_work()
    keep(a_text("Met {iets_van_vroeger}."), by=work.people["reporter"])

    do(WriteMail, told(DutyOpened)[-1])
    post()

    assert first_line(posting).startswith("U dient uiterlijk 3 mei 2027")


def test_a_proof_goes_to_who_asked_in_both_languages_and_says_that_it_is_one(posting: MailServer) -> None:
    work = at_work()
    asker = work.people["reporter"]
    proof = LetterProof(
        template="duty_opened",
        body=a_text("Graag <b>vóór</b> {hand_in_by}.").model_dump(mode="json"),
        by=asker,
        at=now(),
    )
    write(proof)

    do(WriteMail, tell_of(LetterProofAsked(person=asker, proof=proof.id)))
    post()

    assert list(mails()) == [address("reporter")]
    subjects = sorted(str(mail["Subject"]) for mail in posting.to(address("reporter")))
    assert subjects == [
        "Proef: Rapportage 2026 voor Voorbeeld Oost is geopend",
        "Proof: The 2026 report for Voorbeeld Oost is open",
    ]
    html = [mail.get_body(("html",)) for mail in posting.to(address("reporter"))]
    texts = [body.get_content() for body in html if body]
    assert any("Graag &lt;b&gt;vóór&lt;/b&gt; 1 mei 2027." in text for text in texts)
    assert all(f'href="{BASE_URL}"' in text for text in texts)


@pytest.mark.parametrize("template", WORDINGS)
def test_every_name_in_a_text_is_explained_and_has_an_example(template: str) -> None:
    assert [name for name in known_places(template) if name not in PLACES] == []
    for language in Language:
        filled_words(usual_text(template).in_(language), example_facts(template, language))


@pytest.mark.parametrize("template", WORDINGS)
def test_both_languages_of_a_usual_text_say_what_is_needed(template: str) -> None:
    usual = usual_text(template)

    for language in Language:
        assert [name for name in needed_places(template) if f"{{{name}}}" not in usual.in_(language).whole] == []
