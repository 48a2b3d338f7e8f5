"""The functional manager reads, tries, changes and puts back the text of a mail; a text that would mislead is refused."""

from __future__ import annotations

from html import unescape
from typing import Final

import pytest
from sqlalchemy import select

from schemas.clock import now
from schemas.events import LetterProofAsked
from schemas.reminding.steps import DutyKind
from schemas.store import LetterProof, LetterTextSet, Mail, Outbox, changed_texts, reading, sessions
from schemas.words import MailState
from tests.unit.portal.browsing import Browser, World

LIST: Final = "/beheer/brieven"
PAGE: Final = f"{LIST}/duty_opened"
TEXT: Final = {
    "onderwerp-nl": "Rapport {year} staat open",
    "eerste-regel-nl": "U dient het rapport over {year} voor {concession} in vóór {hand_in_by}.",
    "tekst-nl": "Het werkboek is bijgevoegd.\n\nVragen? Bel <b>ons</b>.",
    "knop-nl": "Naar het rapport",
    "waarom-nl": "U werkt met deze concessie.",
    "onderwerp-en": "Report {year} is open",
    "eerste-regel-en": "Please hand in the {year} report for {concession} by {hand_in_by}.",
    "tekst-en": "",
    "knop-en": "To the report",
    "waarom-en": "You work on this concession.",
    "reden": "Korter en duidelijker.",
}


def send(browser: Browser, deed: str, **changed: str) -> tuple[int, str]:
    form = {**TEXT, **{name.replace("_", "-"): text for name, text in changed.items()}, "doen": deed}
    answer = browser.post(PAGE, form)
    return answer.status_code, answer.text


def kept() -> list[LetterTextSet]:
    with reading() as session:
        return list(session.scalars(select(LetterTextSet).order_by(LetterTextSet.number)))


def test_every_kind_of_mail_stands_in_the_list_with_its_usual_text(functional_manager: Browser, world: World) -> None:
    page = functional_manager.get(LIST).text

    assert page.count(f'href="{LIST}/') >= 48
    assert "Rapportage ‹het verslagjaar› voor ‹de naam van de concessie› is geopend" in page


def test_a_mail_is_read_with_an_example_in_both_languages(functional_manager: Browser, world: World) -> None:
    page = functional_manager.get(PAGE).text

    assert "U dient uiterlijk 1 mei 2027 het rapport over 2026 voor Voorbeeld Oost in." in page
    assert "Please hand in the 2026 report for Voorbeeld Oost by 1 May 2027." in page


def test_a_preview_shows_the_text_and_keeps_nothing(functional_manager: Browser, world: World) -> None:
    status, page = send(functional_manager, "voorbeeld", reden="")

    assert status == 200
    assert "U dient het rapport over 2026 voor Voorbeeld Oost in vóór 1 mei 2027." in page
    assert "Zo wordt de mail. Er is nog niets gewijzigd." in page
    assert 'value="Rapport {year} staat open"' in page
    assert kept() == []


def test_what_people_write_is_text_and_no_html(functional_manager: Browser, world: World) -> None:
    _status, page = send(functional_manager, "voorbeeld")

    assert "<b>ons</b>" not in page
    assert "Bel &lt;b&gt;ons&lt;/b&gt;." in page


def test_a_kept_text_counts_from_then_on_with_who_when_and_why(functional_manager: Browser, world: World) -> None:
    status, _page = send(functional_manager, "bewaren")

    with reading() as session:
        text = changed_texts(session)["duty_opened"]
    assert status == 303
    assert text.nl.lines == ("Het werkboek is bijgevoegd.", "Vragen? Bel <b>ons</b>.")
    assert text.en.lines == ()
    page = functional_manager.get(PAGE).text
    assert "Korter en duidelijker." in page
    assert "geldt nu" in page
    assert "gewijzigd op" in functional_manager.get(LIST).text


def test_a_text_is_kept_only_with_a_reason(functional_manager: Browser, world: World) -> None:
    status, _page = send(functional_manager, "bewaren", reden="")

    assert status == 400
    assert kept() == []


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (
            "tekst_nl",
            "Bel {telefoon}.",
            "{telefoon} kan deze mail niet invullen. Kies uit: {concession}, {hand_in_by}, {year}.",
        ),
        ("tekst_nl", "Bel {year.__class__}.", "{year.__class__} kan deze mail niet invullen."),
        ("tekst_nl", "Bel {0}.", "{0} kan deze mail niet invullen."),
        ("tekst_nl", "Bel {.", "Hier staat een accolade die nergens bij hoort."),
        (
            "eerste_regel_nl",
            "U dient {concession} in over {year}.",
            "{hand_in_by} ontbreekt: de laatste dag om in te dienen.",
        ),
        ("eerste_regel_en", "Please hand in {concession} of {year}.", "{hand_in_by} ontbreekt"),
        ("onderwerp_nl", "", "Vul dit in."),
        ("onderwerp_nl", "Rapport\nBcc: iedereen", "Hier staat een teken dat niet mag."),
        ("knop_nl", "x" * 61, "Gebruik ten hoogste 60 tekens."),
    ],
)
def test_a_text_that_cannot_be_filled_or_says_too_little_is_refused(
    functional_manager: Browser, world: World, field: str, text: str, said: str
) -> None:
    status, page = send(functional_manager, "bewaren", **{field: text})

    assert status == 400
    assert said in page
    assert kept() == []


