"""The supervisor: a part that falls is started anew, with growing pauses, and all end together."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event as Flag
from threading import Thread

from deploy.dev.process import poll
from deploy.supervising import FIRST_PAUSE_SECONDS, Part, supervise

LIVES = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); time.sleep(600)"
FALLS = "import sys, time; open(sys.argv[1], 'a').write(f'{time.monotonic()}\\n'); sys.exit(3)"
TIDIES = (
    "import os, signal, sys, time\n"
    "def end(*_): open(sys.argv[1] + '.ended', 'w').close(); sys.exit(0)\n"
    "signal.signal(signal.SIGTERM, end)\n"
    "open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); time.sleep(600)"
)
WITHIN = 20.0


def a_part(name: str, code: str, folder: Path) -> Part:
    return Part(name, (sys.executable, "-c", code, str(folder / name)))


def begun(folder: Path, name: str) -> list[float]:
    """What a part wrote each time that it was started: its process id, or the moment."""
    path = folder / name
    return [float(line) for line in path.read_text().splitlines()] if path.exists() else []


def processes(folder: Path, name: str) -> list[int]:
    """The process ids of a part."""
    return [int(line) for line in begun(folder, name)]


@contextmanager
def supervised(*parts: Part) -> Iterator[Flag]:
    stop = Flag()
    thread = Thread(target=supervise, args=(list(parts),), kwargs={"stop": stop})
    thread.start()
    try:
        yield stop
    finally:
        stop.set()
        thread.join(WITHIN)
        assert not thread.is_alive()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_part_that_is_killed_comes_back_and_its_neighbour_runs_on(tmp_path: Path) -> None:
    parts = (a_part("worker", LIVES, tmp_path), a_part("portal", LIVES, tmp_path))

    with supervised(*parts):
        assert poll(lambda: bool(begun(tmp_path, "worker") and begun(tmp_path, "portal")), within=WITHIN)
        os.kill(processes(tmp_path, "worker")[0], signal.SIGKILL)
        assert poll(lambda: len(begun(tmp_path, "worker")) == 2, within=WITHIN)
        neighbour = begun(tmp_path, "portal")

    assert len(neighbour) == 1
    assert len(set(begun(tmp_path, "worker"))) == 2


def test_a_part_that_falls_at_once_is_started_with_growing_pauses(tmp_path: Path) -> None:
    with supervised(a_part("worker", FALLS, tmp_path)):
        assert poll(lambda: len(begun(tmp_path, "worker")) >= 3, within=WITHIN)

    first, second, third, *_ = begun(tmp_path, "worker")
    assert second - first >= FIRST_PAUSE_SECONDS
    assert third - second >= 2 * FIRST_PAUSE_SECONDS


def test_when_it_is_asked_to_stop_all_parts_end_in_good_order(tmp_path: Path) -> None:
    with supervised(a_part("worker", TIDIES, tmp_path), a_part("portal", TIDIES, tmp_path)):
        assert poll(lambda: bool(begun(tmp_path, "worker") and begun(tmp_path, "portal")), within=WITHIN)

    assert (tmp_path / "worker.ended").exists()
    assert (tmp_path / "portal.ended").exists()
    assert not any(is_alive(process) for name in ("worker", "portal") for process in processes(tmp_path, name))
