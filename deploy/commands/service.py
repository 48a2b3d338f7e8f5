"""Commands that run the product: everything embedded with one word, or each part apart for production."""

from __future__ import annotations

import logging
import sys

import click


@click.command()
@click.option("--empty", is_flag=True, help="Without the demo data.")
@click.option("--port", type=int, default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
def run(*, empty: bool, port: int, host: str) -> None:
    """Run everything on this machine, with demo data on the first start."""
    from deploy.embedded import run_embedded

    sys.exit(run_embedded(host=host, port=port, with_demo=not empty))


@click.command()
@click.option("--port", type=int, default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--processes", type=int, default=2, show_default=True, help="Ignored embedded: there it is one.")
def portal(*, port: int, host: str, processes: int) -> None:
    """The portal alone."""
    from deploy.serving import serve

    _log_to_the_screen()
    serve(host=host, port=port, processes=processes)


@click.command()
@click.argument("names", nargs=-1)
def worker(names: tuple[str, ...]) -> None:
    """The workers with these names, or all of them: check, publish, mail."""
    from deploy.composition import WORKERS, run_named
    from schemas.settings import settings

    unknown = [name for name in names if name not in WORKERS]
    if unknown:
        known = ", ".join(WORKERS)
        raise click.UsageError(f"Onbekende worker: {', '.join(unknown)}. Bekend zijn: {known}. / Known are: {known}.")
    _log_to_the_screen()
    _broker_is_as_agreed()
    sys.exit(run_named(names or tuple(WORKERS), settings()))


@click.command()
def relay() -> None:
    """The relay, which sends what stands in the outbox to Kafka."""
    from deploy.composition import run_relay_alone
    from schemas.settings import settings

    _log_to_the_screen()
    _broker_is_as_agreed()
    sys.exit(run_relay_alone(settings()))


def _broker_is_as_agreed() -> None:
    """Refuse a broker whose topics differ; a broker that is away is waited for by the part itself."""
    from schemas.settings import LogKind, settings

    if settings().log is not LogKind.KAFKA:
        return
    from deploy.topics import BrokerAway, WrongTopics, check

    try:
        check(settings().kafka_bootstrap)
    except WrongTopics as wrong:
        raise click.ClickException(str(wrong)) from wrong
    except BrokerAway as away:
        logging.getLogger(__name__).warning("The broker is away; its topics are not checked.", extra={"why": str(away)})


def _log_to_the_screen() -> None:
    from deploy.logging import log_as_json

    log_as_json()


COMMANDS = (run, portal, worker, relay)
