"""How long the page with what was found takes on a running installation, with few findings and with two hundred thousand."""

from __future__ import annotations

import statistics
import time

import click

from schemas.store import Check, reading
from tests.bench.demo import Demo, at_rest, demo, opened
from tests.many_findings import a_report_with
from tests.statements import statements
from tests.unit.portal.browsing import Browser

FEW, MANY, TIMES = 21, 200_001, 15


def measure(of: Demo, browser: Browser, content: bytes) -> str:
    """One report: how many findings, how long its check took, and its page."""
    at_rest()
    version, waited = of.checked(content, name="rapport.zip")
    page = of.page(version)
    with statements() as asked:
        first = opened(browser, page)
    worked = time.process_time()
    seconds = [opened(browser, page) for _ in range(TIMES)]
    worked = (time.process_time() - worked) / TIMES
    with reading() as session:
        check = session.get_one(Check, version)
    found = check.errors + check.warnings + check.notices
    low, middle, high = (round(1000 * one) for one in (min(seconds), statistics.median(seconds), max(seconds)))
    return (
        f"{found:>8,} findings   page {middle} ms ({low} to {high}; first {1000 * first:.0f}; processor {1000 * worked:.0f}), "
        f"{len(asked)} queries; upload to check {waited:.1f} s"
    )


if __name__ == "__main__":
    about = demo()
    visitor = about.browser()
    # The first only gives the second what the third has too: a version before it, to compare with.
    _before, *told = [measure(about, visitor, a_report_with(number)) for number in (FEW, FEW, MANY)]
    click.echo("\n".join(told))
