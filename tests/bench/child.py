"""One measurement in a process of its own: what it did in how long, and its peak memory.

The process that starts it stays small: Linux hands a parent's peak down to its child.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Once:
    """One run: rows done, seconds for the work alone and for the whole process, and the peak in MiB."""

    rows: int
    seconds: float
    process_seconds: float
    mebibytes: float
    more: dict[str, float]


@dataclass(frozen=True)
class Measured:
    """Several runs of the same."""

    runs: tuple[Once, ...]

    @property
    def rows(self) -> int:
        """The rows of one run."""
        return self.runs[0].rows

    @property
    def seconds(self) -> float:
        """The median of the work alone."""
        return median(run.seconds for run in self.runs)

    @property
    def process_seconds(self) -> float:
        """The median from starting the process to its end."""
        return median(run.process_seconds for run in self.runs)

    @property
    def span(self) -> tuple[float, float]:
        """The quickest and the slowest work."""
        return min(run.seconds for run in self.runs), max(run.seconds for run in self.runs)

    @property
    def mebibytes(self) -> float:
        """The highest peak."""
        return max(run.mebibytes for run in self.runs)


def measured(task: str, *words: object, times: int = 1) -> Measured:
    """Run a task of ``tests.bench.tasks`` so many times, each in a new process."""
    return Measured(tuple(_once([task, *map(str, words)]) for _ in range(times)))


def _once(words: Sequence[str]) -> Once:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.child", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed:\n{done.stderr}")
    return Once(process_seconds=seconds, **json.loads(done.stdout.splitlines()[-1]))


def main(task: str, words: Sequence[str]) -> None:
    """The work itself, and one line of JSON about it."""
    from tests.bench.tasks import TASKS

    prepare = TASKS[task]
    work = prepare(*words)
    start = time.perf_counter()
    did = work()
    seconds = did.seconds if did.seconds is not None else time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"rows": did.rows, "seconds": seconds, "mebibytes": peak, "more": did.more}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
