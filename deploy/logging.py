"""Logs as JSON lines on standard error: a fixed sentence, facts in fields, moments in UTC."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One record is one line, whatever stands in it."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "says": record.getMessage(),
            "by": record.name,
            **{name: value for name, value in vars(record).items() if name not in USUAL},
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, default=str, ensure_ascii=False)


def log_as_json(level: int = logging.INFO) -> None:
    """Set the process up to log; the noise of libraries stays out."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("kafka", "alembic", "fontTools", "waitress.queue"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
