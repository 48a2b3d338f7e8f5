"""Commands for who runs an installation: concessions, factors, users, the database, parked events, audit, backup."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from uuid import UUID

import click

from schemas.texts import Language

ACTOR = "command-line"
NOT_PARKED = (
    "Onder {which} is niets geparkeerd, of het is al opnieuw gedaan of opgegeven. Zie: parked list. / "
    "Nothing is parked under {which}, or it was replayed or discarded already. See: parked list."
)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def concession() -> None:
    """Concessions and their duties."""


@concession.command("import")
@click.argument("terms", type=FILE)
@click.option("--holder", help="The holder's name, where the holder is new.")
@click.option("--preview", "only_preview", is_flag=True, help="Only show what would change; nothing is taken in.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
def import_concession(terms: Path, holder: str | None, only_preview: bool, language: str) -> None:
    """Bring in a concession's terms: a new edition, or a new concession. What it changes is shown first."""
    from deploy.commands.progress import progress
    from deploy.concessions import bring_in, terms_in
    from schemas.store import sessions
    from workers.publish.terms_text import terms_text
    from workers.terms_preview import preview

    try:
        body, given = terms_in(terms)
        click.echo(terms_text(preview(given, tell=progress), Language(language)))
        if only_preview:
            return
        with sessions().begin() as session:
            brought = bring_in(session, body, holder_name=holder)
            click.echo(f"{brought.code}: voorwaarden opgenomen / terms taken in")
    except ValueError as wrong:
        raise click.ClickException(f"{terms}: {wrong}") from wrong


@concession.command("open")
@click.argument("code")
@click.argument("year", type=int)
def open_concession(code: str, year: int) -> None:
    """Open the duty to report on a year; its holder is told by mail."""
    from deploy.concessions import open_year
    from schemas.store import sessions

    try:
        with sessions().begin() as session:
            click.echo(f"{code} {year}: {open_year(session, code, year)}")
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong


@click.group()
def user() -> None:
    """People who work in the portal."""


@user.command("add")
@click.option("--email", required=True)
@click.option("--name", required=True)
@click.option("--organisation", required=True, help="The name of an organisation that is known.")
@click.option("--role", "roles", multiple=True, required=True)
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
def add_user(email: str, name: str, organisation: str, roles: tuple[str, ...], language: str) -> None:
    """Invite somebody: the link to set up the account goes by mail."""
    from deploy.people import invite
    from schemas.store import sessions

    try:
        with sessions().begin() as session:
            invite(session, email=email, name=name, organisation=organisation, roles=roles, language=language)
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong
    click.echo(f"{email}: uitgenodigd / invited")


@click.group()
def db() -> None:
    """The database."""


@db.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to this release: tables, rights, rule set and factor sets."""
    from deploy.catalogues import upgrade
    from schemas.settings import settings
    from workers.keeping_factors import NameIsTaken

    try:
        upgrade(settings().database)
    except NameIsTaken as wrong:
        raise click.ClickException(str(wrong)) from wrong
    click.echo("De database is bij. / The database is up to date.")


@click.group()
def parked() -> None:
    """Events that a worker could not do."""


@parked.command("list")
def list_parked() -> None:
    """What is parked now, as JSON lines."""
    from schemas.store import reading
    from workers.parking import all_parked

    with reading() as session:
        for one in all_parked(session):
            told = {
                "id": str(one.id),
                "worker": one.worker,
                "type": one.type,
                "key": str(one.key) if one.key else None,
                "reason": one.reason,
                "text": one.reason_text,
                "attempts": one.attempts,
                "parked_at": one.parked_at.isoformat(),
            }
            click.echo(json.dumps(told, ensure_ascii=False))


@parked.command("replay")
@click.argument("which", type=click.UUID)
def replay_parked(which: UUID) -> None:
    """Have the worker try a parked event again."""
    from schemas.store import sessions
    from workers.parking import NotParked, replay

    try:
        with sessions().begin() as session:
            replay(session, which, actor=ACTOR)
    except NotParked as wrong:
        raise click.ClickException(NOT_PARKED.format(which=which)) from wrong


@parked.command("discard")
@click.argument("which", type=click.UUID)
@click.confirmation_option(prompt="Dit bericht wordt nooit meer verwerkt. Zeker weten? / Discard for good?")
def discard_parked(which: UUID) -> None:
    """Give a parked event up, for good."""
    from schemas.store import sessions
    from workers.parking import NotParked, discard

    try:
        with sessions().begin() as session:
            discard(session, which, actor=ACTOR)
    except NotParked as wrong:
        raise click.ClickException(NOT_PARKED.format(which=which)) from wrong


@click.group()
def audit() -> None:
    """The audit."""


@audit.command("verify")
def verify_audit() -> None:
    """Whether the chain of the audit is whole; exit 1 and the first broken row where it is not."""
    from schemas.store import first_broken_row, reading

    with reading() as session:
        broken = first_broken_row(session)
    if broken is not None:
        click.echo(f"Rij {broken} klopt niet. / Row {broken} is broken.", err=True)
        sys.exit(1)
    click.echo("De keten is heel. / The chain is whole.")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def backup(folder: Path) -> None:
    """Write database and files to a folder; a folder with a backup in it is never overwritten."""
    from deploy.backups import BackupRefused, back_up
    from schemas.settings import settings
    from schemas.store import files

    try:
        told = back_up(settings(), files(), folder)
    except BackupRefused as wrong:
        raise click.ClickException(str(wrong)) from wrong
    click.echo(told)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def restore(folder: Path) -> None:
    """Bring a backup back into an empty installation, and check every file against its sha256."""
    from deploy.backups import BackupRefused, bring_back
    from schemas.settings import settings
    from schemas.store import files

    try:
        told = bring_back(settings(), files(), folder)
    except BackupRefused as wrong:
        raise click.ClickException(str(wrong)) from wrong
    click.echo(told)


@click.command()
@click.argument("pdf", type=FILE)
def verify(pdf: Path) -> None:
    """Whether a report was issued here and comes out the same again: exit 0 yes, 1 no."""
    from workers.verifying import verify as held

    verified = held(pdf.read_bytes())
    for said in verified.says:
        click.echo(f"{said.nl}\n{said.en}")
    sys.exit(0 if verified.recomputes else 1)


COMMANDS = (concession, user, db, parked, audit, backup, restore, verify)
