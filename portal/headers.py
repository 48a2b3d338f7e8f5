"""The headers of every answer: what a browser may load, and what it must not keep."""

from __future__ import annotations

from typing import Final

from flask import Flask, Response, request

from portal.visitor import is_https
from schemas.settings import Settings

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SANDBOX: Final = f"{POLICY}; sandbox"
ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
FILES: Final = frozenset({"static", "style.sheet"})
FOR_GOOD: Final = "public, max-age=31536000, immutable"
HSTS: Final = "max-age=31536000; includeSubDomains"


def set_headers(app: Flask, settings: Settings) -> None:
    """Give every answer, errors and redirects included, its headers."""
    https = is_https(settings)

    @app.after_request
    def with_headers(response: Response) -> Response:
        response.headers.update(ALWAYS)
        response.headers["Content-Security-Policy"] = SANDBOX if _is_download(response) else POLICY
        response.headers["Cache-Control"] = _kept()
        if https:
            response.headers["Strict-Transport-Security"] = HSTS
        return response


def _kept() -> str:
    """How long a browser keeps an answer: what has its content in its address for good, other files until it asks again."""
    if request.endpoint not in FILES:
        return "no-store"
    return FOR_GOOD if "v" in request.args else "no-cache"


def _is_download(response: Response) -> bool:
    return response.headers.get("Content-Disposition", "").startswith("attachment")
