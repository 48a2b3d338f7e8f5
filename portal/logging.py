"""The portal's log: a fixed sentence per line as JSON, facts in fields, and the request's id in each; no secrets."""

from __future__ import annotations

import json
import logging
import secrets
import sys
from time import perf_counter
from typing import Final

from flask import Flask, Response, g, has_request_context, request

from portal.visitor import visitor
from schemas.clock import now

OF_EVERY_RECORD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One JSON object per line; line breaks in values are escaped by JSON itself."""

    def format(self, record: logging.LogRecord) -> str:
        """The record with its extra fields and the id of the request."""
        facts = {key: value for key, value in vars(record).items() if key not in OF_EVERY_RECORD}
        line = {
            "at": now().isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request": g.get("request_id") if has_request_context() else None,
            "error": self.formatException(record.exc_info) if record.exc_info else None,
            **facts,
        }
        return json.dumps({key: value for key, value in line.items() if value is not None}, default=str)


def write_log(app: Flask) -> None:
    """Log a line per request: its route, never its address, as addresses hold secrets of mailed links."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    app.logger.handlers = [handler]
    app.logger.propagate = app.testing
    app.logger.setLevel(logging.INFO)

    @app.before_request
    def begin() -> None:
        g.request_id = secrets.token_hex(8)
        g.begun = perf_counter()

    @app.after_request
    def tell(response: Response) -> Response:
        app.logger.info("Answered a request", extra=_facts(response))
        return response


def _facts(response: Response) -> dict[str, object]:
    person = visitor() if "_login_user" in g else None  # asking now could fail, where the database is away
    return {
        "method": request.method,
        "route": str(request.url_rule) if request.url_rule else None,
        "status": response.status_code,
        "milliseconds": round((perf_counter() - g.begun) * 1000, 1) if "begun" in g else None,
        "person": str(person.id) if person else None,
    }
