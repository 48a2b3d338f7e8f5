"""``make look``: every page wide, at 320 px and dark, every page of every document and every mail, as pictures."""

from __future__ import annotations

import subprocess
import tempfile
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import escape
from pathlib import Path
from typing import Final

import click
from playwright.sync_api import Browser, Page, sync_playwright

from deploy.dev.process import program
from tests.look.staging import Visitors, a_stage
from tests.look.visits import Visit, read_plan, visits

OUT: Final = Path("var/look")
WIDE, NARROW, HEIGHT = 1280, 320, 900
CHROMIUM: Final = "chromium"
STYLE: Final = "body{font:14px sans-serif}figure{display:inline-block;margin:8px;vertical-align:top}img{border:1px solid #999;width:320px}"


def main() -> None:
    """Build the stage, take the pictures, write the sheet that shows them side by side."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder) / "home"
        chromium = program(CHROMIUM, package="chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with a_stage(home) as site:
            pictures = _pages(Visitors(browser, site), list(visits(read_plan(home))))
        pictures += _mails(browser, home) + _documents(home)
        browser.close()
    _write_sheet(pictures)
    click.echo(f"{len(pictures)} pictures: {OUT / 'index.html'}")


def _pages(visitors: Visitors, all_visits: list[Visit]) -> list[Path]:
    return [picture for visit in all_visits for picture in _pictures(visitors.visit(visit), visit.name)]


def _pictures(page: Page, name: str) -> list[Path]:
    taken = [_shot(page, f"{name}.wide", WIDE), _shot(page, f"{name}.narrow", NARROW)]
    page.emulate_media(color_scheme="dark")
    taken.append(_shot(page, f"{name}.dark", WIDE))
    page.close()
    return taken


def _shot(page: Page, name: str, width: int) -> Path:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    to = OUT / f"{name}.png"
    page.screenshot(path=to, full_page=True, animations="disabled")
    return to


def _mails(browser: Browser, home: Path) -> list[Path]:
    page, taken = browser.new_page(), []
    for file in sorted((home / "mail").glob("*.eml")):
        message = message_from_bytes(file.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(preferencelist=("html", "plain"))
        page.set_content(body.get_content() if body else "")
        taken.append(_shot(page, f"mail-{file.stem}", 640))
    return taken


def _documents(home: Path) -> list[Path]:
    """Each page of each PDF that lies in the file store."""
    to_pictures = program("pdftoppm", package="poppler-utils")
    for number, file in enumerate(sorted(one for one in (home / "files").rglob("*") if one.is_file())):
        with file.open("rb") as content:
            if content.read(5) != b"%PDF-":
                continue
        subprocess.run([to_pictures, "-png", "-r", "60", file, OUT / f"pdf-{number:03d}"], check=True)
    return sorted(OUT.glob("pdf-*.png"))


def _write_sheet(pictures: list[Path]) -> None:
    figures = "".join(
        f'<figure><a href="{escape(one.name)}"><img loading="lazy" src="{escape(one.name)}" alt=""></a>'
        f"<figcaption>{escape(one.stem)}</figcaption></figure>"
        for one in pictures
    )
    (OUT / "index.html").write_text(f"<!doctype html><title>Ketenspiegel</title><style>{STYLE}</style>{figures}")


if __name__ == "__main__":
    main()
