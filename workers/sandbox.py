"""Work in a supervised child process with limited memory and time, so that a poison file cannot take the worker along."""

import ctypes
import multiprocessing
import resource
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from time import monotonic
from typing import Any, Final, Generic, TypeVar

from schemas.events import Event, read
from schemas.events.envelope import source_of, write
from schemas.settings import FICTIONAL_OIN
from workers.faults import Fault, Kind, SandboxFault, fault_of
from workers.worker import Abandoned, Transient, Worker

R = TypeVar("R")
STEP_SECONDS: Final = 0.2
GRACE_SECONDS: Final = 20.0
START_SECONDS: Final = 60.0
PR_SET_PDEATHSIG: Final = 1
ANY_SOURCE: Final = source_of(FICTIONAL_OIN)


class Sandbox(Generic[R]):
    """A child process that does one worker's work; it lives on for the next event, and is replaced when it dies."""

    def __init__(
        self,
        worker: type[Worker[Any, R]],
        *,
        seconds: float,
        memory_bytes: int,
        stopping: Callable[[], bool],
        grace_seconds: float = GRACE_SECONDS,
    ) -> None:
        self._worker = worker
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._stopping = stopping
        self._grace_seconds = grace_seconds
        self._child: tuple[SpawnProcess, Connection] | None = None
        self._has_begun = False

    def get_ready(self) -> None:
        """Start the child, so that the first event does not wait for everything that it imports."""
        self._ready_child()

    def work(self, event: Event) -> R:
        """The result of the worker's work on an event; raises :class:`SandboxFault`, or :class:`Abandoned` at the end."""
        process, pipe = self._ready_child()
        try:
            self._await_begin(process, pipe)
            pipe.send_bytes(write(event, source=ANY_SOURCE))
            if not self._says_something(process, pipe, within=self._seconds, grace=self._grace_seconds):
                raise SandboxFault(_too_long(self._seconds))
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            raise SandboxFault(_died(self._end())) from error
        if isinstance(answer, Fault):
            raise SandboxFault(answer)
        result: R = answer[0]
        return result

    def close(self) -> None:
        """End the child."""
        self._end()

    def _ready_child(self) -> tuple[SpawnProcess, Connection]:
        if self._child is None or not self._child[0].is_alive():
            self._end()
            self._child = self._start()
        return self._child

    def _start(self) -> tuple[SpawnProcess, Connection]:
        # Spawned, not forked: a fork of a process with threads (polars, a consumer) can hang.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        arguments = (self._worker, theirs, self._memory_bytes)
        process = context.Process(target=_serve, args=arguments, daemon=True, name=f"{self._worker.NAME}-sandbox")
        process.start()
        theirs.close()
        return process, ours

    def _await_begin(self, process: SpawnProcess, pipe: Connection) -> None:
        """A child that starts on a busy machine does not use up the time of its first event, nor the grace at the end."""
        if self._has_begun:
            return
        if not self._says_something(process, pipe, within=START_SECONDS, grace=0):
            raise Transient("A process for the work did not start in time.")
        pipe.recv()
        self._has_begun = True

    def _says_something(self, process: SpawnProcess, pipe: Connection, *, within: float, grace: float) -> bool:
        """True once the child has said something or has gone; false, and killed, when its time is over."""
        too_late, stop_at = monotonic() + within, None
        while not pipe.poll(STEP_SECONDS) and process.is_alive():
            if self._stopping():
                stop_at = stop_at or monotonic() + grace
            if stop_at and monotonic() > stop_at:
                self._end()
                raise Abandoned
            if monotonic() > too_late:
                self._end()
                return False
        return True

    def _end(self) -> int | None:
        if self._child is None:
            return None
        process, pipe = self._child
        self._child, self._has_begun = None, False
        process.kill()
        process.join()
        pipe.close()
        return process.exitcode


def _died(exit_code: int | None) -> Fault:
    how = signal.Signals(-exit_code).name if exit_code and exit_code < 0 else f"exit code {exit_code}"
    return Fault(kind=Kind.UNKNOWN, reason="died", text=f"The work ended its process ({how}).", error_class="Died")


def _too_long(seconds: float) -> Fault:
    text = f"The work took longer than {seconds:g} seconds."
    return Fault(kind=Kind.UNKNOWN, reason="too_long", text=text, error_class="TooLong")


def _serve(worker: type[Worker[Any, Any]], pipe: Connection, memory_bytes: int) -> None:
    """The child: one event after another, until the parent closes the pipe."""
    _die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    at_work = worker()
    pipe.send(None)
    while True:
        try:
            body = pipe.recv_bytes()
        except EOFError:
            return
        pipe.send(_answer(at_work, body))


def _die_with_parent() -> None:
    """Ask Linux to kill this process when the worker dies: a poison file must not go on alone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _answer(worker: Worker[Any, Any], body: bytes) -> tuple[Any] | Fault:
    try:
        return (worker.work(read(body)),)
    except MemoryError:
        text = "The work needs more memory than it may have."
        return Fault(kind=Kind.UNKNOWN, reason="too_much_memory", text=text, error_class="MemoryError")
    except Exception as error:  # noqa: BLE001 - whatever went wrong is judged by the parent's loop
        return fault_of(error)
