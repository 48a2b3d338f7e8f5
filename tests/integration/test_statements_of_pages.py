"""A page asks the database as much in a country as on a small stage: never once more for every concession or year."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import environment

pytestmark = pytest.mark.timeout(900)

# What is looked up only where there is something: an earlier year, an answer, somebody else's name. For every year or
# concession once more would be at least thirteen.
A_FEW = 12


def test_no_page_asks_more_of_the_database_when_there_are_more_concessions_and_years(tmp_path: Path) -> None:
    _run(tmp_path, "tests.look.stage")

    few = _statements(tmp_path)
    many = _statements(tmp_path, "--country")

    grown = {page: (few[page], sent) for page, sent in many.items() if sent > few[page] + A_FEW}
    assert grown == {}


def _statements(home: Path, *arguments: str) -> dict[str, int]:
    counted: dict[str, int] = json.loads(_run(home, "tests.look.statements_of_pages", *arguments).splitlines()[-1])
    return counted


def _run(home: Path, module: str, *arguments: str) -> str:
    quick = environment(home) | {"KETENSPIEGEL_WORK_IN_CHILD_PROCESS": "false"}
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, env=quick, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
