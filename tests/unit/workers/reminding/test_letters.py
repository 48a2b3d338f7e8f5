"""What a mail with reminders says: one clear action, the term for the calendar, and a way to say that it is for somebody else."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from uuid import uuid4

import pytest
from sqlalchemy import select

from schemas.clock import now
from schemas.letters.texts import LetterText, LetterWords
from schemas.reminding.marks import LINK_HERE, with_secrets, without_marks
from schemas.settings import Settings, settings
from schemas.store import LetterTextSet, Person, sessions
from schemas.texts import Language
from schemas.tokens import secret_of
from tests.unit.workers.at_work import AtWork, address, at_work
from tests.unit.workers.reminding.asked import SUPPLIER, an_ask
from tests.unit.workers.reminding.reminded import FIRST, mails_to, on, steps, text_of
from tests.unit.workers.reminding.scenes import checked
from workers.reminding.invites import folded


@pytest.fixture
def work(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> AtWork:
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-02-01T09:00:00+00:00")
    return at_work()


def calendar_in(mail: EmailMessage) -> list[str]:
    """The lines of the calendar file, unfolded."""
    [attached] = [part for part in mail.iter_attachments() if part.get_content_type() == "text/calendar"]
    return attached.get_payload(decode=True).decode().replace("\r\n ", "").split("\r\n")  # type: ignore[union-attr]


def test_the_first_line_says_what_is_asked_by_when_and_both_texts_lead_there(work: AtWork) -> None:
    on(FIRST)

    [mail] = mails_to(address("reporter"))
    assert mail["Subject"] == "Rapport indienen, uiterlijk 3 mei 2027: Voorbeeld-Oost"
    assert text_of(mail).startswith("Wilt u het rapport over 2026 voor Voorbeeld-Oost indienen, uiterlijk 3 mei 2027?")
    assert all(f"/rapportages/{work.report}" in text_of(mail, kind) for kind in ("plain", "html"))


def test_the_reader_reads_the_own_language(work: AtWork) -> None:
    with sessions().begin() as session:
        session.get_one(Person, work.people["reporter"]).language = Language.EN

    on(FIRST)

    [mail] = mails_to(address("reporter"))
    assert text_of(mail).startswith("Please hand in the 2026 report for Voorbeeld-Oost by 3 May 2027.")


def test_the_term_stands_in_a_calendar_file_under_a_name_that_stays(work: AtWork) -> None:
    on(FIRST)
    on(date(2027, 4, 2))

    first, second = (calendar_in(mail) for mail in mails_to(address("reporter")))
    assert "DTSTART;VALUE=DATE:20270503" in first
    assert "DTEND;VALUE=DATE:20270504" in first
    assert "SUMMARY:Rapport indienen: Voorbeeld-Oost" in first
    assert [line for line in first if line.startswith("UID:")] == [line for line in second if line.startswith("UID:")]
    assert [line for line in first if line.startswith("SEQUENCE:")] < [
        line for line in second if line.startswith("SEQUENCE:")
    ]


def test_a_long_line_of_a_calendar_is_folded_between_signs() -> None:
    line = "DESCRIPTION:" + "é€" * 60

    parts = folded(line).split("\r\n")

    assert all(len(part.encode()) <= 75 for part in parts)
    assert "".join([parts[0], *(part[1:] for part in parts[1:])]) == line


def test_one_mail_tells_all_that_is_due_that_day(work: AtWork) -> None:
    for firm in ("a@keten.example", "b@keten.example"):
        an_ask(work, due=date(2027, 2, 24), email=firm)

    on(FIRST)

    found = steps()
    assert len(mails_to(address("reporter"))) == 1
    assert [(duty, step) for duty, step, who in found if who == address("reporter")] == [
        ("report", "first"),
        ("supplier", "holder"),
        ("supplier", "holder"),
    ]
    [mail] = mails_to(address("reporter"))
    assert mail["Subject"] == "3 herinneringen, eerste termijn 24 februari 2027"
    assert text_of(mail).count("Ook: ") == 2


def test_a_supplier_comes_in_by_its_link_whose_secret_is_not_at_rest(work: AtWork) -> None:
    _, link = an_ask(work, due=FIRST)

    on(date(2027, 3, 1))

    [mail] = mails_to(SUPPLIER)
    secret = secret_of(link.id, settings().secret)
    assert f"/antwoord/{LINK_HERE.format(id=link.id)}" in text_of(mail)
    assert f"/antwoord/{secret}" in with_secrets(text_of(mail), uuid4(), settings().secret)
    assert secret not in mail.as_string()
    assert text_of(mail).startswith(
        "Voorbeeldbus BV asks you to answer the questions to Kabelbouw on 2026 by 4 March 2027"
    )


def test_a_supplier_reads_what_it_is_to_do_and_never_that_a_supplier_is_to_answer(work: AtWork) -> None:
    an_ask(work, due=FIRST)

    on(date(2027, 3, 1))

    [mail] = mails_to(SUPPLIER)
    assert mail["Subject"] == "Answer the questions by 4 March 2027: Voorbeeld-Oost (Kabelbouw)"
    assert "SUMMARY:Answer the questions: Voorbeeld-Oost (Kabelbouw)" in calendar_in(mail)
    assert "did you send it in another way? Then say so on the page." in " ".join(text_of(mail).split())
    assert "Is it done already? Then you need not do anything." in text_of(mail)


def test_the_firm_above_is_led_to_its_own_questions_and_told_what_it_can_do(work: AtWork) -> None:
    above, link = an_ask(work, due=date(2027, 6, 1), email="boven@keten.example")
    an_ask(work, due=date(2027, 3, 1), under=above)

    on(date(2027, 3, 4))

    [mail] = mails_to("boven@keten.example")
    assert "To the questions to you:" in text_of(mail)
    assert LINK_HERE.format(id=link.id) in text_of(mail)
    assert "Please get in touch with them, or answer the question yourself." in text_of(mail)


def test_who_cannot_sign_is_not_sent_to_the_page_where_one_signs(work: AtWork) -> None:
    checked(work)

    on(date(2027, 5, 10))

    [mail] = mails_to(address("manager"))
    assert "niemand van Voorbeeldbus BV ondertekende het" in text_of(mail)
    assert "Naar de rapportage:" in text_of(mail)
    assert "/indienen" not in mail.as_string()


def test_the_firm_above_is_told_before_the_holder(work: AtWork) -> None:
    above, _ = an_ask(work, due=date(2027, 6, 1), email="boven@keten.example")
    an_ask(work, due=date(2027, 3, 1), under=above)

    for day in (date(2027, 3, 4), date(2027, 3, 8)):
        on(day)

    asked = [(step, who) for duty, step, who in steps() if duty == "supplier"]
    assert asked == [("above", "boven@keten.example"), ("overdue", SUPPLIER), ("holder", address("reporter"))]


def test_what_somebody_typed_never_asks_for_a_secret_nor_adds_a_header() -> None:
    assert without_marks("a %%link:1%%\r\nBcc: x") == "a %link:1% Bcc: x"


def given(template: str, *, subject: str, first_line: str, lines: tuple[str, ...] = ()) -> None:
    """Somebody gave a kind of reminder another text, in both languages."""
    words = LetterWords(subject=subject, first_line=first_line, lines=lines, button="Erheen", why="Omdat.")
    with sessions().begin() as session:
        by = session.scalars(select(Person.id).order_by(Person.email)).first()
        body = LetterText(nl=words, en=words).model_dump(mode="json")
        session.add(LetterTextSet(template=template, number=1, body=body, reason="Korter.", by=by, at=now()))


def test_a_reminder_is_written_in_the_words_that_somebody_gave_it(work: AtWork) -> None:
    given("remind_report", subject="Nog even: {concession}", first_line="Vóór {due}: {year}.", lines=("Dank u.",))

    on(FIRST)

    [mail] = mails_to(address("reporter"))
    assert mail["Subject"] == "Nog even: Voorbeeld-Oost"
    assert " ".join(text_of(mail).split()).startswith("Vóór 3 mei 2027: 2026. Dank u. Erheen:")
    assert "DESCRIPTION:Vóór 3 mei 2027: 2026." in calendar_in(mail)


def test_the_changed_first_line_stands_in_a_mail_with_more_reminders_too(work: AtWork) -> None:
    given("remind_report", subject="{due}", first_line="Graag {concession} vóór {due}.")
    given("remind_several", subject="Er zijn er {count}", first_line="Eerst: {sentence}")
    an_ask(work, due=date(2027, 2, 24))

    on(FIRST)

    [mail] = mails_to(address("reporter"))
    assert mail["Subject"] == "Er zijn er 2"
    assert text_of(mail).startswith("Eerst: Kabelbouw antwoordde nog niet op de vragen over 2026")
    assert "Ook: Graag Voorbeeld-Oost vóór 3 mei 2027." in text_of(mail)


def test_that_a_supplier_may_refuse_stays_whatever_the_text(work: AtWork) -> None:
    given("remind_supplier", subject="{due}", first_line="{asker} {firm} {year} {concession} {due}")
    an_ask(work, due=FIRST)

    on(date(2027, 3, 1))

    [mail] = mails_to(SUPPLIER)
    assert "You may refuse questions beyond the legal limit" in text_of(mail)


def test_a_text_that_no_longer_fits_its_reminder_gives_way_to_the_usual_one(work: AtWork) -> None:
    given("remind_report", subject="{iets_van_vroeger}", first_line="{due}")

    on(FIRST)

    [mail] = mails_to(address("reporter"))
    assert mail["Subject"] == "Rapport indienen, uiterlijk 3 mei 2027: Voorbeeld-Oost"


def test_a_mail_that_nobody_hears_says_so_to_the_authority(work: AtWork) -> None:
    with sessions().begin() as session:
        for who in ("reporter", "signatory"):
            session.get_one(Person, work.people[who]).active = False

    on(FIRST)

    [mail] = mails_to(address("manager"))
    assert mail["Subject"] == "Niemand bereikbaar: Rapport indienen, Voorbeeld-Oost"
    assert "Wijs iemand aan." in text_of(mail)
