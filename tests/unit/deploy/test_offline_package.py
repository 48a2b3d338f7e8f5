"""What checks a report is installed apart from the rest, and then works alone: no web server, no log, no database, no network."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import pytest

from deploy.assets.offline import LOCK, build
from deploy.demo.reports import VB_OOST, report
from deploy.demo.workbook import workbook
from tests.unit.workers.at_work import a_json_report

ROOT = Path(__file__).parents[3]
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
# Read by Python at its start: whoever asks for a connection gets none.
NO_NETWORK = "import socket\ndef refused(*_, **__): raise OSError('no network')\nsocket.socket.connect = refused\nsocket.create_connection = refused\n"


@dataclass(frozen=True)
class Alone:
    """An environment with the wheel, what ``requirements-offline.lock`` names, and nothing else."""

    folder: Path

    def ketenspiegel(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder that is not the source."""
        command = [str(self.folder / "bin" / "ketenspiegel"), *map(str, arguments)]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, env={})


def pinned(lock: Path) -> dict[str, str]:
    return dict(PINNED.findall(lock.read_text(encoding="utf-8")))


def top_level(name: str) -> Iterator[Path]:
    """The files and folders of a distribution that stand in site-packages themselves."""
    site = Path(sysconfig.get_path("purelib"))
    for top in {file.parts[0] for file in distribution(name).files or () if file.parts[0] != ".."}:
        yield site / top


def run(*command: object) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Alone:
    """Installed from the wheel, offline: what it needs is borrowed from the environment of the tests."""
    folder, wheels = tmp_path_factory.mktemp("alone"), tmp_path_factory.mktemp("wheels")
    venv.EnvBuilder(symlinks=True).create(folder)
    [site] = folder.glob("lib/*/site-packages")
    for path in {path for name in pinned(LOCK) for path in top_level(name)} - {site}:
        if path.name != "__pycache__":
            (site / path.name).symlink_to(path)
    (site / "sitecustomize.py").write_text(NO_NETWORK)
    uv, python = Path(sys.executable).parent / "uv", folder / "bin" / "python"
    run(uv, "pip", "install", "--offline", "--no-deps", "--python", python, build(wheels))
    return Alone(folder)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A report without errors."""
    path = tmp_path / "rapport.xlsx"
    path.write_bytes(workbook(report(VB_OOST, 2026)))
    return path


@pytest.fixture
def with_errors(tmp_path: Path) -> Path:
    """A report of one bus with a wrong Euro class."""
    path = tmp_path / "rapport.json"
    path.write_bytes(a_json_report())
    return path


@pytest.fixture
def unreadable(tmp_path: Path) -> Path:
    """A file that is no report."""
    path = tmp_path / "rapport.xlsx"
    path.write_bytes(b"no workbook")
    return path


def test_it_locks_what_the_whole_installation_locks_and_no_more_than_checking_takes() -> None:
    offline, whole = pinned(LOCK), pinned(ROOT / "requirements.lock")

    assert {name: whole.get(name) for name in offline} == offline
    assert not {"flask", "kafka-python", "sqlalchemy"} & set(offline)


def test_the_wheel_comes_with_a_lock_file_that_names_it_with_its_hash(tmp_path: Path) -> None:
    wheel = build(tmp_path)

    lines = (tmp_path / LOCK.name).read_text(encoding="utf-8").splitlines()

    assert lines[-2:] == [f"./{wheel.name} \\", f"    --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}"]
    assert pinned(tmp_path / LOCK.name) == pinned(LOCK)


def test_a_report_without_errors_ends_with_0(alone: Alone, sound: Path) -> None:
    done = alone.ketenspiegel("validate", sound, "--format", "json")

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["summary"]["errors"] == 0


def test_a_report_with_errors_ends_with_1_and_says_which(alone: Alone, with_errors: Path) -> None:
    done = alone.ketenspiegel("validate", with_errors, "--format", "json")

    assert (done.returncode, done.stderr) == (1, "")
    assert "FLT-001" in {finding["rule"] for finding in json.loads(done.stdout)["findings"]}


def test_what_is_no_report_ends_with_2_and_is_json_all_the_same(alone: Alone, unreadable: Path) -> None:
    done = alone.ketenspiegel("validate", unreadable, "--format", "json")

    assert (done.returncode, done.stderr) == (2, "")
    assert [finding["rule"] for finding in json.loads(done.stdout)["findings"]] == ["FMT-001"]


def made(folder: Path) -> Sequence[Sequence[object]]:
    return (
        ("assess", folder / "rapport.xlsx", "--format", "json", "--output", folder / "out"),
        ("report", folder / "rapport.xlsx", "--output", folder / "out"),
        ("template", "--year", 2026, "--output", folder / "out"),
        ("rules", "--format", "json", "--output", folder / "out"),
        ("validate", folder / "rapport.xlsx", "--format", "xlsx", "--output", folder / "out"),
    )


@pytest.mark.parametrize("number", range(5), ids=["assess", "report", "template", "rules", "validate as workbook"])
def test_all_that_needs_no_installation_works(alone: Alone, sound: Path, number: int) -> None:
    done = alone.ketenspiegel(*made(sound.parent)[number])

    assert (done.returncode, done.stderr) == (0, "")
    assert (sound.parent / "out").stat().st_size > 0


@pytest.mark.parametrize("command", [("run",), ("portal",), ("worker",), ("db", "upgrade")], ids=" ".join)
def test_what_needs_an_installation_says_so(alone: Alone, command: tuple[str, ...]) -> None:
    done = alone.ketenspiegel(*command)

    assert done.returncode == 1
    assert "This command needs a whole installation" in done.stderr
    assert "Traceback" not in done.stderr
