"""The style of all pages as one sheet under a name of its own: asked for once, kept for a year, and new when anything in it changes."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue

from portal.access import for_everyone

STATIC: Final = Path(__file__).parent / "static"
COMPONENTS: Final = "vendor/utrecht"
SHEETS: Final = ("tokens", COMPONENTS, "utrecht", "base", "forms", "parts", "tables", "charts", "chain", "print")
FONT: Final = re.compile(r'url\("(vendor/[^"?]+)"\)')

style = Blueprint("style", __name__)


@style.get("/static/stijl.css")
@for_everyone
def sheet() -> ResponseReturnValue:
    return Response(_whole(), mimetype="text/css")


def address() -> str:
    """Where the sheet is; another sheet has another address."""
    return url_for("style.sheet", v=_version(_whole().encode()))


@cache
def modules() -> tuple[str, ...]:
    """The scripts that the first one asks for, so that a page can ask for all of them at once."""
    return tuple(sorted(f"js/{file.name}" for file in (STATIC / "js").glob("*.js") if file.stem != "main"))


@cache
def _whole() -> str:
    """All sheets after each other, each font by its content; the components are there once they were fetched."""
    files = [STATIC / f"{name}.css" for name in SHEETS]
    written = "".join(file.read_text(encoding="utf-8") for file in files if file.exists())
    return FONT.sub(_font, written)


def _font(found: re.Match[str]) -> str:
    file = STATIC / found[1]
    return f'url("{found[1]}?v={_version(file.read_bytes())}")' if file.exists() else found[0]


def _version(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
