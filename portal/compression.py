"""Smaller answers for who can unpack them: what is text is sent as gzip, with a length that tells nothing of its content."""

from __future__ import annotations

import gzip
import io
import secrets
from functools import lru_cache
from typing import Final

from flask import Flask, Response, request

TEXT: Final = frozenset(
    {"text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/json"}
)
WORTH_IT: Final = 500
LEVEL: Final = 6
# A page holds secrets beside what the reader typed. As its length would tell of both, it varies by up to so many bytes.
MOST_NOISE: Final = 100


def compress(app: Flask) -> None:
    """Pack every answer that is text and not handed out as a file."""

    @app.after_request
    def packed(response: Response) -> Response:
        if not _is_text(response):
            return response
        response.vary.add("Accept-Encoding")
        if not request.accept_encodings.quality("gzip"):
            return response
        response.direct_passthrough = False
        body = response.get_data()
        if len(body) < WORTH_IT:
            return response
        response.set_data(_fixed(body) if response.mimetype != "text/html" else _noisy(body))
        response.headers["Content-Encoding"] = "gzip"
        _weaken_etag(response)
        return response


def _weaken_etag(response: Response) -> None:
    """The same content in other bytes has a weak tag."""
    tag, _weak = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)


def _is_text(response: Response) -> bool:
    is_file = response.headers.get("Content-Disposition", "").startswith("attachment")
    return response.status_code == 200 and response.mimetype in TEXT and not is_file


@lru_cache(maxsize=64)
def _fixed(body: bytes) -> bytes:
    """What is the same for everybody: packed once."""
    return gzip.compress(body, LEVEL, mtime=0)


def _noisy(body: bytes) -> bytes:
    """A page; the name in the head of the packed bytes, which nobody reads, is of a random length."""
    whole = io.BytesIO()
    name = "x" * secrets.randbelow(MOST_NOISE)
    with gzip.GzipFile(filename=name, mode="wb", compresslevel=LEVEL, fileobj=whole, mtime=0) as packed:
        packed.write(body)
    return whole.getvalue()
