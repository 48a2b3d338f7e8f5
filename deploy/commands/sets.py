"""Commands for what reports are judged by: bring a factor list in, try a set on earlier reports, and switch it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deploy.commands.progress import progress
from schemas.shadow import Shadow
from schemas.texts import Language
from schemas.words import SetKind

if TYPE_CHECKING:
    from workers.domain.factors import FactorSet

ACTOR = "command-line"
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)

Command = Callable[..., Any]
by_option = click.option("--by", default=ACTOR, show_default=True, help="Who decided so.")
reason_option = click.option("--reason", required=True, help="Why it is switched on.")


def shown(command: Command) -> Command:
    """How the comparison is told."""
    for option in (
        click.option("--all", "everything", is_flag=True, help="Also reports of which no verdict changes."),
        click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True),
        click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True),
    ):
        command = option(command)
    return command


@click.group()
def factors() -> None:
    """Emission factors."""


@factors.command("import")
@click.argument("file", type=FILE)
@click.option("--adopt", is_flag=True, help="Ask, after the comparison, whether to switch it on.")
@click.option("--reason", default="", help="Why it is switched on, with --adopt.")
@by_option
@shown
def import_factors(file: Path, adopt: bool, reason: str, by: str, everything: bool, shape: str, language: str) -> None:
    """Take in a list (CSV) and show on earlier reports what it would change; nothing is switched on by itself."""
    if adopt and not reason.strip():
        raise click.UsageError("Zeg met --reason waarom. / Say why with --reason.")
    for given in _taken_in(file):
        _show(SetKind.FACTOR_SET, given.id, everything=everything, shape=shape, language=Language(language))
        if adopt and click.confirm(f"{given.id}: inschakelen? / switch on?", err=True):
            _adopt(SetKind.FACTOR_SET, given.id, by=by, reason=reason)


@factors.command("shadow")
@click.argument("name", metavar="SET")
@shown
def shadow_factors(name: str, everything: bool, shape: str, language: str) -> None:
    """Show on earlier reports what a list would change; nothing is switched on."""
    _show(SetKind.FACTOR_SET, name, everything=everything, shape=shape, language=Language(language))


@factors.command("adopt")
@click.argument("name", metavar="SET")
@reason_option
@by_option
def adopt_factors(name: str, reason: str, by: str) -> None:
    """Judge the reports of its year by this list, from the next check on."""
    _adopt(SetKind.FACTOR_SET, name, by=by, reason=reason)


@factors.command("list")
def list_factors() -> None:
    """Every list, and which of them hold."""
    _list(SetKind.FACTOR_SET)


@click.group()
def ruleset() -> None:
    """Rule sets: which rules in which revision, with their ranges."""


@ruleset.command("shadow")
@click.argument("name", metavar="SET", required=False)
@shown
def shadow_rules(name: str | None, everything: bool, shape: str, language: str) -> None:
    """Show on earlier reports what a rule set (the newest of this release) would change; nothing is switched on."""
    from workers.domain.rules import NEWEST

    _show(SetKind.RULE_SET, name or NEWEST.id, everything=everything, shape=shape, language=Language(language))


@ruleset.command("adopt")
@click.argument("name", metavar="SET")
@click.option("--from-year", type=click.IntRange(1990, 2100), help="From which report year on; else as the set says.")
@reason_option
@by_option
def adopt_rules(name: str, from_year: int | None, reason: str, by: str) -> None:
    """Judge reports by this rule set, from the next check on."""
    _adopt(SetKind.RULE_SET, name, by=by, reason=reason, from_year=from_year)


@ruleset.command("list")
def list_rules() -> None:
    """Every rule set, and which of them hold."""
    _list(SetKind.RULE_SET)


def _taken_in(file: Path) -> tuple[FactorSet, ...]:
    """The lists of a file, kept as rows; all of them or none."""
    from schemas.store import sessions
    from workers.intake import Unreadable
    from workers.keeping_factors import NameIsTaken, take_in
    from workers.reference import units_of_factors
    from workers.reference.factor_faults import UnreadableFactors
    from workers.reference.factor_list import read_factors
    from workers.reference.remarks import remarks

    units = units_of_factors()
    try:
        given = read_factors(file.name, file.read_bytes(), units=units)
        with sessions().begin() as session:
            take_in(session, given, actor=ACTOR)
    except Unreadable as wrong:
        raise click.ClickException(f"{wrong.reason.nl} {wrong.mend.nl} / {wrong.reason.en} {wrong.mend.en}") from wrong
    except (UnreadableFactors, NameIsTaken) as wrong:
        raise click.ClickException(f"{file}:\n{wrong}") from wrong
    for said in (remark for one in given for remark in remarks(one, units)):
        click.echo(f"{said.nl}\n{said.en}", err=True)
    return given


def _show(kind: SetKind, name: str, *, everything: bool, shape: str, language: Language) -> None:
    from workers.publish.shadow_text import shadow_text

    shadow = _tried(kind, name)
    click.echo(
        shadow.model_dump_json(indent=2) if shape == "json" else shadow_text(shadow, language, everything=everything)
    )


def _tried(kind: SetKind, name: str) -> Shadow:
    from schemas.store import reading
    from workers.shadow import candidate, try_out
    from workers.worker import Permanent

    try:
        with reading() as session:
            given = candidate(session, kind, name)
    except Permanent as wrong:
        raise click.ClickException(f"{name} is hier niet bekend. / {wrong}") from wrong
    return try_out(given, tell=progress)


def _adopt(kind: SetKind, name: str, *, by: str, reason: str, from_year: int | None = None) -> None:
    from deploy.adopting import adopt
    from portal.refusals import Refused
    from schemas.store import sessions

    try:
        with sessions().begin() as session:
            year = adopt(session, kind, name, by=by, reason=reason, from_year=from_year).year
    except Refused as wrong:
        raise click.ClickException(f"{wrong.reason} / {wrong.reason.en}") from wrong
    since_nl, since_en = (" en later", " and later") if kind is SetKind.RULE_SET else ("", "")
    click.echo(
        f"{name} geldt voor verslagjaar {year}{since_nl}, vanaf de volgende controle. "
        "Wat besloten is, blijft zoals het is beoordeeld.\n"
        f"{name} holds for report year {year}{since_en}, from the next check on. What was decided stays as it was judged."
    )


def _list(kind: SetKind) -> None:
    from deploy.adopting import known_sets
    from schemas.store import reading

    with reading() as session:
        for line in known_sets(session, kind):
            click.echo(line)


COMMANDS = (factors, ruleset)
