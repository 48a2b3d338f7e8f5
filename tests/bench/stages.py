"""Where the time goes in one run: reading, the answer in words, and what each rule costs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.bench.tasks import Did
from workers.domain.check import check, judged
from workers.domain.findings import validation_of
from workers.domain.rules import RULES
from workers.intake import read
from workers.reference import own_yardsticks
from workers.validate import case_of

Given = TypeVar("Given")


def seconds_of(path: Path) -> Did:
    """Seconds per stage, and what each rule costs the processor; a sum that several rules share is paid by the first that asks."""
    reading, read_in = _timed(lambda: read(path))
    case = case_of(reading.report, own_yardsticks())
    checked, checked_in = _timed(lambda: check(case, reading.offences))
    answer, told_in = _timed(lambda: validation_of(checked))
    again = replace(checked.case)
    rules = {rule.statement.id: _worked(partial(judged, rule, again)) for rule in RULES}
    return Did(
        sum(answer.rows.values()),
        read_in + checked_in + told_in,
        {"read and typed": read_in, "all rules": checked_in, "in words": told_in, **rules},
    )


def _worked(work: Callable[[], object]) -> float:
    """Seconds of processor time, of all threads together: what others do on the machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _timed(work: Callable[[], Given]) -> tuple[Given, float]:
    start = time.perf_counter()
    given = work()
    return given, time.perf_counter() - start
