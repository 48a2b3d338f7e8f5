"""The post box shows the mails of the demo, and is not there anywhere else."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask

from tests.unit.portal.browsing import Browser


def put(folder: Path, name: str, subject: str, text: str) -> None:
    message = EmailMessage()
    message["To"], message["Subject"], message["Date"] = "r@voorbeeld.nl", subject, "Mon, 01 Mar 2027 10:00:00 +0100"
    message.set_content(text)
    message.add_alternative(f"<p>{text}</p>", subtype="html")
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(message.as_bytes())


def test_a_mail_is_listed_and_read(demo_app: Flask, portal_home: Path) -> None:
    put(portal_home / "mail", "1.eml", "Ontvangen: rapport é", "Gelukt.\n\nhttp://127.0.0.1:8000/rapportages/1\n")
    client = demo_app.test_client()

    listed, read = client.get("/demo/post").text, client.get("/demo/post/1.eml").text

    assert "Ontvangen: rapport é" in listed
    assert "Gelukt." in read
    assert 'href="/rapportages/1"' in read


def test_a_mail_keeps_its_lines_and_tells_its_day_in_words(demo_app: Flask, portal_home: Path) -> None:
    put(portal_home / "mail", "1.eml", "x", "Gelukt.\n\nMet vriendelijke groet,\nKetenspiegel\n")

    read = demo_app.test_client().get("/demo/post/1.eml").text

    assert "<p>Gelukt.</p><p>Met vriendelijke groet,\nKetenspiegel</p>" in read
    assert "1 maart 2027, 10.00 uur" in read


def test_a_link_to_another_site_is_not_made_one(demo_app: Flask, portal_home: Path) -> None:
    put(portal_home / "mail", "1.eml", "x", "http://evil.example/rapportages <script>alert(1)</script>")

    page = demo_app.test_client().get("/demo/post/1.eml").text

    assert 'href="http://evil' not in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("name", ["../ketenspiegel.db", "..%2Fsecret_key", "secret_key", "2.eml"])
def test_nothing_else_of_the_folder_is_read(demo_app: Flask, portal_home: Path, name: str) -> None:
    put(portal_home / "mail", "1.eml", "x", "y")

    assert demo_app.test_client().get(f"/demo/post/{name}").status_code == 404


def test_an_empty_post_box_says_so(demo_app: Flask) -> None:
    assert "Er is nog geen mail" in demo_app.test_client().get("/demo/post").text


def test_without_demo_there_is_none(browser: Browser) -> None:
    assert browser.get("/demo/post").status_code == 404