def test_a_name_that_stands_elsewhere_in_the_text_is_not_lost(functional_manager: Browser, world: World) -> None:
    status, _page = send(
        functional_manager,
        "bewaren",
        eerste_regel_nl="U dient {concession} in over {year}.",
        tekst_nl="Vóór {hand_in_by}.",
    )

    assert status == 303


def test_the_usual_text_is_put_back_and_nothing_is_lost(functional_manager: Browser, world: World) -> None:
    send(functional_manager, "bewaren")

    functional_manager.post(f"{PAGE}/terug", {"nummer": "0", "reden": "Toch de oude."})

    with reading() as session:
        assert changed_texts(session) == {}
    assert [(one.number, one.body is None) for one in kept()] == [(1, False), (2, True)]


def test_an_earlier_text_is_put_back(functional_manager: Browser, world: World) -> None:
    send(functional_manager, "bewaren")
    send(functional_manager, "bewaren", onderwerp_nl="Anders {year}")

    functional_manager.post(f"{PAGE}/terug", {"nummer": "1", "reden": "De eerste was beter."})

    assert [one.body["nl"]["subject"] for one in kept() if one.body] == [
        "Rapport {year} staat open",
        "Anders {year}",
        "Rapport {year} staat open",
    ]


def test_a_text_that_never_was_is_not_put_back(functional_manager: Browser, world: World) -> None:
    answer = functional_manager.post(f"{PAGE}/terug", {"nummer": "7", "reden": "Zomaar."})

    assert answer.status_code == 400
    assert "deze tekst is er niet." in answer.text


def test_a_proof_is_asked_of_the_text_on_the_form(functional_manager: Browser, world: World) -> None:
    status, page = send(functional_manager, "proef", reden="")

    with reading() as session:
        [proof] = session.scalars(select(LetterProof)).all()
        told = session.scalars(select(Outbox).where(Outbox.type == LetterProofAsked.TYPE)).all()
    assert status == 200
    assert "De proef is onderweg" in page
    assert proof.body["nl"]["subject"] == "Rapport {year} staat open"
    assert len(told) == 1
    assert kept() == []


def test_a_mail_that_there_is_not_is_not_found(functional_manager: Browser, world: World) -> None:
    assert functional_manager.get(f"{LIST}/niets").status_code == 404


def test_a_mail_that_did_not_arrive_is_shown_to_who_looks_after_its_reader(
    functional_manager: Browser, world: World
) -> None:
    a_mail_that_came_back(world)

    page, start = functional_manager.get(LIST).text, functional_manager.get("/beheer").text

    assert "550 5.1.1 No such mailbox" in page
    assert "1 mail kwam niet aan" in start


def a_mail_that_came_back(world: World) -> None:
    with sessions().begin() as session:
        session.add(
            Mail(
                event_id=world.people["reporter"],
                person=world.people["reporter"],
                template="duty_opened",
                recipient="weg@voorbeeld.example",
                subject="Rapportage geopend",
                message_id="<weg@voorbeeld.example>",
                state=MailState.BOUNCED,
                last_error="550 5.1.1 No such mailbox",
                body_sha256="a" * 64,
                created_at=now(),
            )
        )


REMINDER: Final = f"{LIST}/remind_report"
OF_A_REMINDER: Final = {
    **TEXT,
    "onderwerp-nl": "Nog even: {concession}, vóór {due}",
    "eerste-regel-nl": "Dient u het rapport over {year} voor {concession} in vóór {due}?",
    "onderwerp-en": "Shortly: {concession}, by {due}",
    "eerste-regel-en": "Will you hand in the {year} report for {concession} by {due}?",
}


def test_each_duty_has_texts_before_and_after_its_last_day_and_for_who_stands_above(
    functional_manager: Browser, world: World
) -> None:
    page = functional_manager.get(LIST).text

    assert "Rapport indienen, uiterlijk ‹de laatste dag›: ‹de naam van de concessie›" in page
    for kind in DutyKind:
        assert all(f'href="{LIST}/remind_{kind}{when}"' in page for when in ("", "_late", "_told"))


def test_the_text_of_a_reminder_is_tried_mailed_and_kept_like_any_other(
    functional_manager: Browser, world: World
) -> None:
    tried = functional_manager.post(REMINDER, {**OF_A_REMINDER, "doen": "voorbeeld"}).text
    proof = functional_manager.post(REMINDER, {**OF_A_REMINDER, "doen": "proef"}).text
    kept_it = functional_manager.post(REMINDER, {**OF_A_REMINDER, "doen": "bewaren"}).status_code

    assert "Dient u het rapport over 2026 voor Voorbeeld Oost in vóór 1 oktober 2027?" in tried
    assert "De proef is onderweg naar uw mailadres" in proof
    assert kept_it == 303
    with reading() as session:
        assert "remind_report" in changed_texts(session)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Dient u in vóór {due}?", "{year} ontbreekt: het verslagjaar"),
        ("{year} {concession} {due} {holder}", "{holder} kan deze mail niet invullen. Kies uit:"),
        ("{year} {concession} {due} %%niet-voor-mij%%", "Twee procenttekens achter elkaar kunnen hier niet"),
    ],
)
def test_a_text_of_a_reminder_that_would_mislead_is_refused_with_what_to_do(
    functional_manager: Browser, world: World, line: str, says: str
) -> None:
    answer = functional_manager.post(
        REMINDER, {**OF_A_REMINDER, "onderwerp-nl": "Rapport", "eerste-regel-nl": line, "doen": "bewaren"}
    )

    assert answer.status_code == 400
    assert says in unescape(answer.text)
    assert kept() == []
