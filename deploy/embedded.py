"""Everything on one machine: the database is brought up to date, then portal and worker run under one supervisor."""

from __future__ import annotations

import os
import sys

import click

from deploy.catalogues import upgrade
from deploy.logging import log_as_json
from deploy.stopping import stopping_on_signals
from deploy.supervising import Part, supervise
from schemas.settings import settings

PYTHON = (sys.executable, "-m", "deploy")


def run_embedded(*, host: str, port: int, with_demo: bool) -> int:
    """Run until the process is asked to stop; gives the exit code."""
    log_as_json()
    _tell_the_parts(host, port, with_demo=with_demo)
    upgrade(settings().database)
    if with_demo:
        from deploy.demo.load import load_once

        load_once(click.echo)
    parts = [
        Part("worker", (*PYTHON, "worker")),
        Part("portal", (*PYTHON, "portal", "--host", host, "--port", str(port))),
    ]
    with stopping_on_signals() as stop:
        _greet(host, port, with_demo=with_demo)
        supervise(parts, stop=stop)
    return 0


def _tell_the_parts(host: str, port: int, *, with_demo: bool) -> None:
    """Links in mails lead to where the portal listens, and the demo shows its mails; what is set already stays."""
    os.environ.setdefault("KETENSPIEGEL_BASE_URL", f"http://{host}:{port}")
    if with_demo:
        os.environ.setdefault("KETENSPIEGEL_DEMO", "true")
    settings.cache_clear()


def _greet(host: str, port: int, *, with_demo: bool) -> None:
    click.echo(f"\nKetenspiegel: http://{host}:{port}\n")
    if with_demo:
        from deploy.demo.accounts import table

        click.echo(table())
    click.echo("Stoppen / stop: Ctrl+C\n")
