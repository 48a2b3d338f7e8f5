"""A service known by its pid file: it outlives the command that started it and is ended by its id, never by its name."""

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
VAR = ROOT / "var"


class MissingComponent(Exception):
    """This machine lacks a program that a service is made of; the message names it and its Debian package."""


class ServiceFailed(Exception):
    """A service did not start or end as it should; the message carries the end of its log."""


@dataclass(frozen=True)
class Service:
    """One process and the file that remembers its id and its moment of birth (ids are used again)."""

    pid_file: Path
    log: Path

    def launch(self, command: Sequence[str]) -> None:
        """Start the command in a session of its own and remember it."""
        with self.log.open("ab") as log:
            child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        born = psutil.Process(child.pid).create_time()
        self.pid_file.write_text(f"{child.pid} {born!r}\n")

    def process(self) -> psutil.Process | None:
        """The living process, or none when it never ran, has ended, or its id belongs to a stranger by now."""
        try:
            pid, born = self.pid_file.read_text().split()
            process = psutil.Process(int(pid))
            ours = repr(process.create_time()) == born and not ended(process)
        except (FileNotFoundError, psutil.NoSuchProcess):
            return None
        return process if ours else None

    def end(self, how: signal.Signals, *, within: float = 30) -> None:
        """Send the signal and wait until the process is gone."""
        process = self.process()
        if process is not None:
            process.send_signal(how)
            if not poll(lambda: ended(process), within=within):
                raise ServiceFailed(f"Process {process.pid} did not end within {within} s.\n{self.tail()}")
        self.pid_file.unlink(missing_ok=True)

    def tail(self, lines: int = 20) -> str:
        """The end of the log, for a message."""
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def ended(process: psutil.Process) -> bool:
    """Whether it is gone; a dead one that nobody has buried yet counts as gone."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def program(name: str, *, package: str) -> str:
    """The path of a program, or a plain word on which Debian package holds it."""
    found = shutil.which(name)
    if found is None:
        raise MissingComponent(f"'{name}' is not on this machine (Debian package {package}).")
    return found


def free_port() -> int:
    """A port on this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def poll(question: Callable[[], bool], *, within: float, every: float = 0.1) -> bool:
    """Ask until the answer is yes; false once the time is up."""
    deadline = time.monotonic() + within
    while not question():
        if time.monotonic() > deadline:
            return False
        time.sleep(every)
    return True
