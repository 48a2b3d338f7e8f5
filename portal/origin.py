"""Requests that another site made a browser send are refused, before their token is even looked at."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from flask import Flask, request
from flask_wtf import CSRFProtect
from werkzeug.exceptions import Forbidden

from schemas.settings import Settings

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OUR_OWN: Final = frozenset({"same-origin", "none"})


def refuse_other_sites(app: Flask, settings: Settings) -> None:
    """A request that changes something comes from our own pages, and carries the token of its form."""
    own_host = urlsplit(settings.base_url).netloc
    app.before_request(lambda: _comes_from_here(own_host))
    CSRFProtect(app)


def local_path(wanted: str) -> str | None:
    r"""A path on this site to go on to; none for another site, in any spelling (``//evil``, ``/\evil``)."""
    parts = urlsplit(wanted)
    plain = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and "\\" not in wanted
    printable = wanted.isprintable() and " " not in wanted
    return wanted if plain and printable and not parts.scheme and not parts.netloc else None


def _comes_from_here(own_host: str) -> None:
    if request.method in SAFE:
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None and site not in OUR_OWN:
        raise Forbidden
    if origin is not None and urlsplit(origin).netloc not in {own_host, request.host}:
        raise Forbidden
