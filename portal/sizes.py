"""How large a request may be, said before anything of it is read: small, but for the views that take files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeVar

from flask import Flask, current_app, request
from flask.typing import ResponseReturnValue

from schemas.settings import MEBIBYTE, Settings

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])
Limit = Literal["upload_limit_bytes", "evidence_limit_bytes", "document_limit_bytes"]

FORM_BYTES: Final = MEBIBYTE
FORM_FIELD_BYTES: Final = 500_000
FORM_PARTS: Final = 1000
_TAKES: Final[dict[Callable[..., Any], Limit]] = {}


def takes_files(limit: Limit) -> Callable[[View], View]:
    """Let a view take a request as large as one of the settings says, and a form around it."""

    def declare(view: View) -> View:
        _TAKES[view] = limit
        return view

    return declare


def limit_sizes(app: Flask, settings: Settings) -> None:
    """Refuse what is too large with 413."""
    app.config.update(MAX_CONTENT_LENGTH=FORM_BYTES, MAX_FORM_MEMORY_SIZE=FORM_FIELD_BYTES, MAX_FORM_PARTS=FORM_PARTS)

    @app.before_request
    def allow_files() -> None:
        limit = _TAKES.get(current_app.view_functions[request.endpoint]) if request.endpoint else None
        if limit is not None:
            request.max_content_length = getattr(settings, limit) + FORM_BYTES
