"""Serving the portal: gunicorn in production, one process of waitress on a machine by itself."""

from __future__ import annotations

from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from portal.app import create_app
from schemas.settings import MEBIBYTE, settings

THREADS = 8


class Gunicorn(BaseApplication):  # type: ignore[misc]
    """Gunicorn with its settings given here instead of in a file."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        """Take over the settings."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The portal, made in each process by itself: connections are never shared over a fork."""
        return create_app(settings())


def serve(*, host: str, port: int, processes: int) -> None:
    """Serve until the process is asked to stop."""
    if settings().apart:
        bound = {"bind": f"{host}:{port}", "workers": processes, "threads": THREADS, "timeout": 120}
        Gunicorn(bound).run()
        return
    import waitress

    # The portal refuses what is too large in words of its own; the server only what is beyond that.
    limit = settings().upload_limit_bytes + 4 * MEBIBYTE
    waitress.serve(
        create_app(settings()),
        host=host,
        port=port,
        threads=THREADS,
        max_request_body_size=limit,
        ident=None,
    )
