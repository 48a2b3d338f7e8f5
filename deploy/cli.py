"""The command line that others script against: every command of the product and nothing that they share."""

from __future__ import annotations

import click

from deploy.commands import offline, operation, service


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ketenspiegel")
def main() -> None:
    """Ketenspiegel: yearly reports on people and environment in the whole chain of a concession."""


for command in (*offline.COMMANDS, *service.COMMANDS, *operation.COMMANDS):
    main.add_command(command)
