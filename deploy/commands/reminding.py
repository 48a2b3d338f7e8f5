"""The command that reminds: what is due goes out, or is only shown; and the calendar of a concession's mails."""

from __future__ import annotations

from datetime import date, datetime

import click

from schemas.texts import Language

NOTHING = "Er is niets te herinneren. / There is nothing to remind of."
UNHEARD = "Niemand bereikbaar / nobody can be reached: {kind} {about}"
WRITTEN = "{mails} mails, {steps} herinneringen / reminders"
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.option("--today", "day", type=DAY, help="Remind as on this day; else today, in Dutch time.")
@click.option("--dry-run", is_flag=True, help="Only show what would go to whom; nothing is written.")
@click.option(
    "--year", type=click.IntRange(2000, 2100), help="Show all mails of a calendar year, if nobody did anything."
)
@click.option("--concession", help="The code of the concession, with --year.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
def remind(day: datetime | None, *, dry_run: bool, year: int | None, concession: str | None, language: str) -> None:
    """Remind of what is due: each step once, one mail per person per day, on working days only."""
    if (year is None) != (concession is None):
        raise click.UsageError("Geef --year en --concession samen. / Give --year and --concession together.")
    if year is not None and concession is not None:
        _show_year(concession, year, Language(language))
        return
    from schemas.clock import today

    asked = day.date() if day else today()
    if dry_run:
        _show(asked, Language(language))
        return
    from workers.reminding.running import remind as send

    sent = send(asked)
    click.echo(WRITTEN.format(mails=sent.mails, steps=sent.steps))


def _show(day: date, language: Language) -> None:
    from schemas.reminding.words import about_of
    from schemas.store import changed_texts, reading
    from workers.reminding.listing import table_of
    from workers.reminding.running import planned

    with reading() as session:
        plan, texts = planned(session, day), changed_texts(session)
    for line in table_of(plan.digests, language, texts) if plan.digests else [NOTHING]:
        click.echo(line)
    for one in plan.unheard:
        click.echo(UNHEARD.format(kind=one.kind, about=about_of(one) or one.told["concession"]), err=True)


def _show_year(code: str, year: int, language: Language) -> None:
    from schemas.store import changed_texts, reading
    from workers.reminding.ahead import UnknownConcession, year_of_mails
    from workers.reminding.listing import table_of

    try:
        with reading() as session:
            mails, texts = list(year_of_mails(session, code, year)), changed_texts(session)
    except UnknownConcession as wrong:
        raise click.ClickException(f"{code} is hier niet bekend. / {code} is not known here.") from wrong
    for line in table_of(mails, language, texts) if mails else [NOTHING]:
        click.echo(line)


COMMANDS = (remind,)
