"""A letter as a mail: safe headers, safe HTML, and a text part that says as much."""

from __future__ import annotations

import re
from email.message import EmailMessage
from html import unescape
from uuid import uuid4

import pytest

from schemas.clock import now
from schemas.letters.wording import counted
from schemas.letters.words import WORDINGS
from schemas.texts import Language
from workers.mail.check_letters import ERROR, ERRORS
from workers.mail.letter import Attachment, Button, Letter
from workers.mail.message import mail_of, message_id

BUTTON = Button(label="Naar de rapportage", url="https://portaal.example/rapportages/1?a=1&b=2")


def a_letter(**more: object) -> Letter:
    given = {"template": "t", "subject": "Rapport", "first_line": "U dient in.", "lines": (), "button": BUTTON}
    return Letter(**{**given, **more})  # type: ignore[arg-type]


def mailed(letter: Letter, *, recipient: str = "roos@voorbeeld.example") -> EmailMessage:
    return mail_of(
        letter,
        sender="ketenspiegel@voorbeeld.example",
        recipient=recipient,
        identity="<1@voorbeeld.example>",
        at=now(),
        language=Language.NL,
        content={"a" * 64: b"a workbook"}.__getitem__,
    )


def text(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return str(part.get_content())


@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n"])
def test_a_line_break_in_the_subject_is_refused(sign: str) -> None:
    letter = a_letter(subject=f"Rapport voor Oost{sign}Bcc: ander@elders.example")

    with pytest.raises(ValueError):
        mailed(letter)


@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n"])
def test_a_line_break_in_an_address_is_refused(sign: str) -> None:
    recipient = f"roos@voorbeeld.example{sign}Bcc: ander@elders.example"

    with pytest.raises(ValueError):
        mailed(a_letter(), recipient=recipient)


def test_signs_of_html_in_the_facts_are_text_in_the_mail() -> None:
    hostile = '<script>alert(1)</script> & "Oost"'

    html = text(mailed(a_letter(subject=hostile, first_line=hostile, lines=(hostile,))), "html")

    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Oost&quot;") == 3


def test_the_link_and_the_label_of_the_button_are_escaped() -> None:
    button = Button(label="<b>Nu</b>", url='https://portaal.example/"><script>?a=1&b=2')

    html = text(mailed(a_letter(button=button)), "html")

    assert "<b>" not in html
    assert "<script" not in html
    assert 'href="https://portaal.example/&quot;&gt;&lt;script&gt;?a=1&amp;b=2"' in html


@pytest.mark.parametrize("template", WORDINGS)
@pytest.mark.parametrize("language", Language)
def test_the_text_says_all_that_the_html_says_in_the_same_order(template: str, language: Language) -> None:
    words = WORDINGS[template]
    letter = Letter(
        template=template,
        subject=words.subject.in_(language),
        first_line=words.first_line.in_(language),
        lines=tuple(line.in_(language) for line in words.lines),
        button=Button(label=words.button.in_(language), url=BUTTON.url),
        why=words.why.in_(language),
    )
    mail = mailed(letter)

    body = text(mail, "html").partition("<body")[2].partition(">")[2]
    said = [unescape(one).strip() for one in re.split(r"<[^>]*>", body) if one.strip()]

    plain = re.sub(r"\s+", " ", text(mail, "plain"))
    assert re.search(".*".join(re.escape(re.sub(r"\s+", " ", one)) for one in said), plain)
    assert BUTTON.url in plain


@pytest.mark.parametrize("template", ["invitation", "password_reset"])
def test_who_is_invited_or_forgot_a_password_reads_nothing_of_a_concession(template: str) -> None:
    words = WORDINGS[template]

    assert "concessie" not in words.why.nl
    assert "concession" not in words.why.en


def test_one_is_counted_as_one() -> None:
    assert counted(1, ERROR, ERRORS).nl == "1 fout"
    assert counted(2, ERROR, ERRORS).en == "2 errors"


def test_a_mail_says_that_it_comes_from_a_machine_and_in_which_language() -> None:
    mail = mailed(a_letter())

    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "nl"


def test_an_attachment_goes_with_its_name_and_type() -> None:
    attached = Attachment(name="rapportage-Oöst.xlsx", media_type="application/vnd.ms-excel", sha256="a" * 64)

    [part] = mailed(a_letter(attachments=(attached,))).iter_attachments()

    assert (part.get_filename(), part.get_content_type()) == ("rapportage-Oöst.xlsx", "application/vnd.ms-excel")
    assert part.get_payload(decode=True) == b"a workbook"


def test_the_same_event_person_and_letter_give_the_same_message_id_and_others_another() -> None:
    event, person, other = uuid4(), uuid4(), uuid4()

    first, again = (message_id(event, person, "receipt", domain="voorbeeld.example") for _ in range(2))

    assert first == again
    assert first != message_id(event, other, "receipt", domain="voorbeeld.example")
    assert first != message_id(event, person, "decision", domain="voorbeeld.example")
    assert first != message_id(other, person, "receipt", domain="voorbeeld.example")
