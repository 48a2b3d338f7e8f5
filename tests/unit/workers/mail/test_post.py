"""Posting: each mail once, the secret only in what is posted, and no mail that holds up another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Event as Flag
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from deploy.dev.process import free_port
from deploy.people import invite
from schemas.clock import now
from schemas.events import DutyOpened, PasswordResetAsked, PersonInvited
from schemas.settings import Settings, settings
from schemas.store import Mail, Person, Token, files, sessions
from schemas.tokens import hash_of, secret_of
from schemas.words import MailState, TokenKind
from tests.mail_server import MailServer
from tests.unit.workers.at_work import HOLDER, address, at_work, do, tell_of, told, write
from tests.unit.workers.mailing import BASE_URL, mails, post, written
from workers.leading import lead
from workers.mail.post import MOST_ATTEMPTS, POST_LOCK, Postman, sender_of
from workers.mail.sender import FolderSender, NotNow, SmtpSender
from workers.mail.write import WriteMail

ROOT = Path(__file__).parents[4]


def a_reset(person: UUID) -> str:
    """A mail with a link to a new password; gives the secret of the link."""
    token = uuid4()
    secret = secret_of(token, settings().secret)
    expires = now() + timedelta(hours=1)
    write(Token(id=token, kind=TokenKind.RESET, hash=hash_of(secret), person=person, expires_at=expires))
    do(WriteMail, tell_of(PasswordResetAsked(person=person, token=token)))
    return secret


def texts(mail: EmailMessage) -> list[str]:
    bodies = [mail.get_body((kind,)) for kind in ("plain", "html")]
    return [body.get_content() for body in bodies if isinstance(body, EmailMessage)]


def test_the_secret_of_a_link_is_in_the_posted_mail_and_nowhere_at_rest(posting: MailServer) -> None:
    work = at_work()
    secret = a_reset(work.people["reporter"])

    post()

    [mail] = posting.to(address("reporter"))
    assert [f"{BASE_URL}/wachtwoord/{secret}" in text for text in texts(mail)] == [True, True]
    at_rest = [path for path in settings().home.rglob("*") if path.is_file()]
    assert [path for path in at_rest if secret.encode() in path.read_bytes()] == []


def test_an_invitation_leads_to_the_portal_of_this_installation(posting: MailServer) -> None:
    at_work()
    with sessions().begin() as session:
        invite(
            session, email="nieuw@voorbeeld.example", name="N", organisation=HOLDER, roles=("reporter",), language="en"
        )
    [event] = told(PersonInvited)
    do(WriteMail, event)

    post()

    [mail] = posting.to("nieuw@voorbeeld.example")
    link = f"{BASE_URL}/uitnodiging/{secret_of(event.token, settings().secret)}"
    assert [link in text for text in texts(mail)] == [True, True]
    assert mail["Subject"] == "Invitation to Ketenspiegel"
    assert HOLDER in texts(mail)[0]


def test_each_person_gets_one_mail_with_the_workbook(posting: MailServer) -> None:
    work = written()

    tried = [post(), post()]

    assert tried == [2, 0]
    for who in ("reporter", "signatory"):
        [mail] = posting.to(address(who))
        assert [part.get_filename() for part in mail.iter_attachments()] == ["rapportage-VB-OOST-2026.xlsx"]
        assert all(f"{BASE_URL}/rapportages/{work.report}" in text for text in texts(mail))
        assert all("uiterlijk 3 mei 2027" in text for text in texts(mail))
    assert {mail.state for mail in mails().values()} == {MailState.SENT}


def test_an_event_that_comes_twice_is_mailed_once(posting: MailServer) -> None:
    written()
    do(WriteMail, told(DutyOpened)[-1])

    post()

    assert len(posting.received) == 2


def test_somebody_who_left_gets_no_mail(posting: MailServer) -> None:
    work = at_work()
    with sessions().begin() as session:
        session.get_one(Person, work.people["reporter"]).active = False
    do(WriteMail, told(DutyOpened)[-1])

    post()

    assert [mail.recipients for mail in posting.received] == [(address("signatory"),)]


def test_a_refusal_for_now_waits_and_is_tried_later(posting: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    written()
    posting.refuse(address("reporter"), answer="450 4.2.0 Later")
    post()
    first = mails()[address("reporter")]
    posting.accept(address("reporter"))
    at_once = post()

    monkeypatch.setenv("KETENSPIEGEL_NOW", (now() + timedelta(minutes=1)).isoformat())
    later = post()

    assert (first.state, first.attempts, first.last_error) == (MailState.WAITING, 1, "SMTP 450 4.2.0 Later")
    assert (at_once, later) == (0, 1)
    assert len(posting.to(address("reporter"))) == 1


def test_a_refusal_for_good_fails_and_does_not_stop_the_others(
    posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    written()
    posting.refuse(address("reporter"))

    post()

    assert mails()[address("reporter")].state is MailState.FAILED
    assert len(posting.to(address("signatory"))) == 1
    monkeypatch.setenv("KETENSPIEGEL_NOW", (now() + timedelta(days=1)).isoformat())
    assert post() == 0


def test_a_mail_whose_file_is_gone_does_not_stop_the_others(posting: MailServer) -> None:
    written()
    files().remove(mails()[address("reporter")].body_sha256)

    post()

    assert mails()[address("reporter")].last_error == "FileIsMissing"
    assert len(posting.to(address("signatory"))) == 1


def test_a_mail_that_never_goes_is_given_up(posting: MailServer) -> None:
    written()
    posting.refuse(address("reporter"), answer="450 4.2.0 Later")
    with sessions().begin() as session:
        mail = session.scalars(select(Mail).where(Mail.recipient == address("reporter"))).one()
        mail.attempts = MOST_ATTEMPTS - 1

    post()

    assert mails()[address("reporter")].state is MailState.FAILED


def test_a_process_that_dies_between_posting_and_marking_repeats_the_mail_under_the_same_id(
    posting: MailServer,
) -> None:
    a_reset(at_work().people["reporter"])
    code = "from threading import Event; from schemas.settings import settings; from workers.mail.post import Postman; Postman(settings(), stop=Event()).turn()"
    died = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "CRASH_AT": "mail_after_send"})

    post()

    assert died.returncode == -signal.SIGKILL
    first, second = posting.to(address("reporter"))
    assert first["Message-ID"] == second["Message-ID"]
    assert texts(first) == texts(second)
    assert mails()[address("reporter")].state is MailState.SENT


def test_without_a_server_mails_go_to_a_folder_whole_and_a_repeat_replaces(installation: Settings) -> None:
    written()
    post()
    assert settings().mails
    folder = settings().mails or Path()

    names = sorted(path.name for path in folder.iterdir())

    assert len(names) == 2
    assert all(name.endswith(".eml") for name in names)
    mail = message_from_bytes((folder / names[0]).read_bytes(), policy=policy.default)
    FolderSender(folder).send(mail, back_to="")
    assert sorted(path.name for path in folder.iterdir()) == names


def test_a_message_id_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Message-ID"] = "<../../elders@voorbeeld.example>"

    FolderSender(tmp_path / "mail").send(mail, back_to="")

    assert [path.name for path in tmp_path.rglob("*.eml")] == [".._.._elders_voorbeeld.example.eml"]


def test_a_server_that_is_away_is_tried_later() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "a@voorbeeld.example", "b@voorbeeld.example"

    with pytest.raises(NotNow):
        SmtpSender(host="127.0.0.1", port=free_port(), starttls=False).send(mail, back_to="")


@dataclass(frozen=True)
class LosesTheLead:
    """Posts to a folder; with the first mail the database ends the connection that holds the lead."""

    folder: FolderSender
    backend: int

    def send(self, mail: EmailMessage, *, back_to: str) -> None:
        self.folder.send(mail, back_to=back_to)
        with sessions().begin() as session:
            session.execute(select(func.pg_terminate_backend(self.backend)))


@pytest.mark.postgres
def test_a_postman_that_lost_the_lead_posts_nothing_more(on_postgres: Settings, tmp_path: Path) -> None:
    written()
    with lead(on_postgres.database, POST_LOCK) as held:
        assert held
        assert held.connection
        backend = held.connection.scalar(select(func.pg_backend_pid()))
        sender = LosesTheLead(FolderSender(tmp_path / "posted"), backend or 0)

        with pytest.raises(OperationalError):
            Postman(on_postgres, stop=Flag(), sender=sender).turn(held)

    assert len(list((tmp_path / "posted").iterdir())) == 1


def test_a_wrong_password_of_the_server_is_no_fault_of_the_mail(
    posting: MailServer, guarded_smtp_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    written()
    values = {"PORT": str(guarded_smtp_server.port), "STARTTLS": "true", "USER": "ketenspiegel", "PASSWORD": "wrong"}
    for name, value in values.items():
        monkeypatch.setenv(f"KETENSPIEGEL_SMTP_{name}", value)
    monkeypatch.setenv("SSL_CERT_FILE", str(guarded_smtp_server.certificate))
    settings.cache_clear()

    post()

    assert {mail.state for mail in mails().values()} == {MailState.WAITING}
    assert all((mail.last_error or "").startswith("SMTP 535") for mail in mails().values())


def test_a_server_with_a_guard_takes_the_mail_after_starttls_and_login(
    posting: MailServer, guarded_smtp_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    written()
    values = {
        "PORT": str(guarded_smtp_server.port),
        "STARTTLS": "true",
        "USER": "ketenspiegel",
        "PASSWORD": "right-password",
    }
    for name, value in values.items():
        monkeypatch.setenv(f"KETENSPIEGEL_SMTP_{name}", value)
    monkeypatch.setenv("SSL_CERT_FILE", str(guarded_smtp_server.certificate))
    settings.cache_clear()

    post()

    assert len(guarded_smtp_server.received) == 2
    assert isinstance(sender_of(settings()), SmtpSender)
