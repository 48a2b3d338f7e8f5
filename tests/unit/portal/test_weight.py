"""What is sent is small: one sheet under an address of its own, text packed for who can unpack it, and its length tells nothing."""

from __future__ import annotations

import gzip
import re

import pytest
from flask import Flask

from tests.unit.portal.browsing import Browser

PACKED = {"Accept-Encoding": "gzip"}
SHEET = re.compile(r'href="(/static/stijl\.css\?v=[0-9a-f]{12})"')


@pytest.fixture
def sheet(browser: Browser) -> str:
    """The address of the sheet, as a page names it."""
    found = SHEET.search(browser.get("/begrippen").text)
    assert found
    return found.group(1)


def test_all_style_is_one_sheet_that_a_browser_keeps(browser: Browser, sheet: str) -> None:
    answer = browser.get(sheet)

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "text/css"
    for part in ("--paper", ".page-head", ".summary", ".strip", ".table", ".chart", "@media print"):
        assert part in answer.text


def test_a_page_names_no_other_sheet(browser: Browser) -> None:
    assert browser.get("/begrippen").text.count('rel="stylesheet"') == 1


def test_a_font_has_its_content_in_its_address(browser: Browser, sheet: str) -> None:
    fonts = re.findall(r'url\("(vendor/[^"]+)"\)', browser.get(sheet).text)

    assert len(fonts) == 2
    kept = [browser.get(f"/static/{font}") for font in fonts if "?v=" in font]
    assert all("immutable" in font.headers["Cache-Control"] for font in kept)


@pytest.mark.parametrize("path", ["/begrippen", "/static/js/main.js"])
def test_text_is_packed_for_who_can_unpack_it(browser: Browser, path: str) -> None:
    plain, packed = browser.get(path), browser.get(path, headers=PACKED)

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"].find("Accept-Encoding") >= 0
    assert len(packed.data) < len(plain.data)
    assert len(gzip.decompress(packed.data)) == len(plain.data)


def test_the_length_of_a_packed_page_varies(browser: Browser) -> None:
    lengths = {len(browser.get("/begrippen", headers=PACKED).data) for _ in range(12)}

    assert len(lengths) > 1


def test_a_file_that_is_handed_out_stays_as_it_is(app: Flask, browser: Browser) -> None:
    app.add_url_rule("/bestand", "a.file", lambda: ("a" * 2000, {"Content-Disposition": "attachment"}))
    app.before_request_funcs[None].clear()

    assert "Content-Encoding" not in browser.get("/bestand", headers=PACKED).headers


def test_the_components_of_the_design_system_are_in_the_sheet_with_our_theme(browser: Browser, sheet: str) -> None:
    style = browser.get(sheet).text

    assert "--utrecht-button-primary-action-background-color: var(--teal)" in style
    for component in (
        ".utrecht-button",
        ".utrecht-textbox",
        ".utrecht-textarea",
        ".utrecht-form-label",
        ".utrecht-skip-link",
    ):
        assert re.search(rf"{re.escape(component)}\s*\{{", style), component


def test_forms_are_made_of_them(browser: Browser) -> None:
    page = browser.get("/inloggen").text

    for component in ("utrecht-button--primary-action", "utrecht-textbox", "utrecht-form-label", "utrecht-skip-link"):
        assert component in page
