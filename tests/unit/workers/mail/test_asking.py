"""The mail that asks a supplier: its first line, what may be refused, and a link whose secret is never at rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Event as Flag
from uuid import UUID, uuid4

from sqlalchemy import select

from schemas.asking import valid_until
from schemas.clock import now
from schemas.events import SupplierAccountAsked, SupplierAsked
from schemas.questions import QUESTION
from schemas.report.code_lists import ChainRole
from schemas.settings import Settings, settings
from schemas.store import AccountOffer, Answer, AnswerJudged, Ask, AskLink, Mail, Person, files, reading, sessions
from schemas.texts import Language
from schemas.tokens import hash_of, secret_of
from schemas.words import AnswerKind
from tests.unit.workers.at_work import AtWork, at_work, do, tell_of, write
from workers.mail.addressing import Addressed, Desk
from workers.mail.letters import letters
from workers.mail.post import Postman
from workers.mail.sender import FolderSender
from workers.mail.write import WriteMail

DUE = date(2027, 4, 1)
QUESTIONS = ["Q-GHG-01", "Q-WRK-07", "Q-SUP-03"]


def asked(
    work: AtWork,
    *,
    employees: int | None = 45,
    questions: list[str] = QUESTIONS,
    language: Language = Language.NL,
    under: UUID | None = None,
) -> SupplierAsked:
    """A supplier that was asked, with the link that the mail is to carry."""
    ask, link = uuid4(), uuid4()
    write(
        Ask(
            id=ask,
            report=work.report,
            supplier_id="L1",
            supplier_name="Voorbeeldtaxi",
            email="info@voorbeeldtaxi.example",
            language=language,
            role=ChainRole.SUBCONTRACTOR,
            tier=1,
            employees=employees,
            questions=questions,
            due=DUE,
            asked_by=None if under else work.people["reporter"],
            asked_under=under,
            asked_at=now(),
            idempotency_key=uuid4(),
        ),
        AskLink(
            id=link,
            ask=ask,
            token_hash=hash_of(secret_of(link, settings().secret)),
            made_at=now(),
            valid_until=valid_until(DUE),
        ),
    )
    return tell_of(SupplierAsked(report=work.report, ask=ask, link=link))


def lettered(event: SupplierAsked | SupplierAccountAsked) -> Addressed:
    with reading() as session:
        [one] = letters(event, Desk(session=session, base_url="https://portaal.example"))
    return one


def test_the_first_line_says_who_asks_what_why_by_when_and_how_long_it_takes(installation: Settings) -> None:
    one = lettered(asked(at_work()))

    assert one.reader.email == "info@voorbeeldtaxi.example"
    assert one.letter.first_line == (
        "Voorbeeldbus BV vraagt Voorbeeldtaxi om 3 vragen over 2026 te beantwoorden, omdat de provincie een verslag over de "
        "hele keten vraagt: uiterlijk 1 april 2027, in ongeveer 5 minuten."
    )


def test_the_mail_is_in_the_language_of_the_supplier(installation: Settings) -> None:
    one = lettered(asked(at_work(), language=Language.EN))

    assert one.letter.subject == "Voorbeeldbus BV asks you for data on 2026"
    assert one.letter.button
    assert one.letter.button.label == "Answer the questions"


def test_a_small_firm_reads_what_it_may_refuse_and_by_which_law(installation: Settings) -> None:
    text = " ".join(lettered(asked(at_work(), employees=1_000)).letter.lines)

    assert "Van deze vragen is er 1 vrijwillig: die mag u weigeren" in text
    assert "Dat is uw recht volgens Verordening (EU) 2026/1560" in text
    assert text.index("2026/1560") < text.index("Bij de vraag zelf staat het erbij.")


def test_a_large_firm_reads_no_law_that_is_not_about_it(installation: Settings) -> None:
    text = " ".join(lettered(asked(at_work(), employees=1_001)).letter.lines)

    assert "2026/1560" not in text


def test_who_has_to_answer_everything_reads_of_no_right_to_refuse(installation: Settings) -> None:
    text = " ".join(lettered(asked(at_work(), questions=["Q-GHG-01"])).letter.lines)

    assert "weigeren" not in text


def test_a_supplier_of_a_supplier_is_asked_in_the_name_of_the_firm_above(installation: Settings) -> None:
    work = at_work()
    above = asked(work)

    one = lettered(asked(work, under=above.ask))

    assert one.letter.first_line.startswith("Voorbeeldtaxi vraagt ")
    assert "info@voorbeeldtaxi.example" in " ".join(one.letter.lines)


def test_nobody_is_mailed_a_link_that_was_revoked(installation: Settings) -> None:
    event = asked(at_work())
    with sessions().begin() as session:
        session.get_one(AskLink, event.link).revoked_at = now()

    with reading() as session:
        assert letters(event, Desk(session=session, base_url="https://portaal.example")) == ()


def test_the_secret_of_the_link_stands_in_the_posted_mail_and_nowhere_else(
    installation: Settings, tmp_path: Path
) -> None:
    event = asked(at_work())
    secret = secret_of(event.link, settings().secret)

    do(WriteMail, event)
    Postman(settings(), stop=Flag(), sender=FolderSender(tmp_path / "post")).turn()

    with reading() as session:
        mail = session.scalars(select(Mail).where(Mail.event_id == event.id)).one()
    posted = next(one for one in (tmp_path / "post").glob("*.eml")).read_bytes()
    assert secret.encode() in posted.replace(b"=\r\n", b"").replace(b"=\n", b"")
    assert secret.encode() not in files().read(mail.body_sha256)
    assert mail.person is None


def an_offer(work: AtWork, email: str = "info@voorbeeldtaxi.example") -> SupplierAccountAsked:
    """A supplier that asked for an account."""
    offer = uuid4()
    secret = secret_of(offer, settings().secret)
    row = AccountOffer(
        id=offer, ask=asked(work).ask, email=email, hash=hash_of(secret), made_at=now(), expires_at=now()
    )
    write(row)
    return tell_of(SupplierAccountAsked(offer=offer))


def test_the_link_to_make_an_account_goes_to_the_asked_address_with_a_secret_that_is_nowhere_at_rest(
    installation: Settings, tmp_path: Path
) -> None:
    event = an_offer(at_work())
    secret = secret_of(event.offer, settings().secret).encode()

    do(WriteMail, event)
    Postman(settings(), stop=Flag(), sender=FolderSender(tmp_path / "post")).turn()

    with reading() as session:
        mail = session.scalars(select(Mail).where(Mail.event_id == event.id)).one()
    posted = next(one for one in (tmp_path / "post").glob("*.eml")).read_bytes()
    assert mail.recipient == "info@voorbeeldtaxi.example"
    assert b"/leverancier/account/" + secret in posted.replace(b"=\r\n", b"").replace(b"=\n", b"")
    assert secret not in files().read(mail.body_sha256)


def test_an_address_with_an_account_is_led_to_the_sign_in_page_and_gets_no_secret(installation: Settings) -> None:
    work = at_work()
    with reading() as session:
        known = session.get_one(Person, work.people["reporter"]).email

    one = lettered(an_offer(work, known))

    assert one.token is None
    assert one.letter.button
    assert one.letter.button.url == "https://portaal.example/inloggen"


def an_answer(ask: UUID, question: str = "Q-GHG-01") -> UUID:
    """The supplier answered one of its questions."""
    answer = uuid4()
    write(Answer(id=answer, ask=ask, question=question, kind=AnswerKind.GIVEN, value="12", answered_at=now()))
    return answer


def question_back(work: AtWork, answer: UUID, remark: str) -> None:
    """The holder came back on an answer."""
    by = work.people["reporter"]
    write(AnswerJudged(answer=answer, accepted=False, remark=remark, by=by, at=now()))


def test_a_question_back_says_what_the_holder_wrote_and_about_which_question(installation: Settings) -> None:
    work = at_work()
    event = asked(work)
    question_back(work, an_answer(event.ask), "Is dit met de lege ritten erbij?")

    one = lettered(event)

    assert one.letter.first_line == (
        "Voorbeeldbus BV vraagt Voorbeeldtaxi om 1 antwoord over 2026 aan te vullen of te verbeteren: uiterlijk 1 april 2027."
    )
    assert "Is dit met de lege ritten erbij?" in one.letter.lines[0]
    assert QUESTION["Q-GHG-01"].text.nl in one.letter.lines[0]
    assert one.letter.button
    assert one.letter.button.label == "Antwoord aanvullen"


def test_a_question_back_is_asked_no_more_once_the_supplier_answered_anew(installation: Settings) -> None:
    work = at_work()
    event = asked(work)
    question_back(work, an_answer(event.ask), "Is dit met de lege ritten erbij?")
    an_answer(event.ask)

    one = lettered(event)

    assert one.letter.template == "supplier_asked"
