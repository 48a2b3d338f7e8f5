"""How far something is, for who waits at a terminal."""

from __future__ import annotations

import sys

import click


def progress(done: int, total: int) -> None:
    """How many of how many are done; nothing where nobody watches."""
    if sys.stderr.isatty():
        click.echo(f"\r{done} / {total}", nl=done == total, err=True)
