"""``make bench``: how fast reports are validated, beside the peers on the same rows in the same run; prints, asserts nothing."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import click

from deploy.dev.process import MissingComponent
from tests.bench.apart import a_portal, demo_apart
from tests.bench.child import Measured, measured
from tests.running import a_site, environment

SIZES = ("60 buses by month", "350 buses by month", "350 buses by day", "5,200 buses by day (NL)")
TIMES = (5, 5, 3, 3)
# A row at a time these take minutes for the largest sizes: they get the first rows only, and the table says so.
MOST_ROW_MODELS, MOST_FRICTIONLESS = 400_000, 20_000
SLOWEST = 12
FIRMS = (4_000, 20_000)
THINK = "2 to 8 seconds"
LINE = "{:<26}{:>11,}{:>9.2f} s  ({:.2f} to {:.2f}){:>13,.0f} rows/s{:>9.0f} MiB{:>9.2f} s{:>8.1f} x"
HEADING = f"{'':<26}{'rows':>11}{'work':>11}  (min to max){'':>20}{'peak':>13}{'process':>11}{'parse':>10}"


def main(*, quick: bool) -> None:
    """Every measurement; ``quick`` leaves out the largest size, the large workbook and most repetitions."""
    start = time.perf_counter()
    click.echo(_machine())
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for number in range(2 if quick else len(SIZES)):
            _size(number, Path(folder), quick=quick)
        _stages(Path(folder) / ("1" if quick else "3"))
        _document(Path(folder) / "0")
        _waits(Path(folder), times=3 if quick else 7)
        _reminders(Path(folder))
    click.echo(f"\n{time.perf_counter() - start:.0f} s in all; load at the end {os.getloadavg()[0]:.1f}")


def _machine() -> str:
    packages = ("polars", "pydantic", "pandera", "frictionless", "python-calamine", "reportlab")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.platform()}, {os.cpu_count()} cores, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}\n"
        f"Python {platform.python_version()}, {versions}\n"
        "Medians; each run in a process of its own. 'work' is without imports, 'process' is with all;\n"
        "'parse' is how many times as long a row takes as in the bare parse of the same files."
    )


def _size(number: int, home: Path, *, quick: bool) -> None:
    """One size: the floor, ours from CSV and as a workbook, and the peers."""
    folder, times = home / str(number), 1 if quick else TIMES[number]
    measured("make_csv", number, folder)
    click.echo(f"\n{SIZES[number]}\n{HEADING}")
    floor = measured("bare_parse", folder, times=times)
    _print("bare parse (polars)", floor, floor)
    _print("ketenspiegel, CSV", measured("ours", folder, times=times), floor)
    _print("pandera[polars], floats", measured("pandera", folder), floor)
    _print("pydantic row models", measured("row_models", folder, MOST_ROW_MODELS), floor)
    _print("frictionless", measured("frictionless", folder, MOST_FRICTIONLESS), floor)
    if number == len(SIZES) - 1:
        click.echo("ketenspiegel, XLSX: not possible, a sheet holds at most 1,048,576 rows and activity has 1,898,000.")
    else:
        _workbook(folder, floor, times=times if number < 2 else 1)


def _workbook(folder: Path, floor: Measured, *, times: int) -> None:
    target = folder.with_suffix(".xlsx")
    measured("make_workbook", folder, target)
    _print("ketenspiegel, XLSX", measured("ours", target, times=times), floor)


def _print(name: str, run: Measured, floor: Measured) -> None:
    per_row, least = run.seconds / run.rows, floor.seconds / floor.rows
    sample = " (sample)" if run.rows < floor.rows / 2 else ""
    low, high = run.span
    click.echo(
        LINE.format(
            name + sample, run.rows, run.seconds, low, high, run.rows / run.seconds, run.mebibytes, run.process_seconds,
            per_row / least,
        )
    )  # fmt: skip


def _stages(folder: Path) -> None:
    """Where the time of the largest size goes, and which rules cost most."""
    run = measured("stages", folder).runs[0]
    stages = {name: seconds for name, seconds in run.more.items() if "-" not in name}
    rules = {name: seconds for name, seconds in run.more.items() if "-" in name}
    click.echo(f"\nWhere the time goes, {run.rows:,} rows, peak {run.mebibytes:.0f} MiB")
    for name, seconds in stages.items():
        click.echo(f"  {name:<16}{seconds * 1000:>9.1f} ms")
    click.echo("\nWhat each rule costs the processor (a shared sum is paid by the first rule that asks for it)")
    slowest = sorted(rules, key=lambda name: -rules[name])
    for name in slowest[:SLOWEST]:
        _print_rule(name, rules[name], sum(rules.values()))
    _print_rule(f"{len(rules) - SLOWEST} others", sum(rules[name] for name in slowest[SLOWEST:]), sum(rules.values()))


def _print_rule(name: str, seconds: float, whole: float) -> None:
    click.echo(f"  {name:<16}{seconds * 1000:>9.1f} ms{seconds / whole * 100:>7.1f} %")


def _waits(home: Path, *, times: int) -> None:
    """What a person waits on a running demo: embedded, and with its parts apart where broker and database are at hand."""
    click.echo("\nWaiting: 1,563 rows as a workbook, last year's report beside it; and the page with what was found")
    with a_site(home / "site", "run"):
        _wait("embedded (SQLite)", environment(home / "site"), times=times)
    (home / "apart").mkdir()
    try:
        with demo_apart(home / "apart") as parts:
            _wait("Kafka and PostgreSQL", parts, times=times)
            _at_work(parts, home / "apart")
    except MissingComponent as missing:
        click.echo(f"  Kafka and PostgreSQL: not measured. {missing}")


def _wait(name: str, installation: Mapping[str, str], *, times: int) -> None:
    for module, *words in (("tests.bench.waiting", str(times)), ("tests.bench.findings_page",)):
        asked = [sys.executable, "-m", module, *words]
        said = subprocess.run(asked, env=installation, capture_output=True, text=True, check=True).stdout
        click.echo("".join(f"  {name:<22}{line}\n" for line in said.splitlines()), nl=False)


def _at_work(installation: Mapping[str, str], folder: Path) -> None:
    """How long pages take while many people work, on the demo and in a whole country of it."""
    with a_portal(installation, folder) as at:
        asked = [sys.executable, "-m", "tests.bench.people_at_work", str(folder / "portal.log")]
        said = subprocess.run(asked, env=at, capture_output=True, text=True, check=True).stdout
    click.echo(f"\nPages on PostgreSQL while people work; they think {THINK} between two pages\n{said}", nl=False)


def _reminders(home: Path) -> None:
    """A run of reminding when everything is due at once, to few firms with many duties and to many with few."""
    click.echo("\nReminding, embedded (SQLite)")
    for firms in FIRMS:
        asked = [sys.executable, "-m", "tests.bench.reminders", str(firms)]
        at = environment(home / f"reminders-{firms}")
        click.echo(f"  {subprocess.run(asked, env=at, capture_output=True, text=True, check=True).stdout}", nl=False)


def _document(folder: Path) -> None:
    """The compliance report as a PDF."""
    run = measured("pdf", folder).runs[0]
    least, most, first = (run.more[name] * 1000 for name in ("least", "most", "first"))
    click.echo(
        f"\nPDF, {run.rows // 1024} KiB: {run.seconds * 1000:.0f} ms ({least:.0f} to {most:.0f}; first {first:.0f})"
    )


if __name__ == "__main__":
    main(quick="--quick" in sys.argv[1:])
