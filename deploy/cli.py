"""The command line that others script against: every command of the product and nothing that they share."""

from __future__ import annotations

import click

from deploy.commands import offline, operation, reminding, service, sets
from schemas.crashing import CrashPointsRefused, refuse_crash_points

OURS = ("deploy", "portal", "workers", "schemas")
WHOLE_INSTALLATION = (
    "Dit commando hoort bij een hele installatie; {missing} ontbreekt. "
    "/ This command needs a whole installation; {missing} is missing: pip install 'ketenspiegel[server]'"
)


class Commands(click.Group):
    """All commands; where only what checks a report is installed, the others say what they lack."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as lacking:
            missing = str(lacking.name).partition(".")[0]
            if missing in OURS:
                raise
            raise click.ClickException(WHOLE_INSTALLATION.format(missing=missing)) from lacking


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ketenspiegel")
def main() -> None:
    """Ketenspiegel: yearly reports on people and environment in the whole chain of a concession."""
    try:
        refuse_crash_points()
    except CrashPointsRefused as refused:
        raise click.ClickException(str(refused)) from refused


for command in (*offline.COMMANDS, *service.COMMANDS, *operation.COMMANDS, *sets.COMMANDS, *reminding.COMMANDS):
    main.add_command(command)
