"""The tests' SMTP server is one that a real client can talk to, with and without a guard at its door."""

import smtplib
import ssl
from email.message import EmailMessage

import pytest

from tests.mail_server import PASSWORD, USER, MailServer


def a_mail(to: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "van@voorbeeld.example", to, "Ontvangst bevestigd"
    mail.set_content("Uw rapportage is ontvangen.")
    return mail


def test_a_mail_is_kept_for_its_recipient(smtp_server: MailServer) -> None:
    with smtplib.SMTP(smtp_server.host, smtp_server.port) as client:
        client.send_message(a_mail("een@voorbeeld.example"))

    [mail] = smtp_server.to("een@voorbeeld.example")
    assert mail["Subject"] == "Ontvangst bevestigd"


def test_a_refused_recipient_gets_nothing(smtp_server: MailServer) -> None:
    smtp_server.refuse("weg@voorbeeld.example", answer="450 4.2.0 Later")

    with smtplib.SMTP(smtp_server.host, smtp_server.port) as client, pytest.raises(smtplib.SMTPRecipientsRefused):
        client.send_message(a_mail("weg@voorbeeld.example"))

    assert smtp_server.received == []


def test_a_guarded_server_takes_mail_after_starttls_and_login(guarded_smtp_server: MailServer) -> None:
    trusted = ssl.create_default_context(cafile=str(guarded_smtp_server.certificate))

    with smtplib.SMTP(guarded_smtp_server.host, guarded_smtp_server.port) as client:
        client.starttls(context=trusted)
        client.login(USER, PASSWORD)
        client.send_message(a_mail("een@voorbeeld.example"))

    assert len(guarded_smtp_server.received) == 1


def test_a_guarded_server_refuses_a_wrong_password(guarded_smtp_server: MailServer) -> None:
    trusted = ssl.create_default_context(cafile=str(guarded_smtp_server.certificate))

    with smtplib.SMTP(guarded_smtp_server.host, guarded_smtp_server.port) as client:
        client.starttls(context=trusted)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login(USER, "wrong-password")
