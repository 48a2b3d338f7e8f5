"""Installations as real processes: started for tests, asked until they answer, ended by their own ids."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from deploy.dev.process import free_port, poll

START_WITHIN_SECONDS = 120
END_WITHIN_SECONDS = 40
COMMAND = (sys.executable, "-m", "deploy")


@dataclass(frozen=True)
class Site:
    """A running installation: its address, its folder, what it said on the screen, and its first process."""

    address: str
    home: Path
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def port(self) -> int:
        """Where its portal listens."""
        return int(self.address.rsplit(":", 1)[1])

    def ketenspiegel(self, *arguments: str) -> str:
        """What a command of the command line says; it must succeed."""
        done = subprocess.run(
            [*COMMAND, *arguments], env=environment(self.home), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@contextmanager
def a_site(home: Path, *arguments: str) -> Iterator[Site]:
    """An installation at home, started with these arguments of the command line; all its processes end with it."""
    port, log = free_port(), home.parent / f"{home.name}.log"
    with log.open("wb") as screen:
        process = subprocess.Popen(
            [*COMMAND, *arguments, "--port", str(port)],
            env=environment(home, address=f"http://127.0.0.1:{port}"),
            stdout=screen,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    site = Site(f"http://127.0.0.1:{port}", home, log, process)
    try:
        answered = poll(lambda: process.poll() is not None or answers(site.address), within=START_WITHIN_SECONDS)
        assert answered, log.read_text()
        assert process.poll() is None, log.read_text()
        yield site
    finally:
        end(process)


@contextmanager
def at_work(site: Site) -> Iterator[None]:
    """The workers of a site that has only its portal; they end with it."""
    env = environment(site.home, address=site.address)
    process = subprocess.Popen(
        [*COMMAND, "worker"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield
    finally:
        end(process)


def environment(home: Path, *, address: str = "http://127.0.0.1:8000") -> dict[str, str]:
    """The environment of an embedded demo installation at home, and nothing of the caller's own."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KETENSPIEGEL_")}
    own = {"HOME": str(home), "BASE_URL": address, "DEMO": "true", "UPLOADS_PER_HOUR": "1000"}
    return inherited | {f"KETENSPIEGEL_{name}": value for name, value in own.items()}


def answers(address: str) -> bool:
    """Whether a portal says at an address that it is in good health."""
    try:
        with urlopen(f"{address}/gezond", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, and end its whole group where it does not."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(END_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
