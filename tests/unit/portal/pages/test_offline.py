"""The page about checking a report oneself: the files that it offers, and an answer that has the agreed shape."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from flask import Flask

from portal.pages.offline import ANSWER, LOCK
from schemas.judgement import Validation
from tests.unit.portal.browsing import Browser

WHEEL = "ketenspiegel-0.1.0-py3-none-any.whl"
PAGE = "/regels/zelf-controleren"


@pytest.fixture
def shelf(app: Flask, tmp_path: Path) -> Path:
    """The folder from which the portal serves files as they are."""
    app.static_folder = str(tmp_path / "static")
    folder = tmp_path / "static" / "offline"
    folder.mkdir(parents=True)
    return folder


def test_it_offers_the_two_files_that_are_there(browser: Browser, shelf: Path) -> None:
    (shelf / WHEEL).write_bytes(b"wheel" * 1000)
    (shelf / LOCK).write_text("polars==1")

    page = browser.get(PAGE).text

    assert [name for name in (WHEEL, LOCK) if f'href="/static/offline/{name}"' not in page] == []
    assert browser.get(f"/static/offline/{WHEEL}").data == b"wheel" * 1000


def test_where_they_are_not_it_says_whom_to_ask(browser: Browser, shelf: Path) -> None:
    page = browser.get(PAGE).text

    assert "Vraag uw provincie" in page
    assert "/static/offline/" not in page


def test_the_answer_that_it_shows_is_one_that_the_command_gives(browser: Browser, shelf: Path) -> None:
    blocks = re.findall(r"<pre><code>(.*?)</code></pre>", browser.get(PAGE).text, re.DOTALL)

    [shown] = [html.unescape(block) for block in blocks if block.startswith("{")]

    assert Validation.model_validate_json(shown) == ANSWER


def test_it_tells_every_exit_code(browser: Browser, shelf: Path) -> None:
    page = browser.get(PAGE, headers={"Accept-Language": "en"}).text

    assert [text for text in ("No errors.", "There are errors", "The file cannot be read") if text not in page] == []


def test_the_list_of_rules_leads_to_it(browser: Browser, shelf: Path) -> None:
    assert f'href="{PAGE}"' in browser.get("/regels").text
