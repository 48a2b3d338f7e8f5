"""Serving the portal: gunicorn in production, one process of waitress on a machine by itself."""

from __future__ import annotations

import gc
from time import monotonic
from typing import Any, Final

import waitress
from flask import Flask
from gunicorn.app.base import BaseApplication
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer

from deploy.stopping import stopping_on_signals
from portal.app import create_app
from schemas.settings import MEBIBYTE, settings

THREADS: Final = 8
STEP_SECONDS: Final = 0.5
# Who is answered when the process has to end gets so long to send the rest; the whole ends within thirty seconds.
FINISH_WITHIN_SECONDS: Final = 25


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
        """The portal, made once for all processes: it opens no connection before it is asked, so none is shared."""
        app = create_app(settings())
        for name in app.jinja_env.list_templates():
            app.jinja_env.get_template(name)
        _keep_what_stands()
        return app


def serve(*, host: str, port: int, processes: int) -> None:
    """Serve until the process is asked to stop; what is being asked then is answered first."""
    if settings().apart:
        _serve_in_production(bind=f"{host}:{port}", processes=processes)
    else:
        _serve_alone(host=host, port=port)


def _serve_in_production(*, bind: str, processes: int) -> None:
    options = {
        "bind": bind,
        "workers": processes,
        "preload_app": True,
        "threads": THREADS,
        "timeout": 120,
        "graceful_timeout": FINISH_WITHIN_SECONDS,
        # Nobody steers it but by signals, and two portals of one user would fight for the one socket.
        "control_socket_disable": True,
    }
    Gunicorn(options).run()


def _serve_alone(*, host: str, port: int) -> None:
    sockets: dict[int, Any] = {}
    app = create_app(settings())
    _keep_what_stands()
    with stopping_on_signals() as stop:
        server = waitress.create_server(
            app,
            map=sockets,
            host=host,
            port=port,
            threads=THREADS,
            # The portal refuses what is too large in words of its own; the server only what is beyond that.
            max_request_body_size=settings().upload_limit_bytes + 4 * MEBIBYTE,
            ident=None,
        )
        while not stop.is_set():
            wasyncore.loop(timeout=STEP_SECONDS, map=sockets, count=1)
        _finish(sockets)
        server.task_dispatcher.shutdown()


def _keep_what_stands() -> None:
    """Take what was made at the start out of the garbage collector's sight: going over it all held up whoever asked then."""
    gc.collect()
    gc.freeze()


def _finish(sockets: dict[int, Any]) -> None:
    """Take no new connections, and go on until everybody has the answer; waitress itself would leave them without."""
    for one in list(sockets.values()):
        if isinstance(one, BaseWSGIServer):
            wasyncore.dispatcher.close(one)
    too_late = monotonic() + FINISH_WITHIN_SECONDS
    while any(map(_is_busy, list(sockets.values()))) and monotonic() < too_late:
        wasyncore.loop(timeout=STEP_SECONDS, map=sockets, count=1)


def _is_busy(one: object) -> bool:
    """Whether a connection is in the midst of a request: its body comes, it is worked on, or its answer goes."""
    return isinstance(one, HTTPChannel) and bool(one.request or one.requests or one.total_outbufs_len)
