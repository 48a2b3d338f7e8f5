"""Commands that need nothing but files: no database, no broker, no network."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Literal, cast

import click

from schemas.judgement import Validation
from schemas.terms import Terms
from schemas.texts import Language

NO_ERRORS, ERRORS, UNREADABLE = 0, 1, 2

FILE = click.Path(path_type=Path)
previous_option = click.option("--previous", "previous", type=FILE, multiple=True, help="An earlier year's report.")
terms_option = click.option("--terms", "terms", type=FILE, help="The terms of the concession (JSON).")
decimal_option = click.option(
    "--decimal", type=click.Choice(["comma", "point"]), help="What a number with one separator means in this file."
)
language_option = click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
output_option = click.option("--output", type=FILE, help="Write here instead of to the screen.")
required_output = click.option("--output", type=FILE, required=True, help="The file to write.")

NumberForm = Literal["comma", "point"] | None


def terms_from(path: Path | None) -> Terms | None:
    """The terms in a JSON file; what is wrong with them is said by field."""
    if path is None:
        return None
    try:
        return Terms.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as wrong:
        raise click.ClickException(
            f"{path}: de voorwaarden zijn niet te lezen / the terms cannot be read: {wrong}"
        ) from wrong


@click.command()
@click.argument("file", type=FILE)
@previous_option
@terms_option
@click.option("--evidence", type=FILE, help="The folder with the evidence files.")
@decimal_option
@click.option("--format", "shape", type=click.Choice(["text", "json", "xlsx"]), default="text", show_default=True)
@click.option("--limit", type=click.IntRange(min=0), default=1000, show_default=True, help="Findings per rule.")
@language_option
@output_option
def validate(
    file: Path,
    previous: tuple[Path, ...],
    terms: Path | None,
    evidence: Path | None,
    decimal: str | None,
    shape: str,
    limit: int,
    language: str,
    output: Path | None,
) -> None:
    """Say everything that is wrong with a report: exit 0 no errors, 1 errors, 2 unreadable."""
    from workers.validate import validate as judged

    answer, readable = judged(
        file,
        previous=previous,
        terms=terms_from(terms),
        evidence=evidence,
        decimal=cast("NumberForm", decimal),
        limit=limit,
    )
    _write(_shaped(answer, shape, Language(language)), output)
    sys.exit(UNREADABLE if not readable else ERRORS if answer.summary.errors else NO_ERRORS)


def _shaped(answer: Validation, shape: str, language: Language) -> str | bytes:
    if shape == "json":
        return answer.model_dump_json(indent=2)
    if shape == "xlsx":
        from workers.publish.findings_list import findings_workbook

        return findings_workbook(answer, language)
    from workers.publish.findings_text import findings_text

    return findings_text(answer, language)


def _write(made: str | bytes, output: Path | None) -> None:
    """To the file that was asked for, else to the screen; a workbook never goes to the screen."""
    if output is not None:
        output.write_bytes(made if isinstance(made, bytes) else f"{made}\n".encode())
    elif isinstance(made, bytes):
        raise click.UsageError("Geef met --output de naam van het werkboek. / Name the workbook with --output.")
    else:
        click.echo(made)


@click.command()
@click.argument("file", type=FILE)
@previous_option
@terms_option
@decimal_option
@click.option("--format", type=click.Choice(["json"]), default="json", show_default=True, expose_value=False)
@output_option
def assess(
    file: Path, previous: tuple[Path, ...], terms: Path | None, decimal: str | None, output: Path | None
) -> None:
    """Reckon every indicator with its why, and hold the norms of the terms against them."""
    from workers.assess import assess_file
    from workers.intake import Unreadable

    try:
        answer = assess_file(file, previous=previous, terms=terms_from(terms), decimal=cast("NumberForm", decimal))
    except Unreadable as wrong:
        click.echo(f"{wrong.reason.nl}\n{wrong.reason.en}", err=True)
        sys.exit(UNREADABLE)
    _write(answer.model_dump_json(indent=2), output)


@click.command()
@click.option("--format", "shape", type=click.Choice(["md", "json"]), default="md", show_default=True)
@language_option
@output_option
def rules(shape: str, language: str, output: Path | None) -> None:
    """The catalogue of rules: obligation, basis and what to do."""
    from workers.publish.catalogue import catalogue_json, catalogue_text

    _write(catalogue_json() if shape == "json" else catalogue_text(Language(language)), output)


@click.command()
@click.option("--year", type=int, required=True, help="The report year.")
@click.option("--previous", type=FILE, help="Last year's report: its fleet and chain are filled in.")
@language_option
@decimal_option
@required_output
def template(year: int, previous: Path | None, language: str, decimal: str | None, output: Path) -> None:
    """The workbook to fill in."""
    from workers.intake import Unreadable, read
    from workers.publish.template import template as filled

    try:
        last_year = read(previous, decimal=cast("NumberForm", decimal)).report if previous else None
    except Unreadable as wrong:
        click.echo(f"{wrong.reason.nl}\n{wrong.reason.en}", err=True)
        sys.exit(UNREADABLE)
    output.write_bytes(filled(year, previous=last_year, language=Language(language)))


@click.command()
@click.argument("file", type=FILE)
@previous_option
@terms_option
@decimal_option
@language_option
@required_output
def report(
    file: Path, previous: tuple[Path, ...], terms: Path | None, decimal: str | None, language: str, output: Path
) -> None:
    """The compliance report of a file, marked as a rehearsal (proef) on every page."""
    from workers.intake import Unreadable
    from workers.publish.rehearsal import rehearsal

    try:
        made = rehearsal(
            file,
            previous=previous,
            terms=terms_from(terms),
            decimal=cast("NumberForm", decimal),
            language=Language(language),
        )
    except Unreadable as wrong:
        click.echo(f"{wrong.reason.nl}\n{wrong.reason.en}", err=True)
        sys.exit(UNREADABLE)
    output.write_bytes(made)


COMMANDS = (validate, assess, rules, template, report)
