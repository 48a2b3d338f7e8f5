"""What other machines ask: whether we are up, and where to report a weakness."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Final

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from portal.access import for_everyone
from schemas.clock import now
from schemas.settings import settings

VALID: Final = timedelta(days=180)

site = Blueprint("site", __name__)


@site.get("/gezond")
@for_everyone
def healthy() -> ResponseReturnValue:
    """The process answers; a broker or a worker that is away does not make the portal ill."""
    return _text("in orde\n")


@site.get("/.well-known/security.txt")
@for_everyone
def security() -> ResponseReturnValue:
    midnight = (now() + VALID).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    contact = settings().security_contact or f"mailto:{settings().mail_from}"
    lines = (
        f"Contact: {contact}",
        f"Expires: {midnight.strftime('%Y-%m-%dT%H:%M:%SZ')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings().base_url}/.well-known/security.txt",
    )
    return _text("".join(f"{line}\n" for line in lines))


def _text(body: str) -> Response:
    return Response(body, mimetype="text/plain")
